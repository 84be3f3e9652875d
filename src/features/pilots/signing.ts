/** The decisions of two in a pilot: its start, and its gate. One signs, the other one confirms what stands there then. Pure. */
import { completes, sidesOf } from '../../core/two-hands.ts';
import { toExtend, toStart } from './bounds.ts';
import { endAfter, todayIn } from './calendar.ts';
import { type Check, isAllFine } from './checklist.ts';
import type { Deciding, PilotEvent, PilotOutcome } from './events.ts';
import type { Decision, Gate, Pilot, Signing } from './model.ts';
import { isBlocked, passing } from './passing.ts';

type On<N extends PilotEvent['name']> = Deciding<Extract<PilotEvent, { name: N }>>;

const mostExtensions = 4;

/** By the owner; the HR lead confirms. */
export function startSigned(deciding: On<'start'>): PilotOutcome {
  const { pilot, event, facts, actor, now } = deciding;
  const bounds = toStart(pilot, facts);
  if (isBlocked(bounds, event.reason)) return { kind: 'blocked', bounds };
  const passed = passing(pilot, bounds, { reason: event.reason, by: actor.personId, at: now.toISOString() });
  return signedBy(deciding, passed, { what: 'start' }, ['owner']);
}

const whats = { decideScale: 'scale', decideExtend: 'extend', decideStop: 'stop' } as const;

/** By the owner or the HR lead; the other one confirms. */
export function decisionSigned(deciding: On<'decideScale' | 'decideExtend' | 'decideStop'>): PilotOutcome {
  const { pilot, event, actor, now, checks, isBelow } = deciding;
  if (event.name === 'decideScale' && !isAllFine(checks)) return { kind: 'unfit', checks };
  if (isBelow && !event.why) return { kind: 'needsWhy' };
  const said = { what: whats[event.name], ...(event.why ? { why: event.why } : {}) };
  if (event.name === 'decideScale') return signedBy(deciding, pilot, said);
  if (event.name === 'decideStop')
    return signedBy(deciding, pilot, { ...said, lessons: event.lessons, retireAfter: event.retire });
  if (pilot.extendedBy.length >= mostExtensions) return { kind: 'outdated' };
  const bounds = toExtend(pilot);
  if (isBlocked(bounds, event.reason)) return { kind: 'blocked', bounds };
  const passed = passing(pilot, bounds, { reason: event.reason, by: actor.personId, at: now.toISOString() });
  return signedBy(deciding, passed, { ...said, extendWeeks: event.weeks });
}

function signedBy(
  { actor, now }: Deciding,
  pilot: Pilot,
  said: Omit<Signing, 'by' | 'as' | 'at'>,
  as = sidesOf(actor),
): PilotOutcome {
  const signing: Signing = { ...said, by: actor.personId, as, at: now.toISOString() };
  return { kind: 'changed', happened: 'sign', pilot: { ...pilot, signing } };
}

/** Judged again: what was fine when the first one signed may not be any more. */
export function confirmed(deciding: Deciding): PilotOutcome {
  const { signing } = deciding.pilot;
  if (!signing) return { kind: 'outdated' };
  if (!completes(signing, deciding.actor)) return { kind: 'ownSignature' };
  return signing.what === 'start' ? started(deciding) : gatePassed(deciding, signing, signing.what);
}

function started({ pilot, facts, now }: Deciding): PilotOutcome {
  const bounds = toStart(pilot, facts);
  // What came to be passed since the owner signed is not passed by that signature.
  if (isBlocked(bounds, undefined)) return { kind: 'blocked', bounds };
  const { signing: _, ...unsigned } = pilot;
  const today = todayIn(pilot.zone, now);
  const startDate = pilot.startDate && pilot.startDate > today ? pilot.startDate : today;
  const endDate = endAfter(startDate, pilot.weeks);
  return { kind: 'changed', happened: 'start', pilot: { ...unsigned, startDate, endDate, state: 'running' } };
}

const states = { scale: 'scaled', extend: 'running', stop: 'stopped' } as const;

/** The evidence is put there by whoever saves it: it is read at that moment. */
function gatePassed({ pilot, actor, now, checks }: Deciding, signing: Signing, what: Decision): PilotOutcome {
  if (what === 'scale' && !isAllFine(checks)) return { kind: 'unfit', checks };
  const { signing: _, endedAt: __, ...open } = pilot;
  const { by, why, lessons, extendWeeks } = signing;
  const at = now.toISOString();
  const gate: Gate = {
    ...{ checklist: checks.map(checkedOf), evidence: {}, decision: what },
    ...(why ? { why } : {}),
    ...(lessons ? { lessons } : {}),
    ...(extendWeeks ? { extendWeeks } : {}),
    ...{ decidedBy: [by, actor.personId], decidedAt: at },
  };
  const gates = [...pilot.gates, gate];
  const decided: Pilot =
    what === 'extend'
      ? { ...open, ...extended(pilot, extendWeeks ?? 1, now) }
      : { ...open, endedAt: pilot.endedAt ?? at };
  return { kind: 'changed', happened: what, pilot: { ...decided, gates, state: states[what] } };
}

/** From its end on, or from today when that has passed. */
function extended({ endDate, extendedBy, zone }: Pilot, weeks: number, now: Date) {
  const today = todayIn(zone, now);
  const from = endDate && endDate > today ? endDate : today;
  return { endDate: endAfter(from, weeks), extendedBy: [...extendedBy, weeks] };
}

const maxDetail = 400;

const checkedOf = ({ item, ok, titles, count }: Check): Gate['checklist'][number] => {
  const detail = titles.length > 0 ? titles.join(', ') : count > 0 ? String(count) : '';
  return { item, ok, ...(detail ? { detail: detail.slice(0, maxDetail).toWellFormed() } : {}) };
};
