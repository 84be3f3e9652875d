/** Who may give and take which grant (product 2, reliability R2, R3). Pure. */
import type { Grant, GrantName } from '../../core/person.ts';

/** What people are given by hand. `host` follows from a community, `owner` of one workflow from that workflow. */
export const givable = ['author', 'manager', 'hrLead', 'governance', 'admin', 'owner'] as const;
export type Givable = (typeof givable)[number];

/** These hold in one department, the others everywhere. */
export const byDepartment: ReadonlySet<GrantName> = new Set(['author', 'manager']);

/** Nobody gives them to themself, and owners and HR leads are told of them. */
export const watched: ReadonlySet<GrantName> = new Set(['manager', 'hrLead', 'governance']);

/** Somebody must always hold these. */
export const neverNobody: ReadonlySet<GrantName> = new Set(['admin', 'hrLead']);

export interface Wish {
  readonly grant: Givable;
  readonly departmentId?: string;
}

export type Change =
  | { kind: 'changed'; grants: readonly Grant[] }
  /** Held already, or not held at all. */
  | { kind: 'same' }
  | { kind: 'needsDepartment' }
  | { kind: 'toOneself' }
  | { kind: 'lastOne' }
  | { kind: 'tooMany' };

const mostGrants = 50;

const placeOf = (held: Grant): string | undefined => (held.scopeKind === 'tenant' ? undefined : held.scopeId);
const isThis =
  ({ grant, departmentId }: Wish) =>
  (held: Grant): boolean =>
    held.grant === grant && placeOf(held) === departmentId;

interface Giving {
  /** A person id, or `cli:<user>`, which may give everything. */
  readonly giver: string;
  readonly personId: string;
  readonly now: Date;
}

export function given(held: readonly Grant[], wish: Wish, { giver, personId, now }: Giving): Change {
  if (byDepartment.has(wish.grant) && !wish.departmentId) return { kind: 'needsDepartment' };
  if (giver === personId && watched.has(wish.grant)) return { kind: 'toOneself' };
  if (held.some(isThis(wish))) return { kind: 'same' };
  if (held.length >= mostGrants) return { kind: 'tooMany' };
  const scope = wish.departmentId
    ? ({ scopeKind: 'department', scopeId: wish.departmentId } as const)
    : ({ scopeKind: 'tenant' } as const);
  const fresh = { grant: wish.grant, ...scope, givenBy: giver, givenAt: now.toISOString() };
  return { kind: 'changed', grants: [...held, fresh] };
}

/** `others` is how many other people hold the same. Without a department all of that name go. */
export function taken(held: readonly Grant[], wish: Wish, others: number): Change {
  const goes = wish.departmentId ? isThis(wish) : (one: Grant) => one.grant === wish.grant;
  const left = held.filter((one) => !goes(one));
  if (left.length === held.length) return { kind: 'same' };
  if (neverNobody.has(wish.grant) && others === 0) return { kind: 'lastOne' };
  return { kind: 'changed', grants: left };
}

/** One person who leads people matters and decides about tools is allowed, but said aloud (R56). */
export const isBoth = (held: readonly Grant[]): boolean =>
  (['hrLead', 'governance'] as const).every((name) => held.some(({ grant }) => grant === name));
