/** Sets the newest entry and lets the oldest go: a map that is fed from outside must not grow without end. */
export function remember<Key, Value>(map: Map<Key, Value>, key: Key, value: Value, max: number): void {
  map.delete(key);
  map.set(key, value);
  // Where nothing has to go the oldest is not looked for: behind many that moved it is slow to find.
  if (map.size <= max) return;
  const oldest = map.keys().next();
  if (!oldest.done) map.delete(oldest.value);
}
