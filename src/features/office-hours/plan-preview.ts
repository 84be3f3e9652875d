/** The look ahead: what will be posted, the next dates, and what a change does to the sessions that are there (L9). */
import type { WriteOperation } from '../../core/documents.ts';
import { placeOf } from '../../core/place.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import type { Access } from './access.ts';
import { actorIn } from './access.ts';
import { previewCard } from './cards/preview.card.ts';
import type { Desk } from './desk.ts';
import type { Series } from './model.ts';
import { filledFor, keep, offeredKinds, openPlan, rawOf, type Sent, type Typed, typedOf } from './plan-form.ts';
import { closedRoom, forbidden, roomHere } from './plan-open.ts';
import { readWish } from './plan-wish.ts';
import { datesAhead } from './series-dates.ts';
import { judgeSeries, type ReadySeries, seeSeries } from './series-press.ts';
import { planned, type Wish } from './series-rules.ts';
import { clockLines, dateLines, hostLine, ruleLine } from './series-view.ts';

const datesShown = 5;

/** A form that may be posted, or the answer that says why not. */
export type Checked = { kind: 'ok'; form: Typed; wish: Wish; access: Access } | { kind: 'answer'; answer: Answer };

const answered = (answer: Answer): Checked => ({ kind: 'answer', answer });

/** Asked before the preview and again before it is posted: what comes back was in other hands. */
export async function checked(desk: Desk, turn: Turn, data: Sent): Promise<Checked> {
  const asked = typedOf(data);
  const access = asked.seriesId === '' ? await forNew(desk, turn, asked) : await forChange(desk, turn, asked);
  if ('kind' in access) return answered(access);
  const { community, series } = access;
  const isOffered = offeredKinds(desk).includes(asked.meetingKind);
  const form = filledFor(turn, isOffered ? asked : { ...asked, meetingKind: 'pastedLink' }, community);
  const also = [turn.who.personId, ...(series?.hostIds ?? [])];
  const kept = series ? { reminders: series.reminders } : {};
  const read = readWish(turn, { raw: rawOf(form), community, also, ...kept });
  if (read.kind === 'wish') return { kind: 'ok', form, wish: read.wish, access };
  const problems = read.problems.map(({ message }) => message);
  const communities = form.seriesId === '' ? await openHere(desk, turn) : [community];
  return answered(await openPlan(desk, turn, form, { communities, problems }));
}

/** Of a change also what stands there. */
type Allowed = Access & { readonly series?: Series };

async function openHere(desk: Desk, turn: Turn) {
  const room = await roomHere(desk, turn);
  return room.kind === 'open' ? room.communities : [];
}

async function forNew(desk: Desk, turn: Turn, { communityId }: Typed): Promise<Allowed | Answer> {
  const room = await roomHere(desk, turn);
  if (room.kind !== 'open') return closedRoom(desk, turn, room);
  const community = room.communities.find(({ id }) => id === communityId);
  return community ? { community, actor: actorIn(turn, community) } : refused(turn, 'not_found');
}

async function forChange(desk: Desk, turn: Turn, { seriesId }: Typed): Promise<Allowed | Answer> {
  const seen = await seeSeries(desk, turn, seriesId);
  if (!seen) return refused(turn, 'not_found');
  if (!seen.actor.isHost) return forbidden(desk, turn, seen.community);
  return { community: seen.community, actor: seen.actor, series: seen.loaded.body };
}

export async function preview(desk: Desk, turn: Turn, data: Sent): Promise<Answer> {
  const ready = await checked(desk, turn, data);
  if (ready.kind === 'answer') return ready.answer;
  const { form, wish, access } = ready;
  if (form.seriesId === '')
    return previewOf(desk, turn, { form, access, series: planned(wish, turn.who.personId, turn.now) });
  const judged = await judgeSeries(desk, turn, { seriesId: form.seriesId, event: { name: 'change', wish } });
  if (judged.kind !== 'ready') return refused(turn, judged.kind === 'missing' ? 'not_found' : 'already_done');
  return previewOf(desk, turn, { form, access, series: judged.after, change: judged });
}

interface Previewing {
  readonly form: Typed;
  readonly access: Access;
  readonly series: Series;
  readonly change?: ReadySeries;
}

async function previewOf(
  desk: Desk,
  turn: Turn,
  { form, access: { community }, series, change }: Previewing,
): Promise<Answer> {
  const { words } = turn;
  const dates = datesAhead(series, turn.now, datesShown);
  const heading = words(change ? 'plan.previewChange' : 'plan.preview');
  const data = {
    ...{ summary: heading, heading, problems: [], title: series.title },
    facts: lines(await factLines(desk, turn, series)),
    dates: lines(dateLines(turn, community, dates)),
    clocks: lines(clockLines(turn, series, dates)),
    changes: lines(change ? changeLines(turn, change) : []),
    postLine: await postLine(desk, turn, community.addresses.length, change !== undefined),
    goTitle: words(change ? 'plan.save' : 'plan.post'),
    kept: keep(form),
  };
  return { kind: 'form', title: heading, card: previewCard.render(data, words, placeOf(turn)), size: 'medium' };
}

/** What it is for, how it comes back, who hosts it, how many can come, and that its link is missing. */
export async function factLines(desk: Desk, turn: Turn, series: Series): Promise<string[]> {
  const { words } = turn;
  return [
    series.purpose,
    ruleLine(turn, series),
    await hostLine(desk, turn, series.hostIds),
    series.capacity === undefined ? '' : words('plan.capacity', { capacity: series.capacity }),
    series.meeting.joinUrl ? '' : words(`plan.noLink.${series.meeting.kind}`),
  ].filter((text) => text !== '');
}

const lines = (texts: readonly string[]) => texts.filter((text) => text !== '').map((text) => ({ text }));

export function changeLines({ words }: Pick<Turn, 'words'>, { changes }: Pick<ReadySeries, 'changes'>): string[] {
  const count = (kind: string) => changes.filter((change) => change.kind === kind).length;
  const said = (['moved', 'cancelled', 'made', 'back', 'rehosted'] as const).flatMap((kind) =>
    count(kind) > 0 ? [words(`plan.changes.${kind}`, { count: count(kind) })] : [],
  );
  return said.length > 0 ? said : [words('plan.changes.none')];
}

/** Where the card of the first session will stand. */
export async function postLine(desk: Desk, turn: Turn, channels: number, isChange: boolean): Promise<string> {
  const { words } = turn;
  if (isChange) return words('plan.updated');
  const isNew = await isNewHere(desk, turn);
  return words('plan.postedIn', { count: channels + (isNew ? 1 : 0) });
}

/** In a channel that belongs to no community yet: the first office hours link it. */
export const isNewHere = async (desk: Desk, turn: Turn): Promise<boolean> =>
  turn.where.conversation === 'channel' && (await desk.communities.here(turn)) === undefined;

export const linkOperations = async (
  desk: Desk,
  turn: Turn,
  communityId: string,
): Promise<readonly WriteOperation[]> =>
  (await isNewHere(desk, turn)) ? desk.communities.linkHere(turn, communityId) : [];
