/** F14 and F15 by real processes on either store: many at once, and killed between a write and its message or "Teams took it" and the mark (reliability 9). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ConnectorStub, connectorStub } from '../helpers/connector-stub.ts';
import { hour } from '../helpers/moving-clock.ts';
import { dice, isLong, scaled, seeds } from '../helpers/scale.ts';
import { folders } from '../stores/folder.ts';
import { reachable } from './bell.ts';
import { faultTable } from './fault-table.ts';
import { copies, ends, written } from './outbox-kit.ts';
import { begin, crowd, range } from './sessions-kit.ts';
import { type Shared, sharedCosmos, sharedFile } from './shared-stores.ts';
import { startWorker, type Worker } from './worker-process.ts';

const instances = scaled(2, 4);
const kills = scaled(10, 100);
const causes = 5;
/** Longer than a lease, so that each round meets what the kill before left. */
const betweenMs = 600_000;
/** A busy machine gets through the long run as well. */
const longMs = scaled(120_000, 3_600_000);

const places = folders();
const survived = faultTable('outbox, processes');
afterAll(places.clear);

const stores = [
  { on: 'SQLite file', people: scaled(500, 5_000), opened: async () => sharedFile(places) },
  // Its 500 of the normal run are those of reminders.test.ts, by two clients in one process.
  { on: 'Cosmos DB', people: scaled(60, 5_000), opened: sharedCosmos },
];

interface Stage {
  readonly shared: Shared;
  readonly connector: ConnectorStub;
}

interface Lane extends Stage {
  readonly on: string;
  readonly acknowledged: string[];
  round: number;
}

