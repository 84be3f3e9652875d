/** When the small questions come: Friday at three in the person's own zone, and never too many (product 8.6, L7). Pure. */
import { atLocal, localOf } from '../../core/local-time.ts';
import { addDays, isoWeekOf, mondayOf } from '../../core/time.ts';

const time = '15:00';
const fridayOfWeek = 4;

/** Friday afternoon of this week, or of the next when that has come. */
export function nextFriday(after: Date, zone: string): { readonly at: Date; readonly week: string } {
  const today = localOf(after, zone).date;
  const monday = mondayOf(isoWeekOf(new Date(`${today}T00:00:00Z`)));
  for (const weeks of [0, 7]) {
    const date = addDays(monday.toISOString().slice(0, 10), weeks + fridayOfWeek);
    const { at } = atLocal(date, time, zone);
    if (at > after) return { at, week: isoWeekOf(new Date(`${date}T00:00:00Z`)) };
  }
  throw new Error('uses: there is a Friday in every week');
}

const mostInWeek = 3;

/** At most one question a day and three a week to one person. `sent` holds when earlier ones left. */
export function mayAsk(sent: readonly string[], now: Date, zone: string): boolean {
  const dayOf = (at: Date) => localOf(at, zone).date;
  const weekOf = (at: Date) => isoWeekOf(new Date(`${dayOf(at)}T00:00:00Z`));
  const before = sent.map((each) => new Date(each));
  const thisWeek = before.filter((at) => weekOf(at) === weekOf(now));
  return thisWeek.length < mostInWeek && before.every((at) => dayOf(at) !== dayOf(now));
}

/** Friday is the day of Friday's card. */
export const isFriday = (now: Date, zone: string): boolean =>
  new Date(`${localOf(now, zone).date}T00:00:00Z`).getUTCDay() === 5;

const weeksApart = { pilot: 4, community: 8 };
const weekMs = 7 * 86_400_000;

/** At most one question without a name in four weeks, and of a community in eight; `others` are the weeks of all of them. */
export const pulseMayCome = (others: readonly string[], week: string, of: keyof typeof weeksApart): boolean =>
  others.every((other) => Math.abs(weeksBetween(other, week)) >= weeksApart[of]);

const weeksBetween = (from: string, to: string): number =>
  Math.round((mondayOf(to).getTime() - mondayOf(from).getTime()) / weekMs);

/** Of several communities each has its turn: the same one for eight weeks. */
export function turnOf<T>(all: readonly T[], week: string): T | undefined {
  const since = Math.round(mondayOf(week).getTime() / weekMs);
  return all[Math.floor(since / weeksApart.community) % Math.max(1, all.length)];
}
