/** The distributed store: Cosmos DB through its own client, for organisations that outgrow one machine. */
import { setTimeout as pauseFor } from 'node:timers/promises';
import type { Container } from '@azure/cosmos';
import type { Clock } from '../core/clock.ts';
import type { Store, StoreOptions } from '../core/documents.ts';
import { StoreError } from '../core/errors.ts';
import { keyedQueue } from '../core/keyed-queue.ts';
import type { Log } from '../core/log.ts';
import { cosmosArchive } from './cosmos-archive.ts';
import { type CallOptions, type Calls, callsOf } from './cosmos-calls.ts';
import { type ContainerSpec, containersFor } from './cosmos-containers.ts';
import { type Paces, type Reach, reachOf, usualPaces } from './cosmos-reach.ts';
import { cosmosTenant } from './cosmos-tenant.ts';
import { weeksOf } from './cosmos-weeks.ts';
import { type CosmosAccount, openWire, type Usage, type WireOptions } from './cosmos-wire.ts';
import { type List, lists as namedLists } from './lists.ts';

export interface CosmosOptions extends CosmosAccount, WireOptions, Partial<Omit<CallOptions, 'log'>> {
  readonly clock: Clock;
  readonly log: Log;
  readonly lists?: readonly List[];
  /** How many instances of the server share the store. */
  readonly instances?: number;
  readonly paces?: Paces;
}

export interface CosmosStore extends Store {
  /** Requests and request units since the start. */
  usage(): Usage;
}

const readAgainMs = 150;

/** Connects before it resolves; rejects with a sentence when the account, the database or a container cannot be used. */
export async function openCosmos(options: CosmosOptions): Promise<CosmosStore> {
  const { clock, log, lists = namedLists, instances = 1, pause = pauseFor, paces = usualPaces } = options;
  const { now = () => performance.now(), chance = Math.random } = options;
  const wire = await openWire(options, options.httpClient ? { httpClient: options.httpClient } : {});
  const calls = callsOf({ log, pause, now, chance });
  const database = wire.client.database(options.database);
  const containers = { playbook: database.container('playbook'), events: database.container('events') };
  const reach = (tenantId: string, store: StoreOptions): Reach =>
    reachOf({ ...store, tenantId, containers, calls, pause, paces, readAgainMs: instances > 1 ? readAgainMs : 0 });
  const [weeks, queue] = [weeksOf(), keyedQueue()];
  for (const spec of containersFor(lists)) await meet(calls, containers[spec.id], spec);
  return {
    forTenant: (tenantId, store = {}) => cosmosTenant({ reach: reach(tenantId, store), weeks, queue, lists, clock }),
    archive: (tenantId, store = {}) => cosmosArchive(reach(tenantId, { pace: 'import', ...store }), weeks),
    check: async () => void (await reach('ready', { pace: 'turn' }).read({ home: 'playbook' }, 'ready:ready')),
    usage: wire.usage,
    close: async () => wire.client.dispose(),
  };
}

const openPace = { totalMs: 30_000, attemptMs: 10_000 };

/** The first request finds the account, which no signal can cut short: so it is made before the server is ready. */
async function meet(calls: Calls, container: Container, { id, partitionKey }: ContainerSpec): Promise<void> {
  const found = await calls.call('open', { pace: openPace, spentMs: 0 }, undefined, async ({ signal }) => {
    const { resource } = await container.read({ abortSignal: signal });
    return resource?.partitionKey?.paths ?? [];
  });
  if (found.join() !== partitionKey.join())
    throw new StoreError(
      'storeDown',
      `container "${id}" is partitioned by ${found.join()}, not ${partitionKey.join()}`,
    );
}
