/** The events of a scenario as routes, each with what it would change and whom it would tell. */
import type { z } from 'zod';
import { type Call, type Reply, type Route, refuse, route } from '../../core/route.ts';
import { writeStamped } from '../../core/stamp.ts';
import { type Preview, preview, type WorkItem, workItem } from '../../core/work-item.ts';
import { noteBody, reasonBody, retireBody, rollBackBody, sendBackBody } from './event-contract.ts';
import type { LifeDesk } from './life-desk.ts';
import { type Before, before, beforeLoaded } from './scenario-before.ts';
import type { ScenarioEvent } from './scenario-changes.ts';
import { type Checked, checked } from './scenario-check.ts';
import { eventOperations, type Happening, headAfter } from './scenario-events.ts';
import { itemOf } from './scenario-item.ts';
import { previewOf } from './scenario-preview.ts';
import { refused } from './scenario-refusals.ts';
import { refusalBy, refusalOf } from './scenario-rules.ts';

export const scenarioRoutes = (desk: LifeDesk): Route[] => [
  route('GET', '/api/scenarios/:id/item', { reply: workItem }, async ({ turn, params }) => {
    const at = await before(desk, turn, params.id ?? '');
    return at?.actor.isReader
      ? { kind: 'ok', body: await itemOf(at), version: at.loaded.version }
      : refuse('not_found');
  }),
  ...(['startEdit', 'approve', 'confirm', 'release', 'restore', 'dropDraft'] as const).flatMap((name) =>
    pair(desk, name, undefined, () => ({ name })),
  ),
  ...(['submit', 'publish', 'smallFix'] as const).flatMap((name) =>
    pair(desk, name, noteBody, ({ changeNote }) => ({ name, changeNote })),
  ),
  ...pair(desk, 'sendBack', sendBackBody, (body) => ({ name: 'sendBack', ...body })),
  ...pair(desk, 'hold', reasonBody, (body) => ({ name: 'hold', ...body })),
  ...pair(desk, 'rollBack', rollBackBody, (body) => ({ name: 'rollBack', ...body })),
  ...pair(desk, 'retire', retireBody, (body) => ({ name: 'retire', ...body })),
];

/** The event, and the same without doing it. */
function pair<B extends z.ZodType>(
  desk: LifeDesk,
  name: ScenarioEvent['name'],
  body: B | undefined,
  eventOf: (body: z.output<B>) => ScenarioEvent,
): Route[] {
  const path = `/api/scenarios/:id/${name}`;
  const shape = { ...(body ? { body } : {}), needsVersion: true };
  return [
    route('POST', path, { ...shape, reply: workItem }, (call) => happen(desk, call, eventOf(call.body))),
    route('POST', `${path}/preview`, { ...shape, reply: preview }, (call) => foresee(desk, call, eventOf(call.body))),
  ];
}

type Read = { kind: 'ready'; happening: Happening } | Extract<Reply, { kind: 'refused' }>;

/** Rights first, then whether it is still what the reader saw, then its state and its gate. */
async function read(desk: LifeDesk, { turn, params, version }: Call, event: ScenarioEvent): Promise<Read> {
  const at = await before(desk, turn, params.id ?? '');
  if (!at) return refusal(refuse('not_found'));
  const { head } = at.loaded;
  const denied = refusalBy(head, event.name, at.actor);
  if (denied) return refusal(refused(turn, denied));
  if (version !== at.loaded.version) return refusal(refuse('stale'));
  const late = refusalOf(head, event.name, at.actor, turn.now);
  if (late) return refusal(refused(turn, late));
  const found: Checked = checked(at, event);
  return found.kind === 'fine' ? { kind: 'ready', happening: { at, event, contract: found.contract } } : found.refusal;
}

const refusal = (reply: Reply<never>): Extract<Reply, { kind: 'refused' }> =>
  reply.kind === 'refused' ? reply : { kind: 'refused', code: 'internal' };

/** Nothing of a draft stands in what others read: only the rest makes their copies old. */
const quiet: readonly ScenarioEvent['name'][] = ['startEdit', 'submit', 'sendBack'];

async function happen(desk: LifeDesk, call: Call, event: ScenarioEvent): Promise<Reply<WorkItem>> {
  const found = await read(desk, call, event);
  if (found.kind === 'refused') return found;
  const { turn } = call;
  const { happening } = found;
  const operations = await eventOperations(happening);
  const result = quiet.includes(event.name)
    ? await turn.store.write(operations)
    : await writeStamped(turn.store, ['content'], operations);
  if (result.kind !== 'ok') return refuse('stale');
  const after = await afterwards(happening);
  return {
    kind: 'ok',
    version: after.loaded.version,
    body: await itemOf(after, turn.words(`edit.done.${event.name}`)),
  };
}

/** As it stands now; a draft that is gone is shown as it was left. */
async function afterwards(happening: Happening): Promise<Before> {
  const { at } = happening;
  const again = await before(at.desk, at.turn, at.loaded.id);
  if (again) return again;
  const gone = { ...at.loaded, head: headAfter(happening), draft: undefined };
  return beforeLoaded(at.desk, at.turn, at.scene, gone) ?? at;
}

async function foresee(desk: LifeDesk, call: Call, event: ScenarioEvent): Promise<Reply<Preview>> {
  const found = await read(desk, call, event);
  return found.kind === 'refused' ? found : { kind: 'ok', body: await previewOf(found.happening) };
}
