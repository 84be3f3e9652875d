/** Every call to the distributed store: a deadline on each try and on all together, tries again where that is safe. */
import { StoreError } from '../core/errors.ts';
import type { Log } from '../core/log.ts';
import { type Breaker, breaker } from './breaker.ts';
import {
  AttemptTimeout,
  faultOf,
  isBrokenLine,
  isUnclear,
  type Trouble,
  troubleOf,
  waitBefore,
} from './cosmos-trouble.ts';

/** Milliseconds for all tries of a call together, and for one. */
export interface Pace {
  readonly totalMs: number;
  readonly attemptMs: number;
}

export interface CallOptions {
  readonly log: Log;
  /** Never set back, in milliseconds. */
  readonly now: () => number;
  readonly pause: (ms: number) => Promise<unknown>;
  readonly chance: () => number;
}

export interface Try {
  readonly signal: AbortSignal;
  /** True once an earlier try of the same call may have been carried out. */
  readonly isRepeat: boolean;
}

/** What is left of a deadline that several calls share. */
export interface Budget {
  readonly pace: Pace;
  spentMs: number;
}

export interface Calls {
  /** Ends with the outcome of the work, or with a `StoreError`. */
  call<T>(
    name: string,
    budget: Budget,
    signal: AbortSignal | undefined,
    work: (attempt: Try) => Promise<T>,
  ): Promise<T>;
}

export function callsOf(options: CallOptions): Calls {
  const gate = breaker(options.now);
  return {
    async call(name, budget, signal, work) {
      const began = options.now();
      const spent = budget.spentMs;
      try {
        return await persist(name, { ...options, gate, budget, signal, began, spent }, work);
      } finally {
        budget.spentMs = spent + options.now() - began;
      }
    },
  };
}

interface Running extends CallOptions {
  readonly gate: Breaker;
  readonly budget: Budget;
  readonly signal: AbortSignal | undefined;
  readonly began: number;
  readonly spent: number;
}

async function persist<T>(name: string, running: Running, work: (attempt: Try) => Promise<T>): Promise<T> {
  const { gate, budget, log, now, pause } = running;
  const left = () => budget.pace.totalMs - running.spent - (now() - running.began);
  let isRepeat = false;
  for (let tries = 1; ; tries++) {
    if (running.signal?.aborted || left() <= 0) throw new StoreError('busy', 'the time for this turn is over');
    if (!gate.mayAsk()) throw new StoreError('storeDown', 'Cosmos DB could not be reached a moment ago');
    try {
      const done = await raced(work, Math.min(budget.pace.attemptMs, left()), running.signal, isRepeat);
      gate.reached();
      return done;
    } catch (error) {
      const trouble = judged(error, gate);
      const wait = waitBefore(trouble, tries, running.chance());
      if (wait === undefined || wait >= left() || running.signal?.aborted) {
        log.error('store.failed', { code: codeOf(trouble), detail: name, attempts: tries });
        throw faultOf(trouble, error);
      }
      isRepeat ||= isUnclear(trouble);
      await pause(wait);
    }
  }
}

/** What is no trouble of the store goes on as it is; so the one that tried again for all gives its place back. */
function judged(error: unknown, gate: Breaker): Trouble {
  const trouble = troubleOf(error);
  if (trouble && isBrokenLine(trouble)) gate.notReached();
  else gate.reached();
  if (!trouble) throw error;
  return trouble;
}

const codeOf = (trouble: Trouble): string => (trouble.kind === 'status' ? String(trouble.status) : trouble.code);

/** The client may ignore the signal, for instance while it looks up its account: so the time itself decides. */
function raced<T>(
  work: (attempt: Try) => Promise<T>,
  ms: number,
  outer: AbortSignal | undefined,
  isRepeat: boolean,
): Promise<T> {
  const end = new AbortController();
  return new Promise<T>((resolve, reject) => {
    const stop = () => {
      end.abort();
      reject(new AttemptTimeout('store: no answer in time'));
    };
    const timer = setTimeout(stop, ms);
    outer?.addEventListener('abort', stop, { once: true });
    work({ signal: end.signal, isRepeat })
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer);
        outer?.removeEventListener('abort', stop);
      });
  });
}
