/** Open mode: the people of the store whom somebody at this machine may be, those with rights first. */
import type { TenantStore } from '../../core/documents.ts';
import type { Grant } from '../../core/person.ts';
import type { Words } from '../../core/words.ts';
import { loadPeople } from './documents.ts';

const mostListed = 60;

export async function openPeople(store: TenantStore, words: Words) {
  const people = (await loadPeople(store)).filter(({ status }) => status === 'active');
  return people
    .toSorted((a, b) => b.grants.length - a.grants.length || a.displayName.localeCompare(b.displayName))
    .slice(0, mostListed)
    .map(({ id, displayName, grants }) => ({
      id,
      name: displayName,
      about: rightsOf(grants, words),
    }));
}

/** Each right by the first of its names. */
function rightsOf(grants: readonly Grant[], words: Words): string {
  const keys = [...new Set(grants.map(({ grant }) => `grant.name.${grant}`))].filter((key) => words.has(key));
  return keys.map((key) => words(key).split(';')[0]).join(', ') || words('grant.nobody');
}
