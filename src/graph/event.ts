/** The event that a series is in the calendar: what should stand there in Graph's words, and where it differs. Pure. */
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { CalendarSeries } from '../core/calendar.ts';
import type { RecurrenceRule } from '../core/recurrence.ts';
import { safeUrl } from '../core/text.ts';

const moment = z.object({ dateTime: z.string(), timeZone: z.string() });

export const recurrence = z.object({
  pattern: z.object({
    type: z.string(),
    interval: z.number(),
    daysOfWeek: z.array(z.string().toLowerCase()).nullish(),
    index: z.string().nullish(),
    dayOfMonth: z.number().nullish(),
    firstDayOfWeek: z.string().toLowerCase().nullish(),
  }),
  range: z.object({
    type: z.string(),
    startDate: z.string(),
    endDate: z.string().nullish(),
    numberOfOccurrences: z.number().nullish(),
    recurrenceTimeZone: z.string().nullish(),
  }),
});

/** As Graph gives it; a link that is none is left out. */
export const event = z.object({
  id: z.string().min(1).max(500),
  subject: z.string().nullish(),
  start: moment,
  end: moment,
  isCancelled: z.boolean().nullish(),
  isOnlineMeeting: z.boolean().nullish(),
  onlineMeeting: z.object({ joinUrl: z.string().nullish() }).nullish(),
  recurrence: recurrence.nullish(),
});
export type Event = z.infer<typeof event>;

export const eventFields = 'id,subject,start,end,isCancelled,isOnlineMeeting,onlineMeeting,recurrence';

export const joinUrlOf = ({ onlineMeeting }: Event): string | undefined => safeUrl(onlineMeeting?.joinUrl ?? '');

export interface Wanted {
  readonly subject: string;
  readonly when: {
    readonly start: z.infer<typeof moment>;
    readonly end: z.infer<typeof moment>;
    readonly recurrence: z.infer<typeof recurrence>;
  };
}

/** When a series is: from the first date that its rule really has, so that Graph need not look for one. */
export interface Span {
  readonly zone: string;
  readonly first: string;
  /** Days or a number; neither is for ever. */
  readonly lastDate?: string | undefined;
  readonly count?: number | undefined;
}

export function wantedOf(series: CalendarSeries, { zone, first, lastDate, count }: Span): Wanted {
  const start = `${first}T${series.startsAt}:00`;
  return {
    subject: series.title,
    when: {
      start: { dateTime: start, timeZone: zone },
      end: { dateTime: minutesOn(start, series.durationMinutes), timeZone: zone },
      recurrence: { pattern: patternOf(series.rule), range: rangeOf({ first, lastDate, count }) },
    },
  };
}

/** On the clock's face: a session that a change of the clocks falls into is put right afterwards, like any that differs. */
const minutesOn = (local: string, minutes: number): string =>
  new Date(Date.parse(`${local}Z`) + minutes * 60_000).toISOString().slice(0, 19);

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const indexes = ['first', 'second', 'third', 'fourth'];
const dayOf = (weekday: number): string => days[weekday - 1] ?? '';

function patternOf(rule: RecurrenceRule) {
  switch (rule.every) {
    case 'week':
      return { type: 'weekly', interval: 1, daysOfWeek: [dayOf(rule.weekday)], firstDayOfWeek: 'monday' };
    case 'twoWeeks':
      return { type: 'weekly', interval: 2, daysOfWeek: [dayOf(rule.weekday)], firstDayOfWeek: 'monday' };
    case 'monthByWeekday':
      return {
        type: 'relativeMonthly',
        interval: 1,
        daysOfWeek: [dayOf(rule.weekday)],
        index: indexes[rule.ordinal - 1] ?? 'last',
      };
    case 'monthByDate':
      return { type: 'absoluteMonthly', interval: 1, dayOfMonth: rule.dayOfMonth };
  }
}

function rangeOf({ first, lastDate, count }: Omit<Span, 'zone'>) {
  if (count !== undefined) return { type: 'numbered', startDate: first, numberOfOccurrences: count };
  if (lastDate !== undefined) return { type: 'endDate', startDate: first, endDate: lastDate };
  return { type: 'noEnd', startDate: first };
}

/** What a new event has beside the rest. No attendees: nobody's name leaves for the calendar. */
export const newEvent = (series: CalendarSeries, wanted: Wanted, transactionId: string): object => ({
  subject: wanted.subject,
  body: { contentType: 'text', content: series.description },
  ...wanted.when,
  ...meeting,
  transactionId,
  singleValueExtendedProperties: [{ id: seriesProperty, value: series.seriesId }],
});

const meeting = { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' };

/** Where an event says which series it is. */
export const seriesProperty = 'String {fde989db-e4ad-40f9-84c9-4d2e8e8c0106} Name FieldbookSeries';

/**
 * Only what differs, undefined when nothing does. The text is never touched, since the link of the meeting stands in it;
 * nor is the meeting where there is one, since that would make a new link.
 */
export function differing(found: Event, wanted: Wanted): object | undefined {
  const changes = {
    ...(found.subject === wanted.subject ? {} : { subject: wanted.subject }),
    ...(isWhen(found, wanted.when) ? {} : wanted.when),
    ...(found.isOnlineMeeting ? {} : meeting),
  };
  return Object.keys(changes).length > 0 ? changes : undefined;
}

const isWhen = (found: Event, { start, end, recurrence: { pattern, range } }: Wanted['when']): boolean =>
  isSame(found.start, start) &&
  isSame(found.end, end) &&
  holds(found.recurrence?.pattern, pattern) &&
  holds(found.recurrence?.range, range) &&
  // Another zone may show the same time on the first date and not on later ones.
  [undefined, null, '', start.timeZone].includes(found.recurrence?.range.recurrenceTimeZone);

/** Asked for in this zone, so that only the time on the clock is compared, to the second. */
const isSame = (found: z.infer<typeof moment>, wanted: z.infer<typeof moment>): boolean =>
  found.dateTime.slice(0, wanted.dateTime.length) === wanted.dateTime;

/** Graph fills in what a rule does not use; only what we say is compared. */
function holds(found: object | null | undefined, wanted: object): boolean {
  const there = new Map(Object.entries(found ?? {}));
  return Object.entries(wanted).every(([name, value]) => isDeepStrictEqual(there.get(name), value));
}
