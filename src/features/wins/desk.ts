/** What the handlers of wins are handed. */
import type { Communities } from '../../core/community.ts';
import type { KeyedHash } from '../../core/ids.ts';
import type { Neighbour, WinSubject } from '../../core/playbook-view.ts';
import type { Answer, Turn } from '../../core/turn.ts';
import type { WinEvidence } from './model.ts';

/** What was measured of a scenario, or why it may not be shown (product 7.9), in the reader's words. */
export type Evidence =
  | { readonly kind: 'measured'; readonly evidence: WinEvidence }
  | { readonly kind: 'missing'; readonly text: string };

export interface WinDeps {
  readonly hash: KeyedHash;
  readonly evidenceFor: (
    turn: Turn,
    about: { readonly workflowId: string; readonly scenarioId: string },
  ) => Promise<Evidence>;
  /** A live scenario, and what this reader is to it; undefined for what they may not see. */
  readonly subject: (turn: Turn, scenarioId: string) => Promise<WinSubject | undefined>;
  /** Scenarios beside one, the nearest first, that this reader may use now. */
  readonly neighbours: (turn: Turn, scenarioId: string) => Promise<readonly Neighbour[]>;
  readonly open: (turn: Turn, scenarioId: string) => Promise<Answer>;
  readonly communities: Pick<Communities, 'one' | 'all'>;
  readonly nameOf: (turn: Turn, personId: string) => Promise<string>;
  /** Scenarios that are never suggested to who acts, or `all`. */
  readonly mutedNext: (turn: Turn) => Promise<readonly string[]>;
  readonly muteNext: (turn: Turn, muted: readonly string[]) => Promise<boolean>;
}
