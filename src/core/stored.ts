/** What is stored about people, why, and for how long: said alike on the public page and in the tab. */
import type { Words } from './words.ts';

export const storedThings = [
  'person',
  'used',
  'runs',
  'looks',
  'pulse',
  'flags',
  'requests',
  'shared',
  'reuse',
  'asks',
  'sealed',
  'hours',
  'helped',
  'feeds',
  'sent',
  'handled',
  'undo',
  'decisions',
  'hosts',
  'pilots',
  'setup',
  'wins',
  'offers',
] as const;

export interface StoredFact {
  readonly what: string;
  readonly why: string;
  readonly until: string;
}

export const storedFacts = (words: Words): StoredFact[] =>
  storedThings.map((thing) => ({
    what: words(`stored.what.${thing}`),
    why: words(`stored.why.${thing}`),
    until: words(`stored.until.${thing}`),
  }));
