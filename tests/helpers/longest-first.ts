/** The order of the test files: those with a browser, or with many hands at once, begin first, so that none of them runs alone at the end. */
import type { Test } from '@jest/test-result';

const long = ['tab/axe', 'tab/', 'turns/flag-races', 'safety/', 'turns/discoveries-races', 'jobs/', 'cli/', 'stores/'];

const rank = ({ path }: Test): number => {
  const at = long.findIndex((part) => path.includes(`/tests/${part}`));
  return at === -1 ? long.length : at;
};

export default class LongestFirst {
  sort(tests: readonly Test[]): Test[] {
    return tests.toSorted((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
  }

  allFailedTests(tests: readonly Test[]): readonly Test[] {
    return tests;
  }

  cacheResults(): void {}
}
