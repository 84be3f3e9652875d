/** What may happen to a request, as routes: rights first, then what was typed, then the change. */
import type { z } from 'zod';
import { type Reply, type Route, route } from '../../core/route.ts';
import { cleanText } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import { preview, type WorkItem, workItem } from '../../core/work-item.ts';
import { sign } from './confirm.ts';
import { decideBody, joinBody, nothing, textBody } from './contract.ts';
import { actorOf, type Loaded } from './documents.ts';
import type { RequestDeps } from './form.ts';
import { laneOf } from './lane.ts';
import { type RequestEvent, refusalTo, refusalToSign } from './lifecycle.ts';
import type { ToolRequest } from './model.ts';
import { before, press, textProblem } from './press.ts';
import { previewDecision } from './preview.ts';
import { type RefusedReply, refusalReply } from './refusal.ts';
import { rule } from './rule.ts';
import { ruling } from './ruling-input.ts';
import { needProblem } from './send.ts';
import { takeBack } from './undo.ts';
import { itemOf, shown } from './work.ts';

const one = '/api/requests/:id';
const item = { reply: workItem, needsVersion: true } as const;

type Spoken = 'askMore' | 'reply' | 'sendBack';

export const eventRoutes = (deps: RequestDeps): Route[] => [
  ...(['claim', 'alternativeIsEnough', 'withdraw'] as const).map((name) =>
    route('POST', `${one}/${name}`, { body: nothing, ...item }, ({ turn, params, version }) =>
      pressed(deps, turn, { id: params.id ?? '', version, event: () => ({ name }) }),
    ),
  ),
  ...(['askMore', 'reply', 'sendBack'] as const).map((name) =>
    route('POST', `${one}/${name}`, { body: textBody, ...item }, ({ turn, params, body, version }) =>
      spoken(deps, turn, { id: params.id ?? '', version, name, text: cleanText(body.text) }),
    ),
  ),
  route('POST', `${one}/undo`, { body: nothing, ...item }, ({ turn, params, version }) =>
    takeBack(deps, turn, params.id ?? '', version),
  ),
  route('POST', `${one}/join`, { body: joinBody, ...item }, ({ turn, params, body, version }) =>
    joined(deps, turn, { id: params.id ?? '', version }, body),
  ),
  route('POST', `${one}/decide`, { body: decideBody, ...item }, async ({ turn, params, body, version }) => {
    const ruled = await rule(deps, turn, { input: ruling.parse({ ...body, requestId: params.id ?? '' }), version });
    return ruled.kind === 'done' ? shown(deps, turn, params.id ?? '', ruled.note) : refusalReply(deps, turn, ruled);
  }),
  route('POST', `${one}/decide/preview`, { body: decideBody, reply: preview }, ({ turn, params, body, version }) =>
    previewDecision(deps, turn, {
      input: ruling.parse({ ...body, requestId: params.id ?? '' }),
      ...(version === '' ? {} : { version }),
    }),
  ),
  route('POST', `${one}/confirm`, { body: nothing, ...item }, async ({ turn, params, version }) => {
    const requestId = params.id ?? '';
    const signed = await sign(deps, turn, { requestId, version, proposalId: ({ proposal }) => proposal?.id ?? '' });
    if (signed.kind !== 'done') return refusalReply(deps, turn, signed);
    return shown(deps, turn, requestId, turn.words('request.done.decide'));
  }),
];

interface Pressing {
  readonly id: string;
  readonly version: string;
}

/** The item as it stands after the event. */
async function pressed(
  deps: RequestDeps,
  turn: Turn,
  { id, version, event }: Pressing & { event: (request: ToolRequest) => RequestEvent },
): Promise<Reply<WorkItem>> {
  const at = await before(turn, id);
  const result = await press(turn, { requestId: id, version, event }, 1);
  if (result.kind !== 'done') return refusalReply(deps, turn, result);
  const note = turn.words(`request.done.${event(result.after).name}`);
  const reply = await shown(deps, turn, id, note);
  return reply.kind === 'ok' || !at ? reply : gone(deps, turn, at.loaded, result.after, note);
}

/** Who took theirs back while others still wait reads that it is done, and nothing of the others. */
async function gone(
  deps: RequestDeps,
  turn: Turn,
  loaded: Loaded,
  request: ToolRequest,
  note: string,
): Promise<Reply<WorkItem>> {
  const left = {
    loaded: { ...loaded, request: { ...request, state: 'withdrawn' as const } },
    actor: actorOf(turn, request),
  };
  const last = await itemOf(deps, turn, left, note);
  return { kind: 'ok', body: { ...last, sections: [], actions: [], people: 1 }, version: loaded.version };
}

async function spoken(
  deps: RequestDeps,
  turn: Turn,
  { name, text, ...rest }: Pressing & { name: Spoken; text: string },
): Promise<Reply<WorkItem>> {
  const refused = await refusedBefore(deps, turn, { ...rest, name });
  if (refused) return refused;
  const problem = textProblem(turn, name, text);
  if (problem) return { kind: 'refused', code: problem.error, message: problem.message, fields: [problem] };
  return pressed(deps, turn, {
    ...rest,
    event: ({ proposal }) => (name === 'sendBack' ? { name, text, proposalId: proposal?.id ?? '' } : { name, text }),
  });
}

async function joined(
  deps: RequestDeps,
  turn: Turn,
  at: Pressing,
  { need: raw, alreadyUsing, ...answers }: z.infer<typeof joinBody>,
): Promise<Reply<WorkItem>> {
  const refused = await refusedBefore(deps, turn, { ...at, name: 'join' });
  if (refused) return refused;
  const need = cleanText(raw);
  const problem = needProblem(turn, need);
  if (problem) return { kind: 'refused', code: problem.error, message: problem.message, fields: [problem] };
  const classes = (await deps.rulebook(turn)).classes();
  return pressed(deps, turn, {
    ...at,
    event: ({ dataClassId }) => ({
      ...{ name: 'join', need, isUsing: alreadyUsing === true },
      lane: laneOf({ ...answers, dataClassId }, classes),
    }),
  });
}

/** What is wrong with a text is said to whom may send it. */
async function refusedBefore(
  deps: RequestDeps,
  turn: Turn,
  { id, version, name }: Pressing & { name: Spoken | 'join' },
): Promise<RefusedReply | undefined> {
  const at = await before(turn, id);
  if (!at) return { kind: 'refused', code: 'not_found' };
  const { loaded, actor } = at;
  if (version !== loaded.version) return { kind: 'refused', code: 'stale' };
  const { request } = loaded;
  const why =
    name === 'sendBack' ? refusalToSign(request, actor, request.proposal?.id ?? '') : refusalTo(name, request, actor);
  return why && refusalReply(deps, turn, { kind: 'refused', loaded, why });
}
