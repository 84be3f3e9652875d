/** The synonyms made ready: which other names has what was asked, and which of its words do they stand for. */
import { leadsTo, sameThing } from './synonyms.ts';
import { stem, wordsOf } from './words.ts';

/** One name of a thing as the stems of its words. */
type Name = readonly string[];

interface Entry {
  readonly name: Name;
  readonly others: readonly Name[];
}

export interface Alternative {
  readonly terms: Name;
  /** The stems of the question that this alternative may stand for. */
  readonly covers: Name;
}

export interface Thesaurus {
  /** All alternatives for a question with these stems; each name must have all its words among them. */
  alternatives(stems: ReadonlySet<string>): Alternative[];
  /** Every name of one word, for spelling. */
  readonly names: readonly string[];
}

const nameOf = (phrase: string): Name => [...new Set(wordsOf(phrase).map(stem))];

function entries(): Map<string, Entry> {
  const byName = new Map<string, { name: Name; others: Map<string, Name> }>();
  const add = (name: Name, others: readonly Name[]) => {
    if (name.length === 0) return;
    const key = name.toSorted().join(' ');
    const entry = byName.get(key) ?? { name, others: new Map() };
    for (const other of others) {
      const otherKey = other.toSorted().join(' ');
      if (other.length > 0 && otherKey !== key) entry.others.set(otherKey, other);
    }
    byName.set(key, entry);
  };
  for (const line of sameThing) {
    const names = line.map(nameOf);
    for (const name of names) add(name, names);
  }
  for (const { from, to } of leadsTo) for (const phrase of from) add(nameOf(phrase), to.map(nameOf));
  return new Map([...byName].map(([key, { name, others }]) => [key, { name, others: [...others.values()] }]));
}

export function thesaurus(): Thesaurus {
  const byFirst = new Map<string, Entry[]>();
  for (const entry of entries().values()) {
    const first = entry.name[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), entry]);
  }
  const singles = [...byFirst.values()].flat().filter((entry) => entry.name.length === 1);
  return {
    names: singles.map((entry) => entry.name[0] ?? ''),
    alternatives: (stems) =>
      [...stems]
        .flatMap((first) => byFirst.get(first) ?? [])
        .filter((entry) => entry.name.every((word) => stems.has(word)))
        .flatMap(({ name, others }) => others.map((terms) => ({ terms, covers: name }))),
  };
}
