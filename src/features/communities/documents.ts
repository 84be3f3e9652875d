/** Communities in the store: found, parsed on the way out, and what the audit log says of them. */
import { type AuditFacts, audited } from '../../core/audit.ts';
import { findAll, type StoredDocument, type TenantStore, type WriteOperation } from '../../core/documents.ts';
import { parsedOnce } from '../../core/parsed.ts';
import type { Turn } from '../../core/turn.ts';
import { type Community, community } from './model.ts';

export const kind = 'community';

export interface Loaded {
  readonly id: string;
  readonly version: string;
  readonly community: Community;
}

const read = parsedOnce((body) => community.parse(body));

export const loadedOf = (document: StoredDocument): Loaded => ({
  id: document.id,
  version: document.version,
  community: read(document),
});

/** As our ids are made; what a request names may be anything. */
const idForm = /^[\w-]{1,100}$/;

export async function loadCommunity(store: TenantStore, id: string): Promise<Loaded | undefined> {
  const found = idForm.test(id) ? await store.get(kind, id) : undefined;
  return found && loadedOf(found);
}

/** All of them, by name: an organisation has few. */
export async function loadCommunities(store: TenantStore): Promise<Loaded[]> {
  const all: Loaded[] = [];
  for await (const document of findAll(store, { kind })) all.push(loadedOf(document));
  return all.toSorted((a, b) => a.community.name.localeCompare(b.community.name) || (a.id < b.id ? -1 : 1));
}

export type EventName =
  | 'create'
  | 'edit'
  | 'digest'
  | 'host'
  | 'link'
  | 'unlink'
  | 'reach'
  | 'lose'
  | 'pause'
  | 'resume'
  | 'archive';

export interface Event {
  readonly name: EventName;
  readonly changes?: AuditFacts['changes'];
  /** What one reads beside it, such as the name of a channel. */
  readonly detail?: string;
}

type Acting = Pick<Turn, 'now' | 'requestId'> & { readonly who: Pick<Turn['who'], 'personId'> };

/** `community.link` */
export const actionOf = (name: EventName): string => `${kind}.${name}`;

/** By whoever acts in the turn. */
export const auditOf = (
  { who: { personId: actorId }, now, requestId }: Acting,
  entityId: string,
  { name, changes = {}, detail }: Event,
): WriteOperation =>
  audited({
    ...{ at: now.toISOString(), actorId, actorKind: actorId === 'system' ? 'system' : 'person' },
    ...{ action: actionOf(name), entityType: kind, entityId, changes, requestId },
    ...(detail ? { reason: detail } : {}),
  });
