/** What is made once and answered many times, kept as text: bounded in bytes, the oldest goes first. */

export type Ready<T> = (key: string, make: () => T) => T;

const maxBytes = 16_000_000;

/** `lengthOf` counts the characters of one item; the key must name all that the item depends on. */
export function ready<T>(lengthOf: (item: T) => number, most = maxBytes): Ready<T> {
  const kept = new Map<string, T>();
  let length = 0;
  return (key, make) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make();
    kept.set(key, made);
    length += lengthOf(made) + key.length;
    for (const [oldest, item] of kept) {
      if (length <= most) break;
      kept.delete(oldest);
      length -= lengthOf(item) + oldest.length;
    }
    return made;
  };
}
