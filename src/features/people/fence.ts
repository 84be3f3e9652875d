/** Counting who is left and taking away are two steps; this row makes two at once meet each other (R2). */
import { loadAll, type TenantStore, type WriteOperation } from '../../core/documents.ts';
import { newId } from '../../core/ids.ts';
import { type GrantName, person } from '../../core/person.ts';

const kind = 'grantFence';

/**
 * To be read before the count and written with the taking: whoever took the same grant in between has moved the row,
 * this write fails, and the count is made anew.
 */
export async function fence(store: TenantStore, grant: GrantName): Promise<WriteOperation> {
  const found = await store.get(kind, grant);
  const body = { change: newId() };
  return found
    ? { op: 'replace', kind, id: grant, version: found.version, body }
    : { op: 'create', kind, id: grant, body };
}

/** Active people who hold the grant, apart from one. */
export async function othersWith(store: TenantStore, grant: GrantName, personId: string): Promise<number> {
  const people = await loadAll(store, 'person', (body) => person.parse(body));
  return people.filter(
    ({ id, status, grants }) => id !== personId && status === 'active' && grants.some((held) => held.grant === grant),
  ).length;
}
