/** One list out of several: each source pages by itself, and the cursor holds how far each was read. */
import { z } from 'zod';
import type { Turn } from '../../core/turn.ts';
import { nextOf, type QueueFilter, type QueuePage, type QueueSource, type WorkLine } from '../../core/work-item.ts';

/** By kind of item; `null` where nothing more comes. */
const positions = z.record(z.string(), z.string().nullable());
type Positions = z.infer<typeof positions>;

export interface Merged {
  readonly lines: readonly WorkLine[];
  readonly next?: string;
}

interface Asking {
  readonly filter: QueueFilter;
  readonly limit: number;
  readonly after?: string;
}

interface Read {
  readonly kind: string;
  readonly page: QueuePage;
}

/** Undefined for a reader who has no such work anywhere. */
export async function mergedPage(
  sources: readonly QueueSource[],
  turn: Turn,
  { filter, limit, after }: Asking,
): Promise<Merged | undefined> {
  const from: Positions = after === undefined ? {} : positions.parse(JSON.parse(after));
  const reading = sources.filter(({ kind }) => from[kind] !== null);
  const pages = await Promise.all(
    reading.map(async ({ kind, page }): Promise<Read | undefined> => {
      const start = from[kind];
      const found = await page(turn, { filter, limit, ...(start ? { after: start } : {}) });
      return found && { kind, page: found };
    }),
  );
  const read = pages.filter((each) => each !== undefined);
  if (read.length === 0 && after === undefined) return undefined;
  const taken = inTurn(filter, read, limit);
  const next: Positions = { ...from };
  let isMore = false;
  for (const { kind, page } of read) {
    const own = taken.filter((each) => each.kind === kind);
    const isUsedUp = own.length === page.lines.length;
    const last = (isUsedUp ? nextOf(page) : own.at(-1)?.position) ?? from[kind];
    const isLeft = page.hasMore || !isUsedUp;
    if (isLeft) isMore = true;
    if (!isLeft) next[kind] = null;
    else if (last) next[kind] = last;
  }
  return { lines: taken.map(({ line }) => line), ...(isMore ? { next: JSON.stringify(next) } : {}) };
}

type Taken = QueuePage['lines'][number] & { readonly kind: string };

/**
 * Always the first of the sources' next lines. The order within a source stays as it is, since its position says how far it
 * was read; and where one was not read far enough to say what comes next, the page ends.
 */
function inTurn(filter: QueueFilter, read: readonly Read[], limit: number): Taken[] {
  const queues = read.map(({ kind, page }) => ({ kind, page, at: 0 }));
  const taken: Taken[] = [];
  while (taken.length < limit) {
    const [first] = queues
      .flatMap((queue) => headOf(queue).map((line) => ({ queue, line })))
      .toSorted((a, b) => compare(filter, a.line, b.line));
    const each = first?.queue.page.lines[first.queue.at++];
    if (!first || !each) return taken;
    taken.push({ kind: first.queue.kind, ...each });
  }
  return taken;
}

/** The next line of a source; past its last one, where its reading stopped. */
function headOf({ page, at }: { readonly page: QueuePage; readonly at: number }): Ordered[] {
  const line = page.lines[at]?.line;
  if (line) return [line];
  const [instant, id = ''] = (page.hasMore ? page.reached : undefined)?.split('/') ?? [];
  return instant === undefined ? [] : [{ createdAt: instant, dueAt: instant, id }];
}

type Ordered = Pick<WorkLine, 'createdAt' | 'dueAt' | 'id'>;

/** Soonest due first, what has no due time last; else the newest first. Equal ones by id, so that no page has one twice. */
function compare({ sort }: QueueFilter, a: Ordered, b: Ordered): number {
  const [first, second] = sort === 'newest' ? [b.createdAt, a.createdAt] : [a.dueAt ?? '9', b.dueAt ?? '9'];
  if (first !== second) return first < second ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
