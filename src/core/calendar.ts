/** A series in a calendar outside of Fieldbook: what should stand there, and what came of putting it there. No names in it. */
import type { RecurrenceRule } from './recurrence.ts';

/** Dates are days by the rule in the zone; times of day are the zone's. */
export interface CalendarSeries {
  /** Ours: it finds the event again when its id is lost. */
  readonly seriesId: string;
  readonly title: string;
  /** Written when the event is made and left alone later: in the calendar it shares a text with the link of the meeting. */
  readonly description: string;
  /** The link that people have so far. */
  readonly joinUrl?: string | undefined;
  readonly rule: RecurrenceRule;
  /** `HH:mm` */
  readonly startsAt: string;
  readonly durationMinutes: number;
  /** IANA. */
  readonly zone: string;
  readonly firstDate: string;
  readonly lastDate?: string | undefined;
  /** Of sessions, those that are skipped counted. */
  readonly count?: number | undefined;
  readonly skipDates: readonly string[];
  /** Sessions that differ from the rule. */
  readonly overrides: readonly CalendarOverride[];
  /** What has begun stays, what lies ahead goes. */
  readonly isEnded: boolean;
}

export interface CalendarOverride {
  /** By the rule, also of a session that was moved. */
  readonly localDate: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly isCancelled: boolean;
}

/** Nothing was wrong with what was asked, only now is no time for it. */
export interface CalendarLater {
  readonly kind: 'later';
  readonly waitMs: number;
}

/** The same again would be refused again. A status of 0: refused before anything was asked. */
export interface CalendarRefused {
  readonly kind: 'refused';
  readonly status: number;
  readonly code: string;
}

export type CalendarPut =
  | {
      readonly kind: 'done';
      readonly eventId: string;
      readonly joinUrl?: string;
      /** What stood there differed from the series, or the link is another one than people have. */
      readonly repaired: boolean;
      /**
       * Coming dates that the calendar does not show as they are: somebody deleted one by hand, which it does not give back,
       * or one was moved past its neighbour, which it refuses. The link holds for them too.
       */
      readonly unshownDates: readonly string[];
    }
  /** The series has ended and nothing of it stands in the calendar. */
  | { readonly kind: 'none' }
  | CalendarLater
  | CalendarRefused;

export type CalendarRemoval = { readonly kind: 'none' } | CalendarLater | CalendarRefused;

export interface CalendarPort {
  /** Makes the calendar say what the series says, in as few requests as that takes; safe to ask again and again. */
  put(series: CalendarSeries, known?: { readonly eventId: string }): Promise<CalendarPut>;
  /** Takes the whole series out, past dates too. */
  remove(seriesId: string, known?: { readonly eventId: string }): Promise<CalendarRemoval>;
}
