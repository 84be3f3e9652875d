/** Times of sessions: by the reader's clocks, and by those of the series where they show something else. */
import { useMemo } from 'react';
import { dated, useReader } from '../../tab/reader.ts';
import { useWords } from '../../tab/words.ts';

interface Span {
  readonly startsAt: string;
  readonly endsAt: string;
}

export interface Times {
  /** "Tue 24 Nov, 17:00–17:45". */
  range(span: Span): string;
  /** "Tue 24 Nov, 17:00". */
  at(instant: string): string;
  /** "11:00 in New York", with its day where that is another; empty where both clocks show the same. */
  there(span: Span, zone: string): string;
  /** The parts of a leaf of a calendar. */
  leaf(instant: string): { readonly weekday: string; readonly day: string; readonly month: string };
  /** The Monday before, as a day of the reader's calendar. */
  week(instant: string): string;
  /** "This week", "Week of 7 Dec". */
  weekName(monday: string): string;
  /** It has begun, or begins within a day. */
  isNear(instant: string): boolean;
}

const dayMs = 86_400_000;
/** Further away, a day and a month may be meant of another year. */
const yearFromMs = 300 * dayMs;

export const cityOf = (zone: string): string => zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;

export function useTimes(): Times {
  const { me } = useReader();
  const words = useWords();
  return useMemo(() => timesIn(dated(me.locale), me.zone, words), [me.locale, me.zone, words]);
}

function timesIn(locale: string, own: string, words: ReturnType<typeof useWords>): Times {
  const made = new Map<string, Intl.DateTimeFormat>();
  const say = (zone: string, options: Intl.DateTimeFormatOptions) => (instant: string | number) => {
    const key = `${zone} ${JSON.stringify(options)}`;
    const format = made.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
    made.set(key, format);
    return format.format(new Date(instant)).replace(',', '');
  };
  const dayIn = (zone: string) => (instant: string) =>
    say(zone, {
      ...{ weekday: 'short', day: 'numeric', month: 'short' },
      ...(Math.abs(Date.parse(instant) - Date.now()) < yearFromMs ? {} : { year: 'numeric' }),
    })(instant);
  const timeIn = (zone: string) => say(zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const dateIn = (instant: string): string =>
    new Intl.DateTimeFormat('en-CA', { timeZone: own, dateStyle: 'short' }).format(new Date(instant));
  const at = (instant: string): string => `${dayIn(own)(instant)}, ${timeIn(own)(instant)}`;
  const week = (instant: string): string => mondayOf(dateIn(instant));
  const thisWeek = mondayOf(dateIn(new Date().toISOString()));
  return {
    at,
    week,
    isNear: (instant) => Date.parse(instant) < Date.now() + dayMs,
    range: ({ startsAt, endsAt }) => `${at(startsAt)}–${timeIn(own)(endsAt)}`,
    there({ startsAt }, zone) {
      const [day, ownDay] = [dayIn(zone)(startsAt), dayIn(own)(startsAt)];
      const [time, ownTime] = [timeIn(zone)(startsAt), timeIn(own)(startsAt)];
      if (day === ownDay && time === ownTime) return '';
      return words('hours.there', { time: day === ownDay ? time : `${day}, ${time}`, city: cityOf(zone) });
    },
    leaf: (instant) => ({
      weekday: say(own, { weekday: 'short' })(instant),
      day: say(own, { day: 'numeric' })(instant),
      month: say(own, { month: 'short' })(instant),
    }),
    weekName(monday) {
      const away = (Date.parse(monday) - Date.parse(thisWeek)) / (7 * dayMs);
      const near = nearWeeks.get(away);
      return near
        ? words(near)
        : words('hours.weekOf', { day: say('UTC', { day: 'numeric', month: 'short' })(monday) });
    },
  };
}

const nearWeeks: ReadonlyMap<number, string> = new Map([
  [-1, 'hours.lastWeek'],
  [0, 'hours.thisWeek'],
  [1, 'hours.nextWeek'],
]);

function mondayOf(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  return new Date(day.getTime() - ((day.getUTCDay() + 6) % 7) * dayMs).toISOString().slice(0, 10);
}
