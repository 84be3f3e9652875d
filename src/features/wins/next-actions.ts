/** What a person says to a neighbour that was offered: show it, not this one, never any. */
import { z } from 'zod';
import { type Action, action } from '../../core/feature.ts';
import { askedRef } from '../../core/fields.ts';
import { placeOf } from '../../core/place.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { nextCard } from './cards/next.card.ts';
import type { WinDeps } from './desk.ts';
import { allMuted } from './next.ts';

const one = z.object({ scenarioId: askedRef });
const mostMuted = 200;

export const nextActions = (desk: WinDeps): Action[] => [
  action('showNext', one, (turn, { scenarioId }) => desk.open(turn, scenarioId)),
  action('notThisNext', one, async (turn, { scenarioId }) => {
    const muted = (await desk.mutedNext(turn)).filter((id) => id !== scenarioId);
    return saved(desk, turn, [...muted, scenarioId].slice(-mostMuted), 'notThis');
  }),
  action('neverNext', z.object({}), async (turn) => {
    const muted = (await desk.mutedNext(turn)).filter((id) => id !== allMuted);
    return saved(desk, turn, [...muted, allMuted].slice(-mostMuted), 'never');
  }),
  action('nextAgain', z.object({}), async (turn) =>
    saved(
      desk,
      turn,
      (await desk.mutedNext(turn)).filter((id) => id !== allMuted),
      'again',
    ),
  ),
];

async function saved(
  desk: WinDeps,
  turn: Turn,
  muted: readonly string[],
  said: 'notThis' | 'never' | 'again',
): Promise<Answer> {
  if (!(await desk.muteNext(turn, muted))) return refused(turn, 'stale');
  const heading = turn.words('win.next.heading');
  const none = { isOffer: false, title: '', scenarioId: '' };
  const text = turn.words(`win.next.${said}`);
  const data = { summary: heading, heading, ...none, text, canTurnOn: said === 'never' };
  return { kind: 'form', title: heading, card: nextCard.render(data, turn.words, placeOf(turn)), size: 'small' };
}
