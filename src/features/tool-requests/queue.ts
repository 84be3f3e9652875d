/** Tool requests that wait for this reader: for who decides about tools all of them, for an HR lead those to sign. */

import { holds } from '../../core/person.ts';
import { siftedPage } from '../../core/sifted.ts';
import { fold } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import type { QueueAsk, QueueFilter, QueuePage, QueueSource } from '../../core/work-item.ts';
import { actorOf, kind, type Loaded, loadedOf } from './documents.ts';
import type { RequestDeps } from './form.ts';
import { ownRequests } from './items.ts';
import { type Actor, decides, maySign } from './lifecycle.ts';
import { isLate, lineOf } from './line.ts';
import { isOpen, openStates, rulings } from './model.ts';

export const requestQueue = (deps: RequestDeps): QueueSource => ({
  kind: 'requests',
  page: (turn, ask) => reviewPage(deps, turn, ask),
});

interface Met {
  readonly loaded: Loaded;
  readonly actor: Actor;
}

async function reviewPage(
  deps: RequestDeps,
  turn: Turn,
  { filter, limit, after }: QueueAsk,
): Promise<QueuePage | undefined> {
  if (!holds(turn.who, ['governance']) && !holds(turn.who, ['hrLead'])) return undefined;
  if (filter.urgent) return { lines: [], hasMore: false };
  const states = filter.state === 'decided' ? rulings : openStates;
  const { items, ...end } = await siftedPage(turn.store, {
    query: { kind, where: [['state', 'in', states]] },
    orderBy:
      filter.sort === 'newest' ? { field: 'createdAt', direction: 'desc' } : { field: 'dueAt', direction: 'asc' },
    ...{ limit, after },
    read: (document) => {
      const loaded = loadedOf(document);
      const met = { loaded, actor: actorOf(turn, loaded.request) };
      return isTheirs(met) && fits(met, filter, turn.now) ? met : undefined;
    },
  });
  const known = await namesOf(
    deps,
    turn,
    items.map(({ item }) => item.loaded),
  );
  return {
    ...end,
    lines: items.map(({ item, position }) => ({
      line: lineOf({ turn, ...item, names: (id) => known.get(id) ?? '' }),
      position,
    })),
  };
}

/** What I asked for, or joined, the newest first. */
export async function ownLines(deps: RequestDeps, turn: Turn, limit: number): Promise<QueuePage['lines']> {
  const own = (await ownRequests(turn, limit)).map((loaded) => ({ loaded, actor: actorOf(turn, loaded.request) }));
  const known = await namesOf(
    deps,
    turn,
    own.map(({ loaded }) => loaded),
  );
  return own.map((met) => ({
    line: lineOf({ turn, ...met, names: (id) => known.get(id) ?? '' }),
    position: met.loaded.id,
  }));
}

/** One's own request is decided by somebody else. */
function isTheirs({ loaded: { request }, actor }: Met): boolean {
  if (actor.isRequester) return false;
  if (actor.isGovernance) return true;
  return isOpen(request) ? maySign(request, actor) : decides(request, actor);
}

function fits({ loaded: { request }, actor }: Met, { q = '', state, assignee }: QueueFilter, now: Date): boolean {
  if (state === 'late' && !isLate(request, now)) return false;
  if (assignee === 'me' && request.assigneeId !== actor.personId) return false;
  if (assignee === 'nobody' && request.assigneeId !== undefined) return false;
  return fold(`${request.toolName} ${request.need}`).includes(fold(q));
}

async function namesOf(deps: RequestDeps, turn: Turn, all: readonly Loaded[]): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(all.map(({ request }) => request.assigneeId).filter((id) => id !== undefined));
  return new Map(await Promise.all([...ids].map(async (id) => [id, await deps.nameOf(turn, id)] as const)));
}
