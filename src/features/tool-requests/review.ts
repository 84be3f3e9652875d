/** One request before one person: shown, asked back, replied to, left. Whoever comes second sees who was first. */

import type { WriteOperation } from '../../core/documents.ts';
import { noticeOperation } from '../../core/notice.ts';
import { placeOf } from '../../core/place.ts';
import { cleanText, isWithin } from '../../core/text.ts';
import { readableTime } from '../../core/time.ts';
import { type Answer, message, refused, type Turn } from '../../core/turn.ts';
import { itemCard } from './cards/item.card.ts';
import { actorOf, changeOperations, type Loaded, loadRequest } from './documents.ts';
import type { RequestDeps } from './form.ts';
import { type Actor, happen, mayRead, type Refusal, type RequestEvent } from './lifecycle.ts';
import { meanwhile } from './meanwhile.ts';
import { isOpen, type ToolRequest } from './model.ts';
import { itemView } from './view.ts';

const maxText = 800;

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

export async function openRequest(deps: RequestDeps, turn: Turn, requestId: string, noteLine = ''): Promise<Answer> {
  const at = await before(turn, requestId);
  return at ? show(deps, turn, at, noteLine) : refused(turn, 'not_found');
}

async function show(deps: RequestDeps, turn: Turn, { loaded, actor }: Before, noteLine: string): Promise<Answer> {
  const { request } = loaded;
  const [rulebook, other] = await Promise.all([deps.rulebook(turn), meanwhile(deps, turn, request)]);
  const known = await namesOf(deps, turn, request);
  const view = itemView({
    turn,
    loaded,
    actor,
    rulebook,
    other,
    noteLine,
    names: (id) => known.get(id) || turn.words('request.somebody'),
  });
  const card = itemCard.render(view, turn.words, placeOf(turn));
  return { kind: 'form', title: view.heading, card, size: 'medium' };
}

async function namesOf(deps: RequestDeps, turn: Turn, request: ToolRequest): Promise<ReadonlyMap<string, string>> {
  const spoken = [...request.thread, ...request.alsoFor].map(({ by }) => by);
  const { requesterId, result, proposal, sentBack } = request;
  const signed = [result?.by, result?.confirmedBy, proposal?.by, sentBack?.by];
  const people = [requesterId, ...signed, ...spoken].filter((id) => id !== undefined);
  return new Map(await Promise.all([...new Set(people)].map(async (id) => [id, await deps.nameOf(turn, id)] as const)));
}

export type Pressed = 'askMore' | 'reply' | 'alternativeIsEnough' | 'withdraw' | 'sendBack';

export interface Press {
  readonly requestId: string;
  readonly name: Pressed;
  readonly text?: string | undefined;
  readonly proposalId?: string | undefined;
}

const needsText: ReadonlySet<Pressed> = new Set(['askMore', 'reply', 'sendBack']);

/** One press. A press that meets a newer state is judged again by it, so the second one hears who was first. */
export async function act(deps: RequestDeps, turn: Turn, press: Press, tries = 4): Promise<Answer> {
  const { requestId, name, text: raw = '', proposalId = '' } = press;
  const at = await before(turn, requestId);
  if (!at) return refused(turn, 'not_found');
  const text = cleanText(raw);
  const problem = textProblem(turn, name, text);
  if (problem) return show(deps, turn, at, problem);
  const event = (name === 'sendBack' ? { name, text, proposalId } : { name, text }) as RequestEvent;
  const outcome = happen({ request: at.loaded.request, event, actor: at.actor, now: turn.now });
  if (outcome.kind !== 'changed') return told(deps, turn, at.loaded, outcome);
  const operations = [
    ...(await changeOperations(turn, { loaded: at.loaded, ...outcome })),
    ...noticesOf(turn, name, at.loaded, outcome.request),
  ];
  const result = await turn.store.write(operations);
  if (result.kind !== 'ok') return tries > 1 ? act(deps, turn, press, tries - 1) : refused(turn, 'stale');
  const done = turn.words(`request.done.${name}`);
  return mayRead(outcome.request, actorOf(turn, outcome.request))
    ? openRequest(deps, turn, requestId, done)
    : message(done);
}

function textProblem({ words }: Turn, name: Pressed, text: string): string | undefined {
  const field = words('request.input.field');
  if (text === '') return needsText.has(name) ? words('error.field_required', { field }) : undefined;
  return isWithin(text, maxText) ? undefined : words('error.field_length', { field, min: 1, max: maxText });
}

/** The other side hears of it (product 6.5). */
function noticesOf({ now }: Turn, name: Pressed, { id, request }: Loaded, next: ToolRequest): WriteOperation[] {
  const toRequester = noticeOperation(now, { kind: 'requestState', subject: id, audience: 'requester' });
  const toAssignee = next.assigneeId
    ? [noticeOperation(now, { kind: 'requestNew', subject: id, audience: 'assignee' })]
    : [];
  switch (name) {
    case 'askMore':
      // It was taken up as well, which everyone who asked for it is told.
      return request.state === 'submitted'
        ? [noticeOperation(now, { kind: 'requestState', subject: id })]
        : [toRequester];
    case 'reply':
      return toAssignee;
    case 'sendBack':
      return [noticeOperation(now, { kind: 'requestNew', subject: id, audience: 'governance' })];
    case 'withdraw':
      if (!isOpen(next)) return toAssignee;
      return waitsForAnother(request, next) ? [toRequester] : [];
    case 'alternativeIsEnough':
      return waitsForAnother(request, next) ? [toRequester] : [];
  }
}

/** A question stands open, and whom it was put to has gone. */
const waitsForAnother = (before: ToolRequest, next: ToolRequest): boolean =>
  next.state === 'needsInfo' && next.requesterId !== before.requesterId;

export async function told(deps: RequestDeps, turn: Turn, { id, request }: Loaded, { kind }: Refusal): Promise<Answer> {
  switch (kind) {
    case 'hidden':
      return refused(turn, 'not_found');
    case 'forbidden':
      return refused(turn, 'forbidden');
    case 'ownRequest':
      return refused(turn, 'own_request');
    case 'newerProposal':
      return openRequest(deps, turn, id, turn.words('proposal.newer'));
    case 'alreadyAsked':
    case 'outdated':
      return refused(turn, 'stale');
    case 'alreadyDecided': {
      const { by = '', confirmedBy = by, at = turn.now.toISOString() } = request.result ?? {};
      const time = readableTime(new Date(at), turn.who.zone, turn.who.locale);
      return refused(turn, 'already_resolved', { name: await deps.nameOf(turn, confirmedBy), time });
    }
  }
}
