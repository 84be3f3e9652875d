/** One request before one person: shown, asked back, replied to, left. Whoever comes second sees who was first. */
import { placeOf } from '../../core/place.ts';
import { cleanText } from '../../core/text.ts';
import { readableTime } from '../../core/time.ts';
import { type Answer, message, refused, type Turn } from '../../core/turn.ts';
import { itemCard } from './cards/item.card.ts';
import { actorOf, type Loaded } from './documents.ts';
import type { RequestDeps } from './form.ts';
import { mayRead, type Refusal, type RequestEvent } from './lifecycle.ts';
import { meanwhile } from './meanwhile.ts';
import type { ToolRequest } from './model.ts';
import { type Before, before, press, textProblem } from './press.ts';
import { itemView, type Viewing } from './view.ts';

export async function openRequest(deps: RequestDeps, turn: Turn, requestId: string, noteLine = ''): Promise<Answer> {
  const at = await before(turn, requestId);
  return at ? show(deps, turn, at, noteLine) : refused(turn, 'not_found');
}

async function show(deps: RequestDeps, turn: Turn, at: Before, noteLine: string): Promise<Answer> {
  const view = itemView(await viewingOf(deps, turn, at, noteLine));
  const card = itemCard.render(view, turn.words, placeOf(turn));
  return { kind: 'form', title: view.heading, card, size: 'medium' };
}

/** All that is shown of it to this person, gathered once. */
export async function viewingOf(
  deps: RequestDeps,
  turn: Turn,
  { loaded, actor }: Before,
  noteLine: string,
): Promise<Viewing> {
  const { request } = loaded;
  const [rulebook, other] = await Promise.all([deps.rulebook(turn), meanwhile(deps, turn, request)]);
  const known = await namesOf(deps, turn, request);
  const names = (id: string): string => known.get(id) || turn.words('request.somebody');
  return { turn, loaded, actor, rulebook, other, noteLine, names };
}

async function namesOf(deps: RequestDeps, turn: Turn, request: ToolRequest): Promise<ReadonlyMap<string, string>> {
  const spoken = [...request.thread, ...request.alsoFor].map(({ by }) => by);
  const { requesterId, assigneeId, result, proposal, sentBack } = request;
  const signed = [result?.by, result?.confirmedBy, proposal?.by, sentBack?.by];
  const people = [requesterId, assigneeId, ...signed, ...spoken].filter((id) => id !== undefined);
  return new Map(await Promise.all([...new Set(people)].map(async (id) => [id, await deps.nameOf(turn, id)] as const)));
}

export type Pressed = 'askMore' | 'reply' | 'alternativeIsEnough' | 'withdraw' | 'sendBack';

export interface Press {
  readonly requestId: string;
  readonly name: Pressed;
  readonly text?: string | undefined;
  readonly proposalId?: string | undefined;
}

/** One press on a card, and the card after it. */
export async function act(deps: RequestDeps, turn: Turn, pressed: Press): Promise<Answer> {
  const { requestId, name, text: raw = '', proposalId = '' } = pressed;
  const at = await before(turn, requestId);
  if (!at) return refused(turn, 'not_found');
  const text = cleanText(raw);
  const problem = textProblem(turn, name, text);
  if (problem) return show(deps, turn, at, problem.message);
  const result = await press(turn, { requestId, event: () => eventOf(name, text, proposalId) });
  if (result.kind === 'missing') return refused(turn, 'not_found');
  if (result.kind === 'stale') return refused(turn, 'stale');
  if (result.kind === 'refused') return told(deps, turn, result.loaded, result.why);
  const done = turn.words(`request.done.${name}`);
  return mayRead(result.after, actorOf(turn, result.after)) ? openRequest(deps, turn, requestId, done) : message(done);
}

function eventOf(name: Pressed, text: string, proposalId: string): RequestEvent {
  switch (name) {
    case 'sendBack':
      return { name, text, proposalId };
    case 'askMore':
    case 'reply':
      return { name, text };
    case 'alternativeIsEnough':
    case 'withdraw':
      return { name };
  }
}

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
    case 'alreadyDecided':
      return refused(turn, 'already_resolved', await decidedBy(deps, turn, request));
  }
}

/** Who decided it, and when. */
export async function decidedBy(deps: RequestDeps, turn: Turn, { result }: ToolRequest) {
  const { by = '', confirmedBy = by, at = turn.now.toISOString() } = result ?? {};
  const time = readableTime(new Date(at), turn.who.zone, turn.who.locale);
  return { name: await deps.nameOf(turn, confirmedBy), time };
}
