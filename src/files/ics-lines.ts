/** Lines of an iCalendar file (RFC 5545 3.1, 3.3.11): whatever a value holds, it stays within its own line. */
import { cleanText } from '../core/text.ts';

/** All that we ever write; what VTIMEZONE holds comes from its library. Nobody is invited and nothing rings. */
export const properties = [
  'BEGIN',
  'END',
  'VERSION',
  'PRODID',
  'CALSCALE',
  'NAME',
  'X-WR-CALNAME',
  'UID',
  'DTSTAMP',
  'SEQUENCE',
  'STATUS',
  'SUMMARY',
  'DESCRIPTION',
  'LOCATION',
  'URL',
  'DTSTART',
  'DTEND',
  'RECURRENCE-ID',
  'RRULE',
  'EXDATE',
] as const;
type Property = (typeof properties)[number];

// biome-ignore lint/suspicious/noControlCharactersInRegex: no control character may enter a line
const controls = /[\u0000-\u001f\u007f]/g;

/** A line with a value of our own making, such as a time. */
export const plainLine = (name: Property, value: string, parameter = ''): string =>
  folded(`${name}${parameter}:${value}`.replace(controls, ''));

/** A line with text that a person wrote. */
export const textLine = (name: Property, value: string): string => plainLine(name, escaped(calendarText(value)));

/** Text as it stands in a calendar: cleaned, and with one kind of line break, since some readers know more. */
const calendarText = (value: string): string => cleanText(value.replace(/[\u2028\u2029]/g, '\n')).replaceAll('\t', ' ');

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');

const mostOctets = 75;

/** 75 octets a line, never cut inside a character; each further line begins with a space. */
function folded(line: string): string {
  if (/^[\x20-\x7e]{0,75}$/.test(line)) return line;
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > mostOctets) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}
