/** A channel's page: of a community, or of some departments; the same for everybody in it (decision 019). */
import type { z } from 'zod';
import { type Call, type Reply, type Route, refuse, route } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';
import { hostsOf } from './api-view.ts';
import { communityQuery, communityView, departmentList } from './contract.ts';
import type { CommunityDeps } from './desk.ts';
import { hasDigest } from './digest-plan.ts';
import { type Loaded, loadCommunity } from './documents.ts';

const findsShown = 10;
const winsShown = 3;
const decisionsShown = 5;
const hoursShown = 3;
const newDays = 60;
const dayMs = 86_400_000;

type View = z.input<typeof communityView>;

export const pageRoutes = (desk: CommunityDeps): Route[] => [
  route('GET', '/api/community', { query: communityQuery, reply: communityView }, (call) =>
    call.query.community === undefined ? ofDepartments(desk, call) : ofCommunity(desk, call),
  ),
  route('GET', '/api/community/departments', { reply: departmentList }, async ({ turn }) => {
    const items = (await desk.departments(turn)).map(({ id, name }) => ({ id, name }));
    return { kind: 'ok', body: { items: items.toSorted((a, b) => a.name.localeCompare(b.name)) } };
  }),
];

type Asking = Call<z.infer<typeof communityQuery>>;

async function ofDepartments(desk: CommunityDeps, { turn, query }: Asking): Promise<Reply<View>> {
  const asked = new Set((query.departments ?? '').split(',').filter(Boolean));
  const known = (await desk.departments(turn)).filter(({ id }) => asked.has(id));
  // A department that was dissolved must not open the page to all others.
  if (asked.size > 0 && known.length === 0) return refuse('not_found');
  return { kind: 'ok', body: { ...(await newsOf(desk, turn, known)), hours: [] } };
}

/** Whoever stands in its channel opens it, member or not: it holds no more than everyone may see. */
async function ofCommunity(desk: CommunityDeps, { turn, query }: Asking): Promise<Reply<View>> {
  const loaded = await loadCommunity(turn.store, query.community ?? '');
  if (!loaded || loaded.community.state === 'archived') return refuse('not_found');
  const { departmentIds } = loaded.community;
  const places = (await desk.departments(turn)).filter(({ id }) => departmentIds.includes(id));
  const [news, community, hours] = await Promise.all([
    newsOf(desk, turn, places),
    headOf(desk, turn, loaded),
    desk.nextSessions(turn, loaded.id, hoursShown),
  ]);
  return { kind: 'ok', body: { ...news, community, hours: [...hours] } };
}

async function headOf(desk: CommunityDeps, turn: Turn, { id, community }: Loaded): Promise<View['community']> {
  const { name, purpose, hostIds, state, digest } = community;
  const hosts = (await hostsOf(desk, turn, hostIds)).map((host) => host.name);
  return { id, name, purpose, hosts, isPaused: state === 'paused', ...(hasDigest(community) ? { digest } : {}) };
}

async function newsOf(
  { finds, wins, decisions }: CommunityDeps,
  turn: Turn,
  places: readonly { readonly id: string; readonly name: string }[],
): Promise<Pick<View, 'departments' | 'discoveries' | 'wins' | 'decisions'>> {
  const departmentIds = places.map(({ id }) => id);
  const since = new Date(turn.now.getTime() - newDays * dayMs).toISOString();
  const [found, told, decided] = await Promise.all([
    finds(turn, { departmentIds, limit: findsShown }),
    wins(turn, { departmentIds, limit: winsShown }),
    decisions(turn, { departmentIds, limit: decisionsShown, since }),
  ]);
  return {
    departments: places.map(({ id, name }) => ({ id, name })),
    discoveries: [...found],
    wins: [...told],
    decisions: decided.map((each) => ({ ...each, conditions: [...each.conditions] })),
  };
}
