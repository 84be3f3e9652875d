/** Pilots as lines of the lists: what I am asked to join or take part in, and what waits for me to confirm or decide. */
import { type ItemLine, type ItemSource, itemsShown } from '../../core/items.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { may } from './actions.ts';
import type { PilotDeps } from './desk.ts';
import { loadPilots } from './documents.ts';
import { type AtPilot, atPilot, beforePilot } from './facts.ts';
import { weekLine } from './sentences.ts';
import { canAnswer, canConfirm, openCard } from './shown.ts';
import { lineOf } from './view.ts';

export const pilotItems = (deps: PilotDeps): ItemSource => ({
  kind: 'pilot',
  mine: async (turn) => (await seenBy(deps, turn)).filter(isMine).map(mineLine).slice(0, itemsShown),
  async toDo(turn) {
    const led = (await seenBy(deps, turn)).filter(({ actor }) => actor.isOwner || actor.isHrLead);
    return led.length === 0 ? undefined : led.filter(waits).map(waitLine).slice(0, itemsShown);
  },
  open: (turn, id) => open(deps, turn, id),
});

async function seenBy(deps: PilotDeps, turn: Turn): Promise<AtPilot[]> {
  const pilots = await loadPilots(turn.store);
  if (pilots.length === 0) return [];
  const workflows = await deps.planned(turn);
  return pilots
    .map((loaded) => beforePilot(deps, turn, loaded, workflows))
    .filter(({ actor }) => actor.sees)
    .toSorted((a, b) => (a.loaded.pilot.createdAt < b.loaded.pilot.createdAt ? 1 : -1));
}

const ongoing: ReadonlySet<string> = new Set(['baseline', 'running', 'deciding']);

const isMine = (at: AtPilot): boolean => {
  const mine = lineOf(at).mine;
  const isIn = at.loaded.pilot.roster.some(({ personId, joinedAt, leftAt }) =>
    personId === at.actor.personId ? joinedAt !== undefined && leftAt === undefined : false,
  );
  return ongoing.has(at.loaded.pilot.state) && (mine === 'asked' || isIn);
};

const mineLine = (at: AtPilot): ItemLine => ({
  ...{ id: at.loaded.id, title: at.loaded.pilot.name, at: at.loaded.pilot.createdAt },
  text: at.turn.words('pilot.item', {
    what: at.turn.words(canAnswer(at) ? 'pilot.asked' : 'pilot.mine'),
    line: weekLine(at.turn, at.loaded.pilot),
  }),
});

/** A signature of theirs, or a decision that nobody has signed yet. */
const waits = (at: AtPilot): boolean => canConfirm(at) || may(at, 'decideStop');

const waitLine = (at: AtPilot): ItemLine => {
  const { words } = at.turn;
  const { pilot, id } = at.loaded;
  const what = words(canConfirm(at) ? 'pilot.toConfirm' : 'pilot.toDecide');
  const text = words('pilot.item', { what, line: weekLine(at.turn, pilot) });
  return { id, title: pilot.name, text, at: pilot.signing?.at ?? pilot.endedAt ?? pilot.updatedAt };
};

async function open(deps: PilotDeps, turn: Turn, id: string): Promise<Answer> {
  const at = await atPilot(deps, turn, id);
  if (!at?.actor.sees) return refused(turn, 'not_found');
  const card = (await openCard(at)) ?? plain(at);
  return { kind: 'form', title: at.loaded.pilot.name, card, size: 'medium' };
}

const plain = ({ deps, turn, loaded }: AtPilot) =>
  deps.noteCard(turn, { heading: loaded.pilot.name, text: `${weekLine(turn, loaded.pilot)}. ${loaded.pilot.goal}` });
