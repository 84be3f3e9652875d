/**
 * One instance in a process of its own, to be killed or stopped by the tests of the outbox. Argument: `WorkerOrder` as
 * JSON. Writes causes with their notices, one line for each once it is committed, then ticks; says `done` at the end.
 */
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { z } from 'zod';
import type { Store } from '../../src/core/documents.ts';
import { keyedHash } from '../../src/core/ids.ts';
import { leaseMs } from '../../src/jobs/lease.ts';
import { tenantId } from '../helpers/activities.ts';
import { ring } from './bell.ts';
import { httpCourier, instance } from './outbox-kit.ts';

/** A file in a folder, or the service of Cosmos DB. */
const place = z.union([
  z.object({ folder: z.string() }),
  z.object({
    account: z.object({ endpoint: z.string(), key: z.string(), database: z.string() }),
    instances: z.number(),
  }),
]);
export type Place = z.infer<typeof place>;

const work = z.object({
  /** What its clock says at the start, and how fast it runs. */
  startMs: z.number(),
  speed: z.number(),
  /** Causes that it writes before it ticks, named after the round. */
  round: z.string(),
  causes: z.number(),
  /** Whose messages it sends: those of the bell, unless sessions remind of themselves. */
  what: z.enum(['bell', 'sessions']).default('bell'),
  /** Loaded, it says `ready` and begins when a line comes in: so that many begin at the same moment. */
  waits: z.boolean().default(false),
});
const workerOrder = z.intersection(place, work);
export type WorkerOrder = z.input<typeof workerOrder>;

const order = workerOrder.parse(JSON.parse(process.argv[2] ?? ''));
const { startMs, speed, round, causes, what, waits } = order;
const say = (line: string) => writeSync(1, `${line}\n`);
let began = performance.now();
const elapsed = () => (performance.now() - began) * speed;
const clock = { now: () => new Date(startMs + elapsed()) };
const log = { info() {}, warn: (event: string) => say(event), error: (event: string) => say(event) };
const store = await opened(order);
// Loaded where it is asked for: the bell alone starts faster, and so does a file.
const { hoursAlone } = what === 'sessions' ? await import('./session-features.ts') : {};
const features = hoursAlone ? [hoursAlone(keyedHash(Buffer.alloc(32, 'k')))] : undefined;
const ticker = instance({ store, clock, courier: httpCourier, log, elapsed, ...(features ? { features } : {}) });

// A killed process leaves no compile cache behind, and the next one starts faster with one.
flushCompileCache();

if (waits) {
  say('ready');
  await once(process.stdin, 'data');
  process.stdin.unref();
  began = performance.now();
}

for (let n = 0; n < causes; n++) {
  const subject = `${round}.${n}`;
  const cause = { op: 'create', kind: 'cause', id: subject, body: {} } as const;
  const result = await store.forTenant(tenantId).write([cause, ring(clock.now(), subject, '1')]);
  if (result.kind !== 'ok') throw new Error(`not written: ${result.kind}`);
  say(`wrote ${subject}`);
}
do {
  await ticker.tick();
  say('ticked');
} while (await isMore());
say('done');
await store.close();

async function opened(at: Place): Promise<Store> {
  if ('folder' in at) {
    const { openSqlite } = await import('../../src/stores/sqlite.ts');
    return openSqlite({ dataDir: at.folder, clock, log });
  }
  const { openCosmos } = await import('../../src/stores/cosmos.ts');
  // How long a call may take is tested elsewhere: here many processes wait for one machine.
  const patient = { totalMs: 600_000, attemptMs: 600_000 };
  const paces = { turn: patient, job: patient, import: patient };
  return openCosmos({ ...at.account, instances: at.instances, paces, clock, log });
}

/** Something is due, or another instance, by a clock of its own, is just about to plan what will be. */
async function isMore(): Promise<boolean> {
  const tenant = store.forTenant(tenantId);
  const waking = async (kind: string, ms: number) => {
    const by = new Date(clock.now().getTime() + ms).toISOString();
    return (await tenant.find({ kind, where: [['wakeAt', '<=', by]], limit: 1 })).items.length > 0;
  };
  return (await waking('sendRecord', 0)) || (await waking('dueItem', 2 * leaseMs));
}
