/** Flags as lines of the lists: what I asked, and what waits for this reader to answer. */
import { type ItemLine, type ItemSource, itemsShown } from '../../core/items.ts';
import { holds, holdsAnywhere } from '../../core/person.ts';
import { shorten } from '../../core/text.ts';
import { readableTime } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import { type Loaded, loadedOf } from './documents.ts';
import type { FlagDeps } from './form.ts';
import { isOver } from './lifecycle.ts';
import { openFlag } from './review.ts';

const pagesRead = 5;

export const flagItems = (deps: FlagDeps): ItemSource => ({
  kind: 'flag',
  mine,
  toDo,
  open: (turn, id) => openFlag(deps, turn, id),
});

/** What I asked by name. An anonymous question is found by its receipt alone. */
async function mine(turn: Turn): Promise<ItemLine[]> {
  const { items } = await turn.store.find({
    kind: 'flag',
    where: [['reporterId', '=', turn.who.personId]],
    orderBy: { field: 'createdAt', direction: 'desc' },
    limit: itemsShown,
  });
  return items.map(loadedOf).map((each) => lineOf(each, turn, each.flag.createdAt));
}

async function toDo(turn: Turn): Promise<ItemLine[] | undefined> {
  const { who } = turn;
  const isReviewer = holdsAnywhere(who, ['manager', 'hrLead']);
  const isGovernance = holds(who, ['governance']);
  if (!isReviewer && !isGovernance) return undefined;
  const states = [...(isReviewer ? ['open', 'assigned'] : []), ...(isGovernance ? ['needsDecision'] : [])];
  const found = await waiting(turn, states, ({ flag }) =>
    flag.state === 'needsDecision' ? isGovernance : holds(who, ['manager', 'hrLead'], flag.scope.departmentId),
  );
  return found.map((each) => lineOf(each, turn, each.flag.dueAt));
}

async function waiting(turn: Turn, states: readonly string[], fits: (loaded: Loaded) => boolean): Promise<Loaded[]> {
  const found: Loaded[] = [];
  let after: string | undefined;
  for (let page = 0; page < pagesRead && found.length < itemsShown; page++) {
    const { items, next } = await turn.store.find({
      kind: 'flag',
      where: [['state', 'in', states]],
      orderBy: { field: 'dueAt', direction: 'asc' },
      limit: 100,
      ...(after ? { after } : {}),
    });
    found.push(...items.map(loadedOf).filter(fits));
    if (!next) break;
    after = next;
  }
  return found.slice(0, itemsShown);
}

function lineOf({ id, flag }: Loaded, { words, who }: Turn, at: string): ItemLine {
  const said = { what: words('items.kind.flag'), status: words(`flag.state.${flag.state}`) };
  const due = readableTime(new Date(flag.dueAt), who.zone, who.locale);
  const text = isOver(flag) ? words('items.lineOver', said) : words('items.line', { ...said, due });
  return { id, title: shorten(flag.question, 120), text, at };
}
