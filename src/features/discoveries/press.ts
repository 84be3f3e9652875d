/** What happens to a discovery: loaded, decided, saved. Cards and the API share it and differ in what they show. */
import type { WriteOperation } from '../../core/documents.ts';
import type { Turn } from '../../core/turn.ts';
import { undoable } from '../../core/undo.ts';
import type { Desk } from './desk.ts';
import { actorOf, changeOperations, kind, type Loaded, loadDiscovery } from './documents.ts';
import { type DiscoveryEvent, decide, type EventName, mayRead, type Refusal } from './lifecycle.ts';
import type { Discovery } from './model.ts';

/** What goes with a change, made anew for every try. */
export interface More {
  /** What is known only now, such as the id of the draft. */
  readonly patch?: (discovery: Discovery) => Discovery;
  /** Written in the same batch, such as the draft that is made of it. */
  readonly operations?: readonly WriteOperation[];
  readonly write?: (operations: readonly WriteOperation[]) => Promise<{ readonly kind: string }>;
}

/** It cannot go on, for a reason that lies outside the discovery. */
export interface Stopped {
  readonly kind: 'stopped';
  /** Where it lies with one field of the form. */
  readonly path?: string;
  /** In the reader's words; left out, what was meant is not there to be seen. */
  readonly text?: string;
}

export interface Pressing {
  readonly discoveryId: string;
  readonly event: DiscoveryEvent;
  readonly more?: (loaded: Loaded) => Promise<More | Stopped>;
  /** What the person saw: another version is not changed. Left out, the event is judged by what is stored. */
  readonly version?: string;
}

export type Pressed =
  | { kind: 'done' }
  | { kind: 'missing' }
  | { kind: 'stale' }
  | { kind: 'refused'; loaded: Loaded; why: Refusal['kind'] }
  | Stopped;

/** It may happen: what would be written. */
export interface Ready extends More {
  readonly kind: 'ready';
  readonly loaded: Loaded;
  readonly discovery: Discovery;
  readonly events: readonly EventName[];
}

const nothingMore = async (): Promise<More | Stopped> => ({});

/** Judged, and nothing written. */
export async function judge(
  desk: Desk,
  turn: Turn,
  pressing: Pressing,
): Promise<Ready | Exclude<Pressed, { kind: 'done' }>> {
  const { discoveryId, event, more = nothingMore, version } = pressing;
  const loaded = await loadDiscovery(turn.store, discoveryId);
  const actor = loaded && (await actorOf(desk, turn, loaded));
  if (!loaded || !actor || !mayRead(loaded.discovery, actor)) return { kind: 'missing' };
  if (version !== undefined && version !== loaded.version) return { kind: 'stale' };
  const { discovery } = loaded;
  const outcome = decide({ discovery, event, actor, now: turn.now, zone: turn.who.zone });
  if (outcome.kind !== 'changed') return { kind: 'refused', loaded, why: outcome.kind };
  const besides = await more(loaded);
  if ('kind' in besides) return besides;
  const { patch = (same) => same } = besides;
  return { ...besides, kind: 'ready', loaded, discovery: patch(outcome.discovery), events: outcome.events };
}

/** A press that names no version and meets a newer state is judged again by it, so the second one hears who was first. */
export async function press(desk: Desk, turn: Turn, pressing: Pressing, tries = 4): Promise<Pressed> {
  const ready = await judge(desk, turn, pressing);
  if (ready.kind !== 'ready') return ready;
  const { operations = [], write = (all) => turn.store.write(all) } = ready;
  const { event } = pressing;
  const result = await write(await kept(turn, ready, event.name, [...changeOperations(turn, ready), ...operations]));
  if (result.kind === 'ok') return { kind: 'done' };
  return tries > 1 ? press(desk, turn, pressing, tries - 1) : { kind: 'stale' };
}

/** What is taken back by its author is gone at once; everything else can be undone for some minutes. */
const kept = async (
  turn: Turn,
  { loaded }: Ready,
  event: EventName,
  operations: readonly WriteOperation[],
): Promise<readonly WriteOperation[]> =>
  event === 'withdraw' ? operations : undoable(turn, { entityType: kind, entityId: loaded.id, event }, operations);
