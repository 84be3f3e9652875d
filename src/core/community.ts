/** What a channel's page shows, and what features tell it: only what everyone in the organisation may see. */
import type { Turn } from './turn.ts';

export interface CommunityFind {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Who shared it and how many used it too, in one line; may be empty. */
  readonly about: string;
  readonly createdAt: string;
}

export interface CommunityDecision {
  readonly id: string;
  readonly question: string;
  /** In the reader's words: yes, no, with conditions. */
  readonly answer: string;
  readonly why: string;
  readonly conditions: readonly string[];
  readonly decidedAt: string;
}

export interface CommunityAsk {
  /** None named: of all. */
  readonly departmentIds: readonly string[];
  readonly limit: number;
}

export type CommunityFinds = (turn: Turn, ask: CommunityAsk) => Promise<readonly CommunityFind[]>;
export type CommunityDecisions = (
  turn: Turn,
  ask: CommunityAsk & { since: string },
) => Promise<readonly CommunityDecision[]>;
