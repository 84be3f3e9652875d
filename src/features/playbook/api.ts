/** The playbook as the tab reads it: what this reader may see, and nothing else. */
import { paged } from '../../core/paged.ts';
import { type Call, type Reply, type Route, refuse, route } from '../../core/route.ts';
import { lookOf, verdictWord } from '../../core/verdict-lines.ts';
import { scoreOf } from '../../core/worksheet-score.ts';
import type { Book, Entry, Identified } from './book.ts';
import {
  fillBody,
  fillReply,
  type ScenarioLine,
  type ScenarioList,
  type ScenarioReading,
  scenarioList,
  scenarioReading,
  type WorkflowLine,
  type WorkflowReading,
  workflowList,
  workflowQuery,
  workflowReading,
} from './contract.ts';
import { fillPrompt, openConfirms } from './fill-route.ts';
import type { Workflow } from './model.ts';
import { badgeOf } from './proven.ts';
import { startHere } from './ranking.ts';
import { neutralReading, wholeOf } from './reading-view.ts';
import { readerOf, type Shelf } from './shelf.ts';
import { neutralOf } from './sight.ts';
import { badgeLine, forLine, type Scene, toolToUse } from './view.ts';
import { isFindable, isInScope, sightOf } from './visibility.ts';

export const playbookRoutes = (shelf: Shelf): Route[] => [
  route('GET', '/api/scenarios', { reply: scenarioList, isList: true }, async ({ turn, page }) => {
    const scene = await shelf.scene(turn);
    const start = startHere(readerOf(turn, scene), scene.book);
    const { items, next } = paged(seen(scene), ({ contract }) => contract.title, page);
    return { kind: 'ok', body: listOf(scene, items, start), ...(next ? { next } : {}) };
  }),
  route('GET', '/api/scenarios/:id', { reply: scenarioReading }, (call) => reading(shelf, call)),
  route('POST', '/api/scenarios/:id/fill', { body: fillBody, reply: fillReply }, ({ turn, params, body }) =>
    fillPrompt(shelf, turn, params.id ?? '', body),
  ),
  route('GET', '/api/workflows', { query: workflowQuery, reply: workflowList, isList: true }, async (call) => {
    const { turn, page, query } = call;
    const scene = await shelf.scene(turn);
    const all = workflowsOf(scene, query.with === 'retired');
    const { items, next } = paged(all, ({ name }) => name, page);
    return { kind: 'ok', body: { items: [...items] }, ...(next ? { next } : {}) };
  }),
  route('GET', '/api/workflows/:id', { reply: workflowReading }, async ({ turn, params }) => {
    const body = workflowOf(await shelf.scene(turn), params.id ?? '');
    return body ? { kind: 'ok', body } : refuse('not_found');
  }),
];

async function reading(shelf: Shelf, { turn, params }: Pick<Call, 'turn' | 'params'>): Promise<Reply<ScenarioReading>> {
  const scene = await shelf.scene(turn);
  const entry = scene.book.entries.get(params.id ?? '');
  if (!entry) return refuse('not_found');
  const neutral = neutralOf(entry, scene);
  if (neutral) return { kind: 'ok', body: neutralReading(neutral) };
  const confirms = await openConfirms(shelf, turn, entry, scene);
  const isTimed = await shelf.deps.runs().isTimed(turn, entry.workflow.id);
  return { kind: 'ok', body: wholeOf(entry, scene, { confirms, isTimed }), version: entry.revision };
}

function listOf(scene: Scene, entries: readonly Entry[], start: Entry | undefined): ScenarioList {
  const items = entries.map((entry) => lineOf(entry, scene));
  const roleIds = [...new Set(seen(scene).flatMap(({ contract }) => contract.roleIds))];
  const roles = roleIds.flatMap((id) => {
    const role = scene.book.roles.get(id);
    return role ? [{ id, name: role.name }] : [];
  });
  return {
    items,
    roles: roles.toSorted((a, b) => a.name.localeCompare(b.name)),
    ...(start ? { startId: start.id } : {}),
  };
}

const seen = ({ book, who, now }: Scene): Entry[] =>
  [...book.entries.values()].filter((entry) => isFindable(entry, who, book, now));

export function lineOf(entry: Entry, scene: Scene): ScenarioLine {
  const { contract, workflow, head, id } = entry;
  const { rulebook, words } = scene;
  const { toolId, verdict } = toolToUse(entry, scene);
  return {
    id,
    title: contract.title,
    helpsYou: contract.helpsYou,
    forLine: forLine(entry, scene),
    workflowId: workflow.id,
    workflow: workflow.name,
    stepOrder: head.stepOrder,
    roleIds: [...contract.roleIds],
    stage: { id: workflow.stage, word: words(`scenario.stage.${workflow.stage}`) },
    tool: {
      id: toolId,
      name: rulebook.tool(toolId)?.name ?? words('verdict.unknownTool'),
      verdict,
      word: `${lookOf(verdict).sign} ${verdictWord(verdict, words)}`,
    },
    dataClassId: contract.dataClassId,
    dataClass: rulebook.dataClass(contract.dataClassId)?.name ?? '',
    tags: [...contract.tags],
    badge: badgeLine(entry, scene),
    isProven: badgeOf(entry, scene.proofs).kind === 'proven',
  };
}

/** Undefined where its scenarios are not open to this reader. */
function workflowOf(scene: Scene, id: string): WorkflowReading | undefined {
  const { book, who } = scene;
  const workflow = book.workflows.get(id);
  if (!workflow || sightOf(workflow, who, book) !== 'full') return undefined;
  const entries = seen(scene).filter((entry) => entry.workflow.id === id);
  const { scenarioIds: _, work: __, ...line } = workflowLineOf(workflow, scene, book, entries);
  const owner = book.names.get(workflow.ownerId ?? '');
  const hrLead = book.names.get(workflow.hrLeadId ?? '');
  return {
    ...line,
    ...(owner ? { owner } : {}),
    ...(hrLead ? { hrLead } : {}),
    scenarios: entries.map((entry) => lineOf(entry, scene)).toSorted((a, b) => a.stepOrder - b.stepOrder),
  };
}

function workflowsOf(scene: Scene, withRetired: boolean): WorkflowLine[] {
  const { book, who } = scene;
  const entries = seen(scene);
  return [...book.workflows.values()]
    .filter((workflow) => {
      const sight = sightOf(workflow, who, book);
      return sight === 'full' || (withRetired && sight === 'retired' && isInScope(workflow, who));
    })
    .map((workflow) => workflowLineOf(workflow, scene, book, entries))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

function workflowLineOf(
  workflow: Identified<Workflow>,
  { words, who }: Scene,
  book: Book,
  entries: readonly Entry[],
): WorkflowLine {
  const { id, name, problem, departmentId, stage, steps } = workflow;
  return {
    ...{ id, name, problem, department: book.departments.get(departmentId)?.name ?? '' },
    stage: { id: stage, word: words(`scenario.stage.${stage}`) },
    steps: steps.map(({ order, title, isAiStep }) => ({ order, title, isAiStep })),
    scenarioIds: entries.filter((entry) => entry.workflow.id === id).map((entry) => entry.id),
    ...(isInScope(workflow, who) ? { work: workOf(workflow) } : {}),
  };
}

const workOf = ({ worksheet, ownerId }: Pick<Workflow, 'worksheet' | 'ownerId'>): WorkflowLine['work'] => ({
  ...(worksheet ? { points: scoreOf(worksheet).points } : {}),
  ...(ownerId ? { ownerId } : {}),
});
