/** Series as the tab reads, plans and changes them: the same forms, rules and writes as on the cards. */
import type { z } from 'zod';
import type { CommunityView } from '../../core/community.ts';
import { findAll } from '../../core/documents.ts';
import { paged } from '../../core/paged.ts';
import { type Call, type FieldProblem, type Reply, type Route, refuse, route } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';
import { type Access, actorIn } from './access.ts';
import { seriesFile } from './calendar-file.ts';
import { type Loaded, loadSeries, seriesOf } from './documents.ts';
import type { Series } from './model.ts';
import { createSeries } from './plan-create.ts';
import { notHost, plannedBy, roomHere, whoCan } from './plan-open.ts';
import { seriesIdOf } from './plan-post.ts';
import { readWish } from './plan-wish.ts';
import { rawOfBody } from './series-body.ts';
import {
  type PlanOptions,
  planBody,
  planOptions,
  previewBody,
  type SeriesList,
  type SeriesPreview,
  type SeriesView,
  seriesList,
  seriesPreview,
  seriesQuery,
  seriesView,
} from './series-contract.ts';
import { optionsFor } from './series-options.ts';
import { seeSeries } from './series-press.ts';
import { foreseen } from './series-preview.ts';
import { hasDates } from './series-rules.ts';
import { seriesLine, seriesShown } from './series-shown.ts';
import { calendarFile } from './session-contract.ts';
import type { TalkDesk } from './talk-desk.ts';

const base = '/api/series';
export const oneSeries = `${base}/:id`;

export const seriesRoutes = (desk: TalkDesk): Route[] => [
  route('GET', base, { query: seriesQuery, reply: seriesList, isList: true }, (call) => listed(desk, call)),
  route('GET', '/api/series-options', { reply: planOptions }, async ({ turn }) => options(desk, turn)),
  route('POST', base, { body: planBody, reply: seriesView }, (call) => planned(desk, call)),
  route('POST', `${base}/preview`, { body: previewBody, reply: seriesPreview }, (call) => previewed(desk, call)),
  route('GET', oneSeries, { reply: seriesView }, ({ turn, params }) => shownSeries(desk, turn, params.id ?? '')),
  route('GET', `${oneSeries}/calendar`, { reply: calendarFile }, async ({ turn, params }) => {
    const seen = await seeSeries(desk, turn, params.id ?? '');
    if (!seen || seen.loaded.body.state === 'draft') return refuse('not_found');
    return { kind: 'ok', body: await seriesFile(desk, turn, seen.loaded) };
  }),
];

/** As it stands now, for this reader. A draft is for those who may plan there. */
export async function shownSeries(desk: TalkDesk, turn: Turn, seriesId: string, note = ''): Promise<Reply<SeriesView>> {
  const seen = await seeSeries(desk, turn, seriesId);
  if (!seen || (seen.loaded.body.state === 'draft' && !seen.actor.isHost)) return refuse('not_found');
  return { kind: 'ok', body: await seriesShown(desk, turn, seen, note), version: seen.loaded.version };
}

/** Those that go on, by title; what is not posted yet for its hosts. */
async function listed(
  desk: TalkDesk,
  { turn, query, page }: Call<z.infer<typeof seriesQuery>>,
): Promise<Reply<z.input<typeof seriesList>>> {
  const seen = (await desk.communities.all(turn)).filter((each) => actorIn(turn, each).sees);
  const asked = seen.filter(({ id }) => query.community === undefined || id === query.community);
  const hosted = new Set(asked.filter(({ isHost }) => isHost).map(({ id }) => id));
  const all = (await seriesIn(turn, asked)).filter(({ body }) => isListed(body, hosted, turn.now));
  const { items, next } = paged(all, ({ body }) => body.title, page);
  const lines = await Promise.all(items.map((each) => seriesLine(turn, each, seen)));
  return { kind: 'ok', body: { items: lines, ...(await planners(desk, turn)) }, ...(next ? { next } : {}) };
}

async function seriesIn({ store }: Turn, communities: readonly CommunityView[]): Promise<Loaded<Series>[]> {
  if (communities.length === 0) return [];
  const where = [
    ['communityId', 'in', communities.map(({ id }) => id)],
    ['state', 'in', ['draft', 'active', 'paused']],
  ] as const;
  const found: Loaded<Series>[] = [];
  for await (const document of findAll(store, { kind: 'series', where })) found.push(seriesOf(document));
  return found;
}

/** A series whose last date has passed is over, whatever it is called. */
const isListed = (series: Series, hosted: ReadonlySet<string>, now: Date): boolean =>
  series.state === 'draft' ? hosted.has(series.communityId) : series.state === 'paused' || hasDates(series, now);

async function planners(desk: TalkDesk, turn: Turn): Promise<Pick<SeriesList, 'mayPlan' | 'whoCan'>> {
  const room = await roomHere(desk, turn);
  return { mayPlan: room.kind === 'open', whoCan: await plannedBy(desk, turn, room) };
}

async function options(desk: TalkDesk, turn: Turn): Promise<Reply<PlanOptions>> {
  const room = await roomHere(desk, turn);
  const open = room.kind === 'open' ? room.communities : [];
  return { kind: 'ok', body: { ...(await optionsFor(desk, turn, open)), whoCan: await plannedBy(desk, turn, room) } };
}

/** Rights first: who may not plan hears who can, and nothing about fields. */
async function accessFor(desk: TalkDesk, turn: Turn, communityId: string): Promise<Access | Reply<never>> {
  const room = await roomHere(desk, turn);
  const community = await desk.communities.one(turn, communityId);
  const access = community && { community, actor: actorIn(turn, community) };
  if (room.kind !== 'open' && !access?.actor.sees) return refuse('forbidden', await whoCan(desk, turn, room));
  if (!access?.actor.sees || !access.community.isActive) return refuse('not_found');
  return access.actor.isHost ? access : refuse('forbidden', await notHost(desk, turn, access.community));
}

async function planned(
  desk: TalkDesk,
  { turn, body }: Call<unknown, z.infer<typeof planBody>>,
): Promise<Reply<SeriesView>> {
  const { communityId, activate, formId = '', ...typed } = body;
  const access = await accessFor(desk, turn, communityId);
  if ('kind' in access) return access;
  const read = readWish(turn, { raw: rawOfBody(typed), community: access.community, also: [turn.who.personId] });
  if (read.kind === 'problems') return wrongFields(read.problems);
  const id = seriesIdOf(turn, formId);
  if (!(await loadSeries(turn.store, id))) {
    await desk.introduce(turn);
    const made = await createSeries(desk, turn, { id, wish: read.wish, access, isDraft: !activate });
    if (made !== 'done') return refuse(made);
  }
  const reply = await shownSeries(desk, turn, id, turn.words(activate ? 'plan.posted' : 'hours.drafted'));
  return reply.kind === 'ok' ? { ...reply, status: 201 } : reply;
}

async function previewed(
  desk: TalkDesk,
  { turn, body }: Call<unknown, z.infer<typeof previewBody>>,
): Promise<Reply<SeriesPreview>> {
  const { communityId, formId: _, ...typed } = body;
  const access = await accessFor(desk, turn, communityId);
  if ('kind' in access) return access;
  return { kind: 'ok', body: await foreseen(desk, turn, { access, raw: rawOfBody(typed) }) };
}

export function wrongFields(fields: readonly FieldProblem[]): Extract<Reply, { kind: 'refused' }> {
  const [first] = fields;
  return { kind: 'refused', code: first?.error ?? 'field_form', ...(first ? { message: first.message } : {}), fields };
}
