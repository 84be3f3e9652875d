/** What may happen to a pilot (product 6.6): from its state, the event and who acts to the pilot after it, or why not. Pure. */
import type { Bounds } from './bounds.ts';
import { toAdd, toAsk } from './bounds.ts';
import { todayIn } from './calendar.ts';
import { isAsked, isJoined } from './documents.ts';
import { type Deciding, isHeldBySignature, isOpenFor, mayDo, type PilotEvent, type PilotOutcome } from './events.ts';
import type { Place } from './model.ts';
import { isBlocked, passing } from './passing.ts';
import { confirmed, decisionSigned, startSigned } from './signing.ts';

export function decidePilot(deciding: Deciding): PilotOutcome {
  const { pilot, event, actor, now } = deciding;
  if (!actor.sees && !actor.isSystem) return { kind: 'hidden' };
  if (!mayDo(pilot, event.name, actor)) return { kind: 'forbidden' };
  if (!isOpenFor(pilot, event.name)) return { kind: 'outdated' };
  if (isHeldBySignature(pilot, event.name)) return { kind: 'signed' };
  const outcome = happened(deciding);
  if (outcome.kind !== 'changed') return outcome;
  const by = actor.isSystem ? outcome.pilot.updatedBy : actor.personId;
  return { ...outcome, pilot: { ...outcome.pilot, updatedAt: now.toISOString(), updatedBy: by } };
}

function happened(deciding: Deciding): PilotOutcome {
  const { pilot, event, now } = deciding;
  const at = now.toISOString();
  const { signing: _, ...unsigned } = pilot;
  switch (event.name) {
    case 'openBaseline':
      return asked({ ...deciding, event });
    case 'join':
      return placed(deciding, 'join', { joinedAt: at });
    case 'decline':
      return placed(deciding, 'decline', { declinedAt: at });
    case 'leave':
      return placed(deciding, 'leave', { leftAt: at });
    case 'addPerson':
      return added({ ...deciding, event });
    case 'removePerson':
      return removed(deciding, event.personId);
    case 'start':
      return startSigned({ ...deciding, event });
    case 'decideScale':
    case 'decideExtend':
    case 'decideStop':
      return decisionSigned({ ...deciding, event });
    case 'confirm':
      return confirmed(deciding);
    case 'sendBack':
      return { kind: 'changed', happened: 'sendBack', pilot: unsigned };
    case 'midpoint':
      return { kind: 'changed', happened: 'midpoint', pilot };
    case 'end':
      return ended({ ...deciding, event });
    case 'cancel':
      return { kind: 'changed', happened: 'cancel', pilot: { ...unsigned, state: 'cancelled', endedAt: at } };
  }
}

type On<N extends PilotEvent['name']> = Deciding<Extract<PilotEvent, { name: N }>>;

function asked({ pilot, event, facts, actor, now }: On<'openBaseline'>): PilotOutcome {
  const bounds = toAsk(pilot, facts);
  if (isBlocked(bounds, event.reason)) return { kind: 'blocked', bounds };
  const at = now.toISOString();
  const roster = pilot.roster.map(({ personId }) => ({ personId, invitedAt: at }));
  const passed = passing(pilot, bounds, { reason: event.reason, by: actor.personId, at });
  return { kind: 'changed', happened: 'openBaseline', pilot: { ...passed, roster, state: 'baseline' } };
}

function placed({ pilot, actor }: Deciding, name: 'join' | 'decline' | 'leave', change: Partial<Place>): PilotOutcome {
  const roster = pilot.roster.map((place) => (place.personId === actor.personId ? { ...place, ...change } : place));
  return { kind: 'changed', happened: name, pilot: { ...pilot, roster } };
}

const mostPlaces = 40;

/** Whoever said no or left may be asked again. */
function added({ pilot, event, actor, now }: On<'addPerson'>): PilotOutcome {
  const { personId, reason } = event;
  const known = pilot.roster.find((place) => place.personId === personId);
  if (known && (isJoined(known) || isAsked(known))) return { kind: 'outdated' };
  const bounds = toAdd(pilot);
  if (isBlocked(bounds, reason)) return { kind: 'blocked', bounds };
  const at = now.toISOString();
  const others = pilot.roster.filter((place) => place.personId !== personId);
  if (others.length >= mostPlaces) return { kind: 'outdated' };
  const passed = passing(pilot, bounds, { reason, by: actor.personId, at });
  return {
    kind: 'changed',
    happened: 'addPerson',
    pilot: { ...passed, roster: [...others, { personId, invitedAt: at }] },
  };
}

/** Who had joined stays on record as gone, so that their runs keep their place; who had not is as if never asked. */
function removed({ pilot, now }: Deciding, personId: string): PilotOutcome {
  const place = pilot.roster.find((each) => each.personId === personId);
  if (!place || (!isJoined(place) && !isAsked(place))) return { kind: 'outdated' };
  const roster = isJoined(place)
    ? pilot.roster.map((each) => (each === place ? { ...each, leftAt: now.toISOString() } : each))
    : pilot.roster.filter((each) => each !== place);
  return { kind: 'changed', happened: 'removePerson', pilot: { ...pilot, roster } };
}

/** Early, today is its last boundary. */
function ended({ pilot, event, actor, now }: On<'end'>): PilotOutcome {
  const at = now.toISOString();
  const early: Bounds = { hard: [], soft: actor.isSystem ? [] : [{ key: 'endEarly' }] };
  if (isBlocked(early, event.reason)) return { kind: 'blocked', bounds: early };
  const passed = passing(pilot, early, { reason: event.reason, by: actor.personId, at });
  const endDate = actor.isSystem ? {} : { endDate: todayIn(pilot.zone, now) };
  return { kind: 'changed', happened: 'end', pilot: { ...passed, ...endDate, state: 'deciding', endedAt: at } };
}
