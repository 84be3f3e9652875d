/** The communities as other features see them. */
import { isSameWay, rootAddress } from '../../core/channel.ts';
import type { Communities, CommunityView } from '../../core/community.ts';
import type { WriteOperation } from '../../core/documents.ts';
import { cleanText, shorten } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import { addressesOf, channelEvents, hasChannel, mostChannels, withChannel, withoutChannel } from './channels.ts';
import { type CommunityDeps, readerOf } from './desk.ts';
import { type Loaded, loadCommunities, loadCommunity } from './documents.ts';
import { type Community, type CommunityChannel, communityChannel } from './model.ts';
import { type Reader, rightsOf } from './rights.ts';
import { changeOperations } from './save.ts';

type Desk = Pick<CommunityDeps, 'departmentOf'>;

export const communityBook = (desk: Desk): Communities => ({
  async one(turn, communityId) {
    const loaded = await loadCommunity(turn.store, communityId);
    return loaded && viewOf(loaded, await readerOf(desk, turn));
  },
  async all(turn) {
    const [all, reader] = await Promise.all([loadCommunities(turn.store), readerOf(desk, turn)]);
    return all.filter(({ community }) => community.state !== 'archived').map((loaded) => viewOf(loaded, reader));
  },
  async here(turn) {
    const { channel } = turn.where;
    if (!channel) return undefined;
    const found = (await loadCommunities(turn.store)).find(({ community }) => isOf(community, channel.id));
    return found && viewOf(found, await readerOf(desk, turn));
  },
  linkHere: (turn, communityId) => linkHere(desk, turn, communityId),
});

const isOf = (community: Community, channelId: string): boolean =>
  community.state !== 'archived' && hasChannel(community, channelId);

function viewOf({ id, community }: Loaded, reader: Reader): CommunityView {
  const { name, language, digest, hostIds, departmentIds, state } = community;
  const { isMember, isHost } = rightsOf(community, reader);
  return {
    ...{ id, name, language, zone: digest.zone, hostIds, departmentIds, isActive: state === 'active' },
    ...{ addresses: addressesOf(community), isMember, isHost },
  };
}

/** Nothing for whoever may not, and where another community holds the channel whose hosts they are not among. */
async function linkHere(desk: Desk, turn: Turn, communityId: string): Promise<readonly WriteOperation[]> {
  const channel = channelHere(turn);
  const all = channel ? await loadCommunities(turn.store) : [];
  const loaded = all.find(({ id }) => id === communityId);
  if (!channel || !loaded) return [];
  const reader = await readerOf(desk, turn);
  const before = all.find(({ id, community }) => id !== communityId && isOf(community, channel.channelId));
  const mayMove = [loaded, before].every((each) => !each || rightsOf(each.community, reader).mayEdit);
  const known = loaded.community.channels.find(({ channelId }) => channelId === channel.channelId);
  const isThere = known !== undefined && isSameWay(known.address, channel.address);
  const isFull = !known && loaded.community.channels.length >= mostChannels;
  if (!mayMove || isThere || isFull) return [];
  return [
    ...(before ? await changed(turn, before, withoutChannel(before.community, channel.channelId)) : []),
    ...(await changed(turn, loaded, withChannel(loaded.community, { ...channel, ...(known && { name: known.name }) }))),
  ];
}

const changed = (turn: Turn, loaded: Loaded, next: Community): Promise<WriteOperation[]> =>
  changeOperations(turn, { loaded, next, events: channelEvents(loaded.community, next) });

const maxName = 120;

/** Undefined outside of channels, and for one that Teams would not name so. */
function channelHere({ where: { channel, address }, words }: Turn): CommunityChannel | undefined {
  if (!channel || !address) return undefined;
  const { id: channelId, teamId, name = '', kind } = channel;
  return communityChannel.safeParse({
    ...{ channelId, kind, name: shorten(cleanText(name), maxName) || words('community.aChannel') },
    ...(teamId ? { teamId } : {}),
    address: rootAddress(address),
  }).data;
}
