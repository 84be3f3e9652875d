/** After a success one neighbour is offered, once, and never again to whoever says so (requirement R46, product D13). */
import type { Card } from '../../core/card.ts';
import { placeOf } from '../../core/place.ts';
import type { NextStep } from '../../core/playbook-view.ts';
import type { Turn } from '../../core/turn.ts';
import { nextCard } from './cards/next.card.ts';
import type { WinDeps } from './desk.ts';
import { nextOffer } from './model.ts';

/** Stands for every scenario. */
export const allMuted = 'all';
export const offerKind = 'nextOffer';
const keptSeconds = 400 * 86_400;

/** Kept as offered when it is given out; undefined where nothing is left to offer, or nothing is wanted. */
export async function nextStep(desk: WinDeps, turn: Turn, fromId: string): Promise<NextStep | undefined> {
  const muted = await desk.mutedNext(turn);
  if (muted.includes(allMuted)) return undefined;
  for (const each of await desk.neighbours(turn, fromId)) {
    if (muted.includes(each.id) || !(await isNew(desk, turn, fromId, each.id))) continue;
    const { id: scenarioId, title } = each;
    return { fromId, scenarioId, title, why: whyOf(turn, each) };
  }
  return undefined;
}

/** For who answers a success with a card of its own; others put the same buttons on theirs. */
export function offerCard(turn: Turn, { scenarioId, title, why }: NextStep): Card {
  const heading = turn.words('win.next.heading');
  const data = { summary: heading, heading, isOffer: true, title, scenarioId, text: why, canTurnOn: false };
  return nextCard.render(data, turn.words, placeOf(turn));
}

/** The write is what decides: of two at once one offers it. */
async function isNew(
  { hash }: WinDeps,
  { store, who, now }: Turn,
  fromId: string,
  scenarioId: string,
): Promise<boolean> {
  const id = hash('nextOffer', who.personId, fromId, scenarioId);
  if (await store.get(offerKind, id)) return false;
  const body = nextOffer.parse({ personId: who.personId, fromId, scenarioId, at: now.toISOString() });
  return (await store.write([{ op: 'create', kind: offerKind, id, body, ttlSeconds: keptSeconds }])).kind === 'ok';
}

const whyOf = (
  { words }: Turn,
  { reason, step, steps, workflow }: Awaited<ReturnType<WinDeps['neighbours']>>[number],
): string => words(`win.next.${reason}`, { step, steps, workflow });
