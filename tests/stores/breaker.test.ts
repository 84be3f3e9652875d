/** A service that cannot be reached is left alone for a while, then asked by one call first (reliability.md 7). */
import { describe, expect, it } from '@jest/globals';
import { breaker } from '../../src/stores/breaker.ts';
import { isBrokenLine, troubleOf } from '../../src/stores/cosmos-trouble.ts';

function world() {
  const time = { ms: 0 };
  const gate = breaker(() => time.ms);
  const fail = (times: number) => {
    for (let n = 0; n < times; n++) if (gate.mayAsk()) gate.notReached();
  };
  return { time, gate, fail };
}

describe('the breaker', () => {
  it('stays shut below five failures in ten seconds', () => {
    const { time, gate, fail } = world();
    fail(4);
    expect(gate.mayAsk()).toBe(true);
    time.ms = 10_000;
    fail(4);
    expect(gate.mayAsk()).toBe(true);
  });

  it('opens at the fifth for five seconds', () => {
    const { time, gate, fail } = world();
    fail(5);
    expect(gate.mayAsk()).toBe(false);
    time.ms = 4_999;
    expect(gate.mayAsk()).toBe(false);
  });

  it('then lets one try, and all when it succeeded', () => {
    const { time, gate, fail } = world();
    fail(5);
    time.ms = 5_000;
    expect([gate.mayAsk(), gate.mayAsk()]).toEqual([true, false]);
    gate.reached();
    expect([gate.mayAsk(), gate.mayAsk()]).toEqual([true, true]);
  });

  it('waits as long again when the one failed', () => {
    const { time, gate, fail } = world();
    fail(5);
    time.ms = 5_000;
    expect(gate.mayAsk()).toBe(true);
    gate.notReached();
    time.ms = 9_999;
    expect(gate.mayAsk()).toBe(false);
    time.ms = 10_000;
    expect(gate.mayAsk()).toBe(true);
  });

  it('forgets failures once something was reached', () => {
    const { gate, fail } = world();
    fail(4);
    gate.reached();
    fail(4);
    expect(gate.mayAsk()).toBe(true);
  });

  it.each([
    ['line ECONNRESET', true],
    ['line ECONNREFUSED', true],
    // The client's own limit, which is shorter than the one of an import.
    ['line TimeoutError', false],
  ])('is for lines that break, and not for slow answers: %s', (code, isBroken) => {
    const trouble = troubleOf(Object.assign(new Error('no answer'), { code }));
    expect(trouble && isBrokenLine(trouble)).toBe(isBroken);
  });
});
