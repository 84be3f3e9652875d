/** The review list's door: what waits to be decided, of every kind, in one list; and a person's own items of every kind. */
import type { Feature } from '../../core/feature.ts';
import { type Route, refuse, route } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';
import type { QueueSource, Reviewed } from '../../core/work-item.ts';
import { reviewList, reviewQuery } from './contract.ts';
import { mergedPage } from './merge.ts';

export interface ReviewDeps {
  readonly queues: readonly QueueSource[];
  readonly owns: readonly Reviewed['own'][];
}

export interface Review extends Feature {
  /** True for somebody to whom some of this work may fall. */
  hasWork(turn: Turn): Promise<boolean>;
}

export const review = (deps: ReviewDeps): Review => ({
  name: 'review',
  routes: reviewRoutes(deps),
  async hasWork(turn) {
    for (const { page } of deps.queues) if (await page(turn, { filter: {}, limit: 1 })) return true;
    return false;
  },
});

const reviewRoutes = ({ queues, owns }: ReviewDeps): Route[] => [
  route(
    'GET',
    '/api/review',
    { query: reviewQuery, reply: reviewList, isList: true },
    async ({ turn, query, page }) => {
      const { kind, ...filter } = query;
      const asked = kind === undefined ? queues : queues.filter((queue) => queue.kind === kind);
      const merged = await mergedPage(asked, turn, { filter, ...page });
      if (!merged) return refuse('forbidden');
      return { kind: 'ok', body: { items: [...merged.lines] }, ...(merged.next ? { next: merged.next } : {}) };
    },
  ),
  route('GET', '/api/me/items', { reply: reviewList, isList: true }, async ({ turn, page }) => {
    const lines = (await Promise.all(owns.map((own) => own(turn, page.limit)))).flat().map(({ line }) => line);
    const newest = lines.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1)).slice(0, page.limit);
    return { kind: 'ok', body: { items: newest } };
  }),
];
