/** What happens to a series: loaded, decided, saved with its sessions. Cards and the API share it and differ in what they show. */
import type { WriteOperation } from '../../core/documents.ts';
import { repostOperation } from '../../core/post.ts';
import type { Turn } from '../../core/turn.ts';
import { type Access, accessOf } from './access.ts';
import { syncOperations } from './calendar-sync.ts';
import type { Desk } from './desk.ts';
import { auditOf, type Loaded, loadSeries, replaced } from './documents.ts';
import { type Series, type Session, series as schema } from './model.ts';
import { fillOperation, sessionPost } from './rsvp-promote.ts';
import { beginning } from './series-begin.ts';
import { decideSeries, type SeriesEvent, type SeriesEventName, type SeriesOutcome } from './series-rules.ts';
import { reconciled, type SessionChange } from './series-sessions.ts';
import { inOneWrite } from './series-write.ts';
import { sessionsAround } from './session-documents.ts';
import { isAhead } from './session-rules.ts';
import { handedOn, otherSeries } from './session-topics.ts';

/** A series before one reader. */
export interface SeriesSeen extends Access {
  readonly loaded: Loaded<Series>;
}

export interface PressingSeries {
  readonly seriesId: string;
  readonly event: SeriesEvent;
  /** Said of the sessions that are cancelled by it; left out, a plain one. */
  readonly reason?: string;
  /** What the person saw: another version is not changed. Left out, the event is judged by what is stored. */
  readonly version?: string;
}

/** It may happen: what would be written. */
export interface ReadySeries {
  readonly kind: 'ready';
  readonly seen: SeriesSeen;
  readonly after: Series;
  readonly sessions: readonly Loaded<Session>[];
  readonly changes: readonly SessionChange[];
  readonly reason: string;
}

export type RefusedSeries =
  | { kind: 'missing' }
  | { kind: 'stale' }
  | { kind: 'refused'; seen: SeriesSeen; why: Exclude<SeriesOutcome['kind'], 'changed' | 'hidden'> };

export type PressedSeries = { kind: 'done'; changes: readonly SessionChange[] } | RefusedSeries;

/** Undefined for what this reader may not see, as for what does not exist. */
export async function seeSeries(desk: Desk, turn: Turn, seriesId: string): Promise<SeriesSeen | undefined> {
  const loaded = await loadSeries(turn.store, seriesId);
  const access = loaded && (await accessOf(desk, turn, loaded.body.communityId));
  return loaded && access?.actor.sees ? { ...access, loaded } : undefined;
}

/** Judged, and nothing written. */
export async function judgeSeries(
  desk: Desk,
  turn: Turn,
  pressing: PressingSeries,
): Promise<ReadySeries | RefusedSeries> {
  const { seriesId, event, version } = pressing;
  const seen = await seeSeries(desk, turn, seriesId);
  if (!seen) return { kind: 'missing' };
  const { loaded, actor } = seen;
  if (version !== undefined && version !== loaded.version) return { kind: 'stale' };
  const outcome = decideSeries({ series: loaded.body, event, actor, now: turn.now });
  if (outcome.kind === 'hidden') return { kind: 'missing' };
  if (outcome.kind !== 'changed') return { kind: 'refused', seen, why: outcome.kind };
  const { series: after } = outcome;
  const { reason = reasonOf(turn, event.name) } = pressing;
  const sessions = await sessionsAround(turn.store, seriesId, after, turn.now);
  const by = { by: turn.who.personId, now: turn.now, reason };
  const changes = reconciled({ seriesId, before: loaded.body, after, sessions, ...by });
  return { kind: 'ready', seen, after, sessions, changes, reason };
}

/** Said of the sessions that are cancelled by it, where the host says nothing else. */
const reasonOf = ({ words }: Turn, name: SeriesEventName): string =>
  name === 'activate' || name === 'resume' ? '' : words(`series.reason.${name}`);

/** A press that names no version and meets a newer state is judged again by it. */
export async function pressSeries(desk: Desk, turn: Turn, pressing: PressingSeries, tries = 4): Promise<PressedSeries> {
  const ready = await judgeSeries(desk, turn, pressing);
  if (ready.kind !== 'ready') return ready;
  const { after, changes, reason } = ready;
  const { seriesId: id, event } = pressing;
  const heirId = event.name === 'end' ? await otherSeries(turn, after.communityId, id) : undefined;
  const topics = heirId ? await handedOn(turn, id, heirId) : [];
  const begun =
    event.name === 'activate' ? await beginning(turn, { id, changes, community: ready.seen.community }) : [];
  const head = [...headOf(turn, ready, event), ...begun, ...topics, ...syncOperations(desk, turn.now, id, after)];
  const result = await turn.store.write(await inOneWrite(turn, head, { id, after, changes, reason, heirId }));
  if (result.kind === 'ok') return { kind: 'done', changes };
  return tries > 1 ? pressSeries(desk, turn, pressing, tries - 1) : { kind: 'stale' };
}

/** The series itself, and what else its change means for sessions that stand as they did. */
function headOf(turn: Turn, ready: ReadySeries, event: SeriesEvent): WriteOperation[] {
  const { seen, after, reason } = ready;
  const { loaded } = seen;
  const [before, next] = [loaded.body.state, after.state];
  return [
    replaced('series', loaded, schema.parse(after)),
    auditOf(turn, {
      ...{ entityType: 'series', entityId: loaded.id, event: event.name },
      ...(reason === '' ? {} : { reason }),
      ...(before === next ? {} : { changes: { state: { before, after: next } } }),
    }),
    ...(event.name === 'change' ? besides(turn, ready) : []),
  ];
}

/** Their cards may say another title or link now; of more seats those who wait get theirs. */
function besides({ now }: Turn, { seen, after, sessions, changes }: ReadySeries): WriteOperation[] {
  const changed = new Set(
    changes.flatMap((each) => (each.kind === 'made' || each.kind === 'replanned' ? [] : [each.loaded.id])),
  );
  const ahead = sessions.filter(({ body }) => isAhead(body, now));
  const hasMore =
    (after.capacity ?? Number.POSITIVE_INFINITY) > (seen.loaded.body.capacity ?? Number.POSITIVE_INFINITY);
  return [
    ...ahead.flatMap(({ id }) => (changed.has(id) ? [] : [repostOperation(now, sessionPost, id)])),
    ...ahead.flatMap(({ id, body }) => (hasMore && body.waiting > 0 ? [fillOperation(now, id)] : [])),
  ];
}
