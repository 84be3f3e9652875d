/** Text in Markdown that stays text. */

/** In one line, with whatever means something to Markdown escaped. */
export const literal = (text: string): string =>
  text
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll(/[\\`*_[\]<>#|~]|&(?=#?\w+;)|(?<=^\s*)[-+=](?=\s|[-=]*$)|(?<=^\s*\d{1,9})[.)](?=\s)/g, '\\$&');

/** Between fences that are longer than any within. */
export function fenced(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}text\n${text}\n${fence}`;
}
