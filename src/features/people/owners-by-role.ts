/** Owners by the app role of Entra: what a verified token says becomes grants in our store, each with its audit entry; the grant is what is checked. */
import { setTimeout as pause } from 'node:timers/promises';
import { audited } from '../../core/audit.ts';
import type { TenantStore, WriteOperation, WriteResult } from '../../core/documents.ts';
import { dueOperation } from '../../core/due-item.ts';
import type { Job } from '../../core/feature.ts';
import { type Grant, type GrantName, type Person, person, type Who } from '../../core/person.ts';
import { writeStamped } from '../../core/stamp.ts';
import { cleanText, shorten } from '../../core/text.ts';
import { readPerson } from './documents.ts';
import { fence, othersWith } from './fence.ts';
import {
  afterSilence,
  afterToken,
  byRole,
  endsAt,
  heldByRole,
  ownerRole,
  type RoleChange,
  takesAdmin,
} from './owner-role.ts';

/** Somebody as a verified token of the tab names them. */
export interface TokenBearer {
  readonly personId: string;
  readonly name: string;
  readonly appRoles: readonly string[];
  readonly issuedAt: Date;
}

export interface Occasion {
  readonly now: Date;
  readonly requestId: string;
}

/** `last`: it would have ended, but nobody else administers. */
export type RoleOutcome = 'same' | 'changed' | 'last';

interface Acting extends Occasion {
  readonly store: TenantStore;
  readonly personId: string;
  readonly name: string;
}

const jobName = 'ownerByRole';
const dayMs = 86_400_000;

/** Looks at each token once. `who` is the bearer as our store knows them before. */
export function ownersByRole(maxTokens = 20_000) {
  const met = new Set<string>();
  return async (store: TenantStore, bearer: TokenBearer, who: Who, occasion: Occasion): Promise<RoleOutcome> => {
    const hasRole = bearer.appRoles.includes(ownerRole);
    if (!hasRole && !heldByRole(who)) return 'same';
    const { personId, name, issuedAt } = bearer;
    const token = `${store.tenantId}/${personId}/${issuedAt.getTime()}/${hasRole}`;
    if (met.has(token)) return 'same';
    const acting = { store, personId, name, ...occasion };
    const outcome = await kept(acting, (known) => afterToken(known, { hasRole, issuedAt }, occasion.now));
    if (met.size >= maxTokens) met.clear();
    met.add(token);
    return outcome;
  };
}

/** Ends what nobody signs in for any more. */
export const ownerByRoleJob: Job = {
  name: jobName,
  async run({ store, now, requestId }, { subject: personId }) {
    await kept({ store, personId, name: '', now, requestId }, (known) => afterSilence(known, now));
    const left = (await readPerson(store, personId))?.person;
    if (!left?.ownerByRole || !heldByRole(left)) return [];
    const next = Math.max(endsAt(left.ownerByRole).getTime(), now.getTime() + dayMs);
    return [lookAgain(personId, new Date(next), `${now.toISOString()} again`)];
  },
};

/** True while somebody administers by a role that has ended, because nobody else does. */
export const isLapsed = (known: Person): boolean => known.ownerByRole?.lapsedAt !== undefined && heldByRole(known);

const lookAgain = (personId: string, at: Date, occurrence: string): WriteOperation =>
  dueOperation({ job: jobName, subject: personId, occurrence, at, usefulUntil: new Date(at.getTime() + 365 * dayMs) });

/** Two at once: the second decides anew by what the first has left. */
async function kept(
  acting: Acting,
  decide: (known: Person | undefined) => RoleChange,
  tries = 8,
  waitMs = 4,
): Promise<RoleOutcome> {
  const found = await readPerson(acting.store, acting.personId);
  const change = decide(found?.person);
  if (change.kind === 'none') return 'same';
  const { outcome, result } =
    change.kind === 'seen' ? await seen(acting, found, change) : await ended(acting, found, change);
  if (result.kind === 'ok') return outcome;
  if (tries <= 1) return 'same';
  await pause(Math.random() * waitMs);
  return kept(acting, decide, tries - 1, waitMs * 2);
}

type Found = Awaited<ReturnType<typeof readPerson>>;
type Written = { readonly outcome: RoleOutcome; readonly result: WriteResult };

async function seen(
  acting: Acting,
  found: Found,
  { give, mark }: Extract<RoleChange, { kind: 'seen' }>,
): Promise<Written> {
  const givenAt = acting.now.toISOString();
  const fresh = give.map((grant): Grant => ({ grant, scopeKind: 'tenant', givenBy: byRole, givenAt }));
  const body = bodyOf(acting, found, { ownerByRole: mark, grants: [...(found?.person.grants ?? []), ...fresh] });
  const operation = operationOf(acting, found, body);
  // Only when they signed in is new, which nobody else reads.
  if (give.length === 0) return { outcome: 'same', result: await acting.store.write([operation]) };
  const audits = give.map((grant) => auditOf(acting, grant, true));
  const due = lookAgain(acting.personId, endsAt(mark), mark.issuedAt);
  return { outcome: 'changed', result: await writeStamped(acting.store, ['people'], [operation, ...audits, due]) };
}

async function ended(
  acting: Acting,
  found: Found,
  { take, mark }: Extract<RoleChange, { kind: 'end' }>,
): Promise<Written> {
  if (!found) return { outcome: 'same', result: { kind: 'ok', documents: [] } };
  const { store, personId, now } = acting;
  const mustStay = takesAdmin(found.person, take);
  const fences = mustStay ? [await fence(store, 'admin')] : [];
  if (mustStay && (await othersWith(store, 'admin', personId)) === 0) {
    const { honoured } = found.person.ownerByRole ?? mark;
    const body = bodyOf(acting, found, { ownerByRole: { ...mark, honoured, lapsedAt: now.toISOString() } });
    return { outcome: 'last', result: await store.write([operationOf(acting, found, body)]) };
  }
  const grants = found.person.grants.filter((held) => !take.includes(held));
  const body = bodyOf(acting, found, { ownerByRole: mark, grants });
  const audits = take.map(({ grant }) => auditOf(acting, grant, false));
  const operations = [operationOf(acting, found, body), ...audits, ...fences];
  return { outcome: 'changed', result: await writeStamped(store, ['people'], operations) };
}

function bodyOf({ personId, name, now }: Acting, found: Found, change: Partial<Person>): Person {
  const at = now.toISOString();
  const displayName = shorten(cleanText(name), 120) || '-';
  const fresh = { displayName, status: 'active', roleIds: [], grants: [], createdAt: at, createdBy: personId };
  return person.parse({ ...fresh, ...found?.person, ...change, updatedAt: at, updatedBy: personId });
}

const operationOf = ({ personId: id }: Acting, found: Found, body: Person): WriteOperation =>
  found
    ? { op: 'replace', kind: 'person', id, version: found.version, body }
    : { op: 'create', kind: 'person', id, body };

const auditOf = ({ now, personId, requestId }: Acting, grant: GrantName, isGiven: boolean): WriteOperation =>
  audited({
    at: now.toISOString(),
    actorId: 'system',
    actorKind: 'system',
    action: isGiven ? 'person.grant' : 'person.revoke',
    entityType: 'person',
    entityId: personId,
    changes: { grant: isGiven ? { before: '', after: grant } : { before: grant, after: '' } },
    reason: ownerRole,
    requestId,
  });
