/** The door of the set-up: from an empty organisation to a pilot whose people are asked, on one page (product 11, L1). */
import type { Erasure } from '../../core/erasure.ts';
import type { Feature } from '../../core/feature.ts';
import type { Turn } from '../../core/turn.ts';
import { setUpRoutes } from './api.ts';
import type { SetUpDeps } from './desk.ts';
import { contactIn } from './documents.ts';
import { setUpErasure } from './erasure.ts';
import { setUpNotices } from './notices.ts';
import { confirmAction } from './presses.ts';
import { mayPrepare } from './rights.ts';

export interface SetUpFeature extends Feature {
  /** Nothing has begun here yet, and this reader may change that: the tab opens on the set-up. */
  isEmpty(turn: Turn): Promise<boolean>;
  /** Whom to tell when something went wrong, by id; undefined until the part that names them is confirmed. */
  readonly contact: typeof contactIn;
  readonly erasures: readonly Erasure[];
}

export const setup = (deps: SetUpDeps): SetUpFeature => ({
  name: 'setup',
  isEmpty: (turn) => isEmpty(deps, turn),
  contact: contactIn,
  routes: setUpRoutes(deps),
  actions: [confirmAction(deps)],
  notices: setUpNotices(deps),
  erasures: [setUpErasure],
});

/** No pilot was ever planned. The example has one. */
const isEmpty = async (deps: SetUpDeps, turn: Turn): Promise<boolean> =>
  !deps.isExample && mayPrepare(turn.who, undefined) && (await deps.pilots(turn)).length === 0;
