/**
 * Where the bot was taken into a team or a channel, by signed activities alone: a community's channel is reached by no
 * address that somebody typed.
 */
import { z } from 'zod';
import { isSameWay, rootAddress } from '../../core/channel.ts';
import type { TenantStore, WriteOperation } from '../../core/documents.ts';
import type { EventHandler } from '../../core/feature.ts';
import { instant } from '../../core/fields.ts';
import { derivedId } from '../../core/ids.ts';
import { type ChatAddress, chatAddress } from '../../core/person.ts';
import type { Answer, Turn } from '../../core/turn.ts';
import { readdressed } from './channels.ts';
import { type EventName, loadCommunities } from './documents.ts';
import type { CommunityChannel } from './model.ts';
import { type Acting, bySystem, type Change, changeEach } from './save.ts';

export const placeKind = 'channelPlace';
const channelPlace = z.strictObject({ address: chatAddress, metAt: instant });

const placeId = (conversationId: string): string => derivedId(placeKind, conversationId);

async function placeOf(store: TenantStore, conversationId: string) {
  const id = placeId(conversationId);
  const found = await store.get(placeKind, id);
  return { id, version: found?.version, address: found && channelPlace.parse(found.body).address };
}

/** How the bot reaches a channel: it was taken in there, or into the team whose channel it is. */
export async function addressFor(
  store: TenantStore,
  { channelId, teamId, kind }: Pick<CommunityChannel, 'channelId' | 'teamId' | 'kind'>,
): Promise<ChatAddress | undefined> {
  const { address } = await placeOf(store, channelId);
  if (address || kind !== 'standard' || !teamId) return address;
  const team = (await placeOf(store, teamId)).address;
  return team && { ...team, conversation: { ...team.conversation, id: channelId } };
}

export const placeEvents: readonly EventHandler[] = [
  { on: 'installed', run: (turn) => moved(turn, true) },
  { on: 'uninstalled', run: (turn) => moved(turn, false) },
];

/** Silent: what is said to the channel is for others to say. */
async function moved(turn: Turn, isThere: boolean): Promise<Answer> {
  const { channel, address } = turn.where;
  if (!channel || !address) return { kind: 'silent' };
  const ids = [...new Set([channel.id, channel.teamId ?? channel.id])];
  for (const id of ids) await kept(turn, id, isThere ? rootAddress(address) : undefined);
  const concerns = ({ channelId, teamId, kind }: CommunityChannel) =>
    channelId === channel.id || (kind === 'standard' && teamId !== undefined && teamId === channel.teamId);
  const way = ({ channelId }: CommunityChannel) =>
    isThere ? { ...rootAddress(address), conversation: { ...address.conversation, id: channelId } } : undefined;
  await changeEach(bySystem(turn), () => changesOf(turn.store, isThere ? 'reach' : 'lose', concerns, way));
  return { kind: 'silent' };
}

async function kept({ store, now }: Turn, conversationId: string, address: ChatAddress | undefined): Promise<void> {
  const { id, version, address: known } = await placeOf(store, conversationId);
  if (isSameWay(known, address)) return;
  await store.write([placeOperation(id, version, address && { address, metAt: now.toISOString() })]);
}

function placeOperation(id: string, version: string | undefined, body: object | undefined): WriteOperation {
  if (!body) return { op: 'remove', kind: placeKind, id, version: version ?? '' };
  const place = channelPlace.parse(body);
  return version
    ? { op: 'replace', kind: placeKind, id, version, body: place }
    : { op: 'create', kind: placeKind, id, body: place };
}

/** A send met nobody: the channel is reached no more until the bot is taken in anew. */
export const lost = (acting: Acting, { conversation }: ChatAddress): Promise<void> =>
  changeEach(bySystem(acting), () =>
    changesOf(
      acting.store,
      'lose',
      ({ address }) => address?.conversation.id === conversation.id,
      () => undefined,
    ),
  );

async function changesOf(
  store: TenantStore,
  event: EventName,
  concerns: (channel: CommunityChannel) => boolean,
  addressOf: (channel: CommunityChannel) => ChatAddress | undefined,
): Promise<Change[]> {
  return (await loadCommunities(store)).flatMap((loaded) => {
    const { community } = loaded;
    const moving = community.channels.filter((each) => concerns(each) && !isSameWay(each.address, addressOf(each)));
    const next = readdressed(community, concerns, addressOf);
    return moving.length === 0
      ? []
      : [{ loaded, next, events: moving.map(({ name }) => ({ name: event, detail: name })) }];
  });
}
