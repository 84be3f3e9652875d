/** What the handlers of runs are handed. */
import type { CommunityView } from '../../core/community.ts';
import type { KeyedHash } from '../../core/ids.ts';
import type { PilotView } from '../../core/pilot-view.ts';
import type { LiveScenario, NextStep, WorkflowView, Yardstick } from '../../core/playbook-view.ts';
import type { Turn } from '../../core/turn.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What is asked of the people. */
interface KnownPeople {
  /** Active people with these ids, or whose name holds these words. */
  named(
    turn: Turn,
    asked: { readonly q: string; readonly limit: number } | { readonly ids: readonly string[] },
  ): Promise<readonly Named[]>;
  nameOf(turn: Turn, personId: string): Promise<string>;
  /** The same moment as this person sees it; undefined for somebody who is not active. */
  asPerson(turn: Turn, personId: string): Promise<Turn | undefined>;
  isPulseMuted(turn: Turn): Promise<boolean>;
  /** Who acts is asked no pulse question any more. */
  mutePulse(turn: Turn): Promise<void>;
}

export interface UseDeps {
  readonly hash: KeyedHash;
  /** All pilots, whatever the reader may see: never shown as they are. */
  readonly pilots: (turn: Turn) => Promise<readonly PilotView[]>;
  readonly communities: (turn: Turn) => Promise<readonly CommunityView[]>;
  readonly workflows: (turn: Turn) => Promise<readonly WorkflowView[]>;
  readonly yardstick: (turn: Turn, scenarioId: string, version: number) => Promise<Yardstick | undefined>;
  readonly live: (turn: Turn) => Promise<readonly LiveScenario[]>;
  readonly people: () => KnownPeople;
  /** One neighbour to offer after a success; given out once. */
  readonly nextStep: (turn: Turn, scenarioId: string) => Promise<NextStep | undefined>;
}

export type Desk = UseDeps;
