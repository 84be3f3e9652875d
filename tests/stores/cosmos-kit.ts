/** The distributed store as the tests open it: the real client and adapter over the in-process service. */
import { silentLog } from '../../src/core/log.ts';
import { type CosmosOptions, type CosmosStore, openCosmos } from '../../src/stores/cosmos.ts';
import { containersFor } from '../../src/stores/cosmos-containers.ts';
import { lists as namedLists } from '../../src/stores/lists.ts';
import { movingClock } from '../helpers/moving-clock.ts';
import { type FakeCosmos, fakeCosmos } from './service/fake-cosmos.ts';

export interface OpenedCosmos {
  readonly store: CosmosStore;
  readonly service: FakeCosmos;
}

/** With `service` a second instance on the same data. */
export async function openInProcess(
  options: Partial<CosmosOptions> & { service?: FakeCosmos } = {},
): Promise<OpenedCosmos> {
  const { clock = movingClock(), lists = namedLists } = options;
  const service = options.service ?? fakeCosmos({ clock, containers: containersFor(lists) });
  const { endpoint, key, httpClient } = service;
  const account = { endpoint, key, database: 'fieldbook', httpClient };
  return { service, store: await openCosmos({ ...account, log: silentLog, ...options, clock, lists }) };
}
