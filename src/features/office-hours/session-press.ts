/** What a host does to one session: loaded, decided, saved with who is told. Cards and the API share it. */
import type { Turn } from '../../core/turn.ts';
import type { Access } from './access.ts';
import { syncOperations } from './calendar-sync.ts';
import type { Desk } from './desk.ts';
import { type Loaded, loadSession } from './documents.ts';
import type { Series, Session } from './model.ts';
import { seeSeries } from './series-press.ts';
import type { SessionChange } from './series-sessions.ts';
import { editionOf } from './session-edition.ts';
import { decideSession, type SessionEvent, type SessionOutcome } from './session-rules.ts';
import { changeOperations } from './session-write.ts';
import { carryTopics } from './topic-carry.ts';

/** A session before one reader. */
export interface SessionSeen extends Access {
  readonly session: Loaded<Session>;
  readonly series: Loaded<Series>;
}

export type HostEvent = Exclude<SessionEvent, { name: 'begin' | 'finish' }>;

export interface PressingSession {
  readonly sessionId: string;
  readonly event: HostEvent;
  readonly reason?: string;
  /** What the person saw: another version is not changed. */
  readonly version?: string;
}

export type PressedSession =
  | { kind: 'done' }
  | { kind: 'missing' }
  | { kind: 'stale' }
  | { kind: 'refused'; seen: SessionSeen; why: Exclude<SessionOutcome['kind'], 'changed' | 'hidden'> };

/** Undefined for what this reader may not see, as for what does not exist. */
export async function seeSession(desk: Desk, turn: Turn, sessionId: string): Promise<SessionSeen | undefined> {
  const session = await loadSession(turn.store, sessionId);
  const seen = session && (await seeSeries(desk, turn, session.body.seriesId));
  return seen && { session, series: seen.loaded, community: seen.community, actor: seen.actor };
}

/** A press that names no version and meets a newer state is judged again by it: of an RSVP at the same moment nothing is lost. */
export async function pressSession(
  desk: Desk,
  turn: Turn,
  pressing: PressingSession,
  tries = 4,
): Promise<PressedSession> {
  const { sessionId, event, version, reason } = pressing;
  const seen = await seeSession(desk, turn, sessionId);
  if (!seen) return { kind: 'missing' };
  const { session: loaded, series, actor } = seen;
  if (version !== undefined && version !== editionOf(loaded.body)) return { kind: 'stale' };
  const outcome = decideSession({ session: loaded.body, event, actor, now: turn.now });
  if (outcome.kind === 'hidden') return { kind: 'missing' };
  if (outcome.kind !== 'changed') return { kind: 'refused', seen, why: outcome.kind };
  const more = event.name === 'cancel' ? await carryTopics(turn, loaded) : [];
  const said = event.name === 'cancel' ? event.reason : reason;
  const change: SessionChange = { kind: kinds[event.name], loaded, session: outcome.session };
  const besides = { series: series.body, more, ...(said ? { reason: said } : {}) };
  const sync = syncOperations(desk, turn.now, series.id, series.body);
  const result = await turn.store.write([...changeOperations(turn, change, besides), ...sync]);
  if (result.kind === 'ok') return { kind: 'done' };
  return tries > 1 ? pressSession(desk, turn, pressing, tries - 1) : { kind: 'stale' };
}

const kinds = { move: 'moved', cancel: 'cancelled', rehost: 'rehosted' } as const;
