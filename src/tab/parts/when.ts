/** When something is due or was done: near times in words beside the exact one. */
import { useEffect, useState } from 'react';
import { useReader } from '../reader.ts';

const minute = 60_000;
const units = [
  ['day', 24 * 60 * minute],
  ['hour', 60 * minute],
  ['minute', minute],
] as const;

/** The time of this machine, read anew every minute. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minute);
    return () => clearInterval(timer);
  }, []);
  return now;
}

export interface Whens {
  readonly now: number;
  /** "in 3 days", "2 hours ago". */
  near(instant: string): string;
  exact(instant: string): string;
}

const made = new Map<string, Pick<Whens, 'exact'> & { near(instant: string, now: number): string }>();

/** Formats are dear to make and a list has thousands of times, so each is made once for a language and zone. */
export function useWhens(): Whens {
  const { me } = useReader();
  const now = useNow();
  const key = `${me.locale} ${me.zone}`;
  const says = made.get(key) ?? saysIn(me.locale, me.zone);
  made.set(key, says);
  return { now, near: (instant) => says.near(instant, now), exact: says.exact };
}

function saysIn(locale: string, timeZone: string) {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const exact = new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  return {
    near(instant: string, now: number) {
      const away = new Date(instant).getTime() - now;
      const [unit, size] = units.find(([, each]) => Math.abs(away) >= each) ?? ['minute' as const, minute];
      return relative.format(Math.trunc(away / size), unit);
    },
    exact: (instant: string) => exact.format(new Date(instant)),
  };
}
