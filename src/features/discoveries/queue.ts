/** Discoveries as lists of the tab: all that this reader may see, and those that wait for them to look at. */

import { holdsAnywhere } from '../../core/person.ts';
import type { WorkflowView } from '../../core/playbook-view.ts';
import { siftedPage } from '../../core/sifted.ts';
import { fold } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import type { QueueAsk, QueueFilter, QueuePage, QueueSource } from '../../core/work-item.ts';
import type { Desk } from './desk.ts';
import { actorAmong, kind, type Loaded, loadedOf, reviewGrants } from './documents.ts';
import { type Actor, mayRead } from './lifecycle.ts';
import { isLate, lineOf } from './line.ts';
import type { Discovery, DiscoveryState } from './model.ts';

export const discoveryQueue = (desk: Desk): QueueSource => ({
  kind: 'discoveries',
  page: (turn, ask) => reviewPage(desk, turn, ask),
});

const waitingStates: readonly DiscoveryState[] = ['submitted', 'inTriage', 'needsMore'];
const decidedStates: readonly DiscoveryState[] = ['accepted', 'inPlaybook', 'merged', 'declined'];
const newest = { field: 'createdAt', direction: 'desc' } as const;
const soonest = { field: 'dueAt', direction: 'asc' } as const;

interface Met {
  readonly loaded: Loaded;
  readonly actor: Actor;
}

async function reviewPage(desk: Desk, turn: Turn, { filter, limit, after }: QueueAsk): Promise<QueuePage | undefined> {
  const { who, store } = turn;
  const workflows = await desk.workflows(turn);
  if (!holdsAnywhere(who, reviewGrants) && !workflows.some(({ isOwned }) => isOwned)) return undefined;
  if (filter.urgent) return { lines: [], hasMore: false };
  const states = filter.state === 'decided' ? decidedStates : waitingStates;
  const { items, ...end } = await siftedPage(store, {
    query: { kind, where: [['state', 'in', states]] },
    orderBy: filter.sort === 'newest' ? newest : soonest,
    ...{ limit, after },
    read: (document) => {
      const met = metBy(turn, workflows, loadedOf(document));
      const isTheirs = met.actor.isReviewer && !met.actor.isAuthor;
      return isTheirs && fits(met, filter, turn.now) ? met : undefined;
    },
  });
  return { lines: await linesOf(desk, turn, items), ...end };
}

function fits({ loaded, actor }: Met, { q, state, assignee }: QueueFilter, now: Date): boolean {
  const { discovery } = loaded;
  if (state === 'late' && !isLate(discovery, now)) return false;
  if (assignee === 'me' && discovery.assigneeId !== actor.personId) return false;
  if (assignee === 'nobody' && discovery.assigneeId !== undefined) return false;
  return isFound(discovery, q);
}

const isFound = ({ title, what }: Discovery, q = ''): boolean => q === '' || fold(`${title} ${what}`).includes(fold(q));

/** Everything that this reader may see, the newest first. */
export async function seenPage(
  desk: Desk,
  turn: Turn,
  { q = '', limit, after }: { q?: string | undefined; limit: number; after?: string | undefined },
): Promise<QueuePage> {
  const workflows = await desk.workflows(turn);
  const { items, ...end } = await siftedPage(turn.store, {
    query: { kind },
    orderBy: newest,
    ...{ limit, after },
    read: (document) => {
      const met = metBy(turn, workflows, loadedOf(document));
      const { discovery } = met.loaded;
      if (discovery.state === 'withdrawn' || !mayRead(discovery, met.actor)) return undefined;
      return isFound(discovery, q) ? met : undefined;
    },
  });
  return { lines: await linesOf(desk, turn, items), ...end };
}

/** What I shared, the newest first. */
export async function ownLines(desk: Desk, turn: Turn, limit: number): Promise<QueuePage['lines']> {
  const { items } = await turn.store.find({
    kind,
    where: [['authorId', '=', turn.who.personId]],
    ...{ orderBy: newest, limit },
  });
  const workflows = await desk.workflows(turn);
  const met = items.map((document) => ({
    item: metBy(turn, workflows, loadedOf(document)),
    position: document.id,
  }));
  return linesOf(desk, turn, met);
}

const metBy = ({ who }: Turn, workflows: readonly WorkflowView[], loaded: Loaded): Met => ({
  loaded,
  actor: actorAmong(who, workflows, loaded.discovery),
});

async function linesOf(
  desk: Desk,
  turn: Turn,
  items: readonly { readonly item: Met; readonly position: string }[],
): Promise<QueuePage['lines']> {
  const ids = new Set(items.map(({ item }) => item.loaded.discovery.assigneeId).filter((id) => id !== undefined));
  const known = new Map(await Promise.all([...ids].map(async (id) => [id, await desk.nameOf(turn, id)] as const)));
  return items.map(({ item, position }) => ({
    line: lineOf({ turn, ...item, names: (id) => known.get(id) ?? '' }),
    position,
  }));
}
