/** Places in a text, and how the finders of the local check look for them. */

/** Half open, in UTF-16 units. An invented span is known to be harmless: passed, and no part of it is looked at again. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly invented?: boolean;
}

export interface FindOptions {
  /** Country codes whose national numbers are looked for, such as `US` or `ES`. */
  readonly countryChecks: readonly string[];
}

export type Finder = (text: string, options: FindOptions) => Span[];

/** Stands for what was already found or passed: no pattern reads across it. `\S` and `.` do not match it. */
export const BARRIER = '\u2028';

export type Judgement = 'found' | 'invented' | 'no';

/** Every match of a global pattern that is judged worth it; the group `value`, where there is one, is the place. */
export function spans(text: string, pattern: RegExp, judge: (value: string) => Judgement = () => 'found'): Span[] {
  const result: Span[] = [];
  for (const match of text.matchAll(pattern)) {
    const [from, to] = match.indices?.groups?.value ?? [match.index, match.index + match[0].length];
    const judgement = judge(text.slice(from, to));
    if (judgement === 'found') result.push({ from, to });
    if (judgement === 'invented') result.push({ from, to, invented: true });
  }
  return result;
}

export const when =
  (test: (value: string) => boolean) =>
  (value: string): Judgement =>
    test(value) ? 'found' : 'no';

/** The text with the spans blocked out, every position kept. */
export function block(text: string, taken: readonly Span[]): string {
  let result = '';
  let end = 0;
  for (const { from, to } of taken.toSorted((a, b) => a.from - b.from)) {
    if (from < end) continue;
    result += text.slice(end, from) + BARRIER.repeat(to - from);
    end = to;
  }
  return result + text.slice(end);
}

const sentenceEnd = /[.!?;][ \t]+(?=\p{Lu})/gu;

/** What stands before a place in its own sentence and line, at most `max` units; a short label on the line above counts. */
export function before(text: string, place: number, max: number): string {
  const reach = text.slice(Math.max(0, place - max), place);
  const open = reach.slice(reach.lastIndexOf(BARRIER) + 1);
  const lines = open.split('\n');
  const line = lines.at(-1) ?? '';
  const label = lines.at(-2) ?? '';
  const own = line.trim() === '' && label.length <= 30 ? label : line;
  return own.split(sentenceEnd).at(-1) ?? '';
}

/** What stands after a place in its own sentence and line, at most `max` units. */
export function after(text: string, place: number, max: number): string {
  const reach = text.slice(place, place + max);
  return reach.split(/[\n\u2028]|[.!?;][ \t]/, 1)[0] ?? '';
}
