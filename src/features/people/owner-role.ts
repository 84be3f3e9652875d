/** What the app role `Playbook.Owner` of Entra brings and takes: rights of ours, given once, which we may take back (reliability.md 1). Pure. */
import type { Grant, GrantName, Person } from '../../core/person.ts';

export const ownerRole = 'Playbook.Owner';
export const ownerGrants = ['admin', 'owner'] as const satisfies readonly GrantName[];
/** Stands as the giver of what the role brought. */
export const byRole = 'entra';
export const lastsDays = 7;

export interface Token {
  readonly hasRole: boolean;
  readonly issuedAt: Date;
}

type Mark = NonNullable<Person['ownerByRole']>;

export type RoleChange =
  | { kind: 'none' }
  /** A newer token with the role; `give` is what it brings for the first time, mostly nothing. */
  | { kind: 'seen'; give: readonly GrantName[]; mark: Mark }
  /** What the role brought is to go; what was taken here stays taken. */
  | { kind: 'end'; take: readonly Grant[]; mark: Mark };

const isByRole = ({ givenBy }: Grant): boolean => givenBy === byRole;
const isEverywhere = ({ scopeKind }: Grant): boolean => scopeKind === 'tenant';

/** A token older than the last one that counted says nothing any more. */
export function afterToken(known: Person | undefined, { hasRole, issuedAt }: Token, now: Date): RoleChange {
  const mark = known?.ownerByRole;
  const issued = issuedAt.toISOString();
  if ((mark && issued <= mark.issuedAt) || (known && known.status !== 'active')) return { kind: 'none' };
  if (!hasRole) return known && mark ? ending(known, { ...mark, issuedAt: issued }) : { kind: 'none' };
  const honoured = mark?.honoured ?? [];
  const held = (known?.grants ?? []).filter(isEverywhere).map(({ grant }) => grant);
  const give = ownerGrants.filter((grant) => !honoured.includes(grant) && !held.includes(grant));
  return { kind: 'seen', give, mark: { issuedAt: issued, seenAt: now.toISOString(), honoured: [...ownerGrants] } };
}

/** Seven days after the last sign-in with the role. */
export function afterSilence(known: Person | undefined, now: Date): RoleChange {
  const mark = known?.ownerByRole;
  if (!known || !mark || (!mark.lapsedAt && now < endsAt(mark))) return { kind: 'none' };
  return ending(known, mark);
}

export const endsAt = ({ seenAt }: Mark): Date => new Date(Date.parse(seenAt) + lastsDays * 86_400_000);

export const heldByRole = ({ grants }: { readonly grants: readonly Grant[] }): boolean => grants.some(isByRole);

function ending(known: Person, { lapsedAt: _, ...mark }: Mark): RoleChange {
  const take = known.grants.filter(isByRole);
  if (take.length === 0) return { kind: 'none' };
  const held = known.grants.map(({ grant }) => grant);
  return { kind: 'end', take, mark: { ...mark, honoured: mark.honoured.filter((grant) => !held.includes(grant)) } };
}

/** Whether somebody would administer who does not yet by anything but the role. */
export const takesAdmin = (known: Person, take: readonly Grant[]): boolean =>
  take.some(({ grant }) => grant === 'admin') &&
  !known.grants.some((held) => held.grant === 'admin' && !take.includes(held));
