/** The editing form's routes: begin, read, save, and see the card that a draft would make. */
import type { z } from 'zod';
import { cardObject } from '../../core/card.ts';
import { holds, holdsAnywhere } from '../../core/person.ts';
import { type Call, type FieldProblem, type Reply, type Route, refuse, route } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';
import type { Identified } from './book.ts';
import { scenarioCard } from './cards/scenario.card.ts';
import {
  draftPatch,
  draftSaved,
  newScenario,
  type ScenarioEdit,
  scenarioEdit,
  scenarioOptions,
} from './edit-contract.ts';
import { createOperations } from './edit-create.ts';
import { peopleFor, roleOptions, scenarioChoices, workflowOption } from './edit-options.ts';
import { draftEntry } from './edit-preview.ts';
import { isNaming, namesPeople, type Patch, saveOperations } from './edit-save.ts';
import { editView, guardrailLines, isSmallFix, missingOf } from './edit-view.ts';
import { draftCard } from './event-contract.ts';
import type { LifeDesk } from './life-desk.ts';
import type { Workflow } from './model.ts';
import { actionsOf } from './scenario-actions.ts';
import { type Before, before } from './scenario-before.ts';
import { refused } from './scenario-refusals.ts';
import { refusalOf } from './scenario-rules.ts';
import type { Scene } from './view.ts';
import { scenarioView } from './view.ts';

export const editRoutes = (desk: LifeDesk): Route[] => [
  route('GET', '/api/scenario-options', { reply: scenarioOptions }, ({ turn }) => options(desk, turn)),
  route('POST', '/api/scenarios', { body: newScenario, reply: scenarioEdit }, (call) => create(desk, call)),
  route('GET', '/api/scenarios/:id/edit', { reply: scenarioEdit }, async ({ turn, params }) => {
    const at = await before(desk, turn, params.id ?? '');
    return at && mayLook(at) ? shown(at) : refuse('not_found');
  }),
  route('GET', '/api/scenarios/:id/card', { reply: draftCard }, async ({ turn, params }) => {
    const at = await before(desk, turn, params.id ?? '');
    const entry = at && mayLook(at) ? draftEntry(at) : undefined;
    if (!at || !entry) return refuse('not_found');
    const card = cardObject(scenarioCard.render(scenarioView(entry, at.scene), turn.words, 'dialog'));
    return { kind: 'ok', body: { card: { ...card } }, version: at.loaded.version };
  }),
  route('PATCH', '/api/scenarios/:id/draft', { body: draftPatch, reply: draftSaved, needsVersion: true }, (call) =>
    save(desk, call),
  ),
];

/** Drafts are for whoever writes and reviews them; with nothing but a live text it is a scenario like any other. */
const mayLook = ({ actor }: Before): boolean => actor.isReader;

const shown = async (at: Before, status: 200 | 201 = 200): Promise<Reply<ScenarioEdit>> => ({
  ...{ kind: 'ok', status, body: await editView(at), version: at.loaded.version },
});

const mayCreateIn = ({ who }: Turn, { ownerId, departmentId, stage }: Workflow): boolean =>
  stage !== 'retired' && (ownerId === who.personId || holds(who, ['author', 'owner'], departmentId));

const mayCreate = ({ who, book }: Scene): boolean =>
  holdsAnywhere(who, ['author', 'owner']) ||
  [...book.workflows.values()].some(({ ownerId }) => ownerId === who.personId);

async function options(desk: LifeDesk, turn: Turn) {
  const scene = await desk.shelf.scene(turn);
  if (!mayCreate(scene)) return refuse('forbidden');
  const workflows = [...scene.book.workflows.values()]
    .filter((workflow) => mayCreateIn(turn, workflow))
    .map((workflow) => workflowOption(workflow, scene.book))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  const body = { workflows, roles: roleOptions(scene.book), scenarios: scenarioChoices(scene) };
  return { kind: 'ok', body } as const;
}

type New = Call<unknown, z.output<typeof newScenario>>;

