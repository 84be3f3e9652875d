/**
 * One instance in a process of its own, to be killed or stopped by the tests of the outbox. Argument: `WorkerOrder` as
 * JSON. Writes causes with their notices, one line for each once it is committed, then ticks; says `done` at the end.
 */
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { z } from 'zod';
import { keyedHash } from '../../src/core/ids.ts';
import { openSqlite } from '../../src/stores/sqlite.ts';
import { tenantId } from '../helpers/activities.ts';
import { ring } from './bell.ts';
import { httpCourier, instance } from './outbox-kit.ts';

export const workerOrder = z.object({
  folder: z.string(),
  /** What its clock says at the start, and how fast it runs. */
  startMs: z.number(),
  speed: z.number(),
  /** Causes that it writes before it ticks, named after the round. */
  round: z.string(),
  causes: z.number(),
  /** Whose messages it sends: those of the bell, unless sessions remind of themselves. */
  what: z.enum(['bell', 'sessions']).default('bell'),
});
export type WorkerOrder = z.input<typeof workerOrder>;

const { folder, startMs, speed, round, causes, what } = workerOrder.parse(JSON.parse(process.argv[2] ?? ''));
const say = (line: string) => writeSync(1, `${line}\n`);
const began = performance.now();
const elapsed = () => (performance.now() - began) * speed;
const clock = { now: () => new Date(startMs + elapsed()) };
const log = { info() {}, warn: (event: string) => say(event), error: (event: string) => say(event) };
const store = openSqlite({ dataDir: folder, clock, log });
// Loaded where it is asked for: the bell alone starts faster.
const { hoursAlone } = what === 'sessions' ? await import('./session-features.ts') : {};
const features = hoursAlone ? [hoursAlone(keyedHash(Buffer.alloc(32, 'k')))] : undefined;
const ticker = instance({ store, clock, courier: httpCourier, log, elapsed, ...(features ? { features } : {}) });

// A killed process leaves no compile cache behind, and the next one starts faster with one.
flushCompileCache();

for (let n = 0; n < causes; n++) {
  const subject = `${round}.${n}`;
  const cause = { op: 'create', kind: 'cause', id: subject, body: {} } as const;
  const result = await store.forTenant(tenantId).write([cause, ring(clock.now(), subject, '1')]);
  if (result.kind !== 'ok') throw new Error(`not written: ${result.kind}`);
  say(`wrote ${subject}`);
}
const due = () => ({ kind: 'sendRecord', where: [['wakeAt', '<=', clock.now().toISOString()]], limit: 1 }) as const;
do await ticker.tick();
while ((await store.forTenant(tenantId).find(due())).items.length > 0);
say('done');
await store.close();
