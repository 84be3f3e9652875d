/** The store of one tenant in the distributed store. */
import type { Clock } from '../core/clock.ts';
import type { Page, Query, StoredDocument, TenantStore } from '../core/documents.ts';
import { newId } from '../core/ids.ts';
import type { KeyedQueue } from '../core/keyed-queue.ts';
import { documentOf, type Item, itemId } from './cosmos-items.ts';
import { findAsked } from './cosmos-query.ts';
import type { Reach } from './cosmos-reach.ts';
import type { Weeks } from './cosmos-weeks.ts';
import { commit, partOf, planned } from './cosmos-write.ts';
import { homeOf } from './homes.ts';
import type { List } from './lists.ts';
import { cursorOf, limitOf, sortValueOf } from './paging.ts';
import { checkKey, checkQuery, checkWrite } from './rules.ts';

export interface CosmosTenantOptions {
  readonly reach: Reach;
  readonly weeks: Weeks;
  readonly queue: KeyedQueue;
  readonly lists: readonly List[];
  readonly clock: Clock;
}

const weeksAtOnce = 10;

export function cosmosTenant({ reach, weeks, queue, lists, clock }: CosmosTenantOptions): TenantStore {
  const { tenantId } = reach;

  /** An event asked for without its week is looked for in each, newest first: no turn does so. */
  async function get(kind: string, id: string): Promise<Item | undefined> {
    if (homeOf(kind) === 'playbook') return reach.read({ home: 'playbook' }, itemId(kind, id));
    for (const week of (await weeks.all(reach)).toReversed()) {
      const found = await reach.read({ home: 'events', week }, itemId(kind, id));
      if (found && !found.gone) return found;
    }
    return undefined;
  }

  async function rows(query: Query, limit: number): Promise<StoredDocument[]> {
    if (homeOf(query.kind) === 'playbook')
      return (await reach.ask(findAsked({ tenantId }, query, lists), limit)).map(documentOf);
    const asked = weekAsked(query) ?? (await weeks.all(reach));
    const found: Item[] = [];
    for (let first = 0; first < asked.length; first += weeksAtOnce) {
      const some = asked.slice(first, first + weeksAtOnce);
      const rows = some.map((week) => reach.ask(findAsked({ tenantId, week }, query, lists), limit));
      found.push(...(await Promise.all(rows)).flat());
    }
    return found.map(documentOf).toSorted(byOrder(query)).slice(0, limit);
  }

  return {
    tenantId,
    async get(kind, id) {
      checkKey(kind, id);
      const found = await get(kind, id);
      return found && !found.gone ? documentOf(found) : undefined;
    },
    async find(query): Promise<Page> {
      checkQuery(query);
      const limit = limitOf(query);
      const found = await rows(query, limit + 1);
      const items = found.slice(0, limit);
      const last = items.at(-1);
      return found.length > limit && last ? { items, next: cursorOf(query, last) } : { items };
    },
    async write(operations) {
      const texts = checkWrite(operations);
      const part = partOf(operations);
      const keys = operations.map(({ kind, id }) => `${tenantId}/${itemId(kind, id)}`);
      return queue(keys, async () => {
        if (part.week) await weeks.note(reach, part.week);
        const writeId = newId();
        const plan = planned(operations, texts, { tenantId, writeId, now: clock.now().getTime(), lists });
        return commit(reach, part, plan, writeId);
      });
    },
  };
}

function weekAsked({ where = [] }: Query): string[] | undefined {
  const week = where.find(([field, is]) => field === 'week' && is === '=')?.[2];
  return typeof week === 'string' ? [week] : undefined;
}

type Order = (a: StoredDocument, b: StoredDocument) => number;

/** As one partition would have ordered them: absent values first, numbers before text, ties by id. */
function byOrder({ orderBy }: Query): Order {
  const sign = orderBy?.direction === 'desc' ? -1 : 1;
  const value = ({ body }: StoredDocument) => (orderBy ? sortValueOf(orderBy.field, body) : null);
  return (a, b) => sign * (compare(value(a), value(b)) || compare(a.id, b.id));
}

type Comparable = string | number | null;
const rankOf = (value: Comparable): number => (value === null ? 0 : typeof value === 'number' ? 1 : 2);

function compare(a: Comparable, b: Comparable): number {
  if (rankOf(a) !== rankOf(b) || a === null || b === null) return rankOf(a) - rankOf(b);
  return a < b ? -1 : a > b ? 1 : 0;
}
