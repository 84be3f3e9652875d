/** Pilots in the tab's API: rights first, then whether it is still what the reader saw, then its state and its bounds. */
import type { z } from 'zod';
import { paged } from '../../core/paged.ts';
import { type Call, type Reply, type Route, refuse, route } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';
import { notTakenBack } from '../../core/undo.ts';
import { mayTell } from './actions.ts';
import { todayIn } from './calendar.ts';
import {
  addBody,
  beforeBody,
  extendBody,
  joinBody,
  noBody,
  overBody,
  type PilotDetail,
  type PilotList,
  patchBody,
  peopleList,
  peopleQuery,
  personBody,
  pilotDetail,
  pilotList,
  pilotOptions,
  planBody,
  reasonBody,
  scaleBody,
  stopBody,
} from './contract.ts';
import type { PilotDeps } from './desk.ts';
import { loadPilot, loadPilots } from './documents.ts';
import type { PilotEvent } from './events.ts';
import { atPilot, beforePilot } from './facts.ts';
import { optionsFor } from './options.ts';
import { editPilot, planPilot, refused, type SavedPilot } from './plan.ts';
import { type PilotRefusal, pressPilot } from './press.ts';
import { refusalText } from './sentences.ts';
import { tellBefore } from './tell-before.ts';
import { takeBackPilot } from './undo.ts';
import { detailOf, lineOf } from './view.ts';

const base = '/api/pilots';
const one = `${base}/:id`;
const mostPeople = 20;

export const pilotRoutes = (deps: PilotDeps): Route[] => [
  route('GET', base, { reply: pilotList, isList: true }, (call) => listed(deps, call)),
  route('GET', '/api/pilot-options', { reply: pilotOptions }, async ({ turn }) => ({
    ...{ kind: 'ok', body: await optionsFor(deps, turn) },
  })),
  route('GET', '/api/pilot-people', { query: peopleQuery, reply: peopleList }, (call) => people(deps, call)),
  route('POST', base, { body: planBody, reply: pilotDetail }, async ({ turn, body }) => {
    const reply = await saved(deps, turn, await planPilot(deps, turn, body), 'plan');
    return reply.kind === 'ok' ? { ...reply, status: 201 } : reply;
  }),
  route('GET', one, { reply: pilotDetail }, ({ turn, params }) => shown(deps, turn, params.id ?? '')),
  route('PATCH', one, { body: patchBody, reply: pilotDetail, needsVersion: true }, async (call) => {
    const { turn, params, version, body } = call;
    return saved(deps, turn, await editPilot(deps, turn, { id: params.id ?? '', version, body }), 'edit');
  }),
  route('POST', `${one}/join`, { body: joinBody, reply: pilotDetail, needsVersion: true }, (call) => join(deps, call)),
  route('POST', `${one}/addBefore`, { body: beforeBody, reply: pilotDetail, needsVersion: true }, (call) =>
    told(deps, call),
  ),
  ...(['decline', 'leave', 'confirm', 'cancel'] as const).map((name) =>
    eventRoute(deps, name, noBody, () => ({ name })),
  ),
  ...(['openBaseline', 'start'] as const).map((name) =>
    eventRoute(deps, name, overBody, ({ reason }) => ({ name, reason })),
  ),
  ...(['sendBack', 'end'] as const).map((name) =>
    eventRoute(deps, name, reasonBody, ({ reason }) => ({ name, reason })),
  ),
  route('POST', `${one}/undo`, { body: noBody, reply: pilotDetail, needsVersion: true }, (call) =>
    takenBack(deps, call),
  ),
  eventRoute(deps, 'addPerson', addBody, (body) => ({ name: 'addPerson', ...body })),
  eventRoute(deps, 'removePerson', personBody, (body) => ({ name: 'removePerson', ...body })),
  eventRoute(deps, 'decideScale', scaleBody, (body) => ({ name: 'decideScale', ...body })),
  eventRoute(deps, 'decideExtend', extendBody, (body) => ({ name: 'decideExtend', ...body })),
  eventRoute(deps, 'decideStop', stopBody, (body) => ({ name: 'decideStop', ...body })),
];

function eventRoute<B extends z.ZodType>(
  deps: PilotDeps,
  name: PilotEvent['name'],
  body: B,
  eventOf: (body: z.output<B>) => PilotEvent,
): Route {
  return route('POST', `${one}/${name}`, { body, reply: pilotDetail, needsVersion: true }, (call) =>
    pressed(deps, call, eventOf(call.body)),
  );
}

/** By name; of others nobody learns that they are there. */
async function listed(deps: PilotDeps, { turn, page }: Call): Promise<Reply<PilotList>> {
  const [pilots, workflows] = await Promise.all([loadPilots(turn.store), deps.planned(turn)]);
  const seen = pilots
    .map((loaded) => ({ id: loaded.id, at: beforePilot(deps, turn, loaded, workflows) }))
    .filter(({ at }) => at.actor.sees);
  const { items, next } = paged(seen, ({ at }) => at.loaded.pilot.name, page);
  const mayPlan = workflows.some(({ isOwned, stage }) => isOwned && stage === 'candidate');
  const body = { items: items.map(({ at }) => lineOf(at)), mayPlan };
  return { kind: 'ok', body, ...(next ? { next } : {}) };
}

