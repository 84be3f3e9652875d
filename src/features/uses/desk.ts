/** What the handlers of runs are handed. */
import type { KeyedHash } from '../../core/ids.ts';
import type { LiveScenario, Yardstick } from '../../core/playbook-view.ts';
import type { Turn } from '../../core/turn.ts';

export interface UseDeps {
  readonly hash: KeyedHash;
  /** The running pilot of that workflow which who acts has joined. */
  readonly pilotOf: (turn: Turn, workflowId: string) => Promise<string | undefined>;
  readonly yardstick: (turn: Turn, scenarioId: string, version: number) => Promise<Yardstick | undefined>;
  readonly live: (turn: Turn) => Promise<readonly LiveScenario[]>;
}

export type Desk = UseDeps;
