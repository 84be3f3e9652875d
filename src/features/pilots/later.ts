/** What comes to a pilot by itself: its middle, its end, a word when nobody decides, and what is cleaned up. */
import type { WriteOperation } from '../../core/documents.ts';
import { dueOperation } from '../../core/due-item.ts';
import { atLocal } from '../../core/local-time.ts';
import { midDateOf } from './calendar.ts';
import type { Pilot } from './model.ts';

export const midpointJob = 'pilotMidpoint';
export const endJob = 'pilotEnd';
export const stillOpenJob = 'pilotStillOpen';
export const cleanJob = 'pilotClean';

const dayMs = 86_400_000;
const usefulMs = 365 * dayMs;

/** In the morning, when people work. */
export function midpointOperations(subject: string, pilot: Pilot): WriteOperation[] {
  const day = midDateOf(pilot);
  return day ? [dueAt(midpointJob, subject, { at: atLocal(day, '09:00', pilot.zone).at, occurrence: day })] : [];
}

/** As its last day is over, in its zone. It may come to the same day twice: once for each extension. */
export function endOperations(subject: string, { endDate, extendedBy, zone }: Pilot): WriteOperation[] {
  if (!endDate) return [];
  const occurrence = `${endDate}/${extendedBy.length}`;
  return [dueAt(endJob, subject, { at: atLocal(endDate, '00:00', zone).at, occurrence, facts: { day: endDate } })];
}

const firstAfterDays = 10;
const everyDays = 7;

/** Ten days after the end, then by the week, for as long as nobody decides. */
export function stillOpenOperation(subject: string, endedAt: string, count: number): WriteOperation {
  const at = new Date(Date.parse(endedAt) + (firstAfterDays + count * everyDays) * dayMs);
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
