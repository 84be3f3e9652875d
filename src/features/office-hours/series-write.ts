/** A change of a series as one batch: the series, its audit entry and its sessions, the soonest first; what does not fit follows by a job. */
import type { WriteOperation } from '../../core/documents.ts';
import { dueOperation, never } from '../../core/due-item.ts';
import { addDays, dayOf } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import type { Series } from './model.ts';
import type { SessionChange } from './series-sessions.ts';
import { leftTopics } from './session-topics.ts';
import { changeOperations } from './session-write.ts';

export const expandJob = 'seriesExpand';

/** Room is left for what the turn itself brings. */
const mostOperations = 90;
const days = 7;

export interface Follow {
  readonly id: string;
  readonly after: Series;
  readonly changes: readonly SessionChange[];
  readonly reason?: string;
  /** The series whose sessions talk about what is left open. */
  readonly heirId?: string | undefined;
}

/** The operations of every session that changes, in groups that belong together. */
export function sessionGroups(turn: Turn, follow: Follow): Promise<WriteOperation[][]> {
  const { after: series, changes, reason, heirId: seriesId } = follow;
  const isAlone = changes.filter(({ kind }) => kind === 'cancelled').length === 1;
  return Promise.all(
    changes.map(async (change) => {
      const more = change.kind === 'cancelled' ? await leftTopics(turn, change.loaded, { isAlone, seriesId }) : [];
      return changeOperations(turn, change, { series, more, ...(reason ? { reason } : {}) });
    }),
  );
}

/** As many sessions as one write holds; the job does the others at once, as whoever acts here. */
export async function inOneWrite(
  turn: Turn,
  head: readonly WriteOperation[],
  follow: Follow,
): Promise<WriteOperation[]> {
  const operations = [...head];
  for (const group of await sessionGroups(turn, follow)) {
    if (operations.length + group.length > mostOperations) return [...operations, restOperation(turn, follow)];
    operations.push(...group);
  }
  return operations;
}

const restOperation = ({ now, who }: Turn, { id, after, reason = '' }: Follow): WriteOperation =>
  dueOperation({
    ...{ job: expandJob, subject: id, occurrence: `rest/${after.sequence}`, facts: { by: who.personId, reason } },
    ...{ at: now, usefulUntil: new Date(never) },
  });

/** The week after; the same whoever asks, so that there is one for each week. It never comes too late. */
export function weeklyOperation(id: string, since: Date): WriteOperation {
  const at = new Date(since.getTime() + days * 86_400_000);
  return dueOperation({
    ...{
      job: expandJob,
      subject: id,
      occurrence: `weekly/${addDays(dayOf(since), days)}`,
      facts: { isWeekly: 'true' },
    },
    ...{ at, usefulUntil: new Date(never) },
  });
}
