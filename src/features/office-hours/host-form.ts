/** The little forms of a host: what is asked before a session or a series is changed, with what is there already. */
import { z } from 'zod';
import { localOf } from '../../core/local-time.ts';
import { placeOf } from '../../core/place.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { hostFormCard } from './cards/host-form.card.ts';
import type { Desk } from './desk.ts';
import { cityOf } from './plan-form.ts';
import { forbidden } from './plan-open.ts';
import { datesAhead } from './series-dates.ts';
import { type SeriesSeen, seeSeries } from './series-press.ts';
import { mayDo as maySeries } from './series-rules.ts';
import { dateLines } from './series-view.ts';
import { type SessionSeen, seeSession } from './session-press.ts';
import { mayDo as maySession } from './session-rules.ts';
import { whenLine } from './session-view.ts';

export const ofSession = ['move', 'cancel', 'rehost'] as const;
export const ofSeries = ['skip', 'pause', 'resume', 'end'] as const;

const id = z.string().max(100).catch('').default('');
const short = z.string().max(200).catch('').default('');

/** What was typed and picked; which of it counts depends on what is done. */
export const doing = z.object({
  what: z.enum([...ofSession, ...ofSeries]),
  sessionId: id,
  seriesId: id,
  day: short,
  time: short,
  date: short,
  hostId: id,
  reason: z.string().max(20_000).default(''),
});
export type Doing = z.infer<typeof doing>;

type SessionAct = (typeof ofSession)[number];
type SeriesAct = (typeof ofSeries)[number];

export const isOfSession = (what: Doing['what']): what is SessionAct => ofSession.some((each) => each === what);

type Asked<Name extends string> = Omit<Doing, 'what'> & { readonly what: Name };

/** A new form: what is there already stands in it. */
export async function hostForm(
  desk: Desk,
  turn: Turn,
  asked: Doing,
  problems: readonly string[] = [],
): Promise<Answer> {
  const { what } = asked;
  const look = isOfSession(what)
    ? await sessionForm(desk, turn, { ...asked, what })
    : await seriesForm(desk, turn, { ...asked, what });
  if ('kind' in look) return look;
  const { words } = turn;
  const heading = words(`host.heading.${what}`);
  const data = {
    ...{ summary: heading, heading, intro: words(`host.intro.${what}`), goTitle: words(`host.go.${what}`) },
    problems: problems.map((text) => ({ text })),
    ...{ whatId: what, sessionId: asked.sessionId, seriesId: asked.seriesId, isOfSession: isOfSession(what) },
    ...{ asksTime: what === 'move', asksDate: what === 'skip', asksHost: what === 'rehost' },
    ...{ asksReason: what !== 'rehost', needsReason: needsReason(what), reason: asked.reason },
    ...look,
  };
  const card = hostFormCard.render(data, words, placeOf(turn));
  return { kind: 'form', title: heading, card, size: 'medium' };
}

/** Those who counted on a session are told why it does not take place. */
export const needsReason = (what: Doing['what']): boolean => what === 'cancel';

const nothing = { day: '', time: '', timeLabel: '', date: '', dates: [], hostId: '', hosts: [] };

async function sessionForm(desk: Desk, turn: Turn, asked: Asked<SessionAct>) {
  const { sessionId, day, time, hostId, what } = asked;
  const seen = await seeSession(desk, turn, sessionId);
  if (!seen) return refused(turn, 'not_found');
  if (!maySession(what, seen.actor)) return forbidden(desk, turn, seen.community);
  const { session, series } = seen;
  const local = localOf(new Date(session.body.startsAt), series.body.zone);
  const hosts = what === 'rehost' ? await hostChoices(desk, turn, seen) : [];
  return {
    ...nothing,
    title: `${series.body.title}: ${whenLine(turn, { ...seen, isPost: false })}`,
    timeLabel: turn.words('plan.time', { zone: cityOf(series.body.zone) }),
    ...{ day: day || local.date, time: time || local.time },
    ...{ hosts, hostId: hostId || (hosts[0]?.choiceId ?? '') },
  };
}

/** The other hosts of the community and the series. */
async function hostChoices(desk: Desk, turn: Turn, { session, series, community }: SessionSeen) {
  const ids = hostsOf({ series, community }).filter((personId) => personId !== session.body.hostId);
  return Promise.all(
    ids.map(async (choiceId) => ({
      title: (await desk.nameOf(turn, choiceId)) || turn.words('session.someHost'),
      choiceId,
    })),
  );
}

/** Whom a session may be given to. */
export const hostsOf = ({ series, community }: Pick<SessionSeen, 'series' | 'community'>): string[] => [
  ...new Set([...series.body.hostIds, ...community.hostIds]),
];

const datesOffered = 10;

async function seriesForm(desk: Desk, turn: Turn, { seriesId, date, what }: Asked<SeriesAct>) {
  const seen = await seeSeries(desk, turn, seriesId);
  if (!seen) return refused(turn, 'not_found');
  if (!maySeries(what, seen.actor)) return forbidden(desk, turn, seen.community);
  const dates = what === 'skip' ? dateChoices(turn, seen) : [];
  return { ...nothing, title: seen.loaded.body.title, dates, date: date || (dates[0]?.choiceId ?? '') };
}

function dateChoices(turn: Turn, { loaded, community }: SeriesSeen) {
  const dates = datesAhead(loaded.body, turn.now, datesOffered);
  const titles = dateLines(turn, community, dates);
  return dates.map(({ localDate }, at) => ({ title: titles[at] ?? localDate, choiceId: localDate }));
}
