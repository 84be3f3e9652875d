/** Tool requests as lines of the lists: what I asked or joined, and what waits for a decision. */
import { type ItemLine, type ItemSource, itemsShown } from '../../core/items.ts';
import { holds } from '../../core/person.ts';
import { readableTime } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import { actorOf, kind, type Loaded, loadedOf } from './documents.ts';
import type { RequestDeps } from './form.ts';
import { maySign } from './lifecycle.ts';
import { demandOf, isOpen } from './model.ts';
import { openRequest } from './review.ts';
import { demandLine, statusOf } from './view.ts';

const pagesRead = 5;

export const requestItems = (deps: RequestDeps): ItemSource => ({
  kind: 'request',
  mine: (turn) => mine(turn),
  toDo,
  open: (turn, id) => openRequest(deps, turn, id),
});

const mine = async (turn: Turn): Promise<ItemLine[]> =>
  (await ownRequests(turn, itemsShown)).map((each) => lineOf(each, turn, each.request.createdAt));

/** What I asked for, and what I joined, the newest first. */
export async function ownRequests(turn: Turn, limit: number): Promise<Loaded[]> {
  const { personId } = turn.who;
  const newest = { orderBy: { field: 'createdAt', direction: 'desc' }, limit } as const;
  const [asked, joined, enough] = await Promise.all([
    turn.store.find({ kind, where: [['requesterId', '=', personId]], ...newest }),
    turn.store.find({ kind, where: [['supporterIds', 'contains', personId]], limit: 100 }),
    turn.store.find({ kind, where: [['satisfiedIds', 'contains', personId]], limit: 100 }),
  ]);
  return [asked, joined, enough]
    .flatMap(({ items }) => items)
    .map(loadedOf)
    .toSorted((a, b) => (a.request.createdAt < b.request.createdAt ? 1 : -1))
    .slice(0, limit);
}

async function toDo(turn: Turn): Promise<ItemLine[] | undefined> {
  const isGovernance = holds(turn.who, ['governance']);
  if (!isGovernance && !holds(turn.who, ['hrLead'])) return undefined;
  const isTheirs = ({ request }: Loaded): boolean =>
    isGovernance ? request.requesterId !== turn.who.personId : maySign(request, actorOf(turn, request));
  const found: Loaded[] = [];
  let after: string | undefined;
  for (let page = 0; page < pagesRead && found.length < itemsShown; page++) {
    const { items, next } = await turn.store.find({
      kind,
      where: [['state', 'in', ['submitted', 'inReview']]],
      orderBy: { field: 'dueAt', direction: 'asc' },
      limit: 100,
      ...(after ? { after } : {}),
    });
    // One's own request is decided by somebody else.
    found.push(...items.map(loadedOf).filter(isTheirs));
    if (!next) break;
    after = next;
  }
  return found.slice(0, itemsShown).map((each) => lineOf(each, turn, each.request.dueAt));
}

function lineOf({ id, request }: Loaded, turn: Turn, at: string): ItemLine {
  const { words, who } = turn;
  const state = statusOf(turn, request, actorOf(turn, request));
  const status =
    demandOf(request) > 1 ? words('request.line', { status: state, demand: demandLine(turn, request) }) : state;
  const said = { what: words('items.kind.request'), status };
  const due = readableTime(new Date(request.dueAt), who.zone, who.locale);
  const text = isOpen(request) ? words('items.line', { ...said, due }) : words('items.lineOver', said);
  return { id, title: request.toolName, text, at };
}
