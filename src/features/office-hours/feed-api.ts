/** A person's calendar links: listed without their secret, made anew, taken back. */
import type { FeedSource } from '../../core/feed.ts';
import { type Route, refuse, route } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';
import type { Desk } from './desk.ts';
import { type FeedList, feedBody, feedGone, feedList, feedMade } from './feed-contract.ts';
import { type FeedDesk, feedFile } from './feed-file.ts';
import { feedOf, noteUse, ownFeeds, renewFeed, revokeFeed } from './feeds.ts';

type ApiDesk = Pick<Desk, 'communities' | 'hash'>;

const base = '/api/feeds';

export const feedRoutes = (desk: ApiDesk): Route[] => [
  route('GET', base, { reply: feedList }, async ({ turn }) => {
    const items = await Promise.all(
      (await ownFeeds(turn)).map(async ({ communityId, createdAt, usedOn }) => ({
        ...(communityId ? { communityId } : {}),
        ...(usedOn ? { usedOn } : {}),
        ...{ createdAt, name: await nameOf(desk, turn, communityId) },
      })),
    );
    return { kind: 'ok', body: { items: items.toSorted(mineFirst) } };
  }),
  route('POST', base, { body: feedBody, reply: feedMade }, async ({ turn, body: { communityId } }) => {
    if (communityId && !(await desk.communities.one(turn, communityId))?.isMember) return refuse('not_found');
    const token = await renewFeed(desk.hash, turn, communityId);
    return token ? { kind: 'ok', status: 201, body: { path: `/calendar/${token}.ics` } } : refuse('stale');
  }),
  route('DELETE', `${base}/:id`, { reply: feedGone }, async ({ turn, params }) => {
    const gone = await revokeFeed(desk.hash, turn, params.id === mine ? undefined : params.id);
    return gone ? { kind: 'ok', body: {} } : refuse('not_found');
  }),
];

type Line = FeedList['items'][number];

const mineFirst = (a: Line, b: Line): number =>
  Number(a.communityId !== undefined) - Number(b.communityId !== undefined) || a.name.localeCompare(b.name);

/** In the place of a community's id: one's own sessions. */
const mine = 'mine';

const nameOf = async (desk: ApiDesk, turn: Turn, communityId: string | undefined): Promise<string> =>
  communityId
    ? ((await desk.communities.one(turn, communityId))?.name ?? turn.words('hours.feedEnded'))
    : turn.words('hours.feedName');

export const feedSource = (desk: FeedDesk): FeedSource => ({
  owner: async (store, hash) => (await feedOf(store, hash))?.personId,
  async text(turn, hash) {
    const found = await feedOf(turn.store, hash);
    const text = found && (await feedFile(desk, turn, found));
    if (text !== undefined) await noteUse(turn, hash);
    return text;
  },
});
