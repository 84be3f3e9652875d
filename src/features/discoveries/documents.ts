/** Discoveries in the store: found, read by whom they concern, changed with their audit entries and what is told of it. */
import { type AuditFacts, audited } from '../../core/audit.ts';
import { findAll, type StoredDocument, type TenantStore, type WriteOperation } from '../../core/documents.ts';
import type { KeyedHash } from '../../core/ids.ts';
import { parsedOnce } from '../../core/parsed.ts';
import { type GrantName, holds, type Who } from '../../core/person.ts';
import type { WorkflowView } from '../../core/playbook-view.ts';
import type { Turn } from '../../core/turn.ts';
import type { Desk } from './desk.ts';
import type { Actor, EventName } from './lifecycle.ts';
import { type Discovery, type DiscoveryState, discovery, reuse } from './model.ts';
import { laterOf } from './plan.ts';

export const kind = 'discovery';
export const reuseKind = 'reuse';
/** Whose work it is to look at what others found. */
export const reviewGrants: readonly GrantName[] = ['manager', 'hrLead', 'owner', 'host'];
/** Read, used and compared with, by whoever may see its workflow. */
export const openStates: readonly DiscoveryState[] = ['submitted', 'inTriage', 'needsMore', 'accepted', 'inPlaybook'];

export interface Loaded {
  readonly id: string;
  readonly version: string;
  readonly discovery: Discovery;
}

const read = parsedOnce((body) => discovery.parse(body));

export const loadedOf = (document: StoredDocument): Loaded => ({
  id: document.id,
  version: document.version,
  discovery: read(document),
});

/** As our ids are made; what a card sends may be anything. */
const idForm = /^[\w-]{1,100}$/;

export async function loadDiscovery(store: TenantStore, id: string): Promise<Loaded | undefined> {
  const found = idForm.test(id) ? await store.get(kind, id) : undefined;
  return found && loadedOf(found);
}

export const actorOf = async (desk: Desk, turn: Turn, { discovery: one }: Loaded): Promise<Actor> =>
  actorAmong(turn.who, await desk.workflows(turn), one);

/** For many at once, the workflows asked for once. */
export function actorAmong(who: Who, workflows: readonly WorkflowView[], one: Discovery): Actor {
  const home = workflows.find(({ id }) => id === one.workflowId);
  return {
    personId: who.personId,
    isAuthor: one.authorId === who.personId,
    isReviewer: holds(who, reviewGrants, one.departmentId) || home?.isOwned === true,
    isOwner: one.workflowId ? home?.isOwned === true : workflows.some(({ isOwned }) => isOwned),
    isManager: holds(who, ['manager', 'hrLead'], one.departmentId),
    isSystem: who.personId === 'system',
    sees: one.workflowId === undefined || home?.isSeen === true,
  };
}

export interface Changed {
  readonly loaded: Loaded;
  readonly discovery: Discovery;
  readonly events: readonly EventName[];
}

/** The change, its audit entries and who is told of it, for one batch. */
export function changeOperations(turn: Turn, { loaded, discovery: after, events }: Changed): WriteOperation[] {
  const { id, version, discovery: before } = loaded;
  const { personId: actorId } = turn.who;
  const audit = events.map((event, n) =>
    auditOf(turn, id, event, n === events.length - 1 ? { state: { before: before.state, after: after.state } } : {}),
  );
  return [
    { op: 'replace', kind, id, version, body: discovery.parse(after) },
    ...audit,
    ...laterOf({ id, before, after, events, actorId, now: turn.now }),
  ];
}

export const auditOf = (
  { who: { personId: actorId }, now, requestId }: Turn,
  entityId: string,
  event: string,
  changes: AuditFacts['changes'],
): WriteOperation =>
  audited({
    at: now.toISOString(),
    actorId,
    actorKind: actorId === 'system' ? 'system' : 'person',
    action: `discovery.${event}`,
    entityType: kind,
    ...{ entityId, changes, requestId },
  });

/** One for each person and discovery, so that a second press finds the first. Keyed: it names a person. */
export function reuseOperation(
  hash: KeyedHash,
  discoveryId: string,
  personId: string,
  { now, deliveryKey }: Turn,
): WriteOperation {
  const press = deliveryKey ? { pressId: hash('press', deliveryKey) } : {};
  const body = { discoveryId, personId, createdAt: now.toISOString(), ...press };
  return { op: 'create', kind: reuseKind, id: reuseId(hash, discoveryId, personId), body: reuse.parse(body) };
}

/** True when this very press was counted: it was delivered again. */
export async function isSamePress(
  { store, who, deliveryKey }: Turn,
  hash: KeyedHash,
  discoveryId: string,
): Promise<boolean> {
  const found = await store.get(reuseKind, reuseId(hash, discoveryId, who.personId));
  return (
    deliveryKey !== undefined && found !== undefined && reuse.parse(found.body).pressId === hash('press', deliveryKey)
  );
}

const reuseId = (hash: KeyedHash, discoveryId: string, personId: string): string =>
  hash(reuseKind, discoveryId, personId);

export const hasUsed = async (store: TenantStore, hash: KeyedHash, discoveryId: string, personId: string) =>
  (await store.get(reuseKind, reuseId(hash, discoveryId, personId))) !== undefined;

/** How many people used it too: counted, never added up. */
export async function usesOf(store: TenantStore, discoveryId: string): Promise<number> {
  let people = 0;
  const query = { kind: reuseKind, where: [['discoveryId', '=', discoveryId]] } as const;
  const orderBy = { field: 'createdAt', direction: 'asc' } as const;
  for await (const _ of findAll(store, { ...query, orderBy })) people++;
  return people;
}
