/** One's own last event on a pilot, taken back: its workflow and the right of its owner with it, and who was told is told how it stands (product 6). */
import type { Card } from '../../core/card.ts';
import type { WriteOperation } from '../../core/documents.ts';
import { writeStamped } from '../../core/stamp.ts';
import type { Turn } from '../../core/turn.ts';
import { lastUndo, undoable, undone } from '../../core/undo.ts';
import type { PilotDetail } from './contract.ts';
import type { PilotDeps } from './desk.ts';
import { isAsked, isJoined, kind, pilotAudit } from './documents.ts';
import type { Happened } from './events.ts';
import { type AtPilot, atPilot } from './facts.ts';
import { pilot } from './model.ts';
import { stateOf } from './sentences.ts';
import { undoneNotices } from './told.ts';

/** What those who lead it do; people who join or leave have ways of their own, and who was asked may be taken out. */
const kept: ReadonlySet<Happened> = new Set<Happened>([
  ...(['sign', 'sendBack', 'start', 'removePerson', 'cancel', 'end', 'scale', 'extend', 'stop'] as const),
]);

export const mayBeUndone = async (
  turn: Turn,
  { id, happened }: { readonly id: string; readonly happened: Happened },
  operations: readonly WriteOperation[],
): Promise<readonly WriteOperation[]> =>
  kept.has(happened) && turn.who.personId !== 'system'
    ? undoable(turn, { entityType: kind, entityId: id, event: happened }, operations)
    : operations;

const mayUndo = ({ actor }: AtPilot): boolean => actor.isOwner || actor.isHrLead;

export async function takeBackPilot(
  deps: PilotDeps,
  turn: Turn,
  id: string,
  version: string,
): Promise<'done' | 'missing' | 'stale' | 'tooLate'> {
  const at = await atPilot(deps, turn, id);
  if (!at?.actor.sees) return 'missing';
  if (version !== at.loaded.version) return 'stale';
  const back = mayUndo(at) ? await undone(turn, id) : undefined;
  if (!back?.body) return 'tooLate';
  const [before, after] = [at.loaded.pilot, pilot.parse(back.body)];
  const state = { before: before.state, after: after.state };
  const changes = before.state === after.state ? {} : { state };
  const event = back.event as Happened;
  const result = await writeStamped(
    turn.store,
    ['content', 'people'],
    [
      ...back.operations,
      pilotAudit(turn, { id, event: 'undo', changes }),
      ...undoneNotices(turn.now, { id, before, after, event }),
    ],
  );
  return result.kind === 'ok' ? 'done' : 'stale';
}

/** What this reader may take back, as the page says it. */
export async function undoOf(at: AtPilot): Promise<Pick<PilotDetail, 'undo'>> {
  const last = mayUndo(at) ? await lastUndo(at.turn, at.loaded.id) : undefined;
  return last ? { undo: { label: at.turn.words('undo.label'), until: last.until.toISOString() } } : {};
}

/** How it stands now, for whoever leads it or is in it. */
export function undoneCard({ deps, turn, loaded, isLead }: AtPilot): Card | undefined {
  const place = loaded.pilot.roster.find(({ personId }) => personId === turn.who.personId);
  if (!isLead && !(place && (isAsked(place) || isJoined(place)))) return undefined;
  const { words } = turn;
  const text = words('pilot.undone', { state: stateOf(turn, loaded.pilot).word });
  return deps.noteCard(turn, { heading: words('pilot.one.heading', { name: loaded.pilot.name }), text });
}
