/** The one document of the set-up. */
import { audited } from '../../core/audit.ts';
import type { TenantStore, WriteOperation } from '../../core/documents.ts';
import type { Turn } from '../../core/turn.ts';
import { type SetUp, setUp } from './model.ts';

export const kind = 'setUp';
export const only = 'setUp';
/** Stands for the version while nothing is prepared. */
export const unbegun = 'none';

export interface LoadedSetUp {
  readonly version: string;
  readonly setUp: SetUp;
}

export async function loadSetUp(store: TenantStore): Promise<LoadedSetUp | undefined> {
  const found = await store.get(kind, only);
  return found && { version: found.version, setUp: setUp.parse(found.body) };
}

/** Whom to tell when something went wrong, once the part that names them is confirmed. */
export async function contactIn({ store }: Pick<Turn, 'store'>): Promise<string | undefined> {
  const known = (await loadSetUp(store))?.setUp;
  return known?.confirmed.pilot && known.contactId;
}

export const kept = (before: LoadedSetUp | undefined, body: SetUp): WriteOperation =>
  before
    ? { op: 'replace', kind, id: only, version: before.version, body: setUp.parse(body) }
    : { op: 'create', kind, id: only, body: setUp.parse(body) };

/** Who prepared or confirmed what, without the text of it: each part has entries of its own where it is done. */
export const setUpAudit = ({ now, who, requestId }: Turn, event: string, part = ''): WriteOperation =>
  audited({
    ...{ at: now.toISOString(), actorId: who.personId, actorKind: 'person', action: `${kind}.${event}` },
    ...{ entityType: kind, entityId: only, requestId },
    changes: part === '' ? {} : { part: { before: '', after: part } },
  });
