/** F14: instances killed between "Teams took it" and the mark, and between a write and its message: nothing is lost (reliability 9). */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type ConnectorStub, connectorStub } from '../helpers/connector-stub.ts';
import { dice, scaled, seeds } from '../helpers/scale.ts';
import { folders } from '../stores/folder.ts';
import { reachable } from './bell.ts';
import { faultTable } from './fault-table.ts';
import { copies, ends, written } from './outbox-kit.ts';
import { startWorker } from './worker-process.ts';

const kills = scaled(10, 100);
const causes = 5;
/** Longer than a lease, so that each round meets what the kill before left. */
const betweenMs = 600_000;
const start = Date.parse('2026-11-23T10:00:00Z');

const { make, open, clear } = folders();
const survived = faultTable('outbox, killed');
afterAll(clear);

interface Lane {
  readonly folder: string;
  readonly connector: ConnectorStub;
  readonly acknowledged: string[];
  round: number;
}

const lanes: Lane[] = [];
beforeAll(async () => {
  for (const _ of seeds) {
    const lane = { folder: make(), connector: await connectorStub(), acknowledged: [], round: 0 };
    const store = open(lane.folder);
    await written(store, [reachable(1, lane.connector.url)]);
    await store.close();
    lanes.push(lane);
  }
});
afterAll(async () => void (await Promise.all(lanes.map(({ connector }) => connector.close()))));

/** One process; killed at its nth message while the answer is on its way, or at its nth write, or not at all. */
async function run(lane: Lane, killAt?: { what: 'send' | 'write'; n: number }): Promise<boolean> {
  const order = { folder: lane.folder, speed: 1, round: `round-${lane.round}`, causes: killAt ? causes : 0 };
  const startMs = start + lane.round++ * betweenMs;
  let [sends, writes] = [0, 0];
  const worker = startWorker({ ...order, startMs }, (line) => {
    if (line.startsWith('wrote ')) lane.acknowledged.push(line.slice('wrote '.length));
    if (line.startsWith('wrote ') && killAt?.what === 'write' && ++writes === killAt.n) worker.child.kill('SIGKILL');
  });
  lane.connector.behave = () => {
    if (killAt?.what === 'send' && ++sends === killAt.n) worker.child.kill('SIGKILL');
    return undefined;
  };
  return (await worker.ended) === 'SIGKILL';
}

async function killed(lane: Lane, seed: number, count: number): Promise<number> {
  const random = dice(seed);
  let done = 0;
  for (let n = 0; n < count; n++)
    if (await run(lane, { what: n % 2 === 0 ? 'send' : 'write', n: 1 + random.number(causes - 1) })) done++;
  // Two that nobody kills: the second would send again what the first had not marked.
  await run(lane);
  await run(lane);
  return done;
}

it(`loses nothing in ${kills} kills, and doubles at most one message for each`, async () => {
  const done = await Promise.all(lanes.map((lane, at) => killed(lane, seeds[at] ?? 0, kills / lanes.length)));
  const total = { acknowledged: 0, messages: 0, lost: 0, extra: 0 };
  for (const { folder, connector, acknowledged } of lanes) {
    const got = connector.messages().map(({ summary }) => String(summary).split(' for ')[0] ?? '');
    const { lost, extra } = copies(got, acknowledged);
    total.acknowledged += acknowledged.length;
    total.messages += got.length;
    total.lost += lost;
    total.extra += extra;
    const store = open(folder);
    expect(Object.keys(await ends(store))).toEqual(['sent']);
    await store.close();
  }
  const killCount = done.reduce((sum, each) => sum + each, 0);
  expect(killCount).toBe(kills);
  expect(total.lost).toBe(0);
  expect(total.extra).toBeLessThanOrEqual(killCount);
  // The kills at a message did hit between the send and its mark.
  expect(total.extra).toBeGreaterThan(0);
  survived({
    ...{ fault: 'F14', on: 'SQLite file', injected: `kill -9 x ${killCount}: at a send, or after a write` },
    held: 'nothing lost; at most one second copy for each kill',
    figures: `${total.acknowledged} acknowledged, ${total.lost} lost, ${total.extra} second copies (seeds ${seeds.join(', ')})`,
  });
}, 600_000);
