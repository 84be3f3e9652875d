/** People with grants, put into the store of a world as its administrator would have given them. */
import type { TenantStore } from '../../src/core/documents.ts';
import type { Grant, GrantName } from '../../src/core/person.ts';
import { writeStamped } from '../../src/core/stamp.ts';
import { person } from './activities.ts';

const at = '2026-11-23T09:00:00.000Z';

/** `person(number)` of the activities, holding these grants for the whole tenant or for one department. */
export async function givenTo(
  store: TenantStore,
  number: number,
  grants: readonly GrantName[],
  departmentId?: string,
  displayName = person(number).name,
): Promise<void> {
  const { aadObjectId } = person(number);
  const scope = departmentId ? { scopeKind: 'department', scopeId: departmentId } : { scopeKind: 'tenant' };
  const body = {
    displayName,
    status: 'active',
    roleIds: [],
    grants: grants.map((grant) => ({ grant, ...scope, givenBy: 'system', givenAt: at }) as Grant),
    createdAt: at,
    createdBy: 'system',
    updatedAt: at,
    updatedBy: 'system',
  };
  const result = await writeStamped(store, ['people'], [{ op: 'create', kind: 'person', id: aadObjectId, body }]);
  if (result.kind !== 'ok') throw new Error(`the person was not written: ${result.kind}`);
}
