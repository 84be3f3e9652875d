/** The playbook as the tab reads it: what this reader may see, and nothing else. */
import { type Route, route } from '../../core/route.ts';
import { lookOf, verdictWord } from '../../core/verdict-lines.ts';
import type { Book, Entry, Identified } from './book.ts';
import { type ScenarioLine, scenarioList, type WorkflowLine, workflowList } from './contract.ts';
import type { Workflow } from './model.ts';
import type { Shelf } from './shelf.ts';
import { forLine, type Scene, toolToUse } from './view.ts';
import { isFindable, sightOf } from './visibility.ts';

export const playbookRoutes = (shelf: Shelf): Route[] => [
  route('GET', '/api/scenarios', { reply: scenarioList }, async ({ turn }) => {
    const scene = await shelf.scene(turn);
    return { kind: 'ok', body: { items: seen(scene).map((entry) => lineOf(entry, scene)) } };
  }),
  route('GET', '/api/workflows', { reply: workflowList }, async ({ turn }) => {
    const scene = await shelf.scene(turn);
    return { kind: 'ok', body: { items: workflowsOf(scene) } };
  }),
];

const seen = ({ book, who, now }: Scene): Entry[] =>
  [...book.entries.values()]
    .filter((entry) => isFindable(entry, who, book, now))
    .toSorted((a, b) => a.contract.title.localeCompare(b.contract.title));

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
    tool: {
      name: rulebook.tool(toolId)?.name ?? words('verdict.unknownTool'),
      verdict,
      word: `${lookOf(verdict).sign} ${verdictWord(verdict, words)}`,
    },
    dataClass: rulebook.dataClass(contract.dataClassId)?.name ?? '',
  };
}

function workflowsOf(scene: Scene): WorkflowLine[] {
  const { book, who } = scene;
  const entries = seen(scene);
  return [...book.workflows.values()]
    .filter((workflow) => sightOf(workflow, who, book) === 'full')
    .map((workflow) => workflowLineOf(workflow, scene, book, entries))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

const workflowLineOf = (
  { id, name, problem, departmentId, stage, steps }: Identified<Workflow>,
  { words }: Scene,
  book: Book,
  entries: readonly Entry[],
): WorkflowLine => ({
  id,
  name,
  problem,
  department: book.departments.get(departmentId)?.name ?? '',
  stage: { id: stage, word: words(`scenario.stage.${stage}`) },
  steps: steps.map(({ order, title, isAiStep }) => ({ order, title, isAiStep })),
  scenarioIds: entries.filter(({ workflow }) => workflow.id === id).map((entry) => entry.id),
});
