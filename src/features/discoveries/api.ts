/** Discoveries as the tab reads and changes them: the same checks, rules and notices as on the cards. */
import { type Reply, type Route, refuse, route } from '../../core/route.ts';
import { nextOf, type QueuePage, type WorkLine, workItem } from '../../core/work-item.ts';
import { eventRoutes } from './api-events.ts';
import { shareByTab } from './api-share.ts';
import { discoveryList, listQuery, nothing, shareBody, shareReply } from './contract.ts';
import type { Desk } from './desk.ts';
import { discoveryQueue, seenPage } from './queue.ts';
import { count, noteOf } from './reuse.ts';
import { takeBack } from './undo.ts';
import { shown } from './work.ts';

const base = '/api/discoveries';
const one = `${base}/:id`;
/** Besides the playbook and people's rights: names of those who have one. */
const madeOf = ['discovery', 'person'];

export const discoveryRoutes = (desk: Desk): Route[] => [
  route(
    'GET',
    base,
    { query: listQuery, reply: discoveryList, isList: true, madeOf },
    async ({ turn, query, page }) => {
      const { queue, ...filter } = query;
      const asked =
        queue === 'review'
          ? await discoveryQueue(desk).page(turn, { filter, ...page })
          : await seenPage(desk, turn, { q: filter.q, ...page });
      return asked ? listed(asked) : refuse('forbidden');
    },
  ),
  route('POST', base, { body: shareBody, reply: shareReply }, ({ turn, body }) => shareByTab(desk, turn, body)),
  route('GET', one, { reply: workItem }, ({ turn, params }) => shown(desk, turn, params.id ?? '')),
  route(
    'POST',
    `${one}/alsoUsed`,
    { body: nothing, reply: workItem, needsVersion: true },
    async ({ turn, params, version }) => {
      const counted = await count(desk, turn, params.id ?? '', version);
      if (counted.kind === 'missing') return refuse('not_found');
      if (counted.kind === 'stale') return refuse('stale');
      return shown(desk, turn, counted.discoveryId, noteOf(turn, counted.kind));
    },
  ),
  route('POST', `${one}/undo`, { body: nothing, reply: workItem, needsVersion: true }, ({ turn, params, version }) =>
    takeBack(desk, turn, params.id ?? '', version),
  ),
  ...eventRoutes(desk),
];

function listed(page: QueuePage): Reply<{ items: WorkLine[] }> {
  const next = nextOf(page);
  return { kind: 'ok', body: { items: page.lines.map(({ line }) => line) }, ...(next ? { next } : {}) };
}
