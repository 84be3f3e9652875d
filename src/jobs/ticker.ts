/** The minute tick: what is due is done and what is planned is sent, in every instance, and at once after a write that planned something. */
import { Cron } from 'croner';
import type { Clock } from '../core/clock.ts';
import type { Courier } from '../core/courier.ts';
import type { Store } from '../core/documents.ts';
import type { Feature } from '../core/feature.ts';
import type { KeyedHash } from '../core/ids.ts';
import type { Log } from '../core/log.ts';
import { readStamp } from '../core/stamp.ts';
import type { WordsFor } from '../core/words.ts';
import { deliverDue } from './deliver.ts';
import { runDue } from './due-items.ts';
import type { Offered, Stage } from './stage.ts';

export interface TickerOptions {
  readonly store: Store;
  readonly tenants: readonly string[];
  readonly features: readonly Feature[];
  readonly courier: Courier;
  readonly wordsFor: WordsFor;
  readonly hash: KeyedHash;
  readonly clock: Clock;
  readonly log: Log;
  readonly elapsed?: () => number;
  readonly chance?: () => number;
}

export interface Ticker {
  /** One tick: until nothing is due any more, or a bound is reached. */
  tick(tenantId?: string): Promise<void>;
  /** A write planned something: looked at soon. */
  nudge(tenantId: string): void;
  start(): void;
  /** No new claims; resolves when what runs has ended. */
  stop(): Promise<void>;
}

/** More than a tick of a minute can send. */
const mostRounds = 100;

export function createTicker(options: TickerOptions): Ticker {
  const offered = offeredBy(options.features);
  const nudged = new Set<string>();
  let running: Promise<void> = Promise.resolve();
  let stopping = false;
  let cron: Cron | undefined;

  /** True while there may be more to do now. */
  async function round(tenantId: string): Promise<boolean> {
    const stage = await stageOf(options, offered, tenantId);
    const due = await runDue(stage);
    const { met, fullMs } = await deliverDue(stage);
    if (fullMs !== undefined) lookAgain(tenantId, fullMs);
    return due + met > 0 && fullMs === undefined;
  }

  async function tenantTick(tenantId: string): Promise<void> {
    try {
      for (let rounds = 0; !stopping && rounds < mostRounds; rounds++) if (!(await round(tenantId))) return;
    } catch (error) {
      options.log.error('tick.failed', { tenant: options.hash(tenantId), error });
    }
  }

  /** What has to wait for its turn does not wait for the minute. */
  function lookAgain(tenantId: string, ms: number): void {
    if (cron === undefined || stopping || ms > 30_000) return;
    setTimeout(() => ticker.nudge(tenantId), ms).unref();
  }

  /** One after the other, so that a process never competes with itself. */
  function tick(tenantId?: string): Promise<void> {
    const tenants = tenantId ? [tenantId] : options.tenants;
    running = running.then(async () => {
      for (const each of tenants) await tenantTick(each);
    });
    return running;
  }

  const ticker: Ticker = {
    tick,
    nudge(tenantId) {
      if (cron === undefined || nudged.has(tenantId)) return;
      nudged.add(tenantId);
      setImmediate(() => {
        nudged.delete(tenantId);
        void tick(tenantId);
      });
    },
    start() {
      cron ??= new Cron('* * * * *', { protect: true, unref: true }, () => tick());
    },
    async stop() {
      stopping = true;
      cron?.stop();
      await running;
    },
  };
  return ticker;
}

async function stageOf(options: TickerOptions, offered: Offered, tenantId: string): Promise<Stage> {
  const { courier, wordsFor, hash, log, clock, elapsed = () => performance.now(), chance = Math.random } = options;
  const store = options.store.forTenant(tenantId, { pace: 'job' });
  const stamp = await readStamp(store);
  return { store, stamp, now: clock.now(), offered, courier, wordsFor, hash, log, elapsed, chance };
}

function offeredBy(features: readonly Feature[]): Offered {
  return {
    jobs: named(features.flatMap((f) => f.jobs ?? []).map((job) => [job.name, job])),
    notices: named(features.flatMap((f) => f.notices ?? []).map((notice) => [notice.kind, notice])),
    posts: named(features.flatMap((f) => f.posts ?? []).map((each) => [each.kind, each])),
  };
}

function named<T>(pairs: readonly (readonly [string, T])[]): ReadonlyMap<string, T> {
  const map = new Map(pairs);
  if (map.size < pairs.length) throw new Error('jobs: two features offer one name');
  return map;
}
