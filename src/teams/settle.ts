/** The answer to an admitted activity, whatever happens: repeats, faults and lateness included. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../core/clock.ts';
import type { Store } from '../core/documents.ts';
import { type ProblemCode, problemOfFault, StoreError } from '../core/errors.ts';
import type { KeyedHash } from '../core/ids.ts';
import type { Log } from '../core/log.ts';
import type { Answer, Turn } from '../core/turn.ts';
import { watched } from '../core/watched.ts';
import type { WordsFor } from '../core/words.ts';
import { type Claims, sharedClaims } from './claims.ts';
import { Duplicate, duplicateKey, onceStore } from './duplicates.ts';
import type { Admitted } from './guard.ts';
import { recentAnswers } from './recent.ts';
import { replayStore } from './replay.ts';
import type { Route } from './route.ts';
import { type StampOf, sharedStamps } from './stamps.ts';
import { type Identify, localeOf, turnOf } from './turns.ts';

export interface SettleDeps {
  readonly store: Store;
  readonly identify: Identify;
  readonly wordsFor: WordsFor;
  readonly clock: Clock;
  readonly log: Log;
  readonly hash: KeyedHash;
  /** Somebody wrote from a chat of theirs that we did not know, or thought dead. */
  readonly met: (turn: Turn) => Promise<void>;
  /** A write planned something to be done or sent. */
  readonly planned: (tenantId: string) => void;
  /** Milliseconds after which a turn is answered with "busy". */
  readonly busyAfterMs: number;
  /** What may not be seen and what does not exist are answered after the same time, not before this (reliability R5). */
  readonly notFoundMs: number;
}

export interface Running {
  readonly admitted: Admitted;
  readonly requestId: string;
}

export interface Settled {
  readonly answer: Answer;
  /** Missing when the turn never began. */
  readonly turn: Turn | undefined;
}

export type Settle = (route: Route, running: Running) => Promise<Settled>;

export function settler(deps: SettleDeps): Settle {
  const recent = recentAnswers(deps.clock);
  const shared = { claims: sharedClaims(deps.store), stampOf: sharedStamps(deps.store) };
  return async (route, running) => {
    const { admitted, requestId } = running;
    const begunAt = performance.now();
    let turn: Turn | undefined;
    const begun = (own: Turn) => {
      turn = own;
    };
    const key = route.effect ? duplicateKey(admitted.tenantId, admitted.activity) : undefined;
    const busy = lateAnswer(deps.busyAfterMs);
    const work = () => worked(route, running, key, { ...deps, ...shared, signal: busy.signal }, begun);
    try {
      const answer = (await Promise.race([recent(key, admitted, work), busy.promise])) ?? problem('busy');
      if (answer.kind === 'refused' && answer.code === 'not_found')
        await pause(Math.max(0, deps.notFoundMs - (performance.now() - begunAt)));
      return { answer, turn };
    } catch (error) {
      const code = error instanceof StoreError ? problemOfFault(error.fault) : 'internal';
      deps.log.error('turn.failed', { requestId, code, error, tenant: deps.hash(admitted.tenantId) });
      return { answer: problem(code), turn };
    } finally {
      busy.cancel();
    }

    function problem(code: ProblemCode): Answer {
      const words = turn?.words ?? deps.wordsFor(localeOf(admitted.activity));
      return { kind: 'refused', code, text: words(`error.${code}`, { requestId }) };
    }
  };
}

interface Shared {
  readonly claims: Claims;
  readonly stampOf: StampOf;
  readonly signal: AbortSignal;
}

/** Runs the handler; a repeat is answered again without a second effect, and a message is not answered twice. */
async function worked(
  route: Route,
  { admitted, requestId }: Running,
  key: string | undefined,
  deps: SettleDeps & Shared,
  begun: (turn: Turn) => void,
): Promise<Answer> {
  const store = watched(deps.store.forTenant(admitted.tenantId, { signal: deps.signal, pace: 'turn' }), deps.planned);
  const once = key ? onceStore(store, key, deps.clock, deps.claims) : undefined;
  const isInvoke = admitted.activity.type === 'invoke';
  const made = await turnOf(admitted, route.surface, once ?? store, requestId, deps);
  const turn = key ? { ...made, deliveryKey: key } : made;
  begun(turn);
  try {
    const answer = await route.run(turn);
    if (once && !isInvoke) await once.claim();
    await remembered({ ...turn, store }, deps);
    return answer;
  } catch (error) {
    if (!(error instanceof Duplicate)) throw error;
    return isInvoke ? route.run({ ...turn, store: replayStore(store) }) : { kind: 'silent' };
  }
}

/** The effect stands and the answer is made: whether their chat was noted changes nothing for the person. */
async function remembered(turn: Turn, { met, log }: SettleDeps): Promise<void> {
  const { surface, conversation, address } = turn.where;
  const isOwnChat = conversation === 'personal' && (surface === 'bot' || surface === 'card');
  if (!isOwnChat || !address?.user?.aadObjectId) return;
  const { chat } = turn.who;
  if (chat?.id === address.conversation.id && chat.serviceUrl === address.serviceUrl) return;
  await met(turn).catch((error: unknown) => log.warn('chat.notNoted', { requestId: turn.requestId, error }));
}

interface Late {
  readonly promise: Promise<undefined>;
  /** Ends what still works for an answer that nobody waits for any more. */
  readonly signal: AbortSignal;
  cancel(): void;
}

/** One timer for both; a signal of its own per turn would fire after each turn that is long done. */
function lateAnswer(ms: number): Late {
  const late = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const promise = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      late.abort();
      resolve(undefined);
    }, ms);
  });
  return { promise, signal: late.signal, cancel: () => clearTimeout(timer) };
}
