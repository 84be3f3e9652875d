/** The review list's door: what waits to be decided, of every kind, in one list; the week of whoever leads; and a person's own items. */
import type { Feature } from '../../core/feature.ts';
import { type Route, refuse, route } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';
import type { Reviewed } from '../../core/work-item.ts';
import { reviewList, reviewQuery, snoozeBody, snoozed, weekHead } from './contract.ts';
import { mergedPage } from './merge.ts';
import { otherQueue } from './others.ts';
import { periodRoutes } from './periods.ts';
import { maySnooze, snoozedBy, snoozeIt } from './snooze.ts';
import { weekActions, weekCommand } from './week-answers.ts';
import type { WeekDeps } from './week-desk.ts';
import { isLead, linesOf } from './week-load.ts';
import { weekJob, weekly, weekNotice, weekStands } from './week-plan.ts';
import { weekWords } from './week-view.ts';

export interface ReviewDeps extends WeekDeps {
  readonly owns: readonly Reviewed['own'][];
}

export interface Review extends Feature {
  /** True for somebody to whom some of this work may fall. */
  hasWork(turn: Turn): Promise<boolean>;
  /** The card of the week comes today. */
  weekStands(turn: Turn): Promise<boolean>;
}

export function review(asked: ReviewDeps): Review {
  const deps = { ...asked, queues: [...asked.queues, ...asked.others.map(otherQueue)] };
  return {
    name: 'review',
    routes: [...weekRoutes(deps), ...listRoutes(deps), ...periodRoutes],
    commands: [weekCommand(deps)],
    actions: weekActions(deps),
    notices: [weekNotice(deps)],
    jobs: [weekJob(deps)],
    recurring: [weekly],
    weekStands,
    async hasWork(turn) {
      for (const { page } of deps.queues) if (await page(turn, { filter: {}, limit: 1 })) return true;
      return false;
    },
  };
}

const listRoutes = ({ queues, owns }: ReviewDeps): Route[] => [
  route(
    'GET',
    '/api/review',
    { query: reviewQuery, reply: reviewList, isList: true },
    async ({ turn, query, page }) => {
      const { kind, ...filter } = query;
      const asked = kind === undefined ? queues : queues.filter((queue) => queue.kind === kind);
      const merged = await mergedPage(asked, turn, { filter, ...page });
      if (!merged) return refuse('forbidden');
      const isOff = await snoozedBy(turn);
      const items = merged.lines.filter((line) => !isOff(line));
      return { kind: 'ok', body: { items }, ...(merged.next ? { next: merged.next } : {}) };
    },
  ),
  route('GET', '/api/me/items', { reply: reviewList, isList: true }, async ({ turn, page }) => {
    const lines = (await Promise.all(owns.map((own) => own(turn, page.limit)))).flat().map(({ line }) => line);
    const newest = lines.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1)).slice(0, page.limit);
    return { kind: 'ok', body: { items: newest } };
  }),
];

const weekRoutes = (deps: ReviewDeps): Route[] => [
  route('GET', '/api/review/week', { reply: weekHead }, async ({ turn }) => {
    if (!(await isLead(deps, turn))) return { kind: 'ok', body: { isLead: false, first: '', lines: [] } };
    const { first, lines } = await weekWords(deps, turn);
    return { kind: 'ok', body: { isLead: true, first, lines: [...lines] } };
  }),
  route('POST', '/api/review/snooze', { body: snoozeBody, reply: snoozed }, async ({ turn, body }) => {
    if (!maySnooze(body)) return refuse('forbidden');
    const line = (await linesOf(deps, turn)).find(({ kind, id }) => kind === body.kind && id === body.id);
    if (!line) return refuse('not_found');
    return (await snoozeIt(deps.hash, turn, line)) ? { kind: 'ok', body: { title: line.title } } : refuse('stale');
  }),
];
