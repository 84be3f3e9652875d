/** What may happen to a discovery, as routes: rights first, then what was typed, then the change; some say before what they change. */
import type { z } from 'zod';
import { type Call, type Reply, type Route, route } from '../../core/route.ts';
import { cleanText } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import { preview, type WorkItem, workItem } from '../../core/work-item.ts';
import { type TextEvent, textProblem } from './act.ts';
import { editing } from './api-share.ts';
import { acceptBody, editBody, mergeBody, nothing, textBody } from './contract.ts';
import type { Desk } from './desk.ts';
import { actorOf, loadDiscovery } from './documents.ts';
import { type Folding, foldingIn, foldProblems } from './fold.ts';
import { type EventName, mayRead, refusalOf } from './lifecycle.ts';
import { merging } from './merge.ts';
import { type Pressing, press } from './press.ts';
import { declineChanges, foldChanges, previewOf } from './preview.ts';
import { refusalReply } from './refusal.ts';
import { shown } from './work.ts';

const one = '/api/discoveries/:id';

type Refused = Extract<Reply, { kind: 'refused' }>;

interface Event<B extends z.ZodType> {
  readonly name: EventName;
  readonly body: B;
  /** To be pressed, or what is wrong with what was typed. */
  readonly pressing: (turn: Turn, discoveryId: string, body: z.infer<B>) => Promise<Pressing | Refused>;
  /** What it changes, for those that say so before. */
  readonly changes?: (turn: Turn, discoveryId: string, body: z.infer<B>) => Promise<string[]>;
}

export const eventRoutes = (desk: Desk): Route[] => [
  ...(['claim', 'reopen', 'withdraw'] as const).flatMap((name) =>
    routesOf(desk, {
      ...{ name, body: nothing },
      pressing: async (_, discoveryId) => ({ discoveryId, event: { name } }),
    }),
  ),
  ...(['askAuthor', 'reply', 'decline'] as const).flatMap((name) =>
    routesOf(desk, {
      ...{ name, body: textBody },
      pressing: async (turn, discoveryId, { text }) => saying(turn, discoveryId, name, text),
      ...(name === 'decline' ? { changes: declineChanges } : {}),
    }),
  ),
  ...routesOf(desk, {
    ...{ name: 'edit', body: editBody },
    pressing: (turn, discoveryId, body) => editing(desk, turn, discoveryId, body),
  }),
  ...routesOf(desk, {
    ...{ name: 'merge', body: mergeBody },
    pressing: async (turn, discoveryId, { twin }) => merging(desk, turn, discoveryId, twin),
  }),
  ...routesOf(desk, {
    ...{ name: 'accept', body: acceptBody },
    pressing: async (turn, discoveryId, body) => accepting(desk, turn, foldingOf(discoveryId, body)),
    changes: (turn, discoveryId, body) => foldChanges(desk, turn, foldingOf(discoveryId, body)),
  }),
];

function routesOf<B extends z.ZodType>(desk: Desk, event: Event<B>): Route[] {
  const { name, body, changes } = event;
  const path = `${one}/${name}`;
  return [
    route('POST', path, { body, reply: workItem, needsVersion: true }, async (call) => {
      const asked = await askedOf(desk, event, call);
      return asked.kind === 'refused' ? asked : pressed(desk, call.turn, asked.pressing);
    }),
    ...(changes
      ? [
          route('POST', `${path}/preview`, { body, reply: preview }, async (call) => {
            const asked = await askedOf(desk, event, call);
            if (asked.kind === 'refused') return asked;
            const { turn, params } = call;
            return previewOf(desk, turn, asked.pressing, () => changes(turn, params.id ?? '', call.body));
          }),
        ]
      : []),
  ];
}

type Asked = { kind: 'pressing'; pressing: Pressing } | Refused;

/** What is wrong with a text is said to whom may send it. */
async function askedOf<B extends z.ZodType>(
  desk: Desk,
  { name, pressing }: Event<B>,
  { turn, params, body, version }: Call<unknown, z.infer<B>>,
): Promise<Asked> {
  const id = params.id ?? '';
  const refused = await refusedBefore(desk, turn, { id, name, version });
  if (refused) return refused;
  const made = await pressing(turn, id, body);
  if ('kind' in made) return made;
  return { kind: 'pressing', pressing: { ...made, ...(version === '' ? {} : { version }) } };
}

async function refusedBefore(
  desk: Desk,
  turn: Turn,
  { id, name, version }: { id: string; name: EventName; version: string },
): Promise<Refused | undefined> {
  const loaded = await loadDiscovery(turn.store, id);
  const actor = loaded && (await actorOf(desk, turn, loaded));
  if (!loaded || !actor || !mayRead(loaded.discovery, actor)) return { kind: 'refused', code: 'not_found' };
  if (version !== '' && version !== loaded.version) return { kind: 'refused', code: 'stale' };
  const refusal = refusalOf(loaded.discovery, name, actor);
  return refusal && refusalReply(desk, turn, { kind: 'refused', loaded, why: refusal.kind });
}

/** The item as it stands after the event, or why nothing happened. */
async function pressed(desk: Desk, turn: Turn, pressing: Pressing): Promise<Reply<WorkItem>> {
  const result = await press(desk, turn, pressing, 1);
  if (result.kind !== 'done') return refusalReply(desk, turn, result);
  return shown(desk, turn, pressing.discoveryId, turn.words(`discovery.done.${pressing.event.name}`));
}

function saying(turn: Turn, discoveryId: string, name: TextEvent, raw: string): Pressing | Refused {
  const text = cleanText(raw);
  const problem = textProblem(turn, name, text);
  if (problem) return { kind: 'refused', code: problem.error, message: problem.message, fields: [problem] };
  return { discoveryId, event: { name, text } };
}

function accepting(desk: Desk, turn: Turn, input: Folding): Pressing | Refused {
  const fields = foldProblems(turn, input);
  const [first] = fields;
  if (first) return { kind: 'refused', code: first.error, message: first.message, fields };
  return foldingIn(desk, turn, input);
}

const foldingOf = (discoveryId: string, { anonymised, ...body }: z.infer<typeof acceptBody>): Folding => ({
  discoveryId,
  ...body,
  anonymised: anonymised ? 'true' : 'false',
});
