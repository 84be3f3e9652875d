/** How long the server takes for the first page of a list of 10,000 questions, asked over HTTP in a whole server of this process. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config.ts';
import { systemClock } from '../../src/core/clock.ts';
import type { TenantStore, WriteOperation } from '../../src/core/documents.ts';
import { silentLog } from '../../src/core/log.ts';
import { writeStamped } from '../../src/core/stamp.ts';
import { startServer } from '../../src/server.ts';
import { openSqlite } from '../../src/stores/sqlite.ts';
import { personId } from './seed.ts';

const flagCount = 10_000;
const rounds = 15;
const reader = personId(9_000);

/** P24 is the review list of an HR lead, P24f the questions alone, P24q a search in which nothing fits. */
export async function longLists(): Promise<[string, number[]][]> {
  const read = readConfig({ PORT: '0' });
  if (read.kind === 'bad') throw new Error(`bench: ${read.problems}`);
  const folder = mkdtempSync(join(tmpdir(), 'fieldbook-lists-'));
  const store = openSqlite({ dataDir: folder, clock: systemClock, log: silentLog });
  const server = await startServer(read.config, {
    ...{ ticks: 'byHand', store, log: silentLog },
    web: { mayAsk: async () => true },
  });
  try {
    await filled(store.forTenant(read.config.localTenant), systemClock.now());
    const figures: [string, number[]][] = [];
    for (const [id, path] of [
      ['P24', '/api/review?limit=50'],
      ['P24f', '/api/flags?limit=50'],
      ['P24q', '/api/flags?limit=50&q=nothing-like-it'],
    ] as const)
      figures.push([id, await millisecondsOf(new URL(path, server.url))]);
    return figures;
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function millisecondsOf(url: URL): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now();
    const response = await fetch(url, { headers: { authorization: `Bearer open:${reader}` } });
    const body = await response.text();
    times.push(performance.now() - begun);
    if (response.status !== 200 || !body.includes('"items":')) throw new Error(`bench: ${url.pathname}: ${body}`);
  }
  return times;
}

async function filled(store: TenantStore, now: Date): Promise<void> {
  const at = now.toISOString();
  const stamps = { createdAt: at, createdBy: reader, updatedAt: at, updatedBy: reader };
  const grants = [{ grant: 'hrLead', scopeKind: 'tenant', givenBy: 'system', givenAt: at }];
  const lead = { displayName: 'HR lead', status: 'active', roleIds: [], grants, ...stamps };
  await writeStamped(store, ['people'], [{ op: 'create', kind: 'person', id: reader, body: lead }]);
  const scenarios = (await store.find({ kind: 'scenario', limit: 50 })).items.map(({ id }) => id);
  const flags = Array.from({ length: flagCount }, (_, n) => aFlag(n, now, scenarios[n % scenarios.length]));
  for (let from = 0; from < flags.length; from += 100) {
    const result = await store.write(flags.slice(from, from + 100));
    if (result.kind !== 'ok') throw new Error(`bench: the questions could not be written (${result.kind})`);
  }
}

/** Every third about a scenario, every fourth without a name, every fifth taken by somebody. */
function aFlag(n: number, now: Date, scenarioId: string | undefined): WriteOperation {
  const at = new Date(now.getTime() - n * 60_000).toISOString();
  const by = personId(n % 500);
  const body = {
    ...{ createdAt: at, createdBy: by, updatedAt: at, updatedBy: by },
    ...{ question: `May I paste list ${n} into the assistant? `.repeat(5).trim(), category: 'policy' },
    ...{ categoryBy: 'context', urgency: 'normal', scope: {}, reopenCount: 0 },
    ...(n % 4 === 0 ? { anonymous: true } : { anonymous: false, reporterId: by }),
    context: { surface: 'tab', ...(n % 3 === 0 && scenarioId ? { scenarioId } : {}) },
    ...(n % 5 === 0 ? { state: 'assigned', assigneeId: personId(n % 40) } : { state: 'open' }),
    dueAt: new Date(now.getTime() + (n % 2_000) * 60_000).toISOString(),
  };
  return { op: 'create', kind: 'flag', id: `bench-flag-${n}`, body };
}
