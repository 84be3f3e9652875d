/** How well the starter playbook is found: figures over a labelled set, with floors. The set: search-set.ts. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { SearchIndex } from '../../../src/core/search.ts';
import { createSearch } from '../../../src/search/search.ts';
import { type LabelledQuery, searchSet } from './search-set.ts';
import { type StarterDocument, starterDocuments } from './starter-documents.ts';

const ownRole = 1.5;
let starters: StarterDocument[] = [];
let index: SearchIndex;

beforeAll(async () => {
  starters = await starterDocuments();
  index = await createSearch().index('tenant', 1, () => starters.map((each) => each.document));
});

function found(text: string, role: string): string[] {
  const mine = new Set(starters.filter((each) => each.roles.includes(role)).map((each) => each.document.id));
  const weigh = (id: string) => (mine.has(id) ? ownRole : 1);
  return index.search({ text, weigh, skip: 0, take: 25 }).hits.map((hit) => hit.id);
}

interface Figures {
  readonly queries: number;
  readonly recall: number;
  readonly rank: number;
  readonly answered: number;
  readonly offTopic: number;
}

function figures(queries: readonly LabelledQuery[]): Figures {
  const onTopic = queries.filter((query) => query.expect.length > 0);
  const offTopic = queries.filter((query) => query.expect.length === 0);
  const ranks = onTopic.map(
    ({ text, role, expect: wanted }) => 1 + found(text, role).findIndex((id) => wanted.includes(id)),
  );
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    queries: queries.length,
    recall: mean(ranks.map((rank) => (rank >= 1 && rank <= 3 ? 1 : 0))),
    rank: mean(ranks.map((rank) => (rank >= 1 ? 1 / rank : 0))),
    answered: offTopic.filter(({ text, role }) => found(text, role).length > 0).length,
    offTopic: offTopic.length,
  };
}

const line = ({ queries, recall, rank, answered, offTopic }: Figures) =>
  `${queries} queries, recall@3 ${recall.toFixed(3)}, MRR ${rank.toFixed(3)}, off-topic answered ${answered} of ${offTopic}`;

describe('the labelled set', () => {
  test('meets its floors', () => {
    const all = figures(searchSet);
    const heldOut = figures(searchSet.filter((query) => query.holdOut));
    process.stdout.write(`search: ${line(all)} (hold-out: ${line(heldOut)})\n`);
    expect(all.recall).toBeGreaterThanOrEqual(0.95);
    expect(all.rank).toBeGreaterThanOrEqual(0.85);
    expect(all.answered).toBeLessThanOrEqual(1);
  });

  test('asks for scenarios that exist, each of them at least twice', () => {
    const slugs = starters.map((each) => each.document.id);
    const wanted = searchSet.flatMap((query) => query.expect);
    expect(wanted.filter((slug) => !slugs.includes(slug))).toEqual([]);
    expect(slugs.filter((slug) => wanted.filter((each) => each === slug).length < 2)).toEqual([]);
  });
});

describe('the role decides (R7)', () => {
  test('"interview" is the guide for HR and the probes for the hiring manager', () => {
    expect(found('interview', 'hr-business-partner')[0]).toBe('structured-interview-guide');
    expect(found('interview', 'hiring-manager')[0]).toBe('follow-up-probes');
  });

  test('"job descriptoin" is in another order for a recruiter than for an HR business partner', () => {
    const forHr = found('job descriptoin', 'hr-business-partner');
    expect(forHr[0]).toBe('jd-from-intake-notes');
    expect(found('job descriptoin', 'recruiter')).not.toEqual(forHr);
  });
});
