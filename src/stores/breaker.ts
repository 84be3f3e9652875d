/** Stops asking a service that cannot be reached: after a row of failures calls fail at once, then one tries again. */
export interface Breaker {
  /** False while nobody should ask; true for everybody, or for the one that tries again. */
  mayAsk(): boolean;
  reached(): void;
  notReached(): void;
}

const failuresToOpen = 5;
const withinMs = 10_000;
const openForMs = 5_000;

/** `now` in milliseconds, never set back. */
export function breaker(now: () => number): Breaker {
  let failures: number[] = [];
  let openSince: number | undefined;
  let isTrying = false;
  return {
    mayAsk() {
      if (openSince === undefined) return true;
      if (isTrying || now() - openSince < openForMs) return false;
      isTrying = true;
      return true;
    },
    reached() {
      failures = [];
      openSince = undefined;
      isTrying = false;
    },
    notReached() {
      failures = [...failures.filter((at) => now() - at < withinMs), now()];
      if (isTrying || failures.length >= failuresToOpen) openSince = now();
      isTrying = false;
    },
  };
}
