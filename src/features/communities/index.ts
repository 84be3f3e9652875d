/** The communities' door: the page of a channel, the same for everybody in it. */
import type { CommunityDecisions, CommunityFinds } from '../../core/community.ts';
import type { Feature } from '../../core/feature.ts';
import { type Route, refuse, route } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';
import { communityQuery, communityView, departmentList } from './contract.ts';

export interface CommunityDeps {
  readonly departments: (turn: Turn) => Promise<readonly { readonly id: string; readonly name: string }[]>;
  readonly finds: CommunityFinds;
  readonly decisions: CommunityDecisions;
}

const findsShown = 10;
const decisionsShown = 5;
const newDays = 60;
const dayMs = 86_400_000;

export const communities = (deps: CommunityDeps): Feature => ({ name: 'communities', routes: communityRoutes(deps) });

const communityRoutes = ({ departments, finds, decisions }: CommunityDeps): Route[] => [
  route('GET', '/api/community', { query: communityQuery, reply: communityView }, async ({ turn, query }) => {
    const asked = new Set((query.departments ?? '').split(',').filter(Boolean));
    const known = (await departments(turn)).filter(({ id }) => asked.has(id));
    // A department that was dissolved must not open the page to all others.
    if (asked.size > 0 && known.length === 0) return refuse('not_found');
    const departmentIds = known.map(({ id }) => id);
    const since = new Date(turn.now.getTime() - newDays * dayMs).toISOString();
    const [found, decided] = await Promise.all([
      finds(turn, { departmentIds, limit: findsShown }),
      decisions(turn, { departmentIds, limit: decisionsShown, since }),
    ]);
    const named = known.map(({ id, name }) => ({ id, name }));
    return {
      kind: 'ok',
      body: {
        ...{ departments: named, discoveries: [...found] },
        decisions: decided.map((each) => ({ ...each, conditions: [...each.conditions] })),
      },
    };
  }),
  route('GET', '/api/community/departments', { reply: departmentList }, async ({ turn }) => {
    const items = (await departments(turn)).map(({ id, name }) => ({ id, name }));
    return { kind: 'ok', body: { items: items.toSorted((a, b) => a.name.localeCompare(b.name)) } };
  }),
];
