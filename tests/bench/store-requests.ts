/** What a search, an opened scenario and an insert ask of the store, in a whole server of this process. */
import { readConfig } from '../../src/config.ts';
import { systemClock } from '../../src/core/clock.ts';
import { silentLog } from '../../src/core/log.ts';
import { loadBook } from '../../src/features/playbook/documents.ts';
import { exampleValues, inputId } from '../../src/features/playbook/fill.ts';
import { draftOf } from '../../src/features/playbook/use.ts';
import { startServer } from '../../src/server.ts';
import { openSqlite } from '../../src/stores/sqlite.ts';
import { type CountingStore, countingStore } from './counting-store.ts';
import { load, type Target } from './load.ts';
import { invokeActivity, queryActivity, targetOfOne } from './requests.ts';

export interface Asked {
  readonly id: string;
  readonly requests: readonly string[];
}

const cardProof = 'vnd.microsoft.card.adaptive';

export async function storeRequests(folder: string): Promise<Asked[]> {
  const read = readConfig({ DATA_DIR: folder, PORT: '0' });
  if (read.kind === 'bad') throw new Error(`bench: ${read.problems}`);
  const store = countingStore(openSqlite({ dataDir: folder, clock: systemClock, log: silentLog }));
  const server = await startServer(read.config, { store });
  try {
    const book = await loadBook(store.forTenant(read.config.localTenant));
    const entry = [...book.entries.values()].find((e) => e.workflow.stage === 'scaled');
    if (!entry) throw new Error('bench: no scenario that everyone may open');
    const pack = book.packs.get(entry.contract.packId ?? '');
    const values = Object.entries(exampleValues(draftOf(entry), pack)).map(([name, value]) => [inputId(name), value]);
    const form = { verb: 'fillScenario', scenarioId: entry.id, confirmed: 'true', ...Object.fromEntries(values) };
    const data = { verb: 'openScenario', scenarioId: entry.id };
    const port = Number(new URL(server.url).port);
    const submit = { commandId: 'useScenario', commandContext: 'compose', data: form };
    return [
      await count('P17s', store, port, queryActivity('interview', 'findScenario')),
      await count('P17o', store, port, invokeActivity('task/fetch', { data })),
      await count('P17i', store, port, invokeActivity('composeExtension/submitAction', submit)),
    ];
  } finally {
    await server.close();
  }
}

/** Asked twice: the first time fills the copies that a running server holds. */
async function count(id: string, store: CountingStore, port: number, activity: object): Promise<Asked> {
  const asked = targetOfOne(port, activity, cardProof);
  await once(asked, id);
  store.taken();
  await once(asked, id);
  return { id, requests: store.taken() };
}

async function once(asked: Target, id: string): Promise<void> {
  const { wrong } = await load(asked, 1, 0);
  if (wrong.size > 0) throw new Error(`bench: ${id} went wrong: ${[...wrong.keys()]}`);
}
