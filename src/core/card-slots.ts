/** What a text means depends on where it lands in a card: its slot. User text is escaped for it, our own words are not. */
import { cardText, type Slot } from './text.ts';

/** TextBlock text and facts are read as markdown; TextRun text, inputs, titles of buttons and choices are not. */
export function slotOf(type: unknown, key: string, inherited: Slot): Slot {
  if (key === 'text') return type === 'TextBlock' ? 'markdown' : 'plain';
  if (key === 'facts') return 'markdown';
  return inherited === 'markdown' && (key === 'title' || key === 'value') ? 'markdown' : 'plain';
}

const plainName = /^(?:id|verb|url|sign|spacing|[a-zA-Z]+(?:Id|Url|Style))$/;

/** Data that names parts of the card itself (styles, verbs, ids, addresses) is not shown and stays as it is. */
export const isPlainName = (name: string): boolean => plainName.test(name);

/** Marks of private use around user text, so that it is found again in what the library made. `cleanText` removes them on the way in. */
const open = '\ue000';
const shut = '\ue001';
const marked = /\ue000([^\ue001]*)\ue001/g;
const marks = /[\ue000\ue001]/g;

/** The record with its user texts between marks. */
export function markRecord(record: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([key, v]) => [key, isPlainName(key) && typeof v === 'string' ? v : mark(v)]),
  );
}

function mark(value: unknown): unknown {
  if (typeof value === 'string') return `${open}${value.replace(marks, '')}${shut}`;
  if (Array.isArray(value)) return value.map(mark);
  return typeof value === 'object' && value !== null ? markRecord(value) : value;
}

/** The text with what stands between marks escaped for its slot. */
export const unmarked = (text: string, slot: Slot): string =>
  text.replace(marked, (_, value: string) => cardText(value, slot));

/** What stands between the quotes of a JSON text. */
export const quoted = (value: string): string => JSON.stringify(value).slice(1, -1);

/** User text for its slot, as what stands between the quotes of a JSON text. */
export const quotedText = (value: string, slot: Slot): string =>
  (slot === 'markdown' ? quickMarkdown(value) : undefined) ?? quoted(cardText(value.replace(marks, ''), slot));

/** What JSON text holds for a sign: nothing for letters, the sign escaped, or `odd` for what goes the long way. */
const odd = 'odd';
const signs: (string | undefined)[] = Array.from({ length: 128 }, (_, code) => (code < 32 ? odd : undefined));
for (const sign of '`*_[]()#+-.!|>~') signs[sign.charCodeAt(0)] = `\\\\${sign}`;
for (const sign of '\\<&') signs[sign.charCodeAt(0)] = odd;
signs['"'.charCodeAt(0)] = '\\"';
/** These mean something only next to others, and are rare enough to be looked at again. */
for (const sign of ':{') signs[sign.charCodeAt(0)] = sign;
const isOddHere = (text: string, at: number): boolean =>
  text.startsWith('://', at) || (text[at] === '{' && /^\{\{\s*(?:DATE|TIME)\(/i.test(text.slice(at, at + 100)));
/** Half signs, and the marks: rare, and not for the quick way. */
const firstHalf = 0xd800;
const lastMark = 0xe001;
const oddStart = /^[ \t=]/;

/** In one pass what `cardText` and JSON make of most texts in several; every text of every card comes here. */
function quickMarkdown(text: string): string | undefined {
  if (oddStart.test(text)) return undefined;
  let json = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 128) {
      if (code >= firstHalf && code <= lastMark) return undefined;
      continue;
    }
    const sign = signs[code];
    if (sign === undefined) continue;
    if (sign === odd || (sign.length === 1 && isOddHere(text, at))) return undefined;
    if (sign.length === 1) continue;
    json += text.slice(from, at) + sign;
    from = at + 1;
  }
  return from === 0 ? text : json + text.slice(from);
}
