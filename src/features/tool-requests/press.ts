/** What happens to a request: loaded, decided, saved. Cards and the API share it and differ in what they show. */
import type { WriteOperation } from '../../core/documents.ts';
import { noticeOperation } from '../../core/notice.ts';
import type { FieldProblem } from '../../core/route.ts';
import { isWithin } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import { undoable } from '../../core/undo.ts';
import { actorOf, changeOperations, kind, type Loaded, loadRequest } from './documents.ts';
import { type Actor, type EventName, happen, mayRead, type Refusal, type RequestEvent } from './lifecycle.ts';
import { isOpen, type ToolRequest } from './model.ts';

export const maxText = 800;

export interface Before {
  readonly loaded: Loaded;
  readonly actor: Actor;
}

/** The request and who stands before it; undefined for what this person may not read, as for what does not exist. */
export async function before(turn: Turn, requestId: string): Promise<Before | undefined> {
  const loaded = await loadRequest(turn.store, requestId);
  const actor = loaded && actorOf(turn, loaded.request);
  return loaded && actor && mayRead(loaded.request, actor) ? { loaded, actor } : undefined;
}

export interface Pressing {
  readonly requestId: string;
  readonly event: (request: ToolRequest) => RequestEvent;
  /** What the person saw: another version is not changed. Left out, the event is judged by what is stored. */
  readonly version?: string;
}

export type Refused =
  | { kind: 'missing' }
  | { kind: 'stale' }
  | { kind: 'refused'; loaded: Loaded; why: Refusal }
  /** What was typed, or what it needs besides, is not right. */
  | { kind: 'wrong'; at: Before; problem: FieldProblem };

export type Pressed = { kind: 'done'; after: ToolRequest } | Exclude<Refused, { kind: 'wrong' }>;

/** A press that names no version and meets a newer state is judged again by it, so the second one hears who was first. */
export async function press(turn: Turn, pressing: Pressing, tries = 4): Promise<Pressed> {
  const { requestId, version } = pressing;
  const at = await before(turn, requestId);
  if (!at) return { kind: 'missing' };
  const { loaded, actor } = at;
  if (version !== undefined && version !== loaded.version) return { kind: 'stale' };
  const event = pressing.event(loaded.request);
  const outcome = happen({ request: loaded.request, event, actor, now: turn.now });
  if (outcome.kind !== 'changed') return { kind: 'refused', loaded, why: outcome };
  const operations = [
    ...(await changeOperations(turn, { loaded, ...outcome })),
    ...noticesOf(turn, event.name, loaded, outcome.request),
  ];
  const undo = { entityType: kind, entityId: loaded.id, event: event.name };
  if ((await turn.store.write(await undoable(turn, undo, operations))).kind === 'ok')
    return { kind: 'done', after: outcome.request };
  return tries > 1 ? press(turn, pressing, tries - 1) : { kind: 'stale' };
}

const needsText: ReadonlySet<EventName> = new Set(['askMore', 'reply', 'sendBack']);

/** What is wrong with the text of an event. */
export function textProblem({ words }: Turn, name: EventName, text: string): FieldProblem | undefined {
  const field = words('request.input.field');
  if (text === '' && needsText.has(name))
    return { path: 'text', error: 'field_required', message: words('error.field_required', { field }) };
  if (isWithin(text, maxText)) return undefined;
  return { path: 'text', error: 'field_length', message: words('error.field_length', { field, min: 1, max: maxText }) };
}

/** The other side hears of it (product 6.5). */
export function noticesOf(
  { now }: Turn,
  name: EventName,
  { id, request }: Loaded,
  next: ToolRequest,
): WriteOperation[] {
  const toEveryone = noticeOperation(now, { kind: 'requestState', subject: id });
  const toRequester = noticeOperation(now, { kind: 'requestState', subject: id, audience: 'requester' });
  const toAssignee = next.assigneeId
    ? [noticeOperation(now, { kind: 'requestNew', subject: id, audience: 'assignee' })]
    : [];
  switch (name) {
    case 'claim':
      return request.state === 'submitted' ? [toEveryone] : [];
    case 'askMore':
      // It was taken up as well, which everyone who asked for it is told.
      return request.state === 'submitted' ? [toEveryone] : [toRequester];
    case 'reply':
      return toAssignee;
    case 'sendBack':
      return [noticeOperation(now, { kind: 'requestNew', subject: id, audience: 'governance' })];
    case 'withdraw':
      if (!isOpen(next)) return toAssignee;
      return waitsForAnother(request, next) ? [toRequester] : [];
    case 'alternativeIsEnough':
      return waitsForAnother(request, next) ? [toRequester] : [];
    case 'join':
    case 'decide':
    case 'propose':
    case 'confirm':
      return [];
  }
}

/** A question stands open, and whom it was put to has gone. */
const waitsForAnother = (earlier: ToolRequest, next: ToolRequest): boolean =>
  next.state === 'needsInfo' && next.requesterId !== earlier.requesterId;
