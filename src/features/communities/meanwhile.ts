/** Communities as the store has them, until they have a book of their own. */
import type { Communities, CommunityView } from '../../core/community.ts';
import type { StoredDocument } from '../../core/documents.ts';
import { holds } from '../../core/person.ts';
import type { Turn } from '../../core/turn.ts';
import { community } from './model.ts';

export const communitiesInStore: Communities = {
  async one(turn, id) {
    const found = await turn.store.get('community', id);
    return found && viewOf(turn, found);
  },
  all: async () => [],
  here: async () => undefined,
  linkHere: async () => [],
};

function viewOf({ who }: Turn, { id, body }: StoredDocument): CommunityView {
  const { name, language, digest, hostIds, departmentIds, roleIds, state, channels } = community.parse(body);
  const isHost = hostIds.includes(who.personId) || holds(who, ['host']);
  const isForAll = departmentIds.length === 0 && roleIds.length === 0;
  return {
    ...{ id, name, language, zone: digest.zone, hostIds, departmentIds, isActive: state === 'active', isHost },
    addresses: channels.flatMap(({ address }) => address ?? []),
    isMember: isHost || isForAll || departmentIds.includes(who.departmentId ?? ''),
  };
}
