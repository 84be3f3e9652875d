/** One request against one index: all words as written; any word in any wording; then with unknown words mended. */
import type { SearchPage, SearchRequest } from '../core/search.ts';
import { editDistance, mayBeMeant } from './distance.ts';
import { type Postings, slotOf } from './postings.ts';
import { type Correction, corrected, type Question, question } from './query.ts';
import { type Ranked, rank } from './rank.ts';
import { tallyOf } from './tally.ts';
import type { Thesaurus } from './thesaurus.ts';

/** So many answers, with so many good ones in front, that other wordings would only add noise. */
const plenty = 25;
const plentyGood = 3;
/** Spelling is looked up for this many words at most: a long text of nonsense must stay cheap. */
const mostMended = 4;
const oneEdit = 0.85;
const moreEdits = 0.7;

export function answer(postings: Postings, thesaurus: Thesaurus, request: SearchRequest): SearchPage {
  const asked = question(request.text, thesaurus);
  const from = Math.max(0, Math.trunc(request.skip));
  const to = from + Math.max(0, Math.trunc(request.take));
  if (asked.words.length === 0) return { hits: [], total: 0 };
  const { hits, total } = ask(asked, { postings, thesaurus, weigh: request.weigh, first: to });
  return { hits: hits.slice(from), total };
}

interface Where {
  readonly postings: Postings;
  readonly thesaurus: Thesaurus;
  readonly weigh: SearchRequest['weigh'];
  readonly first: number;
}

function ask(asked: Question, where: Where): Ranked {
  const { postings, thesaurus, weigh, first } = where;
  const visible = postings.factorsFor(weigh);
  const tally = tallyOf(postings, asked);
  const all = rank(asked.words, tally, { postings, visible, tier: 'all', first });
  if (all.total >= plenty && all.good >= plentyGood) return all;
  tally.add(asked.others);
  const any = rank(asked.words, tally, { postings, visible, tier: 'any', first });
  const mended = mend(any.unknown, asked, where);
  if (mended.length === 0) return any;
  tally.add(corrected(asked, mended, thesaurus));
  return rank(asked.words, tally, { postings, visible, tier: 'any', first });
}

/** The nearest spellings of each unknown word, from what the reader may see and from the words of the trade. */
function mend(unknown: readonly number[], asked: Question, { postings, thesaurus, weigh }: Where): Correction[] {
  const factor = postings.factorsFor(weigh);
  const isKnown = (term: string) => postings.of(term).some((entry) => factor(slotOf(entry)) > 0);
  return unknown.slice(0, mostMended).flatMap((position) => {
    const { raw = '', stem = '' } = asked.words[position] ?? {};
    const meant = (term: string) => mayBeMeant(raw, term) || mayBeMeant(stem, term);
    // Begun with either of the first two letters, as these may be swapped.
    const terms = [...new Set([raw.charAt(0), raw.charAt(1)])].flatMap((letter) => postings.beginning(letter));
    const found = terms.filter((term) => meant(term) && isKnown(term));
    const near = [...new Set([...found, ...thesaurus.names.filter(meant)])].map((term) => ({
      term,
      edits: Math.min(editDistance(raw, term), editDistance(stem, term)),
    }));
    const least = Math.min(...near.map((each) => each.edits));
    return near
      .filter((each) => each.edits === least)
      .map(({ term }) => ({ position, term, weight: least === 1 ? oneEdit : moreEdits }));
  });
}
