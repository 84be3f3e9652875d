/** The same server over a file and over Cosmos DB, each in a world of its own. */
import type { CosmosOptions } from '../../src/stores/cosmos.ts';
import { isLong } from './scale.ts';
import { startWorld, type World, type WorldOptions } from './world.ts';

export type StoreName = 'a file' | 'Cosmos DB';
export type NamedWorld = readonly [StoreName, World];
/** The first is the one over a file. */
export type NamedWorlds = readonly [NamedWorld, ...NamedWorld[]];

/** For races, faults and whatever else a store has its own part in. */
export const bothStores: readonly StoreName[] = ['a file', 'Cosmos DB'];
/**
 * For what people do one after the other: on Cosmos DB in the long run. That both stores answer alike is held in every run by
 * their contract, and by 200 recorded activities (turns/same-answers.test.ts).
 */
export const flowStores: readonly StoreName[] = isLong ? bothStores : ['a file'];

export async function worldsOn(
  stores: readonly StoreName[],
  options: WorldOptions = {},
  cosmos: Partial<CosmosOptions> = {},
): Promise<NamedWorlds> {
  const onFile = await startWorld(options);
  if (!stores.includes('Cosmos DB')) return [['a file', onFile]];
  // After the world: the two SDKs share packages that must not be loaded from both sides at once.
  const { openInProcess } = await import('../stores/cosmos-kit.ts');
  let { clock } = onFile;
  const { store } = await openInProcess({ clock: { now: () => clock.now() }, ...cosmos });
  const onCosmos = await startWorld({ ...options, overrides: { ...options.overrides, store } });
  clock = onCosmos.clock;
  return [
    ['a file', onFile],
    ['Cosmos DB', onCosmos],
  ];
}

export const closed = async (worlds: readonly NamedWorld[]): Promise<void> =>
  void (await Promise.all(worlds.map(([, world]) => world.close())));
