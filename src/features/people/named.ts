/** Active people to be picked from: those with these ids, or those whose name holds these words. */
import type { Person } from '../../core/person.ts';
import { fold } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import { loadPeople, readPerson } from './documents.ts';

export type NamedAsk = { readonly q: string; readonly limit: number } | { readonly ids: readonly string[] };

interface Named {
  readonly id: string;
  readonly name: string;
}

export const named = ({ store }: Pick<Turn, 'store'>, asked: NamedAsk): Promise<readonly Named[]> =>
  'q' in asked ? byWords(store, asked) : byIds(store, asked.ids);

async function byIds(store: Turn['store'], ids: readonly string[]): Promise<Named[]> {
  const found = await Promise.all(ids.map(async (id) => ({ id, person: (await readPerson(store, id))?.person })));
  return found.flatMap(({ id, person }) => (person?.status === 'active' ? [{ id, name: person.displayName }] : []));
}

async function byWords(store: Turn['store'], { q, limit }: { q: string; limit: number }): Promise<Named[]> {
  const people = (await loadPeople(store)).filter(({ status }) => status === 'active');
  return people
    .filter(({ displayName }) => fold(displayName).includes(fold(q)))
    .toSorted((a, b) => a.displayName.localeCompare(b.displayName) || (a.id < b.id ? -1 : 1))
    .slice(0, limit)
    .map(({ id, displayName }) => ({ id, name: displayName }));
}

/** Everybody active, by what they do and where. */
export async function loadCrowd(store: Turn['store']): Promise<Pick<Person, 'departmentId' | 'roleIds'>[]> {
  const known = (await loadPeople(store)).filter(({ status }) => status === 'active');
  return known.map(({ departmentId, roleIds }) => ({ departmentId, roleIds }));
}

/** Their own choice, else what Teams said last. */
export async function zoneOf({ store }: Pick<Turn, 'store'>, personId: string): Promise<string> {
  const known = (await readPerson(store, personId))?.person;
  return known?.zone ?? known?.seen?.zone ?? 'UTC';
}
