/** Days, periods and how times are read: UTC inside, the reader's zone outside. */

const dayMs = 86_400_000;

/** The UTC day of an instant, `2026-11-23`. */
export const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10);

/** `date` plus a number of days, both `YYYY-MM-DD`. */
export const addDays = (date: string, days: number): string =>
  dayOf(new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs));

/** Whole days from `date` to now; negative while it lies ahead. */
export const daysPast = (date: string, now: Date): number =>
  Math.floor(now.getTime() / dayMs) - Math.round(Date.parse(`${date}T00:00:00Z`) / dayMs);

/** The ISO week of an instant in UTC, `2026-W48`; such names sort as they follow. */
export function isoWeekOf(instant: Date): string {
  const weekday = (instant.getUTCDay() + 6) % 7;
  const thursday = new Date(Date.parse(`${dayOf(instant)}T00:00:00Z`) + (3 - weekday) * dayMs);
  const year = thursday.getUTCFullYear();
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * dayMs));
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** `Tue 24 Nov, 15:00 (London)`, in the reader's zone and language. */
export function readableTime(instant: Date, zone: string, locale: string): string {
  const { day, time } = formatsOf(zone, locale);
  const place = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  return `${day.format(instant).replace(',', '')}, ${time.format(instant)} (${place})`;
}

interface Formats {
  readonly day: Intl.DateTimeFormat;
  readonly time: Intl.DateTimeFormat;
}

/** Making one costs a hundred times what using it does; more zones than these are no organisation's. */
const formats = new Map<string, Formats>();
const mostFormats = 200;

function formatsOf(timeZone: string, locale: string): Formats {
  const key = `${locale} ${timeZone}`;
  const known = formats.get(key);
  if (known) return known;
  const made = {
    day: new Intl.DateTimeFormat(dated(locale), { weekday: 'short', day: 'numeric', month: 'short', timeZone }),
    time: new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }),
  };
  if (formats.size >= mostFormats) formats.clear();
  formats.set(key, made);
  return made;
}

/** Plain `en` reads day before month here, as the content does; a chosen region keeps its own order. */
const dated = (locale: string): string => (locale === 'en' ? 'en-GB' : locale);

/** `24 Nov 2026`, in the reader's language. */
export const readableDate = (date: string, locale: string): string =>
  dateFormat(locale).format(new Date(`${date.slice(0, 10)}T00:00:00Z`));

const dateFormats = new Map<string, Intl.DateTimeFormat>();
const maxFormats = 50;

/** Kept, since making one costs more than a whole card. */
function dateFormat(locale: string): Intl.DateTimeFormat {
  const known = dateFormats.get(locale);
  if (known) return known;
  const made = new Intl.DateTimeFormat(dated(locale), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  if (dateFormats.size >= maxFormats) dateFormats.clear();
  dateFormats.set(locale, made);
  return made;
}
