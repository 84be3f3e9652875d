/** What a host does with a series through the tab: rights first, then what was typed, then the change; each says before what it does. */
import { z } from 'zod';
import { date } from '../../core/fields.ts';
import { type Call, type Reply, type Route, refuse, route } from '../../core/route.ts';
import { cleanText } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import { type Preview, preview } from '../../core/work-item.ts';
import { maxReason } from './host-act.ts';
import { notHost } from './plan-open.ts';
import { changeLines } from './plan-preview.ts';
import { readWish } from './plan-wish.ts';
import { oneSeries as one, shownSeries, wrongFields } from './series-api.ts';
import { rawOfBody } from './series-body.ts';
import { changeBody, reasonBody, type SeriesView, seriesPreview, seriesView, skipBody } from './series-contract.ts';
import { judgeSeries, pressSeries, type RefusedSeries, type SeriesSeen, seeSeries } from './series-press.ts';
import { foreseen } from './series-preview.ts';
import { mayDo, type SeriesEvent, type SeriesEventName } from './series-rules.ts';
import type { TalkDesk } from './talk-desk.ts';
import { textProblem } from './text-problem.ts';

type Refused = Extract<Reply, { kind: 'refused' }>;

interface Asked {
  readonly kind: 'asked';
  readonly event: SeriesEvent;
  readonly reason?: string;
}

interface Event<B extends z.ZodType> {
  readonly name: SeriesEventName;
  readonly body: B;
  readonly read: (turn: Turn, body: z.infer<B>, seen: SeriesSeen) => Asked | Refused;
}

export const seriesEventRoutes = (desk: TalkDesk): Route[] => [
  ...(['activate', 'resume'] as const).flatMap((name) =>
    routesOf(desk, { name, body: z.strictObject({}), read: () => ({ kind: 'asked', event: { name } }) }),
  ),
  ...(['pause', 'end'] as const).flatMap((name) =>
    routesOf(desk, { name, body: reasonBody, read: (turn, body) => reasoned(turn, body.reason, { name }) }),
  ),
  ...routesOf(desk, { name: 'skip', body: skipBody, read: skipped }),
  route('POST', `${one}/change`, { body: changeBody, reply: seriesView, needsVersion: true }, (call) =>
    pressed(desk, call, { name: 'change', body: changeBody, read: changed }),
  ),
  route('POST', `${one}/change/preview`, { body: changeBody, reply: seriesPreview }, async ({ turn, params, body }) => {
    const seen = await allowed(desk, turn, params.id ?? '', 'change');
    return 'kind' in seen
      ? seen
      : { kind: 'ok', body: await foreseen(desk, turn, { raw: rawOfBody(body), access: seen, seen }) };
  }),
];

function routesOf<B extends z.ZodType>(desk: TalkDesk, event: Event<B>): Route[] {
  const path = `${one}/${event.name}`;
  return [
    route('POST', path, { body: event.body, reply: seriesView, needsVersion: true }, (call) =>
      pressed(desk, call, event),
    ),
    route('POST', `${path}/preview`, { body: event.body, reply: preview }, (call) => previewed(desk, call, event)),
  ];
}

/** A reason is for people, and may be left out. */
function reasoned(turn: Turn, typed: string, event: SeriesEvent): Asked | Refused {
  const reason = cleanText(typed);
  const name = turn.words('card.hostForm.reason');
  const problem = textProblem(turn, { path: 'reason', name, text: reason, max: maxReason, isOptional: true });
  return problem ? wrongFields([problem]) : { kind: 'asked', event, ...(reason === '' ? {} : { reason }) };
}

function skipped(turn: Turn, body: z.infer<typeof skipBody>): Asked | Refused {
  const day = date.safeParse(body.date).data;
  if (day) return reasoned(turn, body.reason, { name: 'skip', date: day });
  const message = turn.words('error.bad_date', { field: turn.words('field.date') });
  return wrongFields([{ path: 'date', error: 'bad_date', message }]);
}

function changed(turn: Turn, body: z.infer<typeof changeBody>, { loaded, community }: SeriesSeen): Asked | Refused {
  const { hostIds, reminders } = loaded.body;
  const also = [turn.who.personId, ...hostIds];
  const read = readWish(turn, { raw: rawOfBody(body), community, also, reminders });
  return read.kind === 'problems'
    ? wrongFields(read.problems)
    : { kind: 'asked', event: { name: 'change', wish: read.wish } };
}

/** Who may not do it hears that, and nothing about fields. */
async function allowed(
  desk: TalkDesk,
  turn: Turn,
  seriesId: string,
  name: SeriesEventName,
): Promise<SeriesSeen | Reply<never>> {
  const seen = await seeSeries(desk, turn, seriesId);
  if (!seen || (seen.loaded.body.state === 'draft' && !seen.actor.isHost)) return refuse('not_found');
  return mayDo(name, seen.actor) ? seen : refuse('forbidden', await notHost(desk, turn, seen.community));
}

async function pressed<B extends z.ZodType>(
  desk: TalkDesk,
  { turn, params, body, version }: Call<unknown, z.infer<B>>,
  { name, read }: Event<B>,
): Promise<Reply<SeriesView>> {
  const seriesId = params.id ?? '';
  const seen = await allowed(desk, turn, seriesId, name);
  if ('kind' in seen) return seen;
  if (version !== seen.loaded.version) return refuse('stale');
  const asked = read(turn, body, seen);
  if (asked.kind === 'refused') return asked;
  const done = await pressSeries(desk, turn, { seriesId, version, ...withoutKind(asked) }, 1);
  if (done.kind !== 'done') return refusalOf(desk, turn, done);
  return shownSeries(desk, turn, seriesId, turn.words(`hours.done.${name}`));
}

const withoutKind = ({ kind: _, ...asked }: Asked): Omit<Asked, 'kind'> => asked;

async function previewed<B extends z.ZodType>(
  desk: TalkDesk,
  { turn, params, body }: Call<unknown, z.infer<B>>,
  { name, read }: Event<B>,
): Promise<Reply<Preview>> {
  const seriesId = params.id ?? '';
  const seen = await allowed(desk, turn, seriesId, name);
  if ('kind' in seen) return seen;
  const asked = read(turn, body, seen);
  if (asked.kind === 'refused') return asked;
  const judged = await judgeSeries(desk, turn, { seriesId, ...withoutKind(asked) });
  if (judged.kind !== 'ready') return refusalOf(desk, turn, judged);
  const told = judged.changes.some(({ kind }) => kind !== 'made') ? [turn.words('hours.toldPeople')] : [];
  return { kind: 'ok', body: { changes: changeLines(turn, judged), told } };
}

async function refusalOf(desk: TalkDesk, turn: Turn, refused: RefusedSeries): Promise<Reply<never>> {
  switch (refused.kind) {
    case 'missing':
      return refuse('not_found');
    case 'stale':
      return refuse('stale');
    case 'refused': {
      const { why, seen } = refused;
      if (why === 'forbidden') return refuse('forbidden', await notHost(desk, turn, seen.community));
      const message = turn.words(`series.not.${why}`);
      if (why === 'outdated') return refuse('already_done', message);
      return wrongFields([{ path: 'date', error: 'field_choice', message }]);
    }
  }
}
