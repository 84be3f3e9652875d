/** What a calendar file (`.ics`) is made of: plain data that `files/` writes down. */
import type { Schedule } from './recurrence.ts';

interface Described {
  /** Stays the same for good; made of our ids. */
  readonly uid: string;
  readonly title: string;
  readonly description?: string;
  readonly location?: string;
  /** Left out of the file unless it is a plain https link. */
  readonly url?: string;
  /** Goes up with every change, or calendars keep what they have. */
  readonly sequence: number;
  readonly changedAt: Date;
  readonly isCancelled: boolean;
}

export interface SessionEntry extends Described {
  readonly kind: 'session';
  readonly zone: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** One date of a series that is not as the rule says. */
export interface Override {
  /** The date by the rule. */
  readonly localDate: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly sequence: number;
  readonly changedAt: Date;
  readonly isCancelled: boolean;
  /** Left out, that of the series. */
  readonly title?: string;
}

/**
 * A series changed from a date on is two entries with a `uid` each: the first ends with a `lastDate`.
 * An override of a skipped date is not written: the date is gone already.
 */
export interface SeriesEntry extends Described {
  readonly kind: 'series';
  readonly schedule: Schedule;
  readonly overrides: readonly Override[];
}

export type CalendarEntry = SessionEntry | SeriesEntry;

export interface CalendarFile {
  readonly name: string;
  readonly entries: readonly CalendarEntry[];
}

/** The same file gives the same text, byte by byte. */
export type WriteCalendar = (file: CalendarFile) => string;
