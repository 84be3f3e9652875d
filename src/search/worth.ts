/** What each word of a question is worth in one document: by the field it stands in and the wording that was found. */
import type { Question } from './query.ts';

/** One document the reader may see: which of its terms were found, in which fields. */
export interface Found {
  readonly id: string;
  readonly match: Readonly<Record<string, readonly string[]>>;
}

/** Product 8.1. */
const fieldWorth = new Map([
  ['title', 3],
  ['tags', 2],
  ['task', 2],
  ['roles', 1.5],
  ['body', 1],
]);
export const fullWorth = 3;
const prefixWeight = 0.8;

interface Use {
  readonly covers: readonly number[];
  readonly weight: number;
  /** Terms that must be found as well. */
  readonly also: readonly string[];
}

/** For each word of the question the worth of its best wording in a document; 0 = not found. */
export function worthOf(asked: Question): (document: Found) => number[] {
  const uses = usesOf(asked);
  const last = asked.words.length - 1;
  return ({ match }) => {
    const worth: number[] = new Array(asked.words.length).fill(0);
    for (const term in match) {
      const here = worthIn(match[term]);
      for (const { covers, weight, also } of uses.get(term) ?? []) {
        let value = here;
        for (const other of also) value = Math.min(value, worthIn(match[other]));
        for (const at of covers) worth[at] = Math.max(worth[at] ?? 0, value * weight);
      }
      const begun = asked.prefix === undefined ? 0 : worthAsPrefix(asked.prefix, term, match[term] ?? []);
      if (begun > 0) worth[last] = Math.max(worth[last] ?? 0, begun);
    }
    return worth;
  };
}

function usesOf(asked: Question): Map<string, Use[]> {
  const uses = new Map<string, Use[]>();
  for (const { terms, covers, weight } of asked.wordings) {
    const [first = '', ...also] = terms;
    const list = uses.get(first) ?? [];
    list.push({ covers, weight, also });
    uses.set(first, list);
  }
  return uses;
}

function worthIn(fields: readonly string[] | undefined): number {
  let sum = 0;
  if (fields) for (const field of fields) sum += fieldWorth.get(field) ?? 0;
  return sum;
}

/** Two letters are looked up in titles and tags alone: in the body they would meet everything. */
function worthAsPrefix(prefix: string, term: string, fields: readonly string[]): number {
  if (term.length <= prefix.length || !term.startsWith(prefix)) return 0;
  const seen = prefix.length > 2 ? fields : fields.filter((field) => field === 'title' || field === 'tags');
  return prefixWeight * Math.sqrt(prefix.length / term.length) * worthIn(seen);
}
