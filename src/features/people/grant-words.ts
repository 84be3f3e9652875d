/** `grant manager <person> in <department>` as it is typed, in any language we speak. Pure. */
import { fold } from '../../core/text.ts';
import type { WordsFor } from '../../core/words.ts';
import { byDepartment, type Givable, givable } from './grants.ts';

export interface DepartmentChoice {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

/** One way to read the words behind the grant. */
export interface Reading {
  readonly person: string;
  readonly department?: DepartmentChoice;
  /** What stands where a department should. */
  readonly strange?: string;
}

export interface Typed {
  readonly grant: Givable;
  /** A name may hold a small word or end like a department, so the whole comes first. */
  readonly readings: readonly Reading[];
}

const before = new Set(['to', 'from', 'a', 'al', 'de']);
const between = new Set(['in', 'for', 'en', 'de', 'del', 'para']);
const surely = new Set(['in', 'en']);

const bare = (word: string): string => fold(word).replace(/[.:,]+$/, '');
const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => bare(word) !== '');
/** "HR lead", "HR-lead" and "hrLead" are one. */
const joined = (words: readonly string[]): string => words.map(bare).join('').replaceAll('-', '');
const phraseOf = (name: string): string => wordsOf(name).map(bare).join(' ');

/** Undefined for what is no such sentence. */
export function readGrant(
  text: string,
  vocabulary: ReadonlyMap<string, Givable>,
  departments: readonly DepartmentChoice[],
): Typed | undefined {
  const words = wordsOf(text);
  for (let length = Math.min(4, words.length - 1); length > 0; length--) {
    const grant = vocabulary.get(joined(words.slice(0, length)));
    if (grant) return { grant, readings: readingsOf(words.slice(length), grant, departments) };
  }
  return undefined;
}

/** Every name of every grant, in every language. */
export function vocabularyOf(languages: readonly string[], wordsFor: WordsFor): ReadonlyMap<string, Givable> {
  const said = (grant: Givable) =>
    languages.flatMap((language) => wordsFor(language)(`grant.name.${grant}`).split(';'));
  return new Map(
    givable.flatMap((grant) => [grant, ...said(grant)].map((name) => [joined(wordsOf(name)), grant] as const)),
  );
}

function readingsOf(words: string[], grant: Givable, departments: readonly DepartmentChoice[]): Reading[] {
  const ended = endingOf(words, departments);
  const last = words.findLastIndex((word, at) => at > 0 && at < words.length - 1 && surely.has(bare(word)));
  const strange = !ended && byDepartment.has(grant) && last > 0;
  const readings = [
    { words },
    ...(ended ? [ended] : []),
    ...(strange ? [{ words: words.slice(0, last), strange: words.slice(last + 1).join(' ') }] : []),
  ];
  return readings.flatMap(({ words: named, ...rest }) =>
    withoutLead(named).map((person) => ({ person: person.join(' '), ...rest })),
  );
}

const withoutLead = (words: string[]): string[][] =>
  words.length > 1 && before.has(bare(words[0] ?? '')) ? [words, words.slice(1)] : [words];

function endingOf(
  words: string[],
  departments: readonly DepartmentChoice[],
): { words: string[]; department: DepartmentChoice } | undefined {
  for (let at = 1; at < words.length; at++) {
    const department = departmentNamed(departments, words.slice(at).join(' '));
    if (!department) continue;
    const named = words.slice(0, at > 1 && between.has(bare(words[at - 1] ?? '')) ? at - 1 : at);
    return { words: named, department };
  }
  return undefined;
}

export function departmentNamed(departments: readonly DepartmentChoice[], name: string): DepartmentChoice | undefined {
  const wanted = phraseOf(name);
  return departments.find((each) => each.id === name || [each.name, each.slug].some((n) => phraseOf(n) === wanted));
}
