/** Sessions as a list of the tab: those to come, those that are over, or those of some days. */
import type { z } from 'zod';
import type { CommunityView } from '../../core/community.ts';
import { type Condition, findAll } from '../../core/documents.ts';
import { atLocal, endOfDay } from '../../core/local-time.ts';
import type { Call, FieldProblem, Reply } from '../../core/route.ts';
import { type Sifted, siftedPage } from '../../core/sifted.ts';
import type { Turn } from '../../core/turn.ts';
import { actorIn } from './access.ts';
import { type Loaded, loadRsvp, loadSeries, rsvpId, rsvpOf, sessionOf } from './documents.ts';
import type { Series, Session } from './model.ts';
import { plannedBy, roomHere } from './plan-open.ts';
import { isOver } from './rsvp-rules.ts';
import type { SessionLine, SessionList, sessionQuery } from './session-contract.ts';
import { sessionLine } from './session-line.ts';
import type { TalkDesk } from './talk-desk.ts';
import { mayRun } from './talk-sight.ts';

type Query = z.infer<typeof sessionQuery>;

const mostDays = 366;
const longestMs = 120 * 60_000;
const dayMs = 86_400_000;

export async function listedSessions(desk: TalkDesk, { turn, query, page }: Call<Query>): Promise<Reply<SessionList>> {
  const problem = rangeProblem(turn, query);
  if (problem) return { kind: 'refused', code: problem.error, message: problem.message, fields: [problem] };
  const seen = (await desk.communities.all(turn)).filter((each) => actorIn(turn, each).sees);
  const asked = seen.filter(({ id }) => query.community === undefined || id === query.community);
  const found = await pageOf(turn, query, { ids: asked.map(({ id }) => id), ...page });
  const lines = await linesOf(desk, turn, found.items, seen);
  const next = found.hasMore ? (found.reached ?? found.items.at(-1)?.position) : undefined;
  return { kind: 'ok', body: { items: lines, ...(await frameOf(desk, turn, seen)) }, ...(next ? { next } : {}) };
}

async function frameOf(desk: TalkDesk, turn: Turn, seen: readonly CommunityView[]) {
  const room = await roomHere(desk, turn);
  return {
    communities: seen.map(({ id, name }) => ({ id, name })),
    mayPlan: room.kind === 'open',
    whoCan: await plannedBy(desk, turn, room),
  };
}

/** A list of years is nobody's calendar. */
function rangeProblem({ words }: Turn, { from, to }: Query): FieldProblem | undefined {
  if (from === undefined || to === undefined) return undefined;
  const days = (Date.parse(to) - Date.parse(from)) / dayMs;
  if (days >= 0 && days <= mostDays) return undefined;
  return { path: 'to', error: 'bad_range', message: words('error.bad_range', { field: 'to' }) };
}

interface Asked {
  readonly ids: readonly string[];
  readonly limit: number;
  readonly after?: string;
}

async function pageOf(turn: Turn, query: Query, { ids, limit, after }: Asked): Promise<Sifted<Loaded<Session>>> {
  if (ids.length === 0) return { items: [], hasMore: false };
  const own = query.mine ? await ownSessions(turn) : undefined;
  return siftedPage(turn.store, {
    ...{ limit, after },
    query: { kind: 'session', where: [['communityId', 'in', ids], ...spanOf(turn, query)] },
    orderBy: { field: 'startsAt', direction: query.past ? 'desc' : 'asc' },
    read(document) {
      const session = sessionOf(document);
      const isMine = !own || own.has(session.id) || session.body.hostId === turn.who.personId;
      return isMine && isListed(turn, query, session.body) ? session : undefined;
    },
  });
}

/** By its start: one that has begun may still run. */
function spanOf({ now, who }: Turn, { from, to, past }: Query): Condition[] {
  const isRange = from !== undefined || to !== undefined;
  return [
    ...(from ? [['startsAt', '>=', atLocal(from, '00:00', who.zone).at.toISOString()] as const] : []),
    ...(to ? [['startsAt', '<=', endOfDay(to, who.zone).toISOString()] as const] : []),
    ...(isRange || past ? [] : [['startsAt', '>=', new Date(now.getTime() - longestMs).toISOString()] as const]),
    ...(past ? [['startsAt', '<=', now.toISOString()] as const] : []),
  ];
}

/** What goes with its series was never to be seen by itself; what was cancelled matters until its time has passed. */
function isListed({ now }: Turn, { from, to, past }: Query, session: Session): boolean {
  if (session.isGoneWithSeries) return false;
  if (past) return session.state !== 'cancelled' && isOver(session, now);
  return from !== undefined || to !== undefined || !isOver(session, now);
}

/** Those that the reader comes to, may come to or waits for. */
async function ownSessions({ store, who }: Turn): Promise<ReadonlySet<string>> {
  const own = new Set<string>();
  const where = [
    ['personId', '=', who.personId],
    ['answer', 'in', ['yes', 'maybe', 'waiting']],
  ] as const;
  for await (const document of findAll(store, { kind: 'rsvp', where })) own.add(rsvpOf(document).body.sessionId);
  return own;
}

async function linesOf(
  desk: TalkDesk,
  turn: Turn,
  items: Sifted<Loaded<Session>>['items'],
  seen: readonly CommunityView[],
): Promise<SessionLine[]> {
  const known = new Map<string, Promise<Loaded<Series> | undefined>>();
  const seriesOf = (id: string) => {
    const loading = known.get(id) ?? loadSeries(turn.store, id);
    known.set(id, loading);
    return loading;
  };
  const lines = await Promise.all(
    items.map(async ({ item: session }): Promise<SessionLine | undefined> => {
      const { personId } = turn.who;
      const [series, own] = await Promise.all([
        seriesOf(session.body.seriesId),
        loadRsvp(turn.store, rsvpId(desk.hash, session.id, personId)),
      ]);
      const community = seen.find(({ id }) => id === session.body.communityId);
      if (!series || !community) return undefined;
      const isHost = mayRun(community, series.body, personId) || session.body.hostId === personId;
      return sessionLine(turn, { session, series, community, own, isHost });
    }),
  );
  return lines.flatMap((line) => line ?? []);
}
