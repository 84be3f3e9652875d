/** The wins' door: measured stories that are shared by choice, and what comes next after a success. */
import { z } from 'zod';
import type { CommunityAsk, CommunityWin } from '../../core/community.ts';
import type { Erasure } from '../../core/erasure.ts';
import { action, type Feature } from '../../core/feature.ts';
import { leastReader } from '../../core/least-reader.ts';
import type { NextStep } from '../../core/playbook-view.ts';
import type { Turn } from '../../core/turn.ts';
import { isTellable, winRoutes } from './api.ts';
import { askHow } from './ask.ts';
import { type Asked, askedOf } from './asks.ts';
import { winsForAll } from './community.ts';
import type { WinDeps } from './desk.ts';
import { winErasure } from './erasure.ts';
import { nextStep, offerCard } from './next.ts';
import { nextActions } from './next-actions.ts';
import { unfold, winPost } from './post.ts';

export interface Wins extends Feature {
  readonly erasures: readonly Erasure[];
  /** One neighbour to offer on the reply to a success; given out once for each pair of scenarios. */
  nextStep(turn: Turn, scenarioId: string): Promise<NextStep | undefined>;
  /** That neighbour as a card, with its three buttons. */
  readonly offerCard: typeof offerCard;
  /** For a channel's page: what everyone may see. */
  winsForAll(turn: Turn, ask: CommunityAsk): Promise<readonly CommunityWin[]>;
  /** Who acts may write one of this scenario, and there is something measured to tell. */
  isTellable(turn: Turn, scenarioId: string): Promise<boolean>;
  /** Who asked how it was done, for figures alone. */
  asked(turn: Turn): Promise<readonly Asked[]>;
}

export const wins = (desk: WinDeps): Wins => ({
  name: 'wins',
  erasures: [winErasure(desk.hash)],
  offerCard,
  nextStep: (turn, scenarioId) => nextStep(desk, turn, scenarioId),
  winsForAll: (turn, ask) => winsForAll(desk, leastReader(turn), ask),
  isTellable: (turn, scenarioId) => isTellable(desk, turn, scenarioId),
  asked: ({ store }) => askedOf(store),
  routes: winRoutes(desk),
  posts: [winPost(desk)],
  links: [{ prefix: 'w', run: (turn, id) => unfold(desk, turn, id) }],
  actions: [
    action('askHow', z.object({ winId: z.string().max(100) }), (turn, { winId }) => askHow(desk, turn, winId)),
    ...nextActions(desk),
  ],
});
