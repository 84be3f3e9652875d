/** What pilots need of others. */
import type { Card } from '../../core/card.ts';
import type { WriteOperation } from '../../core/documents.ts';
import type { GrantName } from '../../core/person.ts';
import type { PilotView } from '../../core/pilot-view.ts';
import type { PilotChange, PlannedWorkflow } from '../../core/playbook-view.ts';
import type { Runs } from '../../core/runs.ts';
import type { Turn } from '../../core/turn.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Questions about the work of a pilot that nobody has answered yet. */
export interface OpenQuestions {
  /** About fairness, about data, after a mistake, or not sorted by a reviewer yet (product L6). */
  readonly serious: number;
  /** Passed on for a decision that is not made. */
  readonly undecided: number;
  /** All that are open, by the scenario they are about. */
  readonly byScenario: ReadonlyMap<string, number>;
}

/** Something that was shared about a scenario, as far as the reader may open it. */
export interface Shared {
  readonly id: string;
  readonly title: string;
  readonly scenarioId: string;
  readonly isReviewer: boolean;
}

export interface PilotDeps {
  /** All workflows, whatever the reader may see of them. */
  readonly planned: (turn: Turn) => Promise<readonly PlannedWorkflow[]>;
  /** For the write of the pilot, with the stamp of `content`; undefined when the workflow is elsewhere by now. */
  readonly workflowOperations: (
    turn: Turn,
    workflowId: string,
    change: PilotChange,
  ) => Promise<readonly WriteOperation[] | undefined>;
  readonly runs: Pick<Runs, 'baselines' | 'addBaseline' | 'askPulse'>;
  /** Runs without AI of a pilot that never began go, thirty days after. */
  readonly dropBaselines: (turn: Turn, pilotId: string) => Promise<void>;
  /** The measures as they are shown now, to be frozen with the decision. */
  readonly evidence: (turn: Turn, pilot: PilotView) => Promise<unknown>;
  /** Too few runs, answers or people for a figure (product 7.9): then a decision says what it rests on. */
  readonly isBelow: (turn: Turn, pilot: PilotView) => Promise<boolean>;
  readonly openQuestions: (
    turn: Turn,
    about: { readonly workflowId: string; readonly scenarioIds: readonly string[] },
  ) => Promise<OpenQuestions>;
  /** How it went with each scenario, in the words of who asks: shares of groups, or what is missing (product 7.9). */
  readonly cameBack: (
    turn: Turn,
    pilot: PilotView,
  ) => Promise<ReadonlyMap<string, { readonly lines: readonly string[]; readonly note: string }>>;
  readonly shared: (
    turn: Turn,
    about: { readonly scenarioIds: readonly string[]; readonly since: string },
  ) => Promise<readonly Shared[]>;
  /** Who acts may tell a win of this scenario, and there is something measured to tell. */
  readonly isTellable: (turn: Turn, scenarioId: string) => Promise<boolean>;
  /** The page, below the tab, where who acts makes or takes on a community for the people of a department, who have none yet. */
  readonly communityOffer: (turn: Turn, departmentId: string) => Promise<string | undefined>;
  /** How the world reaches this server, without a slash at its end. */
  readonly publicUrl: string;
  /** Who owns or wrote a scenario: none of them answers a question about it. */
  readonly makers: (turn: Turn, scenarioId: string) => Promise<readonly string[]>;
  /** The right to answer questions of that department, given by who acts (reliability R3), with the stamp of `people`. */
  readonly giveManager: (
    turn: Turn,
    asked: { readonly personId: string; readonly departmentId: string },
  ) => Promise<readonly WriteOperation[]>;
  readonly holders: (turn: Turn, grants: readonly GrantName[], departmentId?: string) => Promise<readonly string[]>;
  /** Whom to tell when something went wrong, by id; undefined where nobody is named. */
  readonly contact: (turn: Turn) => Promise<string | undefined>;
  readonly nameOf: (turn: Turn, personId: string) => Promise<string>;
  readonly peopleNamed: (turn: Turn, asked: PeopleAsk) => Promise<readonly Named[]>;
  /** Keeps the name of who acts where we do not know them yet. */
  readonly introduce: (turn: Turn) => Promise<void>;
  readonly noteCard: (turn: Turn, note: { heading: string; text: string }) => Card;
}

export type PeopleAsk = { readonly q: string; readonly limit: number } | { readonly ids: readonly string[] };
