/** How much one person, and all together, may ask at once (reliability.md E1, check 12). */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Activity } from './envelope.ts';

const perWindow = { message: 5, action: 10, query: 20 };
const windowSeconds = 5;
const maxTurns = 1_500;

export type RateKind = keyof typeof perWindow;
/** `tell` once in a window, `silent` for what comes after. */
export type Taken = 'ok' | 'tell' | 'silent';

export interface Rates {
  take(kind: RateKind, tenantId: string, personId: string): Promise<Taken>;
  /** A place for one turn, given back by calling the result; undefined when all are taken. */
  enter(): (() => void) | undefined;
}

const queries = new Set([
  'composeExtension/query',
  'composeExtension/queryLink',
  'composeExtension/anonymousQueryLink',
  'composeExtension/selectItem',
]);

export function rateKind(activity: Pick<Activity, 'type' | 'name' | 'text' | 'value'>): RateKind {
  if (activity.type === 'invoke') return queries.has(activity.name ?? '') ? 'query' : 'action';
  return !activity.text && activity.value ? 'action' : 'message';
}

export function memoryRates(turns = maxTurns): Rates {
  const limiter = (kind: RateKind) => new RateLimiterMemory({ points: perWindow[kind], duration: windowSeconds });
  const limiters = { message: limiter('message'), action: limiter('action'), query: limiter('query') };
  let inFlight = 0;
  return {
    take: (kind, tenantId, personId) =>
      limiters[kind].consume(`${tenantId}/${personId}`).then(
        () => 'ok',
        (over: unknown) => {
          if (!(over instanceof RateLimiterRes)) throw over;
          return over.consumedPoints === perWindow[kind] + 1 ? 'tell' : 'silent';
        },
      ),
    enter() {
      if (inFlight >= turns) return undefined;
      inFlight++;
      let inside = true;
      return () => {
        if (inside) inFlight--;
        inside = false;
      };
    },
  };
}
