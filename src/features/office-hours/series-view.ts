/** A series as its hosts read it: how it comes back, its next dates in their zones, and where the clocks change on one of them. */
import type { CommunityView } from '../../core/community.ts';
import { atLocal } from '../../core/local-time.ts';
import type { Occurrence } from '../../core/recurrence.ts';
import { readableDate, readableTime } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import type { Desk } from './desk.ts';
import { cityOf } from './plan-form.ts';
import { everyOf } from './plan-wish.ts';
import { type Plan, type Planned, phaseOn } from './series-dates.ts';

/** "Every two weeks on Tuesday, 11:00 (New York), 45 minutes". */
export function ruleLine({ words }: Pick<Turn, 'words'>, plan: Plan): string {
  const { rule, startsAt, zone, durationMinutes: minutes, firstDate } = plan;
  const weekday = new Intl.DateTimeFormat(words.language, { weekday: 'long', timeZone: 'UTC' });
  const day = new Date(`${firstDate}T00:00:00Z`);
  return words(`series.rule.${everyOf(plan)}`, {
    ...{ time: startsAt, city: cityOf(zone), minutes },
    ...{ weekday: weekday.format(day), date: readableDate(firstDate, words.language) },
    ordinal: rule.every === 'monthByWeekday' ? String(rule.ordinal) : '',
    dayOfMonth: rule.every === 'monthByDate' ? rule.dayOfMonth : 0,
  });
}

/** In the zone of the community and in that of the reader, said once where both show the same. */
export const dateLines = (
  { who }: Pick<Turn, 'who'>,
  { zone }: Pick<CommunityView, 'zone'>,
  dates: readonly Occurrence[],
): string[] =>
  dates.map(({ startsAt }) => {
    const [theirs = '', own = ''] = [zone, who.zone].map((each) => readableTime(startsAt, each, who.locale));
    return withoutCity(theirs) === withoutCity(own) ? theirs : `${theirs} · ${own}`;
  });

export const withoutCity = (time: string): string => time.replace(/ \([^)]*\)$/, '');

/** The days on which the clocks skip the time, or show it twice. */
export const clockLines = (turn: Pick<Turn, 'words'>, series: Planned, dates: readonly Occurrence[]): string[] =>
  dates.flatMap((date) => {
    const said = clockOn(turn, series, date);
    const day = readableDate(date.localDate, turn.words.language);
    return said === '' ? [] : [turn.words('series.clockOn', { date: day, said })];
  });

/** Empty on every other day. */
export function clockOn({ words }: Pick<Turn, 'words'>, series: Planned, { localDate, kind }: Occurrence): string {
  if (kind === 'plain') return '';
  const { startsAt: typed, zone } = phaseOn(series, localDate);
  const { time } = atLocal(localDate, typed, zone);
  return words(kind === 'gap' ? 'session.gap' : 'session.overlap', { typed, time });
}

/** "Host: Sam Sample", or several. */
export async function hostLine(desk: Desk, turn: Turn, hostIds: readonly string[]): Promise<string> {
  const names = await Promise.all(hostIds.map((id) => desk.nameOf(turn, id)));
  const list = new Intl.ListFormat(turn.words.language, { type: 'conjunction' });
  const known = names.filter((name) => name !== '');
  return known.length === 0 ? '' : turn.words('session.host', { name: list.format(known) });
}
