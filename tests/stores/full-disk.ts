/** Writes until the disk is full, in a process of its own whose files may not grow; prints what it kept and can read. */
import { systemClock } from '../../src/core/clock.ts';
import { StoreError } from '../../src/core/errors.ts';
import { silentLog } from '../../src/core/log.ts';
import { openSqlite } from '../../src/stores/sqlite.ts';

const store = openSqlite({ dataDir: process.argv[2] ?? '', clock: systemClock, log: silentLog });
const tenant = store.forTenant('t');
let kept = 0;
let refused = 'nothing';
while (refused === 'nothing' && kept < 1_000) {
  try {
    await tenant.write([{ op: 'create', kind: 'item', id: `n${kept}`, body: { text: 'x'.repeat(20_000) } }]);
    kept += 1;
  } catch (error) {
    refused = error instanceof StoreError ? error.fault : String(error);
  }
}
const read = (await tenant.find({ kind: 'item', limit: 100 })).items.length;
process.stdout.write(JSON.stringify({ kept, refused, read }));
