/** Workflows as the tab begins, changes and moves them (product 6.1). */
import type { z } from 'zod';
import { type Call, type Reply, type Route, refuse, route } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';
import { notTakenBack } from '../../core/undo.ts';
import type { LifeDesk } from './life-desk.ts';
import { atWorkflow } from './workflow-before.ts';
import {
  createBody,
  noBody,
  patchBody,
  reasonBody,
  retireBody,
  type WorkflowOptions,
  type WorkflowWork,
  workflowOptions,
  workflowWork,
} from './workflow-contract.ts';
import { createWorkflow, editWorkflow, mayMake, type SavedWorkflow } from './workflow-edit.ts';
import { type PressedWorkflow, pressWorkflow } from './workflow-press.ts';
import type { WorkflowEvent } from './workflow-rules.ts';
import { takeBackWorkflow } from './workflow-undo.ts';
import { workOf } from './workflow-work.ts';

const base = '/api/workflows';
const one = `${base}/:id`;

export const workflowRoutes = (desk: LifeDesk): Route[] => [
  route('GET', '/api/workflow-options', { reply: workflowOptions }, async ({ turn }) => ({
    ...{ kind: 'ok', body: await optionsFor(desk, turn) },
  })),
  route('POST', base, { body: createBody, reply: workflowWork }, async ({ turn, body }) => {
    const reply = await saved(desk, turn, await createWorkflow(desk, turn, body), 'create');
    return reply.kind === 'ok' ? { ...reply, status: 201 } : reply;
  }),
  route('GET', `${one}/work`, { reply: workflowWork }, ({ turn, params }) => shown(desk, turn, params.id ?? '')),
  route('PATCH', one, { body: patchBody, reply: workflowWork, needsVersion: true }, async (call) => {
    const { turn, params, version, body } = call;
    return saved(desk, turn, await editWorkflow(desk, turn, { id: params.id ?? '', version, body }), 'edit');
  }),
  ...(['widen', 'unsign', 'reopen'] as const).map((name) => eventRoute(desk, name, noBody, () => ({ name }))),
  route('POST', `${one}/undo`, { body: noBody, reply: workflowWork, needsVersion: true }, (call) =>
    takenBack(desk, call),
  ),
  eventRoute(desk, 'narrow', reasonBody, ({ reason }) => ({ name: 'narrow', reason })),
  eventRoute(desk, 'retire', retireBody, (body) => ({ name: 'retire', ...body })),
];

function eventRoute<B extends z.ZodType>(
  desk: LifeDesk,
  name: WorkflowEvent['name'],
  body: B,
  eventOf: (body: z.output<B>) => WorkflowEvent,
): Route {
  return route('POST', `${one}/${name}`, { body, reply: workflowWork, needsVersion: true }, (call) =>
    pressed(desk, call, eventOf(call.body)),
  );
}

async function shown(desk: LifeDesk, turn: Turn, id: string, note = ''): Promise<Reply<WorkflowWork>> {
  const at = await atWorkflow(desk, turn, id);
  if (!at?.actor.isReader) return refuse('not_found');
  return { kind: 'ok', body: await workOf(at, note), version: at.loaded.version };
}

const saved = async (
  desk: LifeDesk,
  turn: Turn,
  result: SavedWorkflow,
  done: 'create' | 'edit',
): Promise<Reply<WorkflowWork>> =>
  result.kind === 'saved' ? shown(desk, turn, result.id, turn.words(`workflow.done.${done}`)) : result;

async function pressed(
  desk: LifeDesk,
  { turn, params, version }: Call,
  event: WorkflowEvent,
): Promise<Reply<WorkflowWork>> {
  const id = params.id ?? '';
  const result = await pressWorkflow(desk, turn, { workflowId: id, event, version });
  if (result.kind !== 'done') return refusalOf(turn, result);
  return shown(desk, turn, id, turn.words(`workflow.done.${result.isSigned ? 'sign' : event.name}`));
}

async function takenBack(desk: LifeDesk, { turn, params, version }: Call): Promise<Reply<WorkflowWork>> {
  const id = params.id ?? '';
  const result = await takeBackWorkflow(desk, turn, id, version);
  return result.kind === 'done' ? shown(desk, turn, id, turn.words('undo.done')) : refuse(notTakenBack[result.kind]);
}

/** The same for a press in the tab and on the card. */
export function refusalOf({ words }: Turn, result: Exclude<PressedWorkflow, { kind: 'done' }>): Reply<never> {
  switch (result.kind) {
    case 'missing':
      return refuse('not_found');
    case 'stale':
      return refuse('stale');
    case 'tooMany':
      return refuse('incomplete', words('workflow.not.tooMany'));
    case 'badReplacement':
      return refuse('field_choice', words('error.field_choice', { field: words('field.replacementId') }));
    case 'refused':
      if (result.why === 'forbidden') return refuse('forbidden');
      return refuse(result.why === 'notInDate' ? 'incomplete' : 'already_done', words(`workflow.not.${result.why}`));
  }
}

async function optionsFor(desk: LifeDesk, turn: Turn): Promise<WorkflowOptions> {
  const { book } = await desk.shelf.scene(turn);
  const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);
  const people = async (ids: readonly string[]) =>
    (await Promise.all(ids.map(async (id) => ({ id, name: await desk.life.nameOf(turn, id) })))).toSorted(byName);
  const departments = [...book.departments.values()].filter(({ id }) => mayMake(turn.who, id));
  // Whoever may make none learns nothing about others by it.
  if (departments.length === 0) return { departments: [], roles: [], owners: [], hrLeads: [] };
  return {
    departments: departments.map(({ id, name }) => ({ id, name })).toSorted(byName),
    roles: [...book.roles.values()]
      .filter(({ active }) => active)
      .map(({ id, name }) => ({ id, name }))
      .toSorted(byName),
    owners: await people(await desk.life.holders(turn, ['owner'])),
    hrLeads: await people(await desk.life.holders(turn, ['hrLead'])),
  };
}