describe('one process after the other', () => {
  const lanes: Lane[] = [];
  beforeAll(async () => {
    for (const { on, opened } of stores) {
      const lane = { on, shared: await opened(1), connector: await connectorStub(), acknowledged: [], round: 0 };
      await lane.shared.inHand((store) => written(store, [reachable(1, lane.connector.url)]));
      lanes.push(lane);
    }
  });
  afterAll(async () => {
    for (const { shared, connector } of lanes) await Promise.all([shared.close(), connector.close()]);
  });

  /** Killed at its nth message while the answer is on its way, or at its nth write, or not at all. */
  async function run(lane: Lane, killAt?: { what: 'send' | 'write'; n: number }): Promise<boolean> {
    const order = { ...lane.shared.place, speed: 1, round: `round-${lane.round}`, causes: killAt ? causes : 0 };
    const startMs = begin + lane.round++ * betweenMs;
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

  async function killed(lane: Lane, seed: number): Promise<number> {
    const random = dice(seed);
    let done = 0;
    for (let n = 0; n < kills; n++)
      if (await run(lane, { what: n % 2 === 0 ? 'send' : 'write', n: 1 + random.number(causes - 1) })) done++;
    // Two that nobody kills: the second would send again what the first had not marked.
    await run(lane);
    await run(lane);
    return done;
  }

  it(
    `F14: loses nothing in ${kills} kills, and doubles at most one message for each`,
    async () => {
      const done = await Promise.all(lanes.map((lane, at) => killed(lane, seeds[at] ?? 0)));
      for (const [at, { on, shared, connector, acknowledged }] of lanes.entries()) {
        const got = connector.messages().map(({ summary }) => String(summary).split(' for ')[0] ?? '');
        const { lost, extra } = copies(got, acknowledged);
        expect(Object.keys(await shared.inHand(ends))).toEqual(['sent']);
        expect([on, done[at], lost]).toEqual([on, kills, 0]);
        expect(extra).toBeLessThanOrEqual(kills);
        // The kills at a message did hit between the send and its mark.
        expect(extra).toBeGreaterThan(0);
        survived({
          ...{ fault: 'F14', on, injected: `kill -9 x ${kills}: at a send, or after a write` },
          held: 'nothing lost; at most one second copy for each kill',
          figures: `${acknowledged.length} acknowledged, ${lost} lost, ${extra} second copies (seed ${seeds[at]})`,
        });
      }
    },
    longMs,
  );
});

describe.each(stores)('many at once on one $on', ({ on, people, opened }) => {
  const stages: Stage[] = [];
  afterAll(async () => {
    for (const { shared, connector } of stages) await Promise.all([shared.close(), connector.close()]);
  });
  const staged = async (): Promise<Stage> => {
    const stage = { shared: await opened(instances), connector: await connectorStub() };
    stages.push(stage);
    await stage.shared.inHand((store) => written(store, crowd(stage.connector.url, people)));
    return stage;
  };

  /** All begin at the same moment; `ticked` hears when one of them has nothing left to do. */
  const startAll = ({ shared: { place } }: Stage, round: number, ticked: () => void = () => undefined): Worker[] => {
    const startMs = begin + hour + round * betweenMs;
    // By slow clocks: on a busy machine no lease runs out in the hands of its holder.
    const order = { ...place, startMs, speed: 0.1, round: '', causes: 0, waits: true };
    let loading = instances;
    const workers = range(instances).map(() =>
      startWorker({ ...order, what: 'sessions' }, (line) => {
        if (line === 'ready' && --loading === 0) for (const { child } of workers) child.stdin?.write('go\n');
        if (line === 'ticked') ticked();
      }),
    );
    return workers;
  };
  const allEnded = (workers: readonly Worker[]) =>
    Promise.all(workers.map(({ ended }) => ended)).finally(() => {
      for (const { child } of workers) child.kill('SIGKILL');
    });

  /** What came to whom, once every record says that it was sent. */
  async function counted({ shared, connector }: Stage): Promise<{ lost: number; extra: number }> {
    expect(await shared.inHand(ends)).toEqual({ sent: people });
    const got = connector.requests.map(({ path }) => decodeURIComponent(path.split('/')[3] ?? ''));
    const expected = range(people).map((n) => `a:${n}`);
    return copies(got, expected);
  }

  it(
    `F15: ${instances} processes, ${people} reminders: none lost, none twice`,
    async () => {
      const stage = await staged();
      const { behave, release } = together(instances);
      stage.connector.behave = behave;
      await allEnded(startAll(stage, 0, release));
      expect(await counted(stage)).toEqual({ lost: 0, extra: 0 });
      survived({
        ...{ fault: 'F15', on, injected: `${instances} processes tick at once` },
        ...{ held: 'each reminder once', figures: `${people} of ${people} sent, 0 lost, 0 twice` },
      });
    },
    longMs,
  );

  if (isLong)
    it(
      `F14: ${kills} kills of ${instances} processes: none lost, at most one second copy for each`,
      async () => {
        const stage = await staged();
        const random = dice(seeds[0]);
        let [killed, round] = [0, 0];
        for (; killed < kills; round++) {
          const workers = startAll(stage, round);
          stage.connector.behave = killing(workers, random.number);
          killed += (await allEnded(workers)).filter((signal) => signal === 'SIGKILL').length;
        }
        stage.connector.behave = () => undefined;
        await allEnded(startAll(stage, round));
        const { lost, extra } = await counted(stage);
        expect([lost, killed]).toEqual([0, kills]);
        expect(extra).toBeLessThanOrEqual(kills);
        expect(extra).toBeGreaterThan(0);
        survived({
          ...{ fault: 'F14', on, injected: `kill -9 x ${kills} of ${instances} processes at once` },
          ...{ held: 'none lost; at most one second copy for each kill' },
          figures: `${people} reminders, ${lost} lost, ${extra} second copies`,
        });
      },
      longMs,
    );
});

type Behave = ConnectorStub['behave'];
const nameOf = ({ child }: Worker): string => `process ${child.pid}`;

/** Nobody gets an answer before every process has sent something, or one of them has found nothing to send. */
function together(count: number): { behave: Behave; release: () => void } {
  const senders = new Set<string | undefined>();
  const { promise: all, resolve } = Promise.withResolvers<undefined>();
  const release = () => resolve(undefined);
  return {
    behave({ authorization }) {
      if (senders.add(authorization).size === count) release();
      return all;
    },
    release,
  };
}

/** Each is killed: one at a message of its own, the next at whatever moment the messages of all of them set. */
function killing(workers: readonly Worker[], number: (below: number) => number): Behave {
  const marks = workers.map((worker, at) => ({ worker, isOwn: at % 2 === 0, left: 1 + number(20) }));
  return ({ authorization }) => {
    for (const mark of marks)
      if ((!mark.isOwn || authorization === nameOf(mark.worker)) && --mark.left === 0)
        mark.worker.child.kill('SIGKILL');
    return undefined;
  };
}
