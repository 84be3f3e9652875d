/** What a tick works with, and the turns it hands to the features: the system's own, and those of people who get a message. */
import type { Clock } from '../core/clock.ts';
import type { Courier } from '../core/courier.ts';
import type { TenantStore } from '../core/documents.ts';
import type { Feature, Job } from '../core/feature.ts';
import type { KeyedHash } from '../core/ids.ts';
import type { Log } from '../core/log.ts';
import type { NoticeKind } from '../core/notice.ts';
import type { Person } from '../core/person.ts';
import type { PostKind } from '../core/post.ts';
import type { Stamp } from '../core/stamp.ts';
import type { Turn } from '../core/turn.ts';
import type { WordsFor } from '../core/words.ts';

/** What the features offer to work that nobody waits for. */
export interface Offered {
  readonly jobs: ReadonlyMap<string, Job>;
  readonly notices: ReadonlyMap<string, NoticeKind>;
  readonly posts: ReadonlyMap<string, PostKind>;
}

/** One tenant in one round of a tick. */
export interface Stage {
  readonly store: TenantStore;
  readonly stamp: Stamp;
  /** When the round, or this part of it, began. */
  readonly now: Date;
  /** Of `elapsed`, when the round began; never later than its leases. */
  readonly since: number;
  readonly clock: Clock;
  readonly offered: Offered;
  readonly courier: Courier;
  readonly wordsFor: WordsFor;
  readonly hash: KeyedHash;
  readonly log: Log;
  /** Milliseconds since some moment, never turned back. */
  readonly elapsed: () => number;
  /** 0 to 1. */
  readonly chance: () => number;
  /** The server ends: nothing new is begun. */
  readonly isStopping: () => boolean;
}

type Reader = Pick<Person, 'displayName' | 'status' | 'roleIds' | 'departmentId' | 'grants'> & {
  personId: string;
  locale: string;
  zone: string;
};

const system: Reader = {
  ...{ personId: 'system', displayName: '', status: 'active', roleIds: [], departmentId: undefined, grants: [] },
  ...{ locale: 'en', zone: 'UTC' },
};

export const systemTurn = (stage: Stage, locale = system.locale): Turn => turnOf(stage, { ...system, locale }, 'event');

export const zoneOf = ({ zone, seen }: Person): string => zone ?? seen?.zone ?? 'UTC';

/** The turn of somebody who reads what was sent to their own chat, in their words and with the rights they have now. */
export const readersTurn = (stage: Stage, personId: string, known: Person): Turn =>
  turnOf(
    stage,
    { ...known, personId, locale: known.language ?? known.seen?.locale ?? 'en', zone: zoneOf(known) },
    'bot',
  );

function turnOf({ store, stamp, now, wordsFor }: Stage, reader: Reader, surface: 'bot' | 'event'): Turn {
  const { personId, displayName, roleIds, departmentId, grants, locale, zone } = reader;
  return {
    requestId: `tick-${now.toISOString()}`,
    who: {
      ...{ tenantId: store.tenantId, personId, name: displayName, roleIds, locale, zone },
      ...(departmentId ? { departmentId } : {}),
      grants: reader.status === 'active' ? grants : [],
    },
    where: { surface, conversation: 'personal', conversationId: '' },
    ...{ now, stamp, store, words: wordsFor(locale) },
  };
}

export function offeredBy(features: readonly Feature[]): Offered {
  return {
    jobs: named(features.flatMap((f) => f.jobs ?? []).map((job) => [job.name, job])),
    notices: named(features.flatMap((f) => f.notices ?? []).map((notice) => [notice.kind, notice])),
    posts: named(features.flatMap((f) => f.posts ?? []).map((each) => [each.kind, each])),
  };
}

function named<T>(pairs: readonly (readonly [string, T])[]): ReadonlyMap<string, T> {
  const map = new Map(pairs);
  if (map.size < pairs.length) throw new Error('jobs: two features offer one name');
  return map;
}