/** As it stands now, for this reader; what they have left is not theirs any more. */
async function shown(deps: PilotDeps, turn: Turn, id: string, note = ''): Promise<Reply<PilotDetail>> {
  const at = await atPilot(deps, turn, id);
  if (!at?.actor.sees) return refuse('not_found');
  return { kind: 'ok', body: await detailOf(at, note), version: at.loaded.version };
}

const saved = async (
  deps: PilotDeps,
  turn: Turn,
  result: SavedPilot,
  done: 'plan' | 'edit',
): Promise<Reply<PilotDetail>> =>
  result.kind === 'saved' ? shown(deps, turn, result.id, turn.words(`pilot.done.${done}`)) : result;

async function pressed(deps: PilotDeps, call: Call, event: PilotEvent): Promise<Reply<PilotDetail>> {
  const { turn, params, version } = call;
  const pilotId = params.id ?? '';
  const result = await pressPilot(deps, turn, { pilotId, event, version }, 1);
  if (result.kind !== 'done') return refusalOf(turn, result);
  const note = turn.words(`pilot.done.${result.happened}`);
  const at = await atPilot(deps, turn, pilotId);
  // Who leaves or says no sees it once more, as it is without them.
  if (!at) return refuse('not_found');
  return { kind: 'ok', body: await detailOf(at, note), version: at.loaded.version };
}

async function takenBack(deps: PilotDeps, { turn, params, version }: Call): Promise<Reply<PilotDetail>> {
  const id = params.id ?? '';
  const result = await takeBackPilot(deps, turn, id, version);
  return result === 'done' ? shown(deps, turn, id, turn.words('undo.done')) : refuse(notTakenBack[result]);
}

/** Joined first: a run that could not be kept may be told again. */
async function join(deps: PilotDeps, call: Call<unknown, z.infer<typeof joinBody>>): Promise<Reply<PilotDetail>> {
  const { turn, params, body } = call;
  if (body.ranOn !== undefined && (await isAhead(turn, params.id ?? '', body.ranOn))) return badDay(turn);
  const reply = await pressed(deps, call, { name: 'join' });
  if (reply.kind !== 'ok' || body.minutes === undefined || body.ranOn === undefined) return reply;
  const note = await tellBefore(deps, turn, { pilotId: params.id ?? '', minutes: body.minutes, ranOn: body.ranOn });
  return shown(deps, turn, params.id ?? '', `${turn.words('pilot.done.join')} ${note}`);
}

async function told(
  deps: PilotDeps,
  { turn, params, body, version }: Call<unknown, z.infer<typeof beforeBody>>,
): Promise<Reply<PilotDetail>> {
  const at = await atPilot(deps, turn, params.id ?? '');
  if (!at?.actor.sees) return refuse('not_found');
  if (!mayTell(at.loaded.pilot, turn.who.personId)) return refuse('forbidden');
  if (version !== at.loaded.version) return refuse('stale');
  if (await isAhead(turn, at.loaded.id, body.ranOn)) return badDay(turn);
  const note = await tellBefore(deps, turn, { pilotId: at.loaded.id, ...body });
  return shown(deps, turn, at.loaded.id, note);
}

/** No run is told of before it was. */
async function isAhead({ store, now, who }: Turn, pilotId: string, day: string): Promise<boolean> {
  const zone = (await loadPilot(store, pilotId))?.pilot.zone ?? who.zone;
  return day > todayIn(zone, now);
}

const badDay = ({ words }: Turn): Reply<never> => refuse('bad_date', words('pilot.last.day'));

/** The same for a press in the tab and for other parts of the product. */
export function refusalOf(turn: Turn, refusal: PilotRefusal): Reply<never> {
  const { words } = turn;
  switch (refusal.kind) {
    case 'missing':
      return refuse('not_found');
    case 'stale':
      return refuse('stale');
    case 'stranger':
      return refuse('field_choice', words('error.field_choice', { field: words('field.memberIds') }));
    case 'forbidden':
      return refuse('forbidden');
    case 'blocked':
    case 'unfit':
      return refused('incomplete', refusalText(turn, refusal));
    case 'needsWhy':
      return refuse('field_required', refusalText(turn, refusal));
    case 'outdated':
    case 'signed':
    case 'ownSignature':
      return refuse('already_done', refusalText(turn, refusal));
  }
}

/** Whom an owner may ask: colleagues by their names, and nothing else of them. */
async function people(
  deps: PilotDeps,
  { turn, query }: Call<z.infer<typeof peopleQuery>>,
): Promise<Reply<z.input<typeof peopleList>>> {
  const isOwner = (await deps.planned(turn)).some(({ isOwned }) => isOwned);
  if (!isOwner) return refuse('forbidden');
  const items = await deps.peopleNamed(turn, { q: query.q ?? '', limit: mostPeople });
  return { kind: 'ok', body: { items: [...items] } };
}
