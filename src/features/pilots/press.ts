/** What happens to a pilot: loaded, decided, saved. The tab and the cards share it and differ in what they show. */
import { writeStamped } from '../../core/stamp.ts';
import type { Turn } from '../../core/turn.ts';
import type { PilotDeps } from './desk.ts';
import { type Happened, mayDo, type PilotEvent, type PilotOutcome } from './events.ts';
import { type AtPilot, atPilot, knownOf } from './facts.ts';
import { decidePilot } from './rules.ts';
import { mayBeUndone } from './undo.ts';
import { pilotOperations, type Written } from './writes.ts';

export interface PressingPilot {
  readonly pilotId: string;
  readonly event: PilotEvent;
  /** What the person saw; left out, the event is judged by what is stored. */
  readonly version?: string;
}

export type PilotRefusal =
  | { kind: 'missing' }
  | { kind: 'stale' }
  /** Nobody of that name may be asked. */
  | { kind: 'stranger' }
  | Exclude<PilotOutcome, { kind: 'changed' | 'hidden' }>;

export type PressedPilot = { kind: 'done'; happened: Happened; before: AtPilot } | PilotRefusal;

/** A press that names no version and meets a newer state is judged again by it. */
export async function pressPilot(
  deps: PilotDeps,
  turn: Turn,
  pressing: PressingPilot,
  tries = 4,
): Promise<PressedPilot> {
  const { pilotId, event, version } = pressing;
  const at = await atPilot(deps, turn, pilotId);
  if (!at?.actor.sees) return { kind: 'missing' };
  const isStale = version !== undefined && version !== at.loaded.version;
  // Who may not do it hears that whatever they saw.
  if (isStale && mayDo(at.loaded.pilot, event.name, at.actor)) return { kind: 'stale' };
  if (event.name === 'addPerson' && !(await isKnown(deps, turn, event.personId))) return { kind: 'stranger' };
  const outcome = decidePilot({
    pilot: at.loaded.pilot,
    event,
    actor: at.actor,
    now: turn.now,
    ...(await knownOf(at)),
  });
  if (outcome.kind === 'hidden') return { kind: 'missing' };
  if (outcome.kind !== 'changed') return outcome;
  const written = await pilotOperations(at, outcome, event);
  const { happened } = outcome;
  const isDone = written !== undefined && (await isSaved(turn, { id: pilotId, happened }, written));
  if (isDone) return { kind: 'done', happened, before: at };
  return version === undefined && tries > 1 ? pressPilot(deps, turn, pressing, tries - 1) : { kind: 'stale' };
}

const isKnown = async (deps: PilotDeps, turn: Turn, personId: string): Promise<boolean> =>
  (await deps.peopleNamed(turn, { ids: [personId] })).length > 0;

async function isSaved(
  turn: Turn,
  step: { readonly id: string; readonly happened: Happened },
  { operations, stamps }: Written,
): Promise<boolean> {
  const { store } = turn;
  const kept = await mayBeUndone(turn, step, operations);
  return (await (stamps.length > 0 ? writeStamped(store, stamps, kept) : store.write(kept))).kind === 'ok';
}
