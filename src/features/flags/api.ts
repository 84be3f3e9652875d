/** Questions as the tab reads and changes them: the same rules, limits and notices as on the cards. */
import type { z } from 'zod';
import { type Call, type Reply, type Route, refuse, route } from '../../core/route.ts';
import { writeStamped } from '../../core/stamp.ts';
import type { Turn } from '../../core/turn.ts';
import { undone } from '../../core/undo.ts';
import { nextOf, preview, type WorkItem, workItem } from '../../core/work-item.ts';
import { sign } from './confirm.ts';
import {
  answerBody,
  assignBody,
  decideBody,
  flagList,
  flagQuery,
  nothing,
  raiseBody,
  sendBackBody,
  signBody,
  textBody,
} from './contract.ts';
import { refusalOf as refusalToDecide, rule } from './decision.ts';
import { auditOf } from './documents.ts';
import { about, type FlagDeps } from './form.ts';
import { decide, type EventName, type FlagEvent } from './lifecycle.ts';
import { flag } from './model.ts';
import { before, type Press, type Pressed, press, saidOf } from './press.ts';
import { previewOf } from './preview.ts';
import { flagQueue } from './queue.ts';
import { perDay, raise } from './send.ts';
import { noticesOf } from './told.ts';
import { shown } from './work.ts';

const base = '/api/flags';
const one = `${base}/:id`;

export const flagRoutes = (deps: FlagDeps): Route[] => [
  route('GET', base, { query: flagQuery, reply: flagList, isList: true }, async ({ turn, query, page }) => {
    const found = await flagQueue(deps).page(turn, { filter: query, ...page });
    if (!found) return refuse('forbidden');
    const next = nextOf(found);
    return { kind: 'ok', body: { items: found.lines.map(({ line }) => line) }, ...(next ? { next } : {}) };
  }),
  route('POST', base, { body: raiseBody, reply: workItem }, ({ turn, body }) => raised(deps, turn, body)),
  route('GET', one, { reply: workItem }, ({ turn, params }) => shown(deps, turn, params.id ?? '')),
  ...plainEvents.map((name) => event(deps, name, nothing)),
  ...(['ask', 'reply', 'comment'] as const).map((name) => event(deps, name, textBody)),
  event(deps, 'notAnswered', textBody.partial()),
  event(deps, 'answer', answerBody),
  event(deps, 'assign', assignBody),
  event(deps, 'sendBack', sendBackBody),
  route('POST', `${one}/decide`, changing(decideBody), async (call) => {
    const { aboutPeople = false, condition = '', ...said } = call.body;
    const ruling = { ...said, condition, aboutPeople: aboutPeople ? 'true' : 'false' };
    return replied(deps, call, await rule(deps, call.turn, { ...ruling, ...targetOf(call) }, 1));
  }),
  route('POST', `${one}/confirm`, changing(signBody), async (call) =>
    replied(deps, call, await sign(deps, call.turn, { ...call.body, ...targetOf(call) }, 1)),
  ),
  route('POST', `${one}/undo`, changing(nothing), (call) => takenBack(deps, call)),
  route('POST', `${one}/answer/preview`, { body: answerBody, reply: preview }, (call) =>
    previewed(deps, call, call.body.category === 'outdated' ? 'outdated' : 'answer'),
  ),
  route('POST', `${one}/passToGovernance/preview`, { body: nothing, reply: preview }, (call) =>
    previewed(deps, call, 'passToGovernance'),
  ),
  route('POST', `${one}/decide/preview`, { body: decideBody, reply: preview }, (call) =>
    previewed(deps, call, { ruling: call.body.ruling }),
  ),
];

const plainEvents = ['claim', 'passToGovernance', 'withdraw', 'helps'] as const;

const changing = <B extends z.ZodType>(body: B) => ({ body, reply: workItem, needsVersion: true }) as const;

const targetOf = ({ params, version }: Call) => ({ flagId: params.id ?? '', version });

const event = <B extends z.ZodType<Partial<Omit<Press, 'flagId' | 'name'>>>>(
  deps: FlagDeps,
  name: EventName,
  body: B,
): Route =>
  route('POST', `${one}/${name}`, changing(body), async (call) =>
    replied(deps, call, await press(deps, call.turn, { ...call.body, ...targetOf(call), name }, 1)),
  );

