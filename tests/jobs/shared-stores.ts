/** Stores that several processes work on: where each finds its own, and the test the whole. */
import type { Store } from '../../src/core/documents.ts';
import { openInProcess } from '../stores/cosmos-kit.ts';
import type { Folders } from '../stores/folder.ts';
import { cosmosOverHttp } from '../stores/service/over-http.ts';
import type { Place } from './outbox-worker.ts';

export interface Shared {
  readonly place: Place;
  /** The store in the hands of the test, while no worker runs. */
  inHand<T>(work: (store: Store) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export function sharedFile({ make, open }: Folders): Shared {
  const folder = make();
  return {
    place: { folder },
    async inHand(work) {
      const store = open(folder);
      const result = await work(store);
      await store.close();
      return result;
    },
    close: async () => undefined,
  };
}

/** As it is deployed for so many instances, each with a client of its own. */
export async function sharedCosmos(instances: number): Promise<Shared> {
  const { store, service } = await openInProcess();
  const served = await cosmosOverHttp(service);
  return {
    place: { account: { endpoint: served.endpoint, key: service.key, database: 'fieldbook' }, instances },
    inHand: (work) => work(store),
    close: async () => void (await Promise.all([store.close(), served.close()])),
  };
}
