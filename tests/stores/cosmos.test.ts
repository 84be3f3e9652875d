/** The contract on the distributed store: in process always, on a real endpoint when one is given. */
import { randomUUID } from 'node:crypto';
import { CosmosClient } from '@azure/cosmos';
import { describe, expect, it } from '@jest/globals';
import { silentLog } from '../../src/core/log.ts';
import { openCosmos } from '../../src/stores/cosmos.ts';
import { type ContainerSpec, containersFor } from '../../src/stores/cosmos-containers.ts';
import type { OpenStore } from './contract/kit.ts';
import { storeContract } from './contract.ts';
import { openInProcess } from './cosmos-kit.ts';

storeContract('Cosmos DB in process', async (options) => {
  const { store } = await openInProcess(options);
  return { store, close: () => store.close() };
});

const endpoint = process.env.COSMOS_ENDPOINT;
const key = process.env.COSMOS_KEY;

/** A database of its own for each run, gone at its end. Needs the key: an identity may not make databases. */
const real =
  (address: string, secret: string): OpenStore =>
  async ({ clock, lists }) => {
    const name = `fieldbook-test-${randomUUID()}`;
    const client = new CosmosClient({ endpoint: address, key: secret });
    const { database } = await client.databases.create({ id: name });
    for (const spec of containersFor(lists)) await database.containers.create(definitionOf(spec) as never);
    const store = await openCosmos({ endpoint: address, key: secret, database: name, clock, lists, log: silentLog });
    return {
      store,
      async close() {
        await store.close();
        await database.delete();
        client.dispose();
      },
    };
  };

const definitionOf = ({ id, partitionKey, defaultTtl, indexing }: ContainerSpec) => ({
  id,
  defaultTtl,
  partitionKey: { paths: [...partitionKey], version: 2, kind: partitionKey.length > 1 ? 'MultiHash' : 'Hash' },
  indexingPolicy: {
    automatic: true,
    indexingMode: 'consistent',
    includedPaths: indexing.includedPaths.map((path) => ({ path })),
    excludedPaths: indexing.excludedPaths.map((path) => ({ path })),
    compositeIndexes: indexing.compositeIndexes.map((paths) => paths.map((path) => ({ path, order: 'ascending' }))),
  },
});

if (endpoint && key) storeContract(`Cosmos DB at ${new URL(endpoint).host}`, real(endpoint, key));
else
  describe('a real endpoint', () => {
    it('was not asked for', () => {
      process.stdout.write(
        'store contract: NOT run on a real Cosmos DB (set COSMOS_ENDPOINT and COSMOS_KEY for that)\n',
      );
      expect(endpoint && !key).toBeFalsy();
    });
  });
