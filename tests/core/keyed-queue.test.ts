/** Work on one key runs one after the other; what is on other keys is not held up. */
import { describe, expect, it } from '@jest/globals';
import { keyedQueue } from '../../src/core/keyed-queue.ts';

/** Work that ends when it is told to. */
function job() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { promise, end: () => resolve() };
}
const soon = () => new Promise((resolve) => setImmediate(resolve));

describe('the queue', () => {
  it('runs work on one key in the order it came', async () => {
    const queue = keyedQueue();
    const [first, second] = [job(), job()];
    const began: string[] = [];
    const run = (name: string, { promise }: { promise: Promise<void> }) =>
      queue(['a'], async () => {
        began.push(name);
        await promise;
        return name;
      });
    const both = [run('first', first), run('second', second)];
    await soon();
    expect(began).toEqual(['first']);
    first.end();
    await soon();
    expect(began).toEqual(['first', 'second']);
    second.end();
    expect(await Promise.all(both)).toEqual(['first', 'second']);
  });

  it('does not hold up other keys', async () => {
    const queue = keyedQueue();
    const slow = job();
    const held = queue(['a'], () => slow.promise);
    expect(await queue(['b'], async () => 'done')).toBe('done');
    slow.end();
    await held;
  });

  it('waits for every key of the work, without a deadlock when they cross', async () => {
    const queue = keyedQueue();
    const done: number[] = [];
    const works = [
      ['a', 'b'],
      ['b', 'a'],
      ['b', 'c'],
      ['c', 'a'],
    ].map((keys, n) =>
      queue(keys, async () => {
        await soon();
        done.push(n);
      }),
    );
    await Promise.all(works);
    expect(done).toEqual([0, 1, 2, 3]);
  });

  it('goes on after work that failed, and tells its caller', async () => {
    const queue = keyedQueue();
    const failed = queue(['a'], () => Promise.reject(new Error('no')));
    const next = queue(['a'], async () => 'next');
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('next');
  });
});
