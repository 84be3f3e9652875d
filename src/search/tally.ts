/** What each word of a question is worth in each document: by the field it stands in and the wording that was found. */
import { fieldNames, fieldsOf, type Postings, slotOf } from './postings.ts';
import type { Question, Wording } from './query.ts';

/** Product 8.1. */
const fieldWorth: Record<(typeof fieldNames)[number], number> = { title: 3, tags: 2, roles: 1.5, task: 2, body: 1 };
export const fullWorth = 3;
const prefixWeight = 0.8;
const allFields = (1 << fieldNames.length) - 1;
const titleAndTags = 0b11;

/** The worth of every set of fields. */
const worthOfFields = Float64Array.from({ length: 1 << fieldNames.length }, (_, set) =>
  fieldNames.reduce((sum, name, bit) => sum + (set & (1 << bit) ? fieldWorth[name] : 0), 0),
);

/** The worth of the best wording so far, 0 = not found: for each slot one number for each word of the question. */
export interface Tally {
  readonly worths: Float64Array;
  /** How many words the question has, at most 16. */
  readonly width: number;
  /** For each slot a bit for each word that was found there. */
  readonly found: Uint16Array;
  add(wordings: readonly Wording[]): void;
}

/** Begins with the words as they were typed. */
export function tallyOf(postings: Postings, { words, own, prefix }: Question): Tally {
  const width = words.length;
  const count = postings.slotCount;
  const table = { worths: new Float64Array(count * width), width, found: new Uint16Array(count) };
  const add = (wordings: readonly Wording[]) => {
    for (const wording of wordings) addWording(postings, table, wording);
  };
  add(own);
  if (prefix !== undefined && width > 0) addPrefix(postings, table, prefix);
  return { ...table, add };
}

type Table = Omit<Tally, 'add'>;

/** All terms of the wording must stand in the document; the weakest of them counts. */
function addWording(postings: Postings, table: Table, { terms, covers, weight }: Wording): void {
  const [first = '', ...others] = terms;
  const entries = others.length === 0 ? postings.of(first) : withOthers(postings, first, others);
  for (const word of covers) raise(table, word, entries, { weight, mask: allFields });
}

/** Longer terms that begin alike. Two letters are looked up in titles and tags alone: in the body they meet everything. */
function addPrefix(postings: Postings, table: Table, prefix: string): void {
  const mask = prefix.length > 2 ? allFields : titleAndTags;
  for (const term of postings.beginning(prefix.charAt(0)))
    if (term.length > prefix.length && term.startsWith(prefix)) {
      const weight = prefixWeight * Math.sqrt(prefix.length / term.length);
      raise(table, table.width - 1, postings.of(term), { weight, mask });
    }
}

/** The innermost loop of every search. */
function raise(
  { worths, width, found }: Table,
  word: number,
  entries: readonly number[],
  { weight, mask }: { weight: number; mask: number },
): void {
  for (let at = 0; at < entries.length; at++) {
    const entry = entries[at] ?? 0;
    const value = (worthOfFields[fieldsOf(entry) & mask] ?? 0) * weight;
    const slot = slotOf(entry);
    const place = slot * width + word;
    if (value <= (worths[place] ?? 0)) continue;
    worths[place] = value;
    found[slot] = (found[slot] ?? 0) | (1 << word);
  }
}

/** The entry of the least worth among the terms, for each document that holds them all. */
function withOthers(postings: Postings, first: string, others: readonly string[]): number[] {
  const lists = others.map((term) => entryIn(postings.of(term)));
  const least: number[] = [];
  for (const entry of postings.of(first)) {
    const low = leastOf(entry, lists);
    if (low !== undefined) least.push(low);
  }
  return least;
}

function leastOf(entry: number, lists: readonly ((slot: number) => number | undefined)[]): number | undefined {
  let least = entry;
  for (const list of lists) {
    const other = list(slotOf(entry));
    if (other === undefined) return undefined;
    if (worthOf(other) < worthOf(least)) least = other;
  }
  return least;
}

const worthOf = (entry: number): number => worthOfFields[fieldsOf(entry)] ?? 0;

/** A term's entry for the slot asked for; to be asked in the order of the slots, in which the list stands. */
function entryIn(entries: readonly number[]): (slot: number) => number | undefined {
  let at = 0;
  return (slot) => {
    while (at < entries.length && slotOf(entries[at] ?? 0) < slot) at++;
    const entry = entries[at];
    return entry !== undefined && slotOf(entry) === slot ? entry : undefined;
  };
}
