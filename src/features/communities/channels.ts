/** The channels of a community: joined by choice, left again, reached while the bot is there. Pure. */
import type { ChatAddress } from '../../core/person.ts';
import type { Event } from './documents.ts';
import type { Community, CommunityChannel } from './model.ts';

export const hasChannel = ({ channels }: Community, channelId: string): boolean =>
  channels.some((channel) => channel.channelId === channelId);

export const addressesOf = ({ channels }: Community): ChatAddress[] =>
  channels.flatMap(({ address }) => (address ? [address] : []));

export const mostChannels = 20;

/** In place of what stood there for the same channel. */
export function withChannel(community: Community, channel: CommunityChannel): Community {
  const others = community.channels.filter(({ channelId }) => channelId !== channel.channelId);
  return { ...community, channels: [...others, channel] };
}

export const withoutChannel = (community: Community, id: string): Community => ({
  ...community,
  channels: community.channels.filter(({ channelId }) => channelId !== id),
});

/** Another way to the channels that this concerns; without an address the bot cannot reach them any more. */
export const readdressed = (
  community: Community,
  concerns: (channel: CommunityChannel) => boolean,
  addressFor: (channel: CommunityChannel) => ChatAddress | undefined,
): Community => ({
  ...community,
  channels: community.channels.map((channel) => {
    if (!concerns(channel)) return channel;
    const { address: _, ...rest } = channel;
    const address = addressFor(channel);
    return address ? { ...rest, address } : rest;
  }),
});

const named = (channels: readonly CommunityChannel[]) => new Map(channels.map((each) => [each.channelId, each.name]));

/** What joined and what left. */
export function channelEvents(before: Community, after: Community): Event[] {
  const [old, now] = [named(before.channels), named(after.channels)];
  const joined = [...now].filter(([id]) => !old.has(id));
  const left = [...old].filter(([id]) => !now.has(id));
  return [
    ...joined.map(([, name]): Event => ({ name: 'link', detail: name })),
    ...left.map(([, name]): Event => ({ name: 'unlink', detail: name })),
  ];
}
