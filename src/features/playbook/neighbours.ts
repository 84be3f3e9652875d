/** What wins ask of the playbook: a scenario that one is told of, and those beside it. */
import { holds } from '../../core/person.ts';
import type { Neighbour, WinSubject } from '../../core/playbook-view.ts';
import type { Entry } from './book.ts';
import { visible } from './sight.ts';
import type { Scene } from './view.ts';
import { sightOfScenario } from './visibility.ts';

export function winSubject(scene: Scene, scenarioId: string): WinSubject | undefined {
  const entry = scene.book.entries.get(scenarioId);
  if (!entry || sightOfScenario(entry, scene.who, scene.book) !== 'full') return undefined;
  const { workflow, department, contract } = entry;
  const { who } = scene;
  const isNamed = workflow.ownerId === who.personId || workflow.hrLeadId === who.personId;
  return {
    ...{ id: entry.id, title: contract.title, workflowId: workflow.id, departmentId: department.id },
    isForAll: workflow.stage === 'scaled',
    isOwned: isNamed || holds(who, ['owner'], department.id),
  };
}

/** First what its author named, then later steps of the same work; only what this reader may use now. */
export function neighboursOf(scene: Scene, scenarioId: string): Neighbour[] {
  const from = scene.book.entries.get(scenarioId);
  if (!from) return [];
  const named = from.contract.nextIds.flatMap((id) => usable(scene, id) ?? []);
  const later = [...scene.book.entries.values()]
    .filter(({ workflow, head }) => workflow.id === from.workflow.id && head.stepOrder > from.head.stepOrder)
    .flatMap(({ id }) => usable(scene, id) ?? [])
    .toSorted((a, b) => a.head.stepOrder - b.head.stepOrder || a.contract.title.localeCompare(b.contract.title));
  const steps = later.filter((entry) => !named.includes(entry));
  const all = [...named.map((entry) => viewOf(entry, 'named')), ...steps.map((entry) => viewOf(entry, 'step'))];
  return all.filter(({ id }) => id !== scenarioId);
}

function usable(scene: Scene, id: string): Entry | undefined {
  const entry = visible(scene, id);
  return entry?.head.hold ? undefined : entry;
}

const viewOf = ({ id, contract, head, workflow }: Entry, reason: Neighbour['reason']): Neighbour => ({
  ...{ id, title: contract.title, reason, step: head.stepOrder, steps: workflow.steps.length, workflow: workflow.name },
});
