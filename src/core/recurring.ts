/** Work that comes again and again for a whole tenant: begun when a server starts, then planned by the time before (reliability 9). */
import type { TenantStore, WriteOperation } from './documents.ts';
import { dueOperation } from './due-item.ts';

export interface Recurring {
  /** Of one of the feature's jobs; it writes its next time by `nextTime` in what it returns. */
  readonly job: string;
  /** The first time after this moment; the same for every server. */
  next(after: Date): Date;
}

/** Stands for the whole tenant as the subject of such an item. */
export const wholeTenant = 'tenant';
/** However long nothing ran, the next time is planned. */
const plansMs = 3_660 * 86_400_000;

/** One item for each time, whoever plans it. */
export function nextTime({ job, next }: Recurring, now: Date): Extract<WriteOperation, { op: 'create' }> {
  const at = next(now);
  const usefulUntil = new Date(at.getTime() + plansMs);
  return dueOperation({ job, subject: wholeTenant, occurrence: at.toISOString(), at, usefulUntil });
}

/** Safe at every start and in every instance: only what is missing is written. */
export async function begin(store: TenantStore, all: readonly Recurring[], now: Date): Promise<void> {
  for (const recurring of all) {
    const operation = nextTime(recurring, now);
    if (!(await store.get(operation.kind, operation.id))) await store.write([operation]);
  }
}

const dayMs = 86_400_000;

/** Each day at this hour of UTC. */
export const daily =
  (hour: number) =>
  (after: Date): Date => {
    const today = new Date(after.toISOString().slice(0, 10)).getTime() + hour * 3_600_000;
    return new Date(today > after.getTime() ? today : today + dayMs);
  };
