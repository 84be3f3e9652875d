/** The inverted index: for each term the documents that hold it, and in which fields. Order and spelling are elsewhere. */
import type { SearchDocument } from '../core/search.ts';
import { stem, wordsOf } from './words.ts';

/** In the order of their bits in an entry. */
export const fieldNames = ['title', 'tags', 'roles', 'task', 'body'] as const;

/** A document's slot and the fields of one term in one number: a list of small integers is the smallest there is. */
export const slotOf = (entry: number): number => entry >> fieldNames.length;
export const fieldsOf = (entry: number): number => entry & ((1 << fieldNames.length) - 1);

/** One function gives the same factors for as long as it lives. */
type Weigh = (id: string) => number;

const nothing: readonly number[] = [];

/** What is replaced or discarded stays behind as a dead slot, until the index is built anew (tenant-index.ts). */
export class Postings {
  readonly #entries = new Map<string, number[]>();
  readonly #byLetter = new Map<string, string[]>();
  readonly #ids: (string | undefined)[] = [];
  readonly #slots = new Map<string, number>();
  readonly #forms = rememberedForms();
  readonly #factors = new WeakMap<Weigh, Float64Array>();

  add(document: SearchDocument): void {
    this.discard(document.id);
    const slot = this.#ids.length;
    this.#ids.push(document.id);
    this.#slots.set(document.id, slot);
    for (const [term, fields] of this.#termsOf(document)) {
      const entry = (slot << fieldNames.length) | fields;
      const known = this.#entries.get(term);
      if (known) known.push(entry);
      else this.#begin(term, entry);
    }
  }

  discard(id: string): void {
    const slot = this.#slots.get(id);
    if (slot === undefined) return;
    this.#slots.delete(id);
    this.#ids[slot] = undefined;
  }

  /** Entries in the order of their slots; dead slots are among them. */
  of(term: string): readonly number[] {
    return this.#entries.get(term) ?? nothing;
  }

  /** Every term that begins with this character. */
  beginning(letter: string): readonly string[] {
    return this.#byLetter.get(letter) ?? [];
  }

  /** Undefined for a dead slot. */
  idOf(slot: number): string | undefined {
    return this.#ids[slot];
  }

  /** The reader's factor by slot, each asked for once; 0 for what is hidden, dead or no number. */
  factorsFor(weigh: Weigh): (slot: number) => number {
    const before = this.#factors.get(weigh);
    const factors = before && before.length >= this.slotCount ? before : new Float64Array(this.slotCount).fill(-1);
    this.#factors.set(weigh, factors);
    return (slot) => {
      const id = this.#ids[slot];
      if (id === undefined) return 0;
      const known = factors[slot] ?? 0;
      if (known >= 0) return known;
      const factor = weigh(id);
      factors[slot] = factor > 0 ? factor : 0;
      return factors[slot];
    };
  }

  get slotCount(): number {
    return this.#ids.length;
  }

  get deadCount(): number {
    return this.#ids.length - this.#slots.size;
  }

  #begin(term: string, entry: number): void {
    this.#entries.set(term, [entry]);
    const letter = term.charAt(0);
    const terms = this.#byLetter.get(letter);
    if (terms) terms.push(term);
    else this.#byLetter.set(letter, [term]);
  }

  #termsOf({ title, tags, roles, task, body }: SearchDocument): Map<string, number> {
    const terms = new Map<string, number>();
    for (const [field, text] of [title, tags.join('\n'), roles.join('\n'), task, body].entries())
      for (const word of wordsOf(text))
        for (const term of this.#forms(word)) terms.set(term, (terms.get(term) ?? 0) | (1 << field));
    return terms;
  }
}

/** A word and its stem; remembered, because texts use few words often. */
function rememberedForms(most = 5_000): (word: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (word) => {
    const before = known.get(word);
    if (before) return before;
    const forms = [...new Set([word, stem(word)])];
    if (known.size >= most) known.clear();
    known.set(word, forms);
    return forms;
  };
}
