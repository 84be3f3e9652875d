/** A grant given or taken: the person, the audit entry, who is told and the fence against two at once, in one write. */
import { setTimeout as pause } from 'node:timers/promises';
import { audited } from '../../core/audit.ts';
import type { TenantStore, WriteOperation } from '../../core/documents.ts';
import { noticeOperation } from '../../core/notice.ts';
import { type Grant, type Person, person } from '../../core/person.ts';
import { writeStamped } from '../../core/stamp.ts';
import { readPerson } from './documents.ts';
import { fence, othersWith } from './fence.ts';
import { programStep } from './grant-notice.ts';
import { type Change, given, isBoth, neverNobody, taken, type Wish } from './grants.ts';

export interface Giver {
  /** A person id, or `cli:<user>`. */
  readonly id: string;
  readonly kind: 'person' | 'cli';
  readonly now: Date;
  readonly requestId: string;
}

export interface Asked {
  readonly personId: string;
  readonly wish: Wish;
  readonly give: boolean;
  /** Of somebody who never wrote. */
  readonly name?: string;
  /** The state it was decided on by who asks; left out, any. */
  readonly version?: string;
}

export type Given =
  | Exclude<Change, { kind: 'changed' }>
  /** `isBoth`: this one person now leads people matters and decides about tools. */
  | { kind: 'done'; name: string; isBoth: boolean }
  /** Nobody here; only the command line may name people who never wrote. */
  | { kind: 'unknown' }
  | { kind: 'stale' };

/** Reads, decides and writes; whoever meets another change decides anew on what stands then. */
export async function changeGrant(
  store: TenantStore,
  giver: Giver,
  asked: Asked,
  tries = 8,
  waitMs = 4,
): Promise<Given> {
  const decided = await decideGrant(store, giver, asked);
  if (decided.kind !== 'changed') return decided;
  const { found, isBoth: both } = decided;
  if (asked.version !== undefined && asked.version !== found?.version) return { kind: 'stale' };
  const result = await writeStamped(store, ['people'], operationsOf(giver, asked, decided));
  if (result.kind === 'ok')
    return { kind: 'done', name: found?.person.displayName ?? (asked.name || '-'), isBoth: both };
  if (tries <= 1) return { kind: 'stale' };
  await pause(Math.random() * waitMs);
  return changeGrant(store, giver, asked, tries - 1, waitMs * 2);
}

/** As part of another write, with the stamp of `people`; nothing where it is held already or cannot be given. */
export async function grantOperations(
  store: TenantStore,
  giver: Giver,
  asked: Asked,
): Promise<readonly WriteOperation[]> {
  const decided = await decideGrant(store, giver, asked);
  return decided.kind === 'changed' ? operationsOf(giver, asked, decided) : [];
}

function operationsOf(giver: Giver, asked: Asked, { found, fences, grants, isBoth: both }: Decided): WriteOperation[] {
  const body = bodyOf(giver, asked, found?.person, grants);
  const audit = auditOf(giver, asked, both);
  return [
    found
      ? { op: 'replace', kind: 'person', id: asked.personId, version: found.version, body }
      : { op: 'create', kind: 'person', id: asked.personId, body },
    ...[audit, noticeOperation(giver.now, { kind: programStep, subject: audit.id }), ...fences],
  ];
}

interface Decided {
  readonly kind: 'changed';
  readonly found: Awaited<ReturnType<typeof readPerson>>;
  /** Read before the count, written with the change. */
  readonly fences: readonly WriteOperation[];
  readonly grants: readonly Grant[];
  readonly isBoth: boolean;
}

/** What would come of it; nothing is written. */
export async function decideGrant(
  store: TenantStore,
  giver: Pick<Giver, 'id' | 'kind' | 'now'>,
  asked: Asked,
): Promise<Decided | Exclude<Change, { kind: 'changed' }> | { kind: 'unknown' }> {
  const found = await readPerson(store, asked.personId);
  const known = found?.person;
  if (asked.give ? isStranger(giver, known) : !known) return { kind: 'unknown' };
  const mustStay = !asked.give && neverNobody.has(asked.wish.grant) && known?.status === 'active';
  const fences = mustStay ? [await fence(store, asked.wish.grant)] : [];
  const change = await changeOf(store, giver, asked, known?.grants ?? [], mustStay);
  if (change.kind !== 'changed') return change;
  const both = asked.give && isBoth(change.grants) && !isBoth(known?.grants ?? []);
  return { kind: 'changed', found, fences, grants: change.grants, isBoth: both };
}

const isStranger = (giver: Pick<Giver, 'kind'>, known: Person | undefined): boolean =>
  known ? known.status !== 'active' : giver.kind !== 'cli';

async function changeOf(
  store: TenantStore,
  giver: Pick<Giver, 'id' | 'now'>,
  { personId, wish, give }: Asked,
  held: readonly Grant[],
  mustStay: boolean,
): Promise<Change> {
  if (give) return given(held, wish, { giver: giver.id, personId, now: giver.now });
  return taken(held, wish, mustStay ? await othersWith(store, wish.grant, personId) : 1);
}

function bodyOf(giver: Giver, { name }: Asked, known: Person | undefined, grants: readonly Grant[]): Person {
  const at = giver.now.toISOString();
  const fresh = { displayName: name || '-', status: 'active', roleIds: [], createdAt: at, createdBy: giver.id };
  return person.parse({ ...fresh, ...known, grants, updatedAt: at, updatedBy: giver.id });
}

const auditOf = (giver: Giver, { personId, wish, give }: Asked, both: boolean): WriteOperation => {
  const changed = (value: string) => (give ? { before: '', after: value } : { before: value, after: '' });
  return audited({
    at: giver.now.toISOString(),
    actorId: giver.id,
    actorKind: giver.kind,
    action: give ? 'person.grant' : 'person.revoke',
    entityType: 'person',
    entityId: personId,
    changes: {
      grant: changed(wish.grant),
      ...(wish.departmentId ? { department: changed(wish.departmentId) } : {}),
    },
    ...(both ? { reason: 'hrLead and governance in one person' } : {}),
    requestId: giver.requestId,
  });
};
