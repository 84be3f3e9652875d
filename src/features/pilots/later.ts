/** What comes to a pilot by itself: its middle, its end, a word when nobody decides, and what is cleaned up. */
import type { WriteOperation } from '../../core/documents.ts';
import { dueOperation } from '../../core/due-item.ts';
import { atLocal } from '../../core/local-time.ts';
import { addDays } from '../../core/time.ts';
import { midDateOf, todayIn } from './calendar.ts';
import type { Pilot } from './model.ts';

export const midpointJob = 'pilotMidpoint';
export const endJob = 'pilotEnd';
export const stillOpenJob = 'pilotStillOpen';
export const cleanJob = 'pilotClean';

const dayMs = 86_400_000;
const usefulMs = 365 * dayMs;

/** When people work: nobody is written to at midnight. */
export const morning = '09:00';

export function midpointOperations(subject: string, pilot: Pilot): WriteOperation[] {
  const day = midDateOf(pilot);
  return day ? [dueAt(midpointJob, subject, { at: atLocal(day, morning, pilot.zone).at, occurrence: day })] : [];
}

/** In the morning after its last day, in its zone. It may come to the same day twice: once for each extension. */
export function endOperations(subject: string, { endDate, extendedBy, zone }: Pilot): WriteOperation[] {
  if (!endDate) return [];
  const occurrence = `${endDate}/${extendedBy.length}`;
  return [dueAt(endJob, subject, { at: atLocal(endDate, morning, zone).at, occurrence, facts: { day: endDate } })];
}

const firstAfterDays = 10;
const everyDays = 7;

/** Ten days after the end, then by the week, for as long as nobody decides. */
export function stillOpenOperation(
  { subject, zone }: { readonly subject: string; readonly zone: string },
  endedAt: string,
  count: number,
): WriteOperation {
  const day = addDays(todayIn(zone, new Date(endedAt)), firstAfterDays + count * everyDays);
  const { at } = atLocal(day, morning, zone);
  return dueAt(stillOpenJob, subject, { at, occurrence: `${endedAt}/${count}`, facts: { endedAt, count: `${count}` } });
}

const cleanAfterDays = 30;

export const cleanOperation = (subject: string, now: Date): WriteOperation =>
  dueAt(cleanJob, subject, { at: new Date(now.getTime() + cleanAfterDays * dayMs), occurrence: 'clean' });

interface When {
  readonly at: Date;
  readonly occurrence: string;
  readonly facts?: Readonly<Record<string, string>>;
}

const dueAt = (job: string, subject: string, when: When): WriteOperation =>
  dueOperation({ ...when, job, subject, usefulUntil: new Date(when.at.getTime() + usefulMs) });
