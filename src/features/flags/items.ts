/** Flags as lines of the lists: what I asked, and what waits for this reader to answer. */
import { type ItemLine, type ItemSource, itemsShown } from '../../core/items.ts';
import { holds, holdsAnywhere } from '../../core/person.ts';
import { shorten } from '../../core/text.ts';
import { readableTime } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import { actorOf, type Loaded, loadedOf } from './documents.ts';
import type { FlagDeps } from './form.ts';
import { isOver, maySign } from './lifecycle.ts';
import { openFlag } from './review.ts';
import { statusOf } from './view.ts';

const pagesRead = 5;

export const flagItems = (deps: FlagDeps): ItemSource => ({
  kind: 'flag',
  mine,
  toDo: (turn) => toDo(deps, turn),
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
  return items
    .map(loadedOf)
    .map((each) => lineOf(each, turn, each.flag.createdAt, turn.words(`flag.state.${each.flag.state}`)));
}

async function toDo(deps: FlagDeps, turn: Turn): Promise<ItemLine[] | undefined> {
  const { who } = turn;
  const isReviewer = holdsAnywhere(who, ['manager', 'hrLead']);
  const isGovernance = holds(who, ['governance']);
  if (!isReviewer && !isGovernance) return undefined;
  const decides = isGovernance || holds(who, ['hrLead']);
  const states = [...(isReviewer ? ['open', 'assigned'] : []), ...(decides ? ['needsDecision'] : [])];
  const found = await waiting(turn, states, async (loaded) => {
    const { flag } = loaded;
    if (flag.state !== 'needsDecision') return holds(who, ['manager', 'hrLead'], flag.scope.departmentId);
    return isGovernance || (flag.proposal !== undefined && maySign(flag, await actorOf(deps, turn, loaded)));
  });
  return Promise.all(found.map((each) => workLine(deps, turn, each)));
}

async function workLine(deps: FlagDeps, turn: Turn, loaded: Loaded): Promise<ItemLine> {
  const { flag } = loaded;
  const status = flag.proposal
    ? statusOf(turn, flag, await actorOf(deps, turn, loaded))
    : turn.words(`flag.state.${flag.state}`);
  return lineOf(loaded, turn, flag.dueAt, status);
}

async function waiting(
  turn: Turn,
  states: readonly string[],
  fits: (loaded: Loaded) => Promise<boolean>,
): Promise<Loaded[]> {
  const found: Loaded[] = [];
  let after: string | undefined;
  for (let read = 0; read < pagesRead && found.length < itemsShown; read++) {
    const { items, next } = await turn.store.find({
      kind: 'flag',
      where: [['state', 'in', states]],
      orderBy: { field: 'dueAt', direction: 'asc' },
      limit: 100,
      ...(after ? { after } : {}),
    });
    const page = items.map(loadedOf);
    const fitting = await Promise.all(page.map(fits));
    found.push(...page.filter((_, at) => fitting[at]));
    if (!next) break;
    after = next;
  }
  return found.slice(0, itemsShown);
}

function lineOf({ id, flag }: Loaded, { words, who }: Turn, at: string, status: string): ItemLine {
  const said = { what: words('items.kind.flag'), status };
  const due = readableTime(new Date(flag.dueAt), who.zone, who.locale);
  const text = isOver(flag) ? words('items.lineOver', said) : words('items.line', { ...said, due });
  return { id, title: shorten(flag.question, 120), text, at };
}
