/** The communities' door: who belongs together, in which channels, and what they hear from time to time. */
import type { Communities } from '../../core/community.ts';
import type { Erasure } from '../../core/erasure.ts';
import type { Feature } from '../../core/feature.ts';
import { communityRoutes } from './api.ts';
import { communityBook } from './book.ts';
import type { CommunityDeps } from './desk.ts';
import { digestJobOf, digestPost } from './digest.ts';
import { communityErasure } from './erasure.ts';
import { communityNotice } from './notice.ts';
import { pageRoutes } from './page-route.ts';
import { placeEvents } from './places.ts';

/** Communities and what other features may ask of them. */
export interface CommunityFeature extends Feature {
  readonly book: Communities;
  readonly erasures: readonly Erasure[];
}

export const communities = (deps: CommunityDeps): CommunityFeature => ({
  name: 'communities',
  book: communityBook(deps),
  routes: [...pageRoutes(deps), ...communityRoutes(deps)],
  events: placeEvents,
  jobs: [digestJobOf(deps)],
  posts: [digestPost(deps)],
  notices: [communityNotice(deps)],
  erasures: [communityErasure],
});
