/** What one tenant can reach in the distributed store: its own partitions, each request with the full partition key. */
import type { Container, OperationInput } from '@azure/cosmos';
import { z } from 'zod';
import type { StoreOptions } from '../core/documents.ts';
import type { Budget, Calls, Pace } from './cosmos-calls.ts';
import { type Item, readItem } from './cosmos-items.ts';
import type { Asked } from './cosmos-query.ts';
import type { Home } from './homes.ts';

/** A partition of the tenant: everything that changes together, or the events of one week. */
export interface Part {
  readonly home: Home;
  readonly week?: string;
}

export interface Reach {
  readonly tenantId: string;
  read(part: Part, itemId: string): Promise<Item | undefined>;
  /** The first rows of the answer, at most `limit`, never fewer than there are. */
  ask(asked: Asked, limit: number): Promise<Item[]>;
  commit(part: Part, operations: readonly OperationInput[]): Promise<Committed>;
}

/** `isRepeat`: an earlier try may have been carried out already. */
export type Committed =
  | { kind: 'done'; etags: readonly string[] }
  | { kind: 'unmet'; index: number; status: 404 | 409 | 412; isRepeat: boolean };

export interface ReachOptions extends StoreOptions {
  readonly tenantId: string;
  readonly containers: Readonly<Record<Home, Pick<Container, 'item' | 'items'>>>;
  readonly calls: Calls;
  /** Another instance may have written a moment ago what this one does not see yet; 0 where there is none. */
  readonly readAgainMs: number;
  readonly pause: (ms: number) => Promise<unknown>;
  readonly paces: Paces;
}

export type Paces = Readonly<Record<NonNullable<StoreOptions['pace']>, Pace>>;

/** Milliseconds (reliability.md 7): a turn's calls share one deadline, a job's and an import's have one each. */
export const usualPaces: Paces = {
  turn: { totalMs: 3_000, attemptMs: 1_000 },
  job: { totalMs: 10_000, attemptMs: 4_000 },
  import: { totalMs: 60_000, attemptMs: 10_000 },
};

export function reachOf(options: ReachOptions): Reach {
  const { tenantId, containers, calls, signal, paces, pace = 'job' } = options;
  const shared: Budget = { pace: paces[pace], spentMs: 0 };
  const budget = () => (pace === 'turn' ? shared : { pace: paces[pace], spentMs: 0 });
  const keyOf = ({ week }: Part) => [tenantId, ...(week ? [week] : [])];

  const readOnce = (part: Part, itemId: string) =>
    calls.call('read', budget(), signal, async (attempt) => {
      const answer = await containers[part.home].item(itemId, keyOf(part)).read({ abortSignal: attempt.signal });
      return answer.statusCode === 404 ? undefined : readItem(answer.resource, tenantId);
    });

  return {
    tenantId,
    async read(part, itemId) {
      const found = await readOnce(part, itemId);
      if (found || options.readAgainMs === 0) return found;
      await options.pause(options.readAgainMs);
      return readOnce(part, itemId);
    },
    ask: ({ home, query, parameters, partitionKey }, limit) =>
      calls.call('query', budget(), signal, async (attempt) => {
        const pages = containers[home].items.query(
          { query, parameters },
          { partitionKey, maxItemCount: limit, abortSignal: attempt.signal },
        );
        const items: Item[] = [];
        while (items.length < limit && pages.hasMoreResults()) {
          const { resources } = await pages.fetchNext();
          items.push(...(resources ?? []).map((resource: unknown) => readItem(resource, tenantId)));
        }
        return items.slice(0, limit);
      }),
    commit: (part, operations) =>
      calls.call('write', budget(), signal, async (attempt) => {
        const answer = await containers[part.home].items.batch([...operations], keyOf(part), {
          abortSignal: attempt.signal,
        });
        return committed(results.parse(answer.result), attempt.isRepeat);
      }),
  };
}

const results = z.array(z.looseObject({ statusCode: z.number(), eTag: z.string().optional() }));
const preconditions = new Set([404, 409, 412]);
/** What an operation answers when another one of its batch failed. */
const dependent = 424;

/** A failed batch names the operation that really failed; all others only say that they were not done. */
function committed(answers: z.infer<typeof results>, isRepeat: boolean): Committed {
  const index = answers.findIndex(({ statusCode }) => statusCode >= 400 && statusCode !== dependent);
  if (index < 0) return { kind: 'done', etags: answers.map(({ eTag = '' }) => eTag) };
  const status = answers[index]?.statusCode ?? 0;
  if (!preconditions.has(status))
    throw Object.assign(new Error(`cosmos: a batch answered ${status}`), { code: status });
  return { kind: 'unmet', index, status: status as 404 | 409 | 412, isRepeat };
}
