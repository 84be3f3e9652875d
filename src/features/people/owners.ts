/** The first owners, named at installation, get their grants in our store; the grant is what is checked (reliability.md 1). */
import { audited } from '../../core/audit.ts';
import type { Clock } from '../../core/clock.ts';
import type { TenantStore, WriteOperation } from '../../core/documents.ts';
import { type Grant, type Person, person } from '../../core/person.ts';
import { writeStamped } from '../../core/stamp.ts';
import { readPerson } from './documents.ts';
import { byRole, ownerGrants } from './owner-role.ts';

/** Safe to run at every start: only what is missing is written, with its audit entry. */
export async function ensureOwner(store: TenantStore, personId: string, clock: Clock): Promise<void> {
  const found = await readPerson(store, personId);
  const missing = ownerGrants.filter(
    (name) => !found?.person.grants.some((g) => g.grant === name && g.scopeKind === 'tenant' && g.givenBy !== byRole),
  );
  if (missing.length === 0) return;
  const at = clock.now().toISOString();
  const grants: Grant[] = missing.map((grant) => ({ grant, scopeKind: 'tenant', givenBy: 'system', givenAt: at }));
  const body = withGrants(found?.person, grants, at);
  const owner: WriteOperation = found
    ? { op: 'replace', kind: 'person', id: personId, version: found.version, body }
    : { op: 'create', kind: 'person', id: personId, body };
  const audit = missing.map((grant) =>
    audited({
      at,
      actorId: 'system',
      actorKind: 'system',
      action: 'person.grant',
      entityType: 'person',
      entityId: personId,
      changes: { grant: { before: '', after: grant } },
      reason: 'OWNER_IDS',
      requestId: 'start',
    }),
  );
  const result = await writeStamped(store, ['people'], [owner, ...audit]);
  if (result.kind !== 'ok') await ensureOwner(store, personId, clock);
}

const withGrants = (known: Person | undefined, grants: readonly Grant[], at: string): Person =>
  person.parse({
    displayName: 'Owner',
    status: 'active',
    roleIds: [],
    createdAt: at,
    createdBy: 'system',
    ...known,
    // What a role in Entra brought would end with it; what stands here does not.
    grants: [...(known?.grants ?? []).filter(({ givenBy }) => givenBy !== byRole), ...grants],
    updatedAt: at,
    updatedBy: 'system',
  });
