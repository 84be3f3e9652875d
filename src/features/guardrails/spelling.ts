/** When a typed word is taken for the word of a name: plurals, and slips where no other word can be meant. */

const shortestForSlip = 6;
const shortestForSwap = 5;

/** Words one slip away from the name of a tool or of data that mean something else, in English and Spanish. */
const otherWords = new Set(
  (
    'clause contact contacto contrast contraste contrata police prizes princes resumen resumed interval merge merged ' +
    'nominal provision suelto'
  ).split(' '),
);

/** `known`: every word of every name; one of them is never a slip of another. */
export function isSpelledLike(typed: string, word: string, known: ReadonlySet<string>): boolean {
  // Said first, since hardly any word gets past it: every way below keeps the first letter.
  if (typed[0] !== word[0]) return false;
  if (typed === word || isPlural(typed, word) || isPlural(word, typed)) return true;
  if (known.has(typed) || otherWords.has(typed)) return false;
  if (typed.length < shortestForSwap) return false;
  return isSwap(typed, word) || (word.length >= shortestForSlip && isOneLetterOff(typed, word));
}

/** English and Spanish: `cvs`, `salaries`, `grabaciones`. */
const isPlural = (many: string, one: string): boolean =>
  many === `${one}s` || many === `${one}es` || (one.endsWith('y') && many === `${one.slice(0, -1)}ies`);

/** Two neighbouring letters in each other's place. */
function isSwap(a: string, b: string): boolean {
  const at = firstDifference(a, b);
  return a.length === b.length && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** One letter too many, too few or wrong. */
function isOneLetterOff(a: string, b: string): boolean {
  const at = firstDifference(a, b);
  const [restA, restB] = [a.slice(at), b.slice(at)];
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}
