/** Scenarios that wait for somebody: a draft to look at, a check that is due. As lines of the review list, and of the bot's. */
import { type ItemLine, type ItemSource, itemsShown } from '../../core/items.ts';
import { holdsAnywhere } from '../../core/person.ts';
import { fold } from '../../core/text.ts';
import { readableTime } from '../../core/time.ts';
import { refused, type Turn } from '../../core/turn.ts';
import type { QueueAsk, QueuePage, QueueSource, WorkLine } from '../../core/work-item.ts';
import { headsThat, loadedOf, versionsOf } from './edit-documents.ts';
import type { LifeDesk } from './life-desk.ts';
import { may } from './scenario-actions.ts';
import { type Before, before, beforeLoaded } from './scenario-before.ts';
import { isNudged, lineOf, queueKind } from './scenario-item.ts';
import { noteOf } from './scenario-notices.ts';
import { isDue } from './scenario-rules.ts';

export const scenarioQueue = (desk: LifeDesk): QueueSource => ({
  kind: queueKind,
  page: (turn, ask) => page(desk, turn, ask),
});

const grants = ['author', 'manager', 'owner', 'hrLead', 'governance'] as const;

/** Few wait at a time, and who may act is in no index: they are read whole, then filtered and cut. */
async function page(desk: LifeDesk, turn: Turn, { filter, limit, after }: QueueAsk): Promise<QueuePage | undefined> {
  const waiting = await waitingFor(desk, turn);
  if (!waiting) return undefined;
  // Nobody has taken any of it, none is urgent, and what is decided waits no more.
  const isOther = filter.assignee === 'me' || filter.urgent === 'yes' || filter.state === 'decided';
  const isNewest = filter.sort === 'newest';
  const lines = (isOther ? [] : waiting.map(lineOf))
    .filter((line) => (filter.state !== 'late' || line.isLate) && isFound(line, filter.q))
    .map((line) => ({ line, position: positionOf(line, isNewest) }))
    .toSorted((a, b) => (a.position < b.position ? -1 : 1));
  const ordered = isNewest ? lines.toReversed() : lines;
  const rest = after === undefined ? ordered : ordered.filter(({ position }) => isAfter(position, after, isNewest));
  return { lines: rest.slice(0, limit), hasMore: rest.length > limit };
}

const positionOf = ({ id, dueAt = '', createdAt }: WorkLine, isNewest: boolean): string =>
  `${isNewest ? createdAt : dueAt}/${id}`;

const isAfter = (position: string, after: string, isNewest: boolean): boolean =>
  isNewest ? position < after : position > after;

const isFound = ({ title, about }: WorkLine, q = ''): boolean => fold(`${title} ${about}`).includes(fold(q));

/** What this reader can do something about; undefined for somebody who never can. */
async function waitingFor(desk: LifeDesk, turn: Turn): Promise<Before[] | undefined> {
  const scene = await desk.shelf.scene(turn);
  const owns = [...scene.book.workflows.values()].some(({ ownerId }) => ownerId === turn.who.personId);
  if (!owns && !holdsAnywhere(turn.who, grants)) return undefined;
  const heads = await headsThat(
    turn.store,
    (head) => head.state !== 'retired' && (head.draftState === 'inReview' || isDue(head, turn.now)),
  );
  const found = await Promise.all(
    heads.map(async (document) => {
      const loaded = loadedOf(document, document.head, await versionsOf(turn.store, document.id));
      return beforeLoaded(desk, turn, scene, loaded);
    }),
  );
  return found.flatMap((at) => (at && isTheirs(at) ? [at] : []));
}

/** What waits for them to decide; one's own text waits for somebody else, and comes back when that takes too long. */
const isTheirs = (at: Before): boolean => may(at, 'approve') || may(at, 'confirm') || isNudged(at);

/** The same for the bot: it says what waits, and the tab is where it is done. */
export const scenarioItems = (desk: LifeDesk): ItemSource => ({
  kind: 'scenario',
  mine: async () => [],
  toDo: async (turn) =>
    (await waitingFor(desk, turn))
      ?.map(lineOf)
      .toSorted((a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1))
      .slice(0, itemsShown)
      .map((line) => itemLine(line, turn)),
  async open(turn, id) {
    const at = await before(desk, turn, id);
    if (!at?.actor.isReader) return refused(turn, 'not_found');
    return { kind: 'form', title: lineOf(at).title, card: noteOf(at), size: 'small' };
  },
});

function itemLine({ id, title, dueAt = '', status }: WorkLine, { words, who }: Turn): ItemLine {
  const due = dueAt ? readableTime(new Date(dueAt), who.zone, who.locale) : '';
  const text = words('items.line', { what: words('items.kind.scenario'), status: status.word, due });
  return { id, title, text, at: dueAt };
}
