/** One request against one index: all words as written; any word in any wording; then with unknown words mended. */
import type { SearchPage, SearchRequest } from '../core/search.ts';
import { editDistance, mayBeMeant } from './distance.ts';
import { findAll, findAny, type Lookup, spellings } from './lookup.ts';
import { type Correction, corrected, type Question, question } from './query.ts';
import { type Hit, rank } from './rank.ts';
import type { Thesaurus } from './thesaurus.ts';

/** So many answers, with so many good ones in front, that other wordings would only add noise. */
const plenty = 25;
const plentyGood = 3;
/** Spelling is looked up for this many words at most: a long text of nonsense must stay cheap. */
const mostMended = 4;
const oneEdit = 0.85;
const moreEdits = 0.7;

export function answer(lookup: Lookup, thesaurus: Thesaurus, request: SearchRequest): SearchPage {
  const weights = new Map<string, number>();
  const weigh = (id: string) => {
    const known = weights.get(id) ?? request.weigh(id);
    weights.set(id, known);
    return known;
  };
  const visible = (id: string) => weigh(id) > 0;
  const asked = question(request.text, thesaurus);
  const hits = asked.words.length === 0 ? [] : ask(asked, { lookup, thesaurus, visible, weigh });
  const from = Math.max(0, Math.trunc(request.skip));
  return { hits: hits.slice(from, from + Math.max(0, Math.trunc(request.take))), total: hits.length };
}

interface Where {
  readonly lookup: Lookup;
  readonly thesaurus: Thesaurus;
  readonly visible: (id: string) => boolean;
  readonly weigh: (id: string) => number;
}

function ask(asked: Question, where: Where): readonly Hit[] {
  const { lookup, thesaurus, visible, weigh } = where;
  const all = rank(asked, findAll(lookup, asked, visible), weigh);
  if (all.hits.length >= plenty && all.good >= plentyGood) return all.hits;
  const any = rank(asked, findAny(lookup, asked, visible), weigh);
  const mended = mend(any.unknown, asked, where);
  if (mended.length === 0) return any.hits;
  const other = corrected(asked, mended, thesaurus);
  return rank(other, findAny(lookup, other, visible), weigh).hits;
}

/** The nearest spellings of each unknown word, from what the reader may see and from the words of the trade. */
function mend(unknown: readonly number[], asked: Question, { lookup, thesaurus, visible }: Where): Correction[] {
  return unknown.slice(0, mostMended).flatMap((position) => {
    const { raw = '', stem = '' } = asked.words[position] ?? {};
    const names = thesaurus.names.filter((name) => mayBeMeant(raw, name) || mayBeMeant(stem, name));
    const near = [...new Set([...spellings(lookup, raw, visible), ...names])].map((term) => ({
      term,
      edits: Math.min(editDistance(raw, term), editDistance(stem, term)),
    }));
    const least = Math.min(...near.map((each) => each.edits));
    return near
      .filter((each) => each.edits === least)
      .map(({ term }) => ({ position, term, weight: least === 1 ? oneEdit : moreEdits }));
  });
}
