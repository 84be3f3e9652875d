/** Work that other lists have and the review list has not, as lines of it: notes of a session, a signature, a decision on a pilot. */
import { fold } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import type { QueueAsk, QueuePage, QueueSource, WorkLine } from '../../core/work-item.ts';
import type { OtherWork } from './week-desk.ts';

export const otherQueue = ({ source, kind, path }: OtherWork): QueueSource => ({
  kind,
  async page(turn, { filter, limit, after }: QueueAsk): Promise<QueuePage | undefined> {
    const found = await source.toDo(turn);
    if (!found) return undefined;
    // Nobody has taken any of it, none is urgent, and what is done waits no more.
    const isOther = filter.assignee === 'me' || filter.urgent === 'yes' || filter.state === 'decided';
    const isNewest = filter.sort === 'newest';
    const lines = (isOther ? [] : found)
      .map((each) => lineOf(turn, { ...each, kind, path: path(each.id) }))
      .filter((line) => filter.state !== 'late' || line.isLate)
      .filter(({ title, about }) => fold(`${title} ${about}`).includes(fold(filter.q ?? '')))
      .map((line) => ({ line, position: `${isNewest ? line.createdAt : (line.dueAt ?? '')}/${line.id}` }))
      .toSorted((a, b) => (isNewest ? -1 : 1) * (a.position < b.position ? -1 : 1));
    const rest = lines.filter(({ position }) => !after || (isNewest ? position < after : position > after));
    return { lines: rest.slice(0, limit), hasMore: rest.length > limit };
  },
});

interface Other {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly at: string;
  readonly path: string;
}

function lineOf({ words, now }: Turn, { kind, id, title, text, at, path }: Other): WorkLine {
  const isLate = at < now.toISOString();
  return {
    ...{ kind, id, title, about: text, path, createdAt: at, dueAt: at, isLate, isUrgent: false, people: 0 },
    status: { word: words(`week.kind.${kind}`), tone: isLate ? 'warning' : 'info' },
    ...{ version: '', bulk: [] },
  };
}
