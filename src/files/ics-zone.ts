/** The rules of a time zone as an iCalendar file carries them. */
import { tzlib_get_ical_block, tzlib_get_timezones } from 'timezones-ical-library';

export interface Zone {
  /** The name in the file: for an older name of a zone, its present one. */
  readonly tzid: string;
  /** Its VTIMEZONE. Zones whose change is no plain "last Sunday" are a week off in some years: Jerusalem in 2028. */
  readonly lines: readonly string[];
}

const names = new Set(tzlib_get_timezones());
const known = new Map<string, Zone>();

/** A zone by its IANA name, which must be one that the library lists. */
export function zoneOf(name: string): Zone {
  const kept = known.get(name);
  if (kept) return kept;
  if (!names.has(name))
    throw new Error(`ics: no rules for the zone ${name}; a newer timezones-ical-library may have them`);
  const [block = '', parameter = ''] = tzlib_get_ical_block(name);
  const zone = { tzid: parameter.replace(/^TZID=/, ''), lines: block.split('\r\n') };
  known.set(name, zone);
  return zone;
}
