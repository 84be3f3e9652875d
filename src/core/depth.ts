/** How deep JSON nests, counted over its text: parsers and schemas recurse, so a bomb must be met before them. */

const quote = 0x22;
const backslash = 0x5c;
const opens = (code: number): boolean => code === 0x5b || code === 0x7b;
const closes = (code: number): boolean => code === 0x5d || code === 0x7d;

/** True when objects and lists nest more than `max` levels; stops at the first level too many. */
export function deeperThan(text: string, max: number): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inString && code === backslash) at++;
    else if (code === quote) inString = !inString;
    else if (inString) continue;
    else if (closes(code)) depth--;
    else if (opens(code) && ++depth > max) return true;
  }
  return false;
}
