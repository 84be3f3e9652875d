/** Active people to be picked from: those with these ids, or those whose name holds these words. */
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
