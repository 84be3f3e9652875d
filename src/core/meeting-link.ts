/** The link that opens Teams' own form for a new meeting, filled in; the host still saves it (platform 14). */
import { cleanText } from './text.ts';

export interface NewMeeting {
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly text: string;
}

/** At most 2,000 characters, which every client and mail program opens: a long text is cut. */
export function newMeetingLink({ title, startsAt, endsAt, text }: NewMeeting): string {
  const fixed = `${form}?startTime=${encoded(stamp(startsAt))}&endTime=${encoded(stamp(endsAt))}&subject=&content=`;
  const subject = encodedWithin(cleanText(title), mostOfTitle);
  const content = encodedWithin(cleanText(text), mostCharacters - fixed.length - subject.length);
  return fixed.replace('&subject=&content=', () => `&subject=${subject}&content=${content}`);
}

const form = 'https://teams.microsoft.com/l/meeting/new';
const mostCharacters = 2_000;
const mostOfTitle = 600;

/** With its offset, the form that Teams documents: `2027-01-12T16:00:00+00:00`. */
const stamp = (at: Date): string => `${at.toISOString().slice(0, 19)}+00:00`;

/** Also the signs that would end a link in Markdown or in a sentence. */
const encoded = (value: string): string =>
  encodeURIComponent(value).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const ellipsis = encoded('…');

/** The value as it stands in a link, cut between characters where it would be longer than `max`. */
function encodedWithin(value: string, max: number): string {
  const whole = encoded(value);
  if (whole.length <= max) return whole;
  let kept = '';
  for (const character of value) {
    const next = kept + encoded(character);
    if (next.length > max - ellipsis.length) break;
    kept = next;
  }
  return kept + ellipsis;
}
