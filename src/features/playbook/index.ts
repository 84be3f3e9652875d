/** The playbook's door: find a scenario, read it, use it. */
import { z } from 'zod';
import type { Arrivals } from '../../core/arrival.ts';
import type { CommunityScenarios } from '../../core/community.ts';
import type { Copied } from '../../core/copy.ts';
import type { WriteOperation } from '../../core/documents.ts';
import type { Erasure } from '../../core/erasure.ts';
import { action, type Feature } from '../../core/feature.ts';
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
import { playbookRoutes } from './api.ts';
import { arrivals } from './arrival.ts';
import { type Book, type Entry, roleNamed } from './book.ts';
import { copied, mayCopyBeyond } from './copy.ts';
import { draftOperations } from './drafts.ts';
import { editRoutes } from './edit-api.ts';
import { contentErasure, useErasure } from './erasure.ts';
import { answerQuestion, findByBot, findScenario, openScenario, openStart, unfoldScenario } from './find.ts';
import { type DraftStarted, startDraft, type Weak, weakScenarios } from './in-session.ts';
import type { LifeDeps } from './life-desk.ts';
import { measuredWork, sameSince } from './measured.ts';
import { neighboursOf, winSubject } from './neighbours.ts';
import { liveScenarios, newScenarios, workflowViews } from './overview.ts';
import { printed } from './reading-view.ts';
import { scenarioRoutes } from './scenario-api.ts';
import { markOne } from './scenario-mark.ts';
import { dueJobOf, lifeNotices } from './scenario-notices.ts';
import { nudgeRoute } from './scenario-nudge.ts';
import { scenarioItems, scenarioQueue } from './scenario-queue.ts';
import { type Recheck, recheckOperations, replacedOperations } from './scenario-recheck.ts';
import { holdsAgain, upkeep, upkeepJobs } from './scenario-upkeep.ts';
import { versionRoutes } from './scenario-versions.ts';
import { startable, startWorkflow } from './set-up.ts';
import { shelf as makeShelf, type PlaybookDeps } from './shelf.ts';
import { visible } from './sight.ts';
import { pickScenario, submitForm, tryWithExample, useByBot, useScenario } from './use.ts';
import { departmentOf } from './visibility.ts';
import { scopeNames, type Waiting, waitingFor } from './waiting.ts';
import { workflowRoutes } from './workflow-api.ts';
import { pilotOperations } from './workflow-events.ts';
import { plannedWorkflows } from './workflow-plan.ts';
import { signWorkflow } from './workflow-sign.ts';
import { workflowNotices } from './workflow-told.ts';
import { yardstick } from './yardstick.ts';

const ofScenario = z.object({ scenarioId: z.string().max(100) });
const everywhere = ['personal', 'groupChat', 'channel'] as const;

const filledForm = z.looseObject({
  scenarioId: z.string().max(100),
  toolId: z.string().max(100).optional(),
  confirmed: z.string().optional(),
  go: z.enum(['mask', 'on', 'back']).optional(),
  kept: z.string().max(200_000).optional(),
  timed: z.string().optional(),
});

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

