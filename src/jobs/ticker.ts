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
import { offeredBy, type Stage } from './stage.ts';

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
/** Rounds in a row in which other instances were faster. */
const mostMissed = 5;
/** What waits longer than this is met by the tick of the minute. */
const soonMs = 30_000;

export function createTicker(options: TickerOptions): Ticker {
  const offered = offeredBy(options.features);
  const nudged = new Set<string>();
  let running: Promise<void> = Promise.resolve();
  let stopping = false;
  let cron: Cron | undefined;
  const isStopping = () => stopping;

  /** The shortest time until something that was put back is looked at again. */
  async function rounds(tenantId: string): Promise<number> {
    let againMs = Number.POSITIVE_INFINITY;
    let missed = 0;
    for (let left = mostRounds; !stopping; left--) {
      // There is more: what else runs has its turn first.
      if (left === 0) return 0;
      const due = await runDue(await stageOf(options, { offered, tenantId, isStopping }));
      // A time of its own: what was done before it takes nothing off its leases.
      const round = await deliverDue(await stageOf(options, { offered, tenantId, isStopping }));
      againMs = Math.min(againMs, round.againMs ?? againMs);
      // What was due went to others: they cannot have all that comes after it.
      missed = due.done + round.done === 0 ? missed + 1 : 0;
      if (round.isFull || due.found + round.found === 0 || missed === mostMissed) break;
    }
    return againMs;
  }

  async function tenantTick(tenantId: string): Promise<void> {
    try {
      lookAgain(tenantId, await rounds(tenantId));
    } catch (error) {
      options.log.error('tick.failed', { tenant: options.hash(tenantId), error });
    }
  }

  /** What has to wait for its turn does not wait for the minute. */
  function lookAgain(tenantId: string, ms: number): void {
    if (cron === undefined || stopping || ms > soonMs) return;
    setTimeout(() => ticker.nudge(tenantId), ms).unref();
  }

  /** One after the other, so that a process never competes with itself. */
  function after(work: () => Promise<void>): Promise<void> {
    running = running.then(work);
    return running;
  }

  const ticker: Ticker = {
    tick: (tenantId) =>
      after(async () => {
        for (const each of tenantId ? [tenantId] : options.tenants) await tenantTick(each);
      }),
    nudge(tenantId) {
      if (cron === undefined || nudged.has(tenantId)) return;
      nudged.add(tenantId);
      setImmediate(() => {
        // Forgotten when it begins: many writes while a tick runs ask for one more, not for many.
        void after(() => {
          nudged.delete(tenantId);
          return tenantTick(tenantId);
        });
      });
    },
    start() {
      cron ??= new Cron('* * * * *', { protect: true, unref: true }, () => ticker.tick());
    },
    async stop() {
      stopping = true;
      cron?.stop();
      await running;
    },
  };
  return ticker;
}

type Own = Pick<Stage, 'offered' | 'isStopping'> & { readonly tenantId: string };

async function stageOf(options: TickerOptions, { tenantId, ...own }: Own): Promise<Stage> {
  const { courier, wordsFor, hash, log, clock, elapsed = () => performance.now(), chance = Math.random } = options;
  const store = options.store.forTenant(tenantId, { pace: 'job' });
  const stamp = await readStamp(store);
  const since = elapsed();
  return { store, stamp, since, now: clock.now(), ...own, courier, wordsFor, hash, log, clock, elapsed, chance };
}
