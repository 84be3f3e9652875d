/** What other features may ask of the playbook. */
import type { Arrivals } from '../../core/arrival.ts';
import type { CommunityScenarios, CommunityWidenings } from '../../core/community.ts';
import type { Copied } from '../../core/copy.ts';
import type { WriteOperation } from '../../core/documents.ts';
import type { Erasure } from '../../core/erasure.ts';
import type { Feature } from '../../core/feature.ts';
import type { ItemSource } from '../../core/items.ts';
import type {
  DraftCall,
  Drafted,
  LiveScenario,
  MeasuredWork,
  Neighbour,
  PilotChange,
  PlannedWorkflow,
  WinSubject,
  WorkflowView,
  Yardstick,
} from '../../core/playbook-view.ts';
import type { Printed } from '../../core/reading.ts';
import type { ScenarioFacts } from '../../core/rulebook.ts';
import type { SetUpPlaybook } from '../../core/set-up-view.ts';
import type { Answer, Turn } from '../../core/turn.ts';
import type { QueueSource } from '../../core/work-item.ts';
import type { DraftStarted, Weak } from './in-session.ts';
import type { Recheck, recheckOperations, replacedOperations } from './scenario-recheck.ts';
import type { Waiting } from './waiting.ts';

/** The playbook and what other features may ask of it. */
export interface Playbook extends Feature {
  readonly erasures: readonly Erasure[];
  roles(turn: Turn): Promise<readonly { id: string; name: string }[]>;
  roleNamed(turn: Turn, words: string): Promise<{ id: string; name: string } | undefined>;
  departments(turn: Turn): Promise<readonly { id: string; slug: string; name: string }[]>;
  /** The department that counts for the reader. */
  departmentOf(turn: Turn): Promise<string | undefined>;
  /** A scenario this reader may see, as the subject of a question. */
  subject(turn: Turn, scenarioId: string): Promise<Subject | undefined>;
  /** Who owns or wrote a scenario, whatever the reader may see of it. */
  makers(turn: Turn, scenarioId: string): Promise<readonly string[]>;
  /** All workflows, each with what this reader may see of it. */
  workflows(turn: Turn): Promise<readonly WorkflowView[]>;
  /** The same as whoever plans a pilot needs them. */
  planned(turn: Turn): Promise<readonly PlannedWorkflow[]>;
  /** What a pilot does to its workflow, for the write of the pilot, with the stamp of `content`; undefined when it cannot any more. */
  pilotOperations(turn: Turn, workflowId: string, change: PilotChange): Promise<readonly WriteOperation[] | undefined>;
  /** The first workflow of an organisation. */
  readonly setUp: SetUpPlaybook;
  /** The texts of all live scenarios, each with whether this reader may see it. */
  live(turn: Turn): Promise<readonly LiveScenario[]>;
  /** Workflows and live scenarios as figures need them. */
  measuredWork(turn: Turn): Promise<MeasuredWork>;
  /** Since which version what people are asked to do and judge is the same as now. */
  sameSince(turn: Turn, scenarioId: string): Promise<number>;
  /** New scenarios that this reader may see, for a digest. */
  readonly newScenarios: CommunityScenarios;
  /** Work that more people see than before, for a digest. */
  readonly widened: CommunityWidenings;
  /** What a run of that version is judged by; undefined for a draft, and for what is not there. */
  yardstick(turn: Turn, scenarioId: string, version: number): Promise<Yardstick | undefined>;
  /** A draft made from what somebody found out, for the write that decides so. */
  draft(turn: Turn, call: DraftCall): Promise<Drafted>;
  /** Scenarios of these departments that this reader may see and that did not work for people. */
  weakScenarios(turn: Turn, departmentIds: readonly string[]): Promise<readonly Weak[]>;
  /** The next version of a scenario, begun by whoever acts, as its part of a write. */
  startDraft(turn: Turn, scenarioId: string): Promise<DraftStarted>;
  /** Live scenarios that still wait for the check which this change of a tool asked for. */
  waitingFor(turn: Turn, changeId: string): Promise<readonly Waiting[]>;
  /** What this reader may see of a scenario, to be written down. */
  printed(turn: Turn, scenarioId: string): Promise<Printed>;
  /** Its part of a file with the whole playbook; `isBeyond` = with what is still being written. */
  copied(turn: Turn, isBeyond: boolean): Promise<readonly Copied[]>;
  mayCopyBeyond(turn: Turn): Promise<boolean>;
  /** What comes in with a file. */
  readonly arrivals: Arrivals;
  /** Departments, roles and the workflows that this reader may see, by id. */
  scopeNames(turn: Turn): Promise<ReadonlyMap<string, string>>;
  /** Scenarios that wait for somebody, in the review list and with the bot. */
  readonly queue: QueueSource;
  readonly items: ItemSource;
  /** Batches that mark every live scenario of a tool for a check; see `scenario-recheck.ts`. */
  recheckOperations(turn: Turn, recheck: Recheck): ReturnType<typeof recheckOperations>;
  /** The same for those that rest on a decision which another one has replaced. */
  replacedOperations: typeof replacedOperations;
  /** Marks one live scenario: for the write that found it to be out of date, with the stamp of `content`. */
  outdatedOperations(turn: Turn, scenarioId: string, flagId: string): Promise<readonly WriteOperation[]>;
  /** What a tool may see has changed: scenarios are held, or released again. */
  holdsAgain(turn: Turn): Promise<void>;
  /** Workflows in use that this reader owns, by name or by grant. */
  owned(turn: Turn): Promise<readonly string[]>;
  /** Owners and HR leads that workflows in use name. */
  leads(turn: Turn): Promise<readonly string[]>;
  /** A scenario that a win is told of. */
  winSubject(turn: Turn, scenarioId: string): Promise<WinSubject | undefined>;
  /** Scenarios beside one, the nearest first, that this reader may use now. */
  neighbours(turn: Turn, scenarioId: string): Promise<readonly Neighbour[]>;
  /** The whole scenario as a card; what this reader may not see answers like what does not exist. */
  open(turn: Turn, scenarioId: string): Promise<Answer>;
  startHere(turn: Turn): Promise<Answer>;
  /** The best scenarios for a question, with why they match, or a friendly way on. */
  answer(turn: Turn, text: string): Promise<Answer>;
}

export interface Subject {
  readonly title: string;
  readonly version: number;
  readonly workflowId: string;
  readonly departmentId: string;
  readonly facts: ScenarioFacts;
}
