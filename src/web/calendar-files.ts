/** The file behind a secret link, read with the eyes of the person it belongs to, in whichever tenant that is. */
import { randomUUID } from 'node:crypto';
import type { Clock } from '../core/clock.ts';
import type { Store, TenantStore } from '../core/documents.ts';
import type { Feature } from '../core/feature.ts';
import type { FeedSource } from '../core/feed.ts';
import type { Who } from '../core/person.ts';
import { readStamp, type Stamp } from '../core/stamp.ts';
import type { WordsFor } from '../core/words.ts';
import type { CalendarDeps } from './calendar.ts';

interface Reading {
  readonly store: Store;
  readonly tenants: readonly string[];
  readonly features: readonly Feature[];
  readonly identify: (
    store: TenantStore,
    stamp: Stamp,
    introduction: { personId: string; name: string; locale: string; zone: string },
  ) => Promise<Who>;
  readonly hasLeft: (store: TenantStore, personId: string) => Promise<boolean>;
  readonly clock: Clock;
  readonly wordsFor: WordsFor;
}

export function calendarFiles(reading: Reading): CalendarDeps['file'] {
  const feeds = reading.features.find((feature) => feature.feeds)?.feeds;
  return async (hash) => {
    for (const tenantId of feeds ? reading.tenants : []) {
      const store = reading.store.forTenant(tenantId, { pace: 'turn' });
      const personId = await feeds?.owner(store, hash);
      if (feeds && personId !== undefined) return fileOf(reading, feeds, { store, personId, hash });
    }
    return undefined;
  };
}

async function fileOf(
  { identify, hasLeft, clock, wordsFor }: Reading,
  feeds: FeedSource,
  { store, personId, hash }: { store: TenantStore; personId: string; hash: string },
): Promise<string | undefined> {
  if (await hasLeft(store, personId)) return undefined;
  const stamp = await readStamp(store);
  const who = await identify(store, stamp, { personId, name: '', locale: 'en', zone: 'UTC' });
  const where = { surface: 'event', conversation: 'personal', conversationId: '' } as const;
  return feeds.text(
    { requestId: randomUUID(), who, where, now: clock.now(), stamp, store, words: wordsFor(who.locale) },
    hash,
  );
}
