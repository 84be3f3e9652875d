/** Safe text: what comes in is cleaned once, what goes out is escaped for its slot (rules: decisions/004). */

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** How many characters a reader sees (graphemes, not code units). */
export function graphemes(value: string): number {
  if (/^[\x20-\x7e\n\t]*$/.test(value)) return value.length;
  let count = 0;
  for (const _ of segmenter.segment(value)) count++;
  return count;
}

/** An emoji of a family takes eleven code units; more than this a character is a heap of accents. */
const unitsPerGrapheme = 16;

/** True when a reader sees at most `max` characters, none of them a heap of hidden marks. */
export const isWithin = (value: string, max: number): boolean =>
  value.length <= max || (value.length <= max * unitsPerGrapheme && graphemes(value) <= max);

/** The first `max` graphemes, with an ellipsis when something was cut. */
export function shorten(value: string, max: number): string {
  if (isWithin(value, max)) return value;
  const kept: string[] = [];
  for (const { segment } of segmenter.segment(value)) {
    if (kept.length === max - 1) break;
    kept.push(segment.length > unitsPerGrapheme ? segment.slice(0, unitsPerGrapheme).toWellFormed() : segment);
  }
  return `${kept.join('').trimEnd()}…`;
}

/** C0 and C1 controls except tab and line feed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the point
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
/** Zero-width and direction marks, word joiners, byte order mark, and the private marks our cards use. U+200D is met apart. */
const invisible = /[\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ue000\ue001]/g;
/** A joiner that does not hold an emoji together. */
const looseJoiner =
  /(?<!\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)\u200d|\u200d(?!\p{Extended_Pictographic})/gu;

/** User text as we store it: NFC, well formed, without control or invisible characters, trimmed. */
export function cleanText(value: string): string {
  if (/^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(value)) return value;
  return value
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(controls, '')
    .replace(invisible, '')
    .replace(looseJoiner, '')
    .normalize('NFC')
    .trim();
}

/** Where a text stands in a card: `plain` = TextRun, input value, choice title; `markdown` = TextBlock or Fact. */
export type Slot = 'plain' | 'markdown';

const WORD_JOINER = '\u2060';
/** Markdown makes code of a line that begins with four blanks. */
const NO_BREAK_SPACE = '\u00a0';

const blankStart = /^[ \t=]/;
const blankLineStart = /^[ \t=]/m;

/** User text for one slot of a card: shown literally, never as markdown, mention, link or date function. */
export function cardText(value: string, slot: Slot): string {
  const literal = value.includes('<') || value.includes('{{') ? withoutFunctions(value) : value;
  if (slot === 'plain') return literal;
  const escaped = literal.replace(/[\\`*_[\]()#+\-.!|<>~]|:(?=\/\/)|&(?=#?\w+;)/g, '\\$&');
  return blankStart.test(escaped) || (escaped.includes('\n') && blankLineStart.test(escaped))
    ? withPlainStarts(escaped)
    : escaped;
}

const withoutFunctions = (value: string): string =>
  value.replace(/\{\{(?=\s*(?:DATE|TIME)\()/gi, `{{${WORD_JOINER}`).replace(/<(?=\/?at\b)/gi, `<${WORD_JOINER}`);

/** No underlined heading, no code by indentation. */
const withPlainStarts = (text: string): string =>
  text.replace(/^=(?==*\s*$)/gm, '\\=').replace(/^[ \t]+/gm, (blanks) => NO_BREAK_SPACE.repeat(blanks.length));

const namedHost = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: a link with control characters is refused
const unsafeInUrl = /[\\\s\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

/** As it is typed: letters that only look like others would become another name, so the host is plain ASCII. */
const plainHost = /^https:\/\/[a-z0-9.:-]+(?:[/?#]|$)/i;
const maxUrl = 2048;

/** The address as we store it, or undefined when it is not a plain https link to a named site. */
export function safeUrl(raw: string): string | undefined {
  if (raw.length > maxUrl || unsafeInUrl.test(raw) || !plainHost.test(raw) || !URL.canParse(raw)) return undefined;
  const url = new URL(raw);
  const named =
    url.protocol === 'https:' && !url.username && !url.password && !url.port && namedHost.test(url.hostname);
  return named && url.href.length <= maxUrl ? url.href : undefined;
}

/** For matching, not for showing: lower case, no accents, single spaces. */
export function fold(value: string): string {
  return value
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@.+#-]+/gu, ' ')
    .trim();
}