/** The item as it stands after the event, or why nothing happened. */
async function replied(deps: FlagDeps, { turn, params }: Call, pressed: Pressed): Promise<Reply<WorkItem>> {
  switch (pressed.kind) {
    case 'done':
      return shown(deps, turn, params.id ?? '', pressed.note);
    case 'hidden':
      return refuse('not_found');
    case 'stale':
      return refuse('stale');
    case 'refused':
      return { kind: 'refused', ...(await saidOf(deps, turn, pressed.at, pressed.refusal)) };
    case 'problem': {
      const { field, code, note } = pressed.problem;
      return { kind: 'refused', code, message: note, fields: [{ path: field, error: code, message: note }] };
    }
  }
}

async function raised(deps: FlagDeps, turn: Turn, body: z.infer<typeof raiseBody>): Promise<Reply<WorkItem>> {
  const { anonymous = false, anyway = false, urgency = 'normal', ...said } = body;
  const form = { ...about.parse(said), urgency, anonymous: anonymous ? 'true' : 'false', anyway: anyway ? 'true' : '' };
  const kept = await raise(deps, turn, form);
  switch (kept.kind) {
    case 'kept': {
      const reply = await shown(deps, turn, kept.flagId, turn.words('flag.received'));
      return reply.kind === 'ok' ? { ...reply, status: 201 } : reply;
    }
    case 'problem': {
      const { field, code, note } = kept.problem;
      return { kind: 'refused', code, message: note, fields: [{ path: field, error: code, message: note }] };
    }
    case 'precedent':
      return refuse('already_decided');
    case 'dailyLimit':
      return refuse('daily_limit', turn.words('error.daily_limit', { max: perDay }));
    case 'alreadyFlagged':
      return refuse('already_flagged');
    case 'stale':
      return refuse('stale');
  }
}

async function takenBack(deps: FlagDeps, { turn, params, version }: Call): Promise<Reply<WorkItem>> {
  const at = await before(deps, turn, params.id ?? '');
  if (!at) return refuse('not_found');
  if (version !== at.loaded.version) return refuse('stale');
  const { id } = at.loaded;
  const back = await undone(turn, id);
  if (!back) return refuse('too_late');
  const restored = flag.parse(back.body);
  const told = (back.event === 'decide' ? 'answer' : back.event) as EventName;
  // Who asked the same was told the same.
  const others = back.others.filter(({ kind }) => kind === 'flag');
  const result = await writeStamped(
    turn.store,
    ['tools'],
    [
      ...back.operations,
      auditOf(turn, id, 'undo', { changes: { state: { before: at.loaded.flag.state, after: restored.state } } }),
      ...noticesOf(turn.now, id, restored, told),
      ...others.flatMap((each) => noticesOf(turn.now, each.id, flag.parse(each.body), told)),
    ],
  );
  return result.kind === 'ok' ? shown(deps, turn, id, turn.words('undo.done')) : refuse('stale');
}

/** Said to whom may do it; what is wrong with a text is said when it is sent. */
async function previewed(
  deps: FlagDeps,
  { turn, params }: Call,
  event: Parameters<typeof previewOf>[3],
): Promise<Reply<z.input<typeof preview>>> {
  const at = await before(deps, turn, params.id ?? '');
  if (!at) return refuse('not_found');
  const refusal = typeof event === 'string' ? refusalTo(turn, at, event) : refusalToDecide(at);
  if (refusal) return { kind: 'refused', ...(await saidOf(deps, turn, at, refusal)) };
  const body = await previewOf(deps, turn, params.id ?? '', event);
  return body ? { kind: 'ok', body } : refuse('not_found');
}

function refusalTo(
  turn: Turn,
  { loaded, actor }: NonNullable<Awaited<ReturnType<typeof before>>>,
  said: 'answer' | 'outdated' | 'passToGovernance',
) {
  const event: FlagEvent = said === 'passToGovernance' ? { name: said } : { name: 'answer', text: '-' };
  const outcome = decide({ flag: loaded.flag, event, actor, now: turn.now, zone: turn.who.zone });
  return outcome.kind === 'changed' ? undefined : outcome;
}
