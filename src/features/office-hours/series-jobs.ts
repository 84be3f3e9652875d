/** What time does to a series: every week its sessions are held against its rule, and again when the rules of a zone are others. */
import { findAll, type TenantStore, type WriteOperation } from '../../core/documents.ts';
import { type DueItem, dueOperation, never } from '../../core/due-item.ts';
import type { Job } from '../../core/feature.ts';
import type { Turn } from '../../core/turn.ts';
import { syncOperations } from './calendar-sync.ts';
import type { Desk } from './desk.ts';
import { loadSeries } from './documents.ts';
import { reconciled } from './series-sessions.ts';
import { expandJob, sessionGroups, weeklyOperation } from './series-write.ts';
import { sessionsAround } from './session-documents.ts';

const zonesJob = 'zonesChanged';
const weekMs = 7 * 86_400_000;

export const seriesJobs = (desk: Pick<Desk, 'calendar'>): Job[] => [
  { name: expandJob, run: (turn, item) => expanded(desk, turn, item) },
  { name: zonesJob, run: forEverySeries },
];

/** The same sessions whoever runs it and however often. A series that pauses keeps its week; one that ended has none. */
async function expanded(
  desk: Pick<Desk, 'calendar'>,
  turn: Turn,
  { subject, facts, dueAt }: DueItem,
): Promise<WriteOperation[]> {
  const loaded = await loadSeries(turn.store, subject);
  if (!loaded || loaded.body.state === 'ended' || loaded.body.state === 'draft') return [];
  const { by, reason = '' } = facts;
  // The rest of what somebody changed is theirs as well: they need not be told of it.
  const acting = by ? { ...turn, who: { ...turn.who, personId: by } } : turn;
  const { body: after } = loaded;
  const sessions = await sessionsAround(turn.store, subject, after, turn.now);
  const who = { by: acting.who.personId, now: turn.now, reason };
  const changes = reconciled({ seriesId: subject, before: after, after, sessions, ...who });
  const groups = await sessionGroups(acting, { id: subject, after, changes, reason });
  return [
    ...groups.flat(),
    ...syncOperations(desk, turn.now, subject, after),
    ...(facts.isWeekly ? [weeklyOperation(subject, lastWeek(dueAt, turn.now))] : []),
  ];
}

/** When down for longer, the weeks between are not made up for. */
function lastWeek(dueAt: string, now: Date): Date {
  const due = Date.parse(dueAt);
  const missed = Math.floor((now.getTime() - due) / weekMs);
  return new Date(due + Math.max(0, missed) * weekMs);
}

/** Each by itself: one that fails holds no other back. */
async function forEverySeries({ store, now }: Turn, { facts }: DueItem): Promise<WriteOperation[]> {
  const operations: WriteOperation[] = [];
  const where = [['state', 'in', ['active', 'paused']]] as const;
  for await (const { id } of findAll(store, { kind: 'series', where }))
    operations.push(
      dueOperation({
        ...{ job: expandJob, subject: id, occurrence: `zones/${facts.tzdata}`, facts: {} },
        ...{ at: now, usefulUntil: new Date(never) },
      }),
    );
  return operations;
}

/** At a start: the zones may have other rules than when the sessions were made. Looked at once for each edition of them. */
export async function planZoneCheck(store: TenantStore, now: Date, tzdata = process.versions.tz): Promise<void> {
  const where = [['state', 'in', ['active', 'paused']]] as const;
  if ((await store.find({ kind: 'series', where, limit: 1 })).items.length === 0) return;
  await store.write([
    dueOperation({
      ...{ job: zonesJob, subject: 'zones', occurrence: tzdata ?? '', facts: { tzdata: tzdata ?? '' } },
      ...{ at: now, usefulUntil: new Date(never) },
    }),
  ]);
}
