/** Asking for a tool: never refused; who asks for the same joins the request that is open. */
import { setTimeout as pause } from 'node:timers/promises';
import { derivedId, newId } from '../../core/ids.ts';
import { noticeOperation } from '../../core/notice.ts';
import type { FieldProblem } from '../../core/route.ts';
import { cleanText, isWithin } from '../../core/text.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import {
  actorOf,
  auditOf,
  changeOperations,
  guardOperation,
  kind,
  type Loaded,
  loadRequest,
  openRequestOf,
} from './documents.ts';
import { dueAt } from './due.ts';
import { openForm, type RequestDeps, type Sent } from './form.ts';
import { laneOf } from './lane.ts';
import { happen } from './lifecycle.ts';
import { meanwhile } from './meanwhile.ts';
import { type ToolRequest, toolRequest } from './model.ts';
import { receipt } from './receipt.ts';
import { isNameless, toolKeyOf, toolMeant } from './tool.ts';

const maxName = 80;
const maxNeed = 600;
/** Many may ask for the same at the same moment: each loser tries again, after a longer wait of chance. */
const mostTries = 25;
const longestWaitMs = 160;

export async function sendRequest(deps: RequestDeps, turn: Turn, raw: Sent): Promise<Answer> {
  const asked = await keepRequest(deps, turn, raw);
  switch (asked.kind) {
    case 'wrong':
      return openForm(deps, turn, asked.data, asked.problem.message);
    case 'stale':
      return refused(turn, 'stale');
    case 'kept':
      return receipt(deps, turn, asked.kept);
  }
}

export type Asked =
  | { kind: 'kept'; kept: Kept }
  | { kind: 'wrong'; data: Sent; problem: FieldProblem }
  | { kind: 'stale' };

/** Kept as a request of its own, or joined with the one that is open about the same. */
export async function keepRequest(deps: RequestDeps, turn: Turn, raw: Sent): Promise<Asked> {
  const data = { ...raw, toolName: cleanText(raw.toolName), need: cleanText(raw.need) };
  const problem = nameProblem(turn, data.toolName) ?? needProblem(turn, data.need);
  if (problem) return { kind: 'wrong', data, problem };
  const body = await requestOf(deps, turn, data);
  for (let tried = 0; tried < mostTries; tried++) {
    if (tried > 0) await pause(Math.random() * Math.min(2 ** tried, longestWaitMs));
    const kept = await askOrJoin(deps, turn, body);
    if (kept) return { kind: 'kept', kept };
  }
  return { kind: 'stale' };
}

function nameProblem({ words }: Turn, toolName: string): FieldProblem | undefined {
  const field = words('card.requestForm.toolName');
  if (isNameless(toolName))
    return { path: 'toolName', error: 'field_required', message: words('error.field_required', { field }) };
  if (isWithin(toolName, maxName)) return undefined;
  const message = words('error.field_length', { field, min: 1, max: maxName });
  return { path: 'toolName', error: 'field_length', message };
}

/** What is wrong with what it is wanted for. */
export function needProblem({ words }: Turn, need: string): FieldProblem | undefined {
  const field = words('card.requestForm.need');
  if (need === '') return { path: 'need', error: 'field_required', message: words('error.field_required', { field }) };
  if (isWithin(need, maxNeed)) return undefined;
  return { path: 'need', error: 'field_length', message: words('error.field_length', { field, min: 1, max: maxNeed }) };
}

export type Kept = Pick<Loaded, 'id' | 'request'>;

/** One try; undefined when somebody else was faster. */
async function askOrJoin(deps: RequestDeps, turn: Turn, body: ToolRequest): Promise<Kept | undefined> {
  const open = (await openRequestOf(turn.store, body)) ?? (await openByName(turn, body));
  return open ? join(turn, open, body) : ask(deps, turn, body);
}

/** A tool came onto the list since somebody asked for it by its name, with other data perhaps. */
const openByName = ({ store }: Turn, { toolId, toolName, dataClassId }: ToolRequest): Promise<Loaded | undefined> =>
  toolId
    ? openRequestOf(store, { toolKey: toolKeyOf(undefined, toolName), ...(dataClassId ? { dataClassId } : {}) })
    : Promise.resolve(undefined);

async function ask(deps: RequestDeps, turn: Turn, body: ToolRequest): Promise<Kept | undefined> {
  const id = requestIdOf(deps, turn);
  const guard = guardOperation(id, body);
  const result = await turn.store.write([
    guard,
    { op: 'create', kind, id, body },
    auditOf(turn, id, 'ask', ['', body.state]),
    noticeOperation(turn.now, { kind: 'requestNew', subject: id, audience: 'governance' }),
  ]);
  if (result.kind === 'ok') return { id, request: body };
  // The same message, delivered again long after: its request is there.
  return result.kind === 'conflict' && result.index === 1 ? loadRequest(turn.store, id) : undefined;
}

async function join(turn: Turn, loaded: Loaded, body: ToolRequest): Promise<Kept | undefined> {
  const actor = actorOf(turn, loaded.request);
  const event = { name: 'join', need: body.need, lane: body.lane, isUsing: body.usingCount > 0 } as const;
  const outcome = happen({ request: loaded.request, event, actor, now: turn.now });
  if (outcome.kind === 'alreadyAsked') return loaded;
  if (outcome.kind !== 'changed') return undefined;
  const result = await turn.store.write(await changeOperations(turn, { loaded, ...outcome }));
  return result.kind === 'ok' ? { id: loaded.id, request: outcome.request } : undefined;
}

/** A repeat at another instance finds the request it made. */
const requestIdOf = ({ hash }: RequestDeps, { deliveryKey }: Turn): string =>
  deliveryKey ? derivedId('toolRequest', hash('toolRequest', deliveryKey)) : newId();

async function requestOf(deps: RequestDeps, turn: Turn, data: Sent): Promise<ToolRequest> {
  const rulebook = await deps.rulebook(turn);
  const tool = toolMeant(rulebook, data.toolName, data.accountKind);
  const dataClassId = rulebook.dataClass(data.dataClassId)?.id;
  const answers = {
    ...(dataClassId ? { dataClassId } : {}),
    ...(data.outputAffects ? { outputAffects: data.outputAffects } : {}),
    ...(data.reversible ? { reversible: data.reversible === 'yes' } : {}),
    ...(data.accountKind ? { accountKind: data.accountKind } : {}),
  };
  const lane = laneOf(answers, rulebook.classes());
  const other = await meanwhile(deps, turn, { toolId: tool?.id, dataClassId });
  const at = turn.now.toISOString();
  return toolRequest.parse({
    ...answers,
    toolName: data.toolName,
    toolKey: toolKeyOf(tool, data.toolName),
    ...(tool ? { toolId: tool.id } : {}),
    need: data.need,
    requesterId: turn.who.personId,
    supporterIds: [],
    satisfiedIds: [],
    alsoFor: [],
    usingCount: data.alreadyUsing === 'true' ? 1 : 0,
    ...(other.toolId && other.toolId !== tool?.id ? { alternativeId: other.toolId } : {}),
    lane,
    state: 'submitted',
    dueAt: dueAt(turn.now, lane, turn.who.zone),
    thread: [],
    createdAt: at,
    createdBy: turn.who.personId,
    updatedAt: at,
    updatedBy: turn.who.personId,
  });
}