export function playbook(deps: PlaybookDeps & { readonly life: LifeDeps }): Playbook {
  const shelf = makeShelf(deps);
  const desk = { shelf, life: deps.life };
  return {
    name: 'playbook',
    queue: scenarioQueue(desk),
    items: scenarioItems(desk),
    ...{ recheckOperations, replacedOperations },
    holdsAgain: (turn) => holdsAgain(desk, turn),
    outdatedOperations: (turn, scenarioId, refId) => markOne(turn, scenarioId, { kind: 'flag', refId }),
    notices: [...lifeNotices(desk), ...workflowNotices(desk)],
    arrivals: arrivals(shelf),
    jobs: [dueJobOf, ...upkeepJobs(desk)],
    recurring: [upkeep],
    warmUp: shelf.warmUp,
    erasures: [useErasure, contentErasure],
    roles: async (turn) => activeRoles((await shelf.scene(turn)).book),
    roleNamed: async (turn, words) => roleNamed((await shelf.scene(turn)).book, words),
    departments: async (turn) => [...(await shelf.scene(turn)).book.departments.values()],
    departmentOf: async (turn) => departmentOf(turn.who, (await shelf.scene(turn)).book),
    subject: async (turn, scenarioId) => subjectOf(visible(await shelf.scene(turn), scenarioId)),
    makers: async (turn, scenarioId) => makersOf((await shelf.scene(turn)).book.entries.get(scenarioId)),
    workflows: async (turn) => workflowViews(await shelf.scene(turn)),
    planned: async (turn) => plannedWorkflows(turn, await shelf.scene(turn)),
    pilotOperations: (turn, workflowId, change) => pilotOperations(desk, turn, workflowId, change),
    setUp: { startable: (turn) => startable(desk, turn), start: (turn, ask) => startWorkflow(desk, turn, ask) },
    live: async (turn) => liveScenarios(await shelf.scene(turn)),
    measuredWork: async (turn) => measuredWork(await shelf.scene(turn)),
    sameSince: async (turn, id) => sameSince(turn.store, (await shelf.scene(turn)).book.entries.get(id)),
    newScenarios: async (turn, span) => newScenarios(await shelf.scene(turn), span),
    yardstick: async (turn, scenarioId, version) =>
      yardstick(turn.store, await shelf.scene(turn), { scenarioId, version }),
    draft: async (turn, call) => draftOperations(turn, (await shelf.scene(turn)).book, call),
    weakScenarios: async (turn, departmentIds) => weakScenarios(await shelf.scene(turn), departmentIds),
    startDraft: (turn, scenarioId) => startDraft(desk, turn, scenarioId),
    waitingFor: async (turn, refId) => waitingFor(await shelf.scene(turn), refId),
    printed: async (turn, scenarioId) => printed(await shelf.scene(turn), scenarioId),
    copied: async (turn, isBeyond) => copied(turn, await shelf.scene(turn), isBeyond),
    mayCopyBeyond: async (turn) => mayCopyBeyond(await shelf.scene(turn)),
    scopeNames: async (turn) => scopeNames(await shelf.scene(turn)),
    owned: async (turn) => workflowViews(await shelf.scene(turn)).flatMap(({ isOwned, id }) => (isOwned ? [id] : [])),
    leads: async (turn) => leadsOf((await shelf.scene(turn)).book),
    winSubject: async (turn, scenarioId) => winSubject(await shelf.scene(turn), scenarioId),
    neighbours: async (turn, scenarioId) => neighboursOf(await shelf.scene(turn), scenarioId),
    open: (turn, scenarioId) => openScenario(shelf, turn, scenarioId),
    startHere: (turn) => openStart(shelf, turn),
    answer: (turn, text) => answerQuestion(shelf, turn, text),
    commands: [
      { name: 'find', scopes: everywhere, listed: true, run: (turn, rest) => findByBot(shelf, turn, rest) },
      { name: 'use', scopes: everywhere, listed: true, run: (turn, rest) => useByBot(shelf, turn, rest) },
      { name: 'start', scopes: everywhere, listed: false, run: (turn) => openStart(shelf, turn) },
    ],
    searches: [
      {
        command: 'findScenario',
        parameters: ['q', 'role'],
        initialRun: true,
        run: (turn, call) => findScenario(shelf, turn, call),
      },
    ],
    dialogs: [{ id: 'useScenario', contexts: ['compose', 'commandBox'], open: (turn) => pickScenario(shelf, turn) }],
    actions: [
      action('openScenario', ofScenario, (turn, { scenarioId }) => openScenario(shelf, turn, scenarioId)),
      action('useScenario', ofScenario, (turn, { scenarioId }) => useScenario(shelf, turn, scenarioId)),
      action('exampleScenario', ofScenario, (turn, { scenarioId }) => tryWithExample(shelf, turn, scenarioId)),
      action('fillScenario', filledForm, (turn, data) => submitForm(shelf, turn, data, data)),
      action('startHere', z.object({}), (turn) => openStart(shelf, turn)),
      signWorkflow(desk),
    ],
    // What has a name of its own below a scenario comes before what takes any id.
    routes: [
      ...[...editRoutes(desk), ...versionRoutes(desk), nudgeRoute(desk), ...scenarioRoutes(desk)],
      ...workflowRoutes(desk),
      ...playbookRoutes(shelf),
    ],
    links: [{ prefix: 's', run: (turn, id) => unfoldScenario(shelf, turn, id) }],
  };
}

const activeRoles = (book: Book) =>
  [...book.roles.values()].filter((role) => role.active).toSorted((a, b) => a.name.localeCompare(b.name));

const leadsOf = ({ workflows }: Book): string[] =>
  [...workflows.values()]
    .filter(({ stage }) => stage !== 'retired')
    .flatMap(({ ownerId, hrLeadId }) => [ownerId, hrLeadId].filter((id) => id !== undefined));

const makersOf = (entry: Entry | undefined): string[] =>
  entry
    ? [entry.head.ownerId, entry.head.createdBy, entry.contract.createdBy, entry.workflow.ownerId].filter(
        (id) => id !== undefined,
      )
    : [];

const subjectOf = (entry: Entry | undefined): Subject | undefined =>
  entry && {
    title: entry.contract.title,
    version: entry.contract.version,
    workflowId: entry.workflow.id,
    departmentId: entry.department.id,
    facts: entry.facts,
  };
