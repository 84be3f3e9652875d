/** What the form lets its writer pick. */
import type { Turn } from '../../core/turn.ts';
import type { Book, Identified } from './book.ts';
import type { ScenarioEdit, ScenarioOptions } from './edit-contract.ts';
import type { LifeDesk } from './life-desk.ts';
import type { Workflow } from './model.ts';
import type { Before } from './scenario-before.ts';
import type { Scene } from './view.ts';
import { isFindable } from './visibility.ts';

type Option = ScenarioEdit['options']['roles'][number];
type Person = ScenarioEdit['options']['owners'][number];

const byTitle = (a: Option, b: Option): number => a.title.localeCompare(b.title);

export const workflowOption = (
  { id, name, departmentId, steps }: Identified<Workflow>,
  book: Book,
): ScenarioEdit['workflow'] => ({
  ...{ id, name, department: book.departments.get(departmentId)?.name ?? '' },
  steps: steps.map(({ order, title, isAiStep }) => ({ order, title, isAiStep })),
});

export const roleOptions = ({ roles }: Book): Option[] =>
  [...roles.values()]
    .filter(({ active }) => active)
    .map(({ id, name }) => ({ id, title: name }))
    .toSorted(byTitle);

/** Live ones that this reader may see. */
export const scenarioChoices = ({ book, who, now }: Scene, butId = ''): ScenarioOptions['scenarios'] =>
  [...book.entries.values()]
    .filter((entry) => entry.id !== butId && isFindable(entry, who, book, now))
    .map(({ id, contract, workflow }) => ({ id, title: contract.title, text: workflow.name }))
    .toSorted(byTitle);

export async function optionsOf({ desk, turn, scene, loaded, workflow }: Before): Promise<ScenarioEdit['options']> {
  const { book, rulebook } = scene;
  const [owners, reviewers] = await peopleFor(desk, turn, workflow);
  return {
    roles: roleOptions(book),
    tools: rulebook.tools().map(({ id, name }) => ({ id, title: name })),
    dataClasses: rulebook.classes().map(({ id, name, description }) => ({ id, title: name, text: description })),
    guardrails: rulebook.guardrails().map(({ id, name, rule }) => ({ id, title: name, text: rule })),
    packs: [...book.packs.values()].map(({ id, title }) => ({ id, title })).toSorted(byTitle),
    scenarios: scenarioChoices(scene, loaded.id),
    owners,
    reviewers,
  };
}

/** Who may own a scenario of this workflow, and who may look at what an owner wrote. */
export async function peopleFor(
  { life }: LifeDesk,
  turn: Turn,
  { departmentId, ownerId, hrLeadId }: Workflow,
): Promise<[owners: Person[], reviewers: Person[]]> {
  const owners = await life.holders(turn, ['owner'], departmentId);
  const others = await life.holders(turn, ['author', 'manager', 'hrLead', 'owner'], departmentId);
  const named = (ids: readonly (string | undefined)[]) =>
    Promise.all([...new Set(ids)].flatMap((id) => (id ? [life.nameOf(turn, id).then((name) => ({ id, name }))] : [])));
  const all = await Promise.all([named([ownerId, ...owners]), named([hrLeadId, ...others])]);
  const [first, second] = all.map((people) => people.toSorted((a, b) => a.name.localeCompare(b.name)));
  return [first ?? [], second ?? []];
}
