/** Discoveries as lines of the lists: what I shared and how many used it, and what waits for this reader to look at. */
import { type ItemLine, type ItemSource, itemsShown } from '../../core/items.ts';
import { holds, holdsAnywhere } from '../../core/person.ts';
import { shorten } from '../../core/text.ts';
import { readableDate, readableTime } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import { openDiscovery } from './act.ts';
import type { Desk } from './desk.ts';
import { kind, type Loaded, loadedOf, reviewGrants, usesOf } from './documents.ts';
import { usesLine } from './view.ts';

const pagesRead = 5;

export const discoveryItems = (desk: Desk): ItemSource => ({
  kind,
  mine: (turn) => mine(turn),
  toDo: (turn) => toDo(desk, turn),
  open: (turn, id) => openDiscovery(desk, turn, id),
});

async function mine(turn: Turn): Promise<ItemLine[]> {
  const { items } = await turn.store.find({
    kind,
    where: [['authorId', '=', turn.who.personId]],
    orderBy: { field: 'createdAt', direction: 'desc' },
    limit: itemsShown,
  });
  return Promise.all(
    items.map(loadedOf).map(async (loaded) => {
      const { createdAt } = loaded.discovery;
      const uses = usesLine(turn, await usesOf(turn.store, loaded.id));
      return lineOf(loaded, turn, { at: createdAt, more: uses || readableDate(createdAt, turn.words.language) });
    }),
  );
}

async function toDo(desk: Desk, turn: Turn): Promise<ItemLine[] | undefined> {
  const { who } = turn;
  const owned = new Set((await desk.workflows(turn)).filter(({ isOwned }) => isOwned).map(({ id }) => id));
  if (!holdsAnywhere(who, reviewGrants) && owned.size === 0) return undefined;
  const found = await waiting(turn, ({ discovery: { authorId, departmentId, workflowId } }) => {
    const isMine = holds(who, reviewGrants, departmentId) || (workflowId !== undefined && owned.has(workflowId));
    return isMine && authorId !== who.personId;
  });
  return found.map((loaded) => {
    const { dueAt } = loaded.discovery;
    return lineOf(loaded, turn, { at: dueAt, due: readableTime(new Date(dueAt), who.zone, who.locale) });
  });
}

async function waiting(turn: Turn, fits: (loaded: Loaded) => boolean): Promise<Loaded[]> {
  const found: Loaded[] = [];
  let after: string | undefined;
  for (let page = 0; page < pagesRead && found.length < itemsShown; page++) {
    const { items, next } = await turn.store.find({
      kind,
      where: [['state', 'in', ['submitted', 'inTriage']]],
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

interface Last {
  readonly at: string;
  /** Where it is listed as work. */
  readonly due?: string;
  /** Where it is one's own: how many used it, else when it was shared. */
  readonly more?: string;
}

function lineOf({ id, discovery }: Loaded, { words }: Turn, { at, due, more = '' }: Last): ItemLine {
  const said = { what: words('items.kind.discovery'), status: words(`discovery.state.${discovery.state}`) };
  const text = due ? words('items.line', { ...said, due }) : words('items.lineMore', { ...said, more });
  return { id, title: shorten(discovery.title || words('discovery.one'), 120), text, at };
}
