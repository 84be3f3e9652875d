/** Friday's questions are planned for each person: by a run of theirs, by their pilot, and by the Friday before. */
import type { TenantStore, WriteOperation } from '../../core/documents.ts';
import { dueId, dueOperation } from '../../core/due-item.ts';
import type { Turn } from '../../core/turn.ts';
import { nextFriday } from './friday-times.ts';

export const fridayJob = 'friday';
const usefulMs = 3 * 3_600_000;

/** The same person and week are one item, whoever plans it. */
export function fridayOperation(personId: string, after: Date, zone: string): WriteOperation {
  const { at, week } = nextFriday(after, zone);
  const usefulUntil = new Date(at.getTime() + usefulMs);
  return dueOperation({ job: fridayJob, subject: personId, occurrence: week, facts: { week }, at, usefulUntil });
}

/** Beside what plans it: one that is there already changes nothing. */
export async function planFriday(store: TenantStore, personId: string, after: Date, zone: string): Promise<void> {
  const id = dueId(fridayJob, personId, nextFriday(after, zone).week);
  if (!(await store.get('dueItem', id))) await store.write([fridayOperation(personId, after, zone)]);
}

/** Of somebody who acts now. */
export const planOwnFriday = ({ store, who, now }: Turn): Promise<void> =>
  planFriday(store, who.personId, now, who.zone);
