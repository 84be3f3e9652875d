/** Feeds in the store: one of a person's own sessions, and one for each community. Of the link only its hash is kept. */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { findAll, type TenantStore, type WriteOperation } from '../../core/documents.ts';
import { type Erasure, removal } from '../../core/erasure.ts';
import { hashOfToken } from '../../core/feed.ts';
import { date, instant, ref } from '../../core/fields.ts';
import type { KeyedHash } from '../../core/ids.ts';
import { dayOf } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';

/** Found by the hash of its token. */
const feedKind = 'calendarFeed';
/** One for each person and scope, so that a new link ends the old one. */
const placeKind = 'calendarFeedPlace';

const shared = { personId: ref, communityId: ref.optional(), createdAt: instant };
export const feed = z.strictObject({ ...shared, usedOn: date });
export const feedPlace = z.strictObject({ ...shared, feedId: z.string() });
export type Feed = z.infer<typeof feed>;

/** Days that a link lives on without being read. */
const unusedDays = 30;
const ttlSeconds = unusedDays * 86_400;
const tokenBytes = 32;

export async function feedOf(store: TenantStore, hash: string): Promise<Feed | undefined> {
  const found = await store.get(feedKind, hash);
  return found && feed.parse(found.body);
}

const placeId = (hash: KeyedHash, personId: string, communityId = 'mine'): string =>
  hash(placeKind, personId, communityId);

/** A new link for the scope, the one before is dead from now on; undefined when another request was faster. */
export async function renewFeed(hash: KeyedHash, turn: Turn, communityId?: string): Promise<string | undefined> {
  const token = randomBytes(tokenBytes).toString('base64url');
  const feedId = hashOfToken(token);
  const { personId } = turn.who;
  const body = { personId, ...(communityId ? { communityId } : {}), createdAt: turn.now.toISOString() };
  const id = placeId(hash, personId, communityId);
  const place = { kind: placeKind, id, body: feedPlace.parse({ ...body, feedId }) };
  const before = await turn.store.get(placeKind, id);
  const result = await turn.store.write([
    before ? { op: 'replace', ...place, version: before.version } : { op: 'create', ...place },
    { op: 'create', kind: feedKind, id: feedId, ttlSeconds, body: feed.parse({ ...body, usedOn: dayOf(turn.now) }) },
    ...(before ? await dead(turn.store, feedPlace.parse(before.body).feedId) : []),
  ]);
  return result.kind === 'ok' ? token : undefined;
}

/** False when there was none. */
export async function revokeFeed(hash: KeyedHash, { store, who }: Turn, communityId?: string): Promise<boolean> {
  const place = await store.get(placeKind, placeId(hash, who.personId, communityId));
  if (!place) return false;
  const result = await store.write([removal(place), ...(await dead(store, feedPlace.parse(place.body).feedId))]);
  return result.kind === 'ok';
}

async function dead(store: TenantStore, feedId: string): Promise<WriteOperation[]> {
  const found = await store.get(feedKind, feedId);
  return found ? [removal(found)] : [];
}

export interface OwnFeed {
  readonly communityId?: string | undefined;
  readonly createdAt: string;
  /** Undefined once it has ended by not being read. */
  readonly usedOn: string | undefined;
}

export async function ownFeeds({ store, who }: Turn): Promise<OwnFeed[]> {
  const { items } = await store.find({ kind: placeKind, where: [['personId', '=', who.personId]], limit: 100 });
  return Promise.all(
    items.map(async ({ body }) => {
      const { communityId, createdAt, feedId } = feedPlace.parse(body);
      return { communityId, createdAt, usedOn: (await feedOf(store, feedId))?.usedOn };
    }),
  );
}

/** Once a day: a link that is read lives on. A note, since the next reading brings it again. */
export async function noteUse({ store, now }: Turn, hash: string): Promise<void> {
  const found = await store.get(feedKind, hash);
  if (!found) return;
  const body = feed.parse(found.body);
  if (body.usedOn === dayOf(now)) return;
  const used = { ...body, usedOn: dayOf(now) };
  await store.write([{ op: 'replace', kind: feedKind, id: hash, version: found.version, ttlSeconds, body: used }], {
    isNote: true,
  });
}

export const feedErasure: Erasure = {
  async *erase({ store }, personId) {
    for (const kind of [feedKind, placeKind])
      for await (const found of findAll(store, { kind, where: [['personId', '=', personId]] })) yield removal(found);
  },
};
