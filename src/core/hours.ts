/** When a message may reach a person: their switches, pause and hours (product 8.6, L7). Pure. */
import { Temporal } from 'temporal-polyfill';
import type { Lane } from './notice.ts';
import type { Person, ReminderChoice, WorkHours } from './person.ts';

export type Pace =
  | { kind: 'now' }
  | { kind: 'later'; at: Date }
  /** One card at the start of the next working day stands for all of them. */
  | { kind: 'dayCard'; at: Date }
  | { kind: 'off' };

/** Where nobody chose: the card of the day comes at nine on a working day, answers at any hour. */
const usualHours: WorkHours = { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' };

export interface Asked {
  readonly lane: Lane;
  readonly isUrgent: boolean;
  readonly now: Date;
  readonly zone: string;
}

type Settings = Pick<Person, 'pausedUntil' | 'workHours' | 'notify'>;

export function paceOf({ pausedUntil, workHours, notify }: Settings, { lane, isUrgent, now, zone }: Asked): Pace {
  if (lane === 'always') return { kind: 'now' };
  if (lane === 'reminder' && !isWanted(notify?.reminders, isUrgent)) return { kind: 'off' };
  if ((lane === 'news' || lane === 'dayNews') && notify?.news === 'off') return { kind: 'off' };
  if (lane === 'program' && notify?.work === 'off') return { kind: 'off' };
  const hours = workHours ?? usualHours;
  const local = Temporal.Instant.from(now.toISOString()).toZonedDateTimeISO(zone);
  const isPaused = pausedUntil !== undefined && local.toPlainDate().toString() < pausedUntil;
  const next = nextStart(local, hours, pausedUntil);
  const isWork = lane === 'work' && !isUrgent;
  if (isWork && notify?.work === 'off') return { kind: 'off' };
  if (isWork || lane === 'dayNews' || (lane === 'answers' && !isUrgent && notify?.answers === 'day'))
    return { kind: 'dayCard', at: next };
  const isQuiet = workHours !== undefined && !isWithin(local, workHours);
  return isPaused || isQuiet ? { kind: 'later', at: next } : { kind: 'now' };
}

/** Of the day before and of shortly before each person keeps what helps them. */
const isWanted = (reminders: ReminderChoice = 'both', isShortlyBefore: boolean): boolean =>
  reminders === 'both' || reminders === (isShortlyBefore ? 'soon' : 'day');

function isWithin(local: Temporal.ZonedDateTime, { days, from, to }: WorkHours): boolean {
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  return days.includes(local.dayOfWeek) && time >= from && time < to;
}

/** The next start of work after this moment, not before a pause ends. A start that a clock change skips moves forward. */
function nextStart(local: Temporal.ZonedDateTime, { days, from }: WorkHours, pausedUntil = ''): Date {
  const today = local.toPlainDate();
  const first = pausedUntil > today.toString() ? Temporal.PlainDate.from(pausedUntil) : today;
  for (let ahead = 0; ahead < 8; ahead++) {
    const day = first.add({ days: ahead });
    if (!days.includes(day.dayOfWeek)) continue;
    const start = day.toZonedDateTime({ timeZone: local.timeZoneId, plainTime: from });
    if (start.epochMilliseconds > local.epochMilliseconds) return new Date(start.epochMilliseconds);
  }
  return new Date(local.add({ days: 1 }).epochMilliseconds);
}
