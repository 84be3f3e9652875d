/** Reasons for a check that come before its date (product 7.2). Pure. */
import type { ScenarioRuns } from '../../core/runs.ts';
import type { Scenario } from './model.ts';

const dayMs = 86_400_000;
const stuckOf = { uses: 5, lately: 10, stuck: 3 };
export const unusedDays = 60;
const fewestReaders = 10;

/** At least five uses since it was looked at last, and three of the last ten did not work. */
export function isStuck(head: Scenario, results: ScenarioRuns['results']): boolean {
  const { lastReviewedAt = '' } = head;
  const since = results.filter(({ startedAt }) => startedAt > lastReviewedAt);
  const lately = since.slice(0, stuckOf.lately);
  return since.length >= stuckOf.uses && lately.filter(({ result }) => result === 'stuck').length >= stuckOf.stuck;
}

/** It stood there for sixty days since it was looked at last, and before. */
export const isOldEnough = (head: Scenario, publishedAt: string, now: Date): boolean =>
  [head.lastReviewedAt ?? '', publishedAt].every((at) => at <= unusedSince(now));

export const unusedSince = (now: Date): string => new Date(now.getTime() - unusedDays * dayMs).toISOString();

/** So many could have used it that nobody doing so says something. */
export const isSeenByMany = (readers: number): boolean => readers >= fewestReaders;
