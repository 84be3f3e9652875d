/** Spelling: how many single edits part two words, where two neighbouring letters swapped are one edit. */
export function editDistance(a: string, b: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, (beforePrevious[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** Edits forgiven in a word of this length; 0 = it must be spelled right. */
export const editsAllowed = (length: number): number => (length < 5 ? 0 : length < 9 ? 1 : 2);

/** True when `candidate` may be what was meant: near enough and begun alike (the first two letters may be swapped). */
export function mayBeMeant(word: string, candidate: string): boolean {
  const begins = word[0] === candidate[0] || (word[0] === candidate[1] && word[1] === candidate[0]);
  const allowed = editsAllowed(word.length);
  if (!begins || Math.abs(word.length - candidate.length) > allowed) return false;
  return editDistance(word, candidate) <= allowed;
}

/** The word with each pair of neighbouring letters swapped once. */
export function swaps(word: string): string[] {
  return Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => at)
    .filter((at) => word[at] !== word[at + 1])
    .map((at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2));
}
