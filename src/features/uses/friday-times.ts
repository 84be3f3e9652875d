/** When the small questions come: Friday at three in the person's own zone, and never too many (product 8.6, L7). Pure. */
import { atLocal, localOf } from '../../core/local-time.ts';
import { addDays, dayOf as dayIn } from '../../core/time.ts';
import { weekName, weekNamed, weekOf, weekStart } from '../../core/weeks.ts';

const time = '15:00';
const fridayOfWeek = 4;

/** Friday afternoon of this week, or of the next when that has come. */
export function nextFriday(after: Date, zone: string): { readonly at: Date; readonly week: string } {
  const thisWeek = weekHere(after, zone);
  for (const week of [thisWeek, thisWeek + 1]) {
    const { at } = atLocal(addDays(dayIn(weekStart(week)), fridayOfWeek), time, zone);
    if (at > after) return { at, week: weekName(week) };
  }
  throw new Error('uses: there is a Friday in every week');
}

/** The week by the clocks of the zone. */
const weekHere = (at: Date, zone: string): number => weekOf(`${localOf(at, zone).date}T00:00:00Z`);

const mostInWeek = 3;

/** At most one question a day and three a week to one person. `sent` holds when earlier ones left. */
export function mayAsk(sent: readonly string[], now: Date, zone: string): boolean {
  const dayOf = (at: Date) => localOf(at, zone).date;
  const before = sent.map((each) => new Date(each));
  const thisWeek = before.filter((at) => weekHere(at, zone) === weekHere(now, zone));
  return thisWeek.length < mostInWeek && before.every((at) => dayOf(at) !== dayOf(now));
}

/** Friday is the day of Friday's card. */
export const isFriday = (now: Date, zone: string): boolean =>
  new Date(`${localOf(now, zone).date}T00:00:00Z`).getUTCDay() === 5;

const weeksApart = { pilot: 4, community: 8 };

/** At most one question without a name in four weeks, and of a community in eight; `others` are the weeks of all of them. */
export const pulseMayCome = (others: readonly string[], week: string, of: keyof typeof weeksApart): boolean =>
  others.every((other) => Math.abs(weekNamed(other) - weekNamed(week)) >= weeksApart[of]);

/** Of several communities each has its turn: the same one for eight weeks. */
export function turnOf<T>(all: readonly T[], week: string): T | undefined {
  return all[Math.floor(weekNamed(week) / weeksApart.community) % Math.max(1, all.length)];
}
