/**
 * Writes batch after batch until it is killed, and acknowledges each on stdout once it is committed: the child process of
 * `kill.test.ts`. Arguments: data folder, tenant, seed. Imports the store and nothing else of the app.
 */
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { openSqlite } from '../../src/stores/sqlite.ts';
import { batchOf } from './kill-plan.ts';

const [dataDir = '', tenantId = '', seed = '0'] = process.argv.slice(2);
const silent = { info() {}, warn() {}, error() {} };
const store = openSqlite({ dataDir, clock: { now: () => new Date() }, log: silent });
const tenant = store.forTenant(tenantId);

// A killed process leaves no compile cache behind, and the next round starts faster with one.
flushCompileCache();

let version: string | undefined;
for (let batch = 0; ; batch++) {
  const result = await tenant.write(batchOf(Number(seed), batch, version));
  if (result.kind !== 'ok') throw new Error(`batch ${batch} ended as ${result.kind}`);
  version = result.documents.at(-1)?.version;
  writeSync(1, `${batch}\n`);
}
