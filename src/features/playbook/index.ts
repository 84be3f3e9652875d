/** The playbook's door: find a scenario, read it, use it. */
import { z } from 'zod';
import { action } from '../../core/feature.ts';
import { playbookRoutes } from './api.ts';
import { arrivals } from './arrival.ts';
import { type Book, type Entry, roleNamed } from './book.ts';
import { copied, mayCopyBeyond } from './copy.ts';
import { draftOperations } from './drafts.ts';
import { editRoutes } from './edit-api.ts';
import { contentErasure, useErasure } from './erasure.ts';
import { answerQuestion, findByBot, findScenario, openScenario, openStart, unfoldScenario } from './find.ts';
import { startDraft, weakScenarios } from './in-session.ts';
import type { LifeDeps } from './life-desk.ts';
import { measuredWork, sameSince } from './measured.ts';
import { neighboursOf, winSubject } from './neighbours.ts';
import type { Playbook, Subject } from './offers.ts';
import { liveScenarios, newScenarios, workflowViews } from './overview.ts';
import { printed } from './reading-view.ts';
import { scenarioRoutes } from './scenario-api.ts';
import { markOne } from './scenario-mark.ts';
import { dueJobOf, lifeNotices } from './scenario-notices.ts';
import { nudgeRoute } from './scenario-nudge.ts';
import { scenarioItems, scenarioQueue } from './scenario-queue.ts';
import { recheckOperations, replacedOperations } from './scenario-recheck.ts';
import { holdsAgain, upkeep, upkeepJobs } from './scenario-upkeep.ts';
import { versionRoutes } from './scenario-versions.ts';
import { startable, startWorkflow } from './set-up.ts';
import { shelf as makeShelf, type PlaybookDeps } from './shelf.ts';
import { visible } from './sight.ts';
import { pickScenario, submitForm, tryWithExample, useByBot, useScenario } from './use.ts';
import { departmentOf } from './visibility.ts';
import { scopeNames, waitingFor } from './waiting.ts';
import { widenedWorkflows } from './widened.ts';
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
    widened: async (turn, span) => widenedWorkflows(await shelf.scene(turn), span),
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
