/** One list out of several: each source pages by itself, and the cursor holds how far each was read. */
import { z } from 'zod';
import type { Turn } from '../../core/turn.ts';
import type { QueueFilter, QueuePage, QueueSource, WorkLine } from '../../core/work-item.ts';

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
  const taken = read
    .flatMap(({ kind, page }) => page.lines.map((each) => ({ kind, ...each })))
    .toSorted((a, b) => compare(filter, a.line, b.line))
    .slice(0, limit);
  const next: Positions = { ...from };
  let isMore = false;
  for (const { kind, page } of read) {
    const own = taken.filter((each) => each.kind === kind);
    const last = own.at(-1)?.position ?? from[kind] ?? undefined;
    const isLeft = page.hasMore || own.length < page.lines.length;
    if (isLeft) isMore = true;
    if (!isLeft) next[kind] = null;
    else if (last) next[kind] = last;
  }
  return { lines: taken.map(({ line }) => line), ...(isMore ? { next: JSON.stringify(next) } : {}) };
}

/** Soonest due first, what has no due time last; else the newest first. Equal ones by id, so that no page has one twice. */
function compare({ sort }: QueueFilter, a: WorkLine, b: WorkLine): number {
  const [first, second] = sort === 'newest' ? [b.createdAt, a.createdAt] : [a.dueAt ?? '9', b.dueAt ?? '9'];
  if (first !== second) return first < second ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
