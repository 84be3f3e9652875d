/** A part of the review list that is small enough to be put in order in memory. */
import { holds } from '../../core/person.ts';
import { fold } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import type { QueueAsk, QueuePage, WorkLine } from '../../core/work-item.ts';

/** There are never so many that they could not be put in order here. */
export async function pageOf(turn: Turn, { filter, limit, after }: QueueAsk, load: () => Promise<WorkLine[]>) {
  if (!holds(turn.who, ['governance'])) return undefined;
  const nothing: QueuePage = { lines: [], hasMore: false };
  if (filter.state === 'decided' || filter.urgent || filter.assignee === 'me') return nothing;
  const isNewest = filter.sort === 'newest';
  const wanted = fold(filter.q ?? '')
    .split(' ')
    .filter(Boolean);
  const placed = (await load())
    .filter((line) => filter.state !== 'late' || line.isLate)
    .filter((line) => wanted.every((word) => fold(`${line.title} ${line.about}`).includes(word)))
    .map((line) => ({ line, position: `${isNewest ? line.createdAt : (line.dueAt ?? '')}|${line.id}` }))
    .toSorted((a, b) => (isNewest ? -1 : 1) * compare(a.position, b.position));
  const rest = placed.filter(({ position }) => !after || (isNewest ? position < after : position > after));
  return { lines: rest.slice(0, limit), hasMore: rest.length > limit };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
