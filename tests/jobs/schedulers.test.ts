/** F15 and F16: several instances on one store send each message once, and one that was frozen takes no late mark (reliability 9). */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { Courier } from '../../src/core/courier.ts';
import type { Store } from '../../src/core/documents.ts';
import { silentLog } from '../../src/core/log.ts';
import { person } from '../helpers/activities.ts';
import { type Behaviour, connectorStub } from '../helpers/connector-stub.ts';
import { movingClock } from '../helpers/moving-clock.ts';
import { scaled } from '../helpers/scale.ts';
import { openInProcess } from '../stores/cosmos-kit.ts';
import { folders } from '../stores/folder.ts';
import { reachable, ring } from './bell.ts';
import { faultTable } from './fault-table.ts';
import { copies, ends, instance, outbox, written } from './outbox-kit.ts';
import { startWorker } from './worker-process.ts';

/** The full count of the normal run, and Cosmos DB, are those of reminders.test.ts and processes.test.ts. */
const reminders = scaled(100, 5_000);
const instances = scaled(2, 4);
const start = Date.parse('2026-11-23T10:00:00Z');
const begin = new Date(start);

const { make, open, clear } = folders();
const survived = faultTable('outbox, several instances');
const connector = await connectorStub();
afterAll(async () => {
  await connector.close();
  await clear();
});

const range = (count: number) => Array.from({ length: count }, (_, n) => n + 1);
const texts = (subject: string, count: number) => range(count).map((n) => `${subject} for ${person(n).aadObjectId}`);

/** Everybody with a chat, and one thing to tell them all. */
const planned = (store: Store, count: number) =>
  written(store, [...range(count).map((n) => reachable(n, connector.url)), ring(begin, 'news', String(count))]);

/** Keeps what left, and gives the others their turn, as a line would. */
function keepingCourier(kept: string[]): Courier {
  return {
    async deliver({ card }) {
      kept.push(card.summary);
      await pause(0);
      return { kind: 'sent' };
    },
  };
}

describe('F15: instances at once', () => {
  it(`${instances} processes on one file send ${reminders} reminders once each`, async () => {
    const folder = make();
    const store = open(folder);
    await planned(store, reminders);
    await store.close();
    const order = { folder, startMs: start, speed: 1, round: '', causes: 0 };
    const workers = range(instances).map(() => startWorker(order));
    await Promise.all(workers.map(({ ended }) => ended));
    const got = connector.messages().map(({ summary }) => String(summary));
    expect(copies(got, texts('news', reminders))).toEqual({ lost: 0, extra: 0 });
    const after = open(folder);
    expect(await ends(after)).toEqual({ sent: reminders });
    await after.close();
    survived({
      ...{ fault: 'F15', on: 'SQLite file', injected: `${instances} processes tick at once` },
      ...{ held: 'each reminder once', figures: `${got.length} of ${reminders} sent, 0 lost, 0 twice` },
    });
  }, 600_000);
});

describe.each(['a file', 'Cosmos DB'])('F16: frozen longer than the lease, on %s', (on) => {
  it('is refused its late mark, and begins no other send', async () => {
    const clock = movingClock();
    const [first, second] = on === 'a file' ? fileStores() : await cosmosStores();
    await planned(first, 8);
    let frozenMs = 0;
    const sent: string[] = [];
    const fenced: string[] = [];
    const other = instance({ store: second, clock, courier: keepingCourier(sent) });
    const slow: Courier = {
      async deliver({ card }) {
        sent.push(card.summary);
        // It stands still here: its lease runs out, and another one takes over all that it had claimed.
        clock.pass(130_000);
        frozenMs += 130_000;
        await other.tick();
        return { kind: 'sent' };
      },
    };
    const log = { ...silentLog, warn: (event: string) => void fenced.push(event) };
    await instance({ store: first, clock, courier: slow, log, elapsed: () => frozenMs }).tick();
    expect(copies(sent, texts('news', 8))).toEqual({ lost: 0, extra: 1 });
    expect(fenced).toEqual(Array(8).fill('send.fenced'));
    expect(await ends(first)).toEqual({ sent: 8 });
    expect((await outbox(first)).map(({ fence }) => fence)).toEqual(Array(8).fill(2));
    survived({
      ...{ fault: 'F16', on, injected: 'holder of 8 stands still for 130 s in its first send' },
      ...{ held: 'late mark refused, 7 sends not begun', figures: '8 of 8 sent, 1 second copy' },
    });
  });

  const fileStores = (): [Store, Store] => {
    const folder = make();
    return [open(folder), open(folder)];
  };
  const cosmosStores = async (): Promise<[Store, Store]> => {
    const { store, service } = await openInProcess();
    return [store, (await openInProcess({ service })).store];
  };
});

describe('F16: SIGSTOP', () => {
  it('a process stopped in a send is overtaken, and goes on without harm', async () => {
    const folder = make();
    const store = open(folder);
    await planned(store, 6);
    await store.close();
    const before = connector.messages().length;
    // A hundred times as fast: the lease of two minutes is over after 1.2 seconds.
    const order = { folder, speed: 100, round: '', causes: 0 };
    let release = () => {};
    connector.behave = () =>
      new Promise<Behaviour | undefined>((resolve) => {
        release = () => resolve(undefined);
      });
    const since = performance.now();
    const stopped = startWorker({ ...order, startMs: start });
    await connector.until(connector.requests.length + 1);
    stopped.child.kill('SIGSTOP');
    connector.behave = () => undefined;
    await pause(1_300);
    // Both clocks tell the same: this one begins where the other has come to.
    const startMs = start + (performance.now() - since) * order.speed;
    const other = startWorker({ ...order, startMs });
    await other.ended;
    release();
    stopped.child.kill('SIGCONT');
    await stopped.ended;
    const got = connector
      .messages()
      .slice(before)
      .map(({ summary }) => String(summary));
    expect(copies(got, texts('news', 6))).toEqual({ lost: 0, extra: 1 });
    expect(stopped.lines.filter((line) => line === 'send.fenced')).toHaveLength(6);
    const after = open(folder);
    expect(await ends(after)).toEqual({ sent: 6 });
    await after.close();
    survived({
      ...{ fault: 'F16', on: 'SQLite file', injected: 'SIGSTOP in a send, SIGCONT after the lease' },
      ...{ held: 'late mark refused, 5 sends not begun', figures: '6 of 6 sent, 1 second copy' },
    });
  }, 60_000);
});
