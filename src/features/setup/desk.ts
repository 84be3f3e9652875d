/** What the set-up needs of others: each part is done by the feature whose it is, by its own rules. */
import type { Card } from '../../core/card.ts';
import type { GrantName } from '../../core/person.ts';
import type { PilotView } from '../../core/pilot-view.ts';
import type { Rulebook } from '../../core/rulebook.ts';
import type { SetUpPlaybook } from '../../core/set-up-view.ts';
import type { Turn } from '../../core/turn.ts';
import type { SetUp } from './model.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Nothing, or why not. */
type Refusable = { readonly kind: string; readonly message?: string | undefined };

export interface SetUpDeps {
  /** True while the store holds the example playbook: there is nothing to set up. */
  readonly isExample: boolean;
  readonly playbook: SetUpPlaybook;
  readonly rulebook: (turn: Turn) => Promise<Rulebook>;
  readonly setRules: (turn: Turn, asked: Pick<SetUp, 'toolIds' | 'answers'>) => Promise<Refusable>;
  readonly pilots: (turn: Turn) => Promise<readonly PilotView[]>;
  readonly planPilot: (
    turn: Turn,
    plan: { workflowId: string; name: string; goal: string; memberIds: string[]; hrLeadId: string },
  ) => Promise<{ kind: 'saved'; id: string } | (Refusable & { kind: 'refused' })>;
  /** The people of a planned pilot are asked; a sentence where something stands in the way. */
  readonly askPeople: (turn: Turn, pilotId: string) => Promise<string | undefined>;
  /** Nothing where it is given or held; else why not, in a sentence. */
  readonly giveRight: (turn: Turn, asked: { personId: string; grant: Chair }) => Promise<string | undefined>;
  readonly meet: (turn: Turn, people: readonly Named[]) => Promise<void>;
  readonly holders: (turn: Turn, grants: readonly GrantName[], departmentId?: string) => Promise<readonly string[]>;
  readonly noteCard: (turn: Turn, note: { heading: string; text: string }) => Card;
  readonly nameOf: (turn: Turn, personId: string) => Promise<string>;
  readonly peopleNamed: (
    turn: Turn,
    asked: { readonly q: string; readonly limit: number } | { readonly ids: readonly string[] },
  ) => Promise<readonly Named[]>;
}

export type Chair = 'admin' | 'owner' | 'hrLead' | 'governance';
