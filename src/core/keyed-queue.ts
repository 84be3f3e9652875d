/** Work on the same key runs one after the other, in the order it came; work on other keys is not held up. */
export type KeyedQueue = <T>(keys: readonly string[], work: () => Promise<T>) => Promise<T>;

export function keyedQueue(): KeyedQueue {
  const last = new Map<string, Promise<unknown>>();
  return async (keys, work) => {
    const before = Promise.all(keys.map((key) => last.get(key)));
    const mine = before.then(work);
    const settled = mine.catch(() => undefined);
    for (const key of keys) last.set(key, settled);
    try {
      return await mine;
    } finally {
      for (const key of keys) if (last.get(key) === settled) last.delete(key);
    }
  };
}
