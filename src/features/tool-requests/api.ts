/** Tool requests as the tab reads and changes them: the same checks, rules and notices as on the cards. */
import type { z } from 'zod';
import { type Reply, type Route, refuse, route } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';
import { nextOf, workItem } from '../../core/work-item.ts';
import { eventRoutes } from './api-events.ts';
import { askBody, askReply, listQuery, requestList } from './contract.ts';
import { actorOf, loadRequest } from './documents.ts';
import { type RequestDeps, sent } from './form.ts';
import { meanwhile } from './meanwhile.ts';
import { requestQueue } from './queue.ts';
import { keepRequest } from './send.ts';
import { itemOf, shown } from './work.ts';

const base = '/api/requests';

export const requestRoutes = (deps: RequestDeps): Route[] => [
  route('GET', base, { query: listQuery, reply: requestList, isList: true }, async ({ turn, query, page }) => {
    const asked = await requestQueue(deps).page(turn, { filter: query, ...page });
    if (!asked) return refuse('forbidden');
    const next = nextOf(asked);
    return { kind: 'ok', body: { items: asked.lines.map(({ line }) => line) }, ...(next ? { next } : {}) };
  }),
  route('POST', base, { body: askBody, reply: askReply }, ({ turn, body }) => askByTab(deps, turn, body)),
  route('GET', `${base}/:id`, { reply: workItem }, ({ turn, params }) => shown(deps, turn, params.id ?? '')),
  ...eventRoutes(deps),
];

/** Never refused: who asks for the same joins. What to use meanwhile comes back at once. */
async function askByTab(
  deps: RequestDeps,
  turn: Turn,
  { alreadyUsing, reversible, ...body }: z.infer<typeof askBody>,
): Promise<Reply<z.input<typeof askReply>>> {
  const undo = reversible === undefined ? {} : { reversible: reversible ? 'yes' : 'no' };
  const data = sent.parse({ ...body, ...undo, alreadyUsing: alreadyUsing ? 'true' : 'false' });
  const asked = await keepRequest(deps, turn, data);
  if (asked.kind === 'stale') return refuse('stale');
  if (asked.kind === 'wrong') {
    const { problem } = asked;
    return { kind: 'refused', code: problem.error, message: problem.message, fields: [problem] };
  }
  const loaded = await loadRequest(turn.store, asked.kept.id);
  if (!loaded) return refuse('stale');
  const { request } = loaded;
  const [item, other] = await Promise.all([
    itemOf(deps, turn, { loaded, actor: actorOf(turn, request) }, turn.words('request.received')),
    meanwhile(deps, turn, request),
  ]);
  const lane = { id: request.lane, word: turn.words(`request.lane.${request.lane}`) };
  const lines = other.lines.map(({ text }) => text);
  return {
    ...{ kind: 'ok', status: 201, version: loaded.version },
    body: { item, meanwhile: lines, lane, dueAt: request.dueAt },
  };
}
