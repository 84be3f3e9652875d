/** Who the reader is, as the tab asks first. */
import { me } from '../../core/me.ts';
import type { GrantName } from '../../core/person.ts';
import { type Route, route } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';

export interface MeDeps {
  readonly roles: (turn: Turn) => Promise<readonly { id: string; name: string }[]>;
  readonly departments: (turn: Turn) => Promise<readonly { id: string; name: string }[]>;
  readonly isExample: boolean;
  /** True for somebody to whom something to decide may fall. */
  readonly hasWork: (turn: Turn) => Promise<boolean>;
  /** True for whoever may set Fieldbook up, while nothing has begun. */
  readonly isEmpty: (turn: Turn) => Promise<boolean>;
}

export const meRoutes = (deps: MeDeps): Route[] => [
  route('GET', '/api/me', { reply: me }, async ({ turn }) => ({ kind: 'ok', body: await meOf(deps, turn) })),
];

async function meOf({ roles, departments, isExample, hasWork, isEmpty }: MeDeps, turn: Turn) {
  const { who } = turn;
  const [known, places] = await Promise.all([roles(turn), departments(turn)]);
  const place = (id: string) => ({ departmentId: id, department: places.find((each) => each.id === id)?.name ?? id });
  return {
    id: who.personId,
    name: who.name,
    roles: known.filter(({ id }) => who.roleIds.includes(id)).map(({ id, name }) => ({ id, name })),
    grants: who.grants.map(({ grant, scopeId }) => ({ grant: grant as GrantName, ...(scopeId ? place(scopeId) : {}) })),
    locale: who.locale,
    zone: who.zone,
    isExample,
    hasWork: await hasWork(turn),
    isUnset: await isEmpty(turn),
  };
}
