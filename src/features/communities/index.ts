/** The communities' door: who belongs together, in which channels, and what they hear from time to time. */
import type { Communities } from '../../core/community.ts';
import type { Erasure } from '../../core/erasure.ts';
import type { Feature } from '../../core/feature.ts';
import type { Turn } from '../../core/turn.ts';
import { communityRoutes } from './api.ts';
import { communityBook } from './book.ts';
import type { CommunityDeps } from './desk.ts';
import { digestJobOf, digestPost } from './digest.ts';
import { communityErasure } from './erasure.ts';
import { communityNotice } from './notice.ts';
import { offerFor } from './offer.ts';
import { pageRoutes } from './page-route.ts';
import { placeEvents } from './places.ts';

/** Communities and what other features may ask of them. */
export interface CommunityFeature extends Feature {
  readonly book: Communities;
  /** The page where who acts makes or takes on one for the people of a department, who have none yet. */
  offerFor(turn: Turn, departmentId: string): Promise<string | undefined>;
  readonly erasures: readonly Erasure[];
}

export const communities = (deps: CommunityDeps): CommunityFeature => ({
  name: 'communities',
  book: communityBook(deps),
  offerFor: (turn, departmentId) => offerFor(deps, turn, departmentId),
  routes: [...pageRoutes(deps), ...communityRoutes(deps)],
  events: placeEvents,
  jobs: [digestJobOf(deps)],
  posts: [digestPost(deps)],
  notices: [communityNotice(deps)],
  erasures: [communityErasure],
});