async function create(desk: LifeDesk, { turn, body }: New): Promise<Reply<ScenarioEdit>> {
  const scene = await desk.shelf.scene(turn);
  if (!mayCreate(scene)) return refuse('forbidden');
  const { words } = turn;
  const { book } = scene;
  const workflow = book.workflows.get(body.workflowId);
  const copyOf = body.copyOf ? book.entries.get(body.copyOf) : undefined;
  const isCopy = scenarioChoices(scene).some(({ id }) => id === body.copyOf);
  const lost = (path: string, isLost: boolean): FieldProblem[] =>
    isLost
      ? [{ path, error: 'field_choice', message: words('error.field_choice', { field: words(`field.${path}`) }) }]
      : [];
  const fields = [
    ...lost('workflowId', !workflow || !mayCreateIn(turn, workflow)),
    ...lost('roleId', !book.roles.get(body.roleId)?.active),
    ...lost('copyOf', body.copyOf !== undefined && !isCopy),
    ...lost('stepOrder', !isStep(workflow, body.stepOrder)),
  ];
  const [first] = fields;
  if (first || !workflow) return { kind: 'refused', code: 'field_choice', message: first?.message ?? '', fields };
  const { title, roleId, stepOrder } = body;
  const isOwner = workflow.ownerId === turn.who.personId || holds(turn.who, ['owner'], workflow.departmentId);
  const { id, operations } = createOperations({ turn, title, workflow, roleId, stepOrder, copyOf, isOwner });
  const result = await turn.store.write(operations);
  const at = result.kind === 'ok' ? await before(desk, turn, id) : undefined;
  return at ? shown(at, 201) : refuse('stale');
}

const isStep = (workflow: Identified<Workflow> | undefined, step: number | undefined): boolean =>
  step === undefined || !workflow || workflow.steps.some(({ order }) => order === step);

async function save(
  desk: LifeDesk,
  { turn, params, body, version }: Call<unknown, Patch>,
): Promise<Reply<z.input<typeof draftSaved>>> {
  const at = await before(desk, turn, params.id ?? '');
  const refusal = at && refusalOf(at.loaded.head, 'saveDraft', at.actor, turn.now);
  if (!at || (refusal && refusal.kind !== 'outdated')) return refused(turn, refusal ?? { kind: 'hidden' });
  if (namesPeople(body) && !at.actor.isOwner) return refuse('forbidden');
  if (version !== at.loaded.version) return refuse('stale');
  const operations = saveOperations(at, body);
  const isLate = refusal !== undefined && !isNaming(body);
  if (isLate || !operations) return refused(turn, { kind: 'outdated' });
  const fields = [...(await personProblems(at, body)), ...stepProblems(at, body)];
  const [first] = fields;
  if (first) return { kind: 'refused', code: first.error, message: first.message, fields };
  const result = await turn.store.write(operations);
  const after = result.kind === 'ok' ? await before(desk, turn, at.loaded.id) : undefined;
  return after ? saved(after) : refuse('stale');
}

const saved = (at: Before): Reply<z.input<typeof draftSaved>> => ({
  kind: 'ok',
  version: at.loaded.version,
  body: {
    savedAt: at.loaded.head.updatedAt,
    missing: missingOf(at),
    guardrails: guardrailLines(at),
    actions: actionsOf(at, isSmallFix(at)),
  },
});

const choice = ({ words }: Turn, path: string): FieldProblem => ({
  ...{ path, error: 'field_choice' },
  message: words('error.field_choice', { field: words(`field.${path}`) }),
});

/** Only people who may do it are named. */
async function personProblems(
  { desk, turn, workflow }: Before,
  { ownerId, reviewerId }: Patch,
): Promise<FieldProblem[]> {
  if (ownerId === undefined && reviewerId === undefined) return [];
  const [owners, reviewers] = await peopleFor(desk, turn, workflow);
  return [
    ...(ownerId === undefined || owners.some(({ id }) => id === ownerId) ? [] : [choice(turn, 'ownerId')]),
    ...(reviewerId === undefined || reviewers.some(({ id }) => id === reviewerId) ? [] : [choice(turn, 'reviewerId')]),
  ];
}

const stepProblems = ({ turn, workflow }: Before, { stepOrder }: Patch): FieldProblem[] =>
  isStep(workflow, stepOrder) ? [] : [choice(turn, 'stepOrder')];
