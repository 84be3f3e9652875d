/** Discoveries as the tab reads and changes them: the same checks, rules and notices as on the cards. */

import { type Reply, type Route, refuse, route } from '../../core/route.ts';
import { cleanText } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import { preview, type QueuePage, type WorkItem, type WorkLine, workItem } from '../../core/work-item.ts';
import { type TextEvent, textProblem } from './act.ts';
import { editing, shareByTab } from './api-share.ts';
import {
  acceptBody,
  discoveryList,
  editBody,
  listQuery,
  mergeBody,
  nothing,
  shareBody,
  shareReply,
  textBody,
} from './contract.ts';
import type { Desk } from './desk.ts';
import { actorOf, loadDiscovery } from './documents.ts';
import { type Folding, foldingIn, foldProblems } from './fold.ts';
import { mayRead } from './lifecycle.ts';
import { merging } from './merge.ts';
import { type Pressing, press } from './press.ts';
import { declineChanges, foldChanges, previewOf } from './preview.ts';
import { discoveryQueue, seenPage } from './queue.ts';
import { refusalReply } from './refusal.ts';
import { count, noteOf } from './reuse.ts';
import { shown } from './work.ts';

type Refused = Extract<Reply, { kind: 'refused' }>;

const base = '/api/discoveries';
const one = `${base}/:id`;
const item = { reply: workItem, needsVersion: true } as const;

export const discoveryRoutes = (desk: Desk): Route[] => [
  route('GET', base, { query: listQuery, reply: discoveryList, isList: true }, async ({ turn, query, page }) => {
    const { queue, ...filter } = query;
    const asked =
      queue === 'review'
        ? await discoveryQueue(desk).page(turn, { filter, ...page })
        : await seenPage(desk, turn, { q: filter.q, ...page });
    return asked ? listed(asked) : refuse('forbidden');
  }),
  route('POST', base, { body: shareBody, reply: shareReply }, ({ turn, body }) => shareByTab(desk, turn, body)),
  route('GET', one, { reply: workItem }, ({ turn, params }) => shown(desk, turn, params.id ?? '')),
  ...plainEvents(desk),
  ...textEvents(desk),
  ...decidingEvents(desk),
  route('POST', `${one}/alsoUsed`, { body: nothing, ...item }, async ({ turn, params, version }) => {
    const counted = await count(desk, turn, params.id ?? '', version);
    if (counted.kind === 'missing') return refuse('not_found');
    if (counted.kind === 'stale') return refuse('stale');
    return shown(desk, turn, counted.discoveryId, noteOf(turn, counted.kind));
  }),
  route('POST', `${one}/edit`, { body: editBody, ...item }, async ({ turn, params, body, version }) => {
    const seen = await shown(desk, turn, params.id ?? '');
    if (seen.kind === 'refused') return seen;
    const asked = await editing(desk, turn, params.id ?? '', body);
    return 'kind' in asked ? asked : pressed(desk, turn, { ...asked, version });
  }),
];

function listed({ lines, hasMore }: QueuePage): Reply<{ items: WorkLine[] }> {
  const next = hasMore ? lines.at(-1)?.position : undefined;
  return { kind: 'ok', body: { items: lines.map(({ line }) => line) }, ...(next ? { next } : {}) };
}

/** The item as it stands after the event, or why nothing happened. */
async function pressed(desk: Desk, turn: Turn, pressing: Pressing & { version: string }): Promise<Reply<WorkItem>> {
  const result = await press(desk, turn, pressing, 1);
  if (result.kind !== 'done') return refusalReply(desk, turn, result);
  return shown(desk, turn, pressing.discoveryId, turn.words(`discovery.done.${pressing.event.name}`));
}

const plainEvents = (desk: Desk): Route[] =>
  (['claim', 'reopen', 'withdraw'] as const).map((name) =>
    route('POST', `${one}/${name}`, { body: nothing, ...item }, ({ turn, params, version }) =>
      pressed(desk, turn, { discoveryId: params.id ?? '', event: { name }, version }),
    ),
  );

const textEvents = (desk: Desk): Route[] =>
  (['askAuthor', 'reply', 'decline'] as const).map((name) =>
    route('POST', `${one}/${name}`, { body: textBody, ...item }, async ({ turn, params, body, version }) => {
      const asked = saying(turn, params.id ?? '', name, body.text);
      if ('kind' in asked) return unlessHidden(desk, turn, params.id ?? '', asked);
      return pressed(desk, turn, { ...asked, version });
    }),
  );

function saying(turn: Turn, discoveryId: string, name: TextEvent, raw: string): Pressing | Refused {
  const text = cleanText(raw);
  const problem = textProblem(turn, name, text);
  if (problem) return { kind: 'refused', code: problem.error, message: problem.message, fields: [problem] };
  return { discoveryId, event: { name, text } };
}

const decidingEvents = (desk: Desk): Route[] => [
  route('POST', `${one}/accept`, { body: acceptBody, ...item }, async ({ turn, params, body, version }) => {
    const input = foldingOf(params.id ?? '', body);
    const wrong = await wrongFold(desk, turn, input);
    return wrong ?? pressed(desk, turn, { ...foldingIn(desk, turn, input), version });
  }),
  route(
    'POST',
    `${one}/accept/preview`,
    { body: acceptBody, reply: preview },
    async ({ turn, params, body, version }) => {
      const input = foldingOf(params.id ?? '', body);
      const wrong = await wrongFold(desk, turn, input);
      const asked = { ...foldingIn(desk, turn, input), ...(version ? { version } : {}) };
      return wrong ?? previewOf(desk, turn, asked, () => foldChanges(desk, turn, input));
    },
  ),
  route(
    'POST',
    `${one}/decline/preview`,
    { body: textBody, reply: preview },
    async ({ turn, params, body, version }) => {
      const asked = saying(turn, params.id ?? '', 'decline', body.text);
      if ('kind' in asked) return unlessHidden(desk, turn, params.id ?? '', asked);
      return previewOf(desk, turn, { ...asked, ...(version ? { version } : {}) }, () => declineChanges(turn));
    },
  ),
  route('POST', `${one}/merge`, { body: mergeBody, ...item }, ({ turn, params, body, version }) =>
    pressed(desk, turn, { ...merging(desk, turn, params.id ?? '', body.twin), version }),
  ),
];

const foldingOf = (discoveryId: string, { anonymised, ...body }: (typeof acceptBody)['_output']): Folding => ({
  discoveryId,
  ...body,
  anonymised: anonymised ? 'true' : 'false',
});

async function wrongFold(desk: Desk, turn: Turn, input: Folding): Promise<Refused | undefined> {
  const fields = foldProblems(turn, input);
  const [first] = fields;
  if (!first) return undefined;
  return unlessHidden(desk, turn, input.discoveryId, {
    ...{ kind: 'refused', code: first.error, message: first.message, fields },
  });
}

/** What is wrong with a text is not said of what may not be seen. */
async function unlessHidden(desk: Desk, turn: Turn, id: string, refused: Refused): Promise<Refused> {
  const loaded = await loadDiscovery(turn.store, id);
  const isSeen = loaded && mayRead(loaded.discovery, await actorOf(desk, turn, loaded));
  return isSeen ? refused : { kind: 'refused', code: 'not_found' };
}
