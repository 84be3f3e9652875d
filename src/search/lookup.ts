/** MiniSearch as what it is good at: terms and where they stand. Order and spelling are ours (rank.ts, distance.ts). */
import MiniSearch from 'minisearch';
import type { SearchDocument } from '../core/search.ts';
import { editsAllowed, mayBeMeant, swaps } from './distance.ts';
import type { Question } from './query.ts';
import { stem, wordsOf } from './words.ts';
import type { Found } from './worth.ts';

export type Lookup = MiniSearch<SearchDocument>;

/**
 * Without MiniSearch's own vacuum: it walks the terms across timers, and a document added meanwhile can end it with
 * an unhandled rejection. What was removed leaves when the index is built anew (tenant-index.ts).
 */
export function emptyLookup(): Lookup {
  return new MiniSearch<SearchDocument>({
    fields: ['title', 'tags', 'roles', 'task', 'body'],
    tokenize: wordsOf,
    processTerm: formsOf(),
    autoVacuum: false,
  });
}

/** A word and its stem; remembered, because texts use few words often. */
function formsOf(most = 5_000): (word: string) => string | string[] {
  const known = new Map<string, string | string[]>();
  return (word) => {
    const before = known.get(word);
    if (before) return before;
    const base = stem(word);
    const forms = base === word ? word : [word, base];
    if (known.size >= most) known.clear();
    known.set(word, forms);
    return forms;
  };
}

type Visible = (id: string) => boolean;

/** Visible documents that hold every word of the question that matters, as it was written or in another form. */
export function findAll(lookup: Lookup, asked: Question, visible: Visible): Found[] {
  const matter = asked.words.filter((word) => word.matter === 1);
  const words = (matter.length === 0 ? asked.words : matter).map(({ raw, stem: base }) => ({
    combineWith: 'OR' as const,
    queries: raw === base ? [raw] : [raw, base],
  }));
  return lookup.search(
    { combineWith: 'AND', queries: words },
    { ...terms(asked, visible), tokenize: (term) => [term] },
  );
}

/** Visible documents that hold any term of any wording of the question. */
export function findAny(lookup: Lookup, asked: Question, visible: Visible): Found[] {
  const any = [...new Set(asked.wordings.flatMap((wording) => wording.terms))];
  return lookup.search('', { ...terms(asked, visible), tokenize: () => any });
}

const terms = (asked: Question, visible: Visible) => ({
  processTerm: (term: string) => term,
  prefix: (term: string) => term === asked.prefix,
  boostDocument: (id: string) => (visible(id) ? 1 : 0),
});

/** Terms of visible documents that may be what was meant by a misspelled word. */
export function spellings(lookup: Lookup, word: string, visible: Visible): string[] {
  const edits = editsAllowed(word.length);
  if (edits === 0) return [];
  const base = stem(word);
  const found = lookup.search('', {
    tokenize: () => [word, ...(base === word ? [] : [base]), ...swaps(word)],
    processTerm: (term) => term,
    fuzzy: (term) => (term === word || term === base) && edits,
    boostDocument: (id: string) => (visible(id) ? 1 : 0),
  });
  const near = new Set(found.flatMap(({ match }) => Object.keys(match)));
  return [...near].filter((term) => mayBeMeant(word, term) || mayBeMeant(base, term));
}
