/** Runs in the tab: how it went, and the page of one's own. No route here knows anybody but who asks. */
import { type Reply, type Route, refuse, route } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';
import {
  ownFigures,
  type RunLine,
  rateBody,
  ratingFormBody,
  resultBody,
  runGone,
  runLine,
  runList,
  tellBody,
} from './contract.ts';
import type { Desk } from './desk.ts';
import { loadMine } from './documents.ts';
import { rateOwn, ratingForm } from './own-rating.ts';
import { bringBack, ownLine, ownNumbers, ownRuns, removeRun } from './own-runs.ts';
import { correct, type Kept, sayResult } from './said.ts';

const base = '/api/me/uses';

export const runRoutes = (desk: Desk): Route[] => [
  route('GET', base, { reply: runList, isList: true }, ({ turn, page }) => ownRuns(desk, turn, page)),
  route('GET', '/api/me/figures', { reply: ownFigures }, ({ turn }) => ownNumbers(desk, turn)),
  route('POST', `${base}/:id/result`, { body: resultBody, reply: runLine }, async ({ turn, params, body }) =>
    replyOf(desk, turn, await sayResult(desk, turn, params.id ?? '', body.result)),
  ),
  route('PATCH', `${base}/:id`, { body: tellBody, reply: runLine, needsVersion: true }, async (call) => {
    const { turn, params, body, version } = call;
    const run = await loadMine(desk, turn, params.id ?? '');
    if (run && run.version !== version) return refuse('stale');
    return replyOf(desk, turn, await correct(desk, turn, params.id ?? '', body));
  }),
  route('DELETE', `${base}/:id`, { reply: runGone, needsVersion: true }, ({ turn, params, version }) =>
    removeRun(desk, turn, params.id ?? '', version),
  ),
  route('GET', `${base}/:id/rating`, { reply: ratingFormBody }, ({ turn, params }) =>
    ratingForm(desk, turn, params.id ?? ''),
  ),
  route('POST', `${base}/:id/rating`, { body: rateBody, reply: runLine }, ({ turn, params, body }) =>
    rateOwn(desk, turn, params.id ?? '', body),
  ),
  route('POST', `${base}/:id/undo`, { reply: runLine }, ({ turn, params }) => bringBack(desk, turn, params.id ?? '')),
];

async function replyOf(desk: Desk, turn: Turn, kept: Kept): Promise<Reply<RunLine>> {
  switch (kept.kind) {
    case 'kept': {
      const { version, ...line } = await ownLine(desk, turn, kept.run);
      return { kind: 'ok', body: { ...line, version }, version };
    }
    case 'missing':
      return refuse('not_found');
    case 'stale':
      return refuse('stale');
    case 'lapsed':
    case 'closed':
      return refuse('already_done', turn.words(`uses.over.${kept.kind}`));
  }
}
