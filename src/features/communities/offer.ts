/** What somebody is offered for the people of a department, as their host: a community of their own, or the one that waits for a host (product L9). */
import type { Turn } from '../../core/turn.ts';
import type { CommunityDeps } from './desk.ts';
import { readerOf } from './desk.ts';
import { loadCommunities } from './documents.ts';
import type { Community } from './model.ts';
import { mayMake, rightsOf } from './rights.ts';

/** The page, below the tab; undefined where these people have one, and for whoever may not. */
export async function offerFor(
  desk: Pick<CommunityDeps, 'departmentOf'>,
  turn: Turn,
  departmentId: string,
): Promise<string | undefined> {
  const theirs = (await loadCommunities(turn.store)).filter(({ community }) => isFor(community, departmentId));
  if (theirs.some(({ community: { state, hostIds } }) => state === 'active' || hostIds.length > 0)) return undefined;
  const [first] = theirs;
  if (!first) return mayMake(turn.who) ? `/community?new=${encodeURIComponent(departmentId)}` : undefined;
  const { mayEdit } = rightsOf(first.community, await readerOf(desk, turn));
  return mayEdit ? `/community?takeOn=${encodeURIComponent(first.id)}` : undefined;
}

const isFor = ({ state, departmentIds, roleIds }: Community, departmentId: string): boolean =>
  state !== 'archived' &&
  (departmentIds.includes(departmentId) || (departmentIds.length === 0 && roleIds.length === 0));
