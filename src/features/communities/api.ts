/** Communities as the tab reads and changes them. */
import type { z } from 'zod';
import { paged } from '../../core/paged.ts';
import { type Call, type Reply, type Route, refuse, route } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';
import { detailOf, languagesOf, lineOf } from './api-view.ts';
import { communityDetail, communityList, editBody, makeBody, nothing, peopleList, peopleQuery } from './contract.ts';
import { type CommunityDeps, readerOf } from './desk.ts';
import { loadCommunities, loadCommunity } from './documents.ts';
import { editCommunity, makeCommunity, type Saved, type StateEvent, setState, stateEvents } from './edit.ts';
import { mayMake, rightsOf } from './rights.ts';

const base = '/api/communities';
const one = `${base}/:id`;
const mostPeople = 20;

export const communityRoutes = (desk: CommunityDeps): Route[] => [
  route('GET', base, { reply: communityList, isList: true }, (call) => listed(desk, call)),
  route('POST', base, { body: makeBody, reply: communityDetail }, async ({ turn, body }) => {
    const reply = await shown(desk, turn, await makeCommunity(desk, turn, body));
    return reply.kind === 'ok' ? { ...reply, status: 201 } : reply;
  }),
  route('GET', one, { reply: communityDetail }, ({ turn, params }) =>
    shown(desk, turn, { kind: 'saved', id: params.id ?? '' }),
  ),
  route('PATCH', one, { body: editBody, reply: communityDetail, needsVersion: true }, async (call) =>
    shown(desk, call.turn, await editCommunity(desk, call.turn, askedOf(call), call.body)),
  ),
  ...names.map((event) =>
    route('POST', `${one}/${event}`, { body: nothing, reply: communityDetail, needsVersion: true }, async (call) =>
      shown(desk, call.turn, await setState(desk, call.turn, askedOf(call), event)),
    ),
  ),
  route('GET', `${one}/people`, { query: peopleQuery, reply: peopleList }, (call) => people(desk, call)),
];

const names = Object.keys(stateEvents) as StateEvent[];

const askedOf = ({ params, version }: Call) => ({ id: params.id ?? '', version });

/** By name, what the reader may see; archived ones are for whoever may bring them back. */
async function listed(desk: CommunityDeps, { turn, page }: Call): Promise<Reply<z.input<typeof communityList>>> {
  const [all, reader] = await Promise.all([loadCommunities(turn.store), readerOf(desk, turn)]);
  const seen = all.filter(({ community }) => rightsOf(community, reader).sees);
  const { items, next } = paged(seen, ({ community }) => community.name, page);
  const lines = await Promise.all(
    items.map((loaded) => lineOf(desk, turn, loaded, rightsOf(loaded.community, reader))),
  );
  const body = { items: lines, mayMake: mayMake(turn.who), languages: languagesOf(desk, turn) };
  return { kind: 'ok', body, ...(next ? { next } : {}) };
}

/** As it stands now, for this reader. */
async function shown(desk: CommunityDeps, turn: Turn, saved: Saved): Promise<Reply<z.input<typeof communityDetail>>> {
  if (saved.kind === 'refused') return saved;
  const loaded = await loadCommunity(turn.store, saved.id);
  const rights = loaded && rightsOf(loaded.community, await readerOf(desk, turn));
  if (!loaded || !rights?.sees) return refuse('not_found');
  return { kind: 'ok', body: await detailOf(desk, turn, loaded, rights), version: loaded.version };
}

/** Whom its hosts may name as hosts: colleagues by their names, and nothing else of them. */
async function people(
  desk: CommunityDeps,
  { turn, params, query }: Call<z.infer<typeof peopleQuery>>,
): Promise<Reply<z.input<typeof peopleList>>> {
  const loaded = await loadCommunity(turn.store, params.id ?? '');
  const rights = loaded && rightsOf(loaded.community, await readerOf(desk, turn));
  if (!rights?.sees) return refuse('not_found');
  if (!rights.mayEdit) return refuse('forbidden');
  const items = await desk.peopleNamed(turn, { q: query.q ?? '', limit: mostPeople });
  return { kind: 'ok', body: { items: [...items] } };
}
