/** Counting who is left and taking away are two steps; this row makes two at once meet each other (R2). */
import { loadAll, type TenantStore, type WriteOperation } from '../../core/documents.ts';
import { fence as fenced } from '../../core/fence.ts';
import { type GrantName, person } from '../../core/person.ts';

const kind = 'grantFence';

/** For a grant that is to be taken: of two at once the second counts anew. */
export const fence = (store: TenantStore, grant: GrantName): Promise<WriteOperation> => fenced(store, kind, grant);

/** Active people who hold the grant, apart from one. */
export async function othersWith(store: TenantStore, grant: GrantName, personId: string): Promise<number> {
  const people = await loadAll(store, 'person', (body) => person.parse(body));
  return people.filter(
    ({ id, status, grants }) => id !== personId && status === 'active' && grants.some((held) => held.grant === grant),
  ).length;
}
