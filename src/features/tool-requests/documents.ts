/** Tool requests in the store: found, changed with their audit entries; one open request for each tool and kind of data. */
import { z } from 'zod';
import { audited } from '../../core/audit.ts';
import type { StoredDocument, TenantStore, WriteOperation } from '../../core/documents.ts';
import { derivedId } from '../../core/ids.ts';
import { holds } from '../../core/person.ts';
import type { Turn } from '../../core/turn.ts';
import type { Actor } from './lifecycle.ts';
import { isOpen, type ToolRequest, toolRequest } from './model.ts';

export const kind = 'toolRequest';
const guardKind = 'requestGuard';
const guardBody = z.object({ requestId: z.string() });

export interface Loaded {
  readonly id: string;
  readonly version: string;
  readonly request: ToolRequest;
}

export const loadedOf = ({ id, version, body }: StoredDocument): Loaded => ({
  id,
  version,
  request: toolRequest.parse(body),
});

export async function loadRequest(store: TenantStore, id: string): Promise<Loaded | undefined> {
  const found = await store.get(kind, id);
  return found && loadedOf(found);
}

export const actorOf = ({ who }: Pick<Turn, 'who'>, request: ToolRequest): Actor => ({
  personId: who.personId,
  isRequester: request.requesterId === who.personId,
  isSupporter: request.supporterIds.includes(who.personId),
  isSatisfied: request.satisfiedIds.includes(who.personId),
  isGovernance: holds(who, ['governance']),
  isHrLead: holds(who, ['hrLead']),
});

type About = Pick<ToolRequest, 'toolKey' | 'dataClassId'>;

const guardId = ({ toolKey, dataClassId = 'unknown' }: About): string => derivedId('openRequest', toolKey, dataClassId);

/** The open request about the same. */
export async function openRequestOf(store: TenantStore, about: About): Promise<Loaded | undefined> {
  const guard = await store.get(guardKind, guardId(about));
  return guard && loadRequest(store, guardBody.parse(guard.body).requestId);
}

/** The row under a fixed id that makes everyone who asks for the same meet; it goes when the request closes. */
export const guardOperation = (requestId: string, about: About): WriteOperation => ({
  op: 'create',
  kind: guardKind,
  id: guardId(about),
  body: { requestId },
});

/** True while a request about the same is open. */
export const isRequested = async (store: TenantStore, about: About): Promise<boolean> =>
  (await store.get(guardKind, guardId(about))) !== undefined;

interface Changed {
  readonly loaded: Loaded;
  readonly request: ToolRequest;
  readonly events: readonly string[];
}

/** The change, its audit entries, and the row of a request that is over, for one batch. */
export async function changeOperations(
  turn: Pick<Turn, 'store' | 'who' | 'now' | 'requestId'>,
  { loaded, request, events }: Changed,
): Promise<WriteOperation[]> {
  return [
    { op: 'replace', kind, id: loaded.id, version: loaded.version, body: toolRequest.parse(request) },
    ...events.map((event, n) =>
      auditOf(turn, loaded.id, event, n === events.length - 1 ? [loaded.request.state, request.state] : undefined),
    ),
    ...(isOpen(loaded.request) && !isOpen(request) ? await freedGuard(turn.store, loaded) : []),
  ];
}

export const auditOf = (
  { who, now, requestId }: Pick<Turn, 'who' | 'now' | 'requestId'>,
  id: string,
  event: string,
  states?: readonly [before: string, after: string],
): WriteOperation =>
  audited({
    at: now.toISOString(),
    actorId: who.personId,
    actorKind: who.personId === 'system' ? 'system' : 'person',
    action: `toolRequest.${event}`,
    entityType: kind,
    entityId: id,
    changes: states ? { state: { before: states[0], after: states[1] } } : {},
    requestId,
  });

async function freedGuard(store: TenantStore, { id, request }: Loaded): Promise<WriteOperation[]> {
  const found = await store.get(guardKind, guardId(request));
  if (!found || guardBody.parse(found.body).requestId !== id) return [];
  return [{ op: 'remove', kind: guardKind, id: found.id, version: found.version }];
}
