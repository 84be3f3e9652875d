/** Decisions over HTTP: the list that everyone searches, one as an item, and what is done with it. */
import { historyOf } from '../../core/history.ts';
import { holds } from '../../core/person.ts';
import { type Call, type Reply, type Route, refuse, route } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';
import { preview, type WorkItem, workItem } from '../../core/work-item.ts';
import { adopt } from './adopt.ts';
import { changeDecisionBody, decisionList, decisionQuery, reasonBody } from './decision-contract.ts';
import { actedOn, type ChangeCall, changeWider, confirm, retire, ruleFrom } from './decision-events.ts';
import { itemOf } from './decision-items.ts';
import { decisionLineOf, decisionsSeen, maySee } from './decision-lines.ts';
import { cellOfStanding, type Standing, standing } from './due.ts';
import { type PreviewDeps, previewOf } from './rule-preview.ts';
import { type Scene, type SceneDeps, sceneAfter, sceneOf } from './scene.ts';
import { saveRule, settingOf } from './set-rule.ts';
import { type TakeBackDeps, takeBack, undoOf } from './take-back.ts';

export type DecisionDeps = SceneDeps & PreviewDeps & TakeBackDeps;

export const decisionRoutes = (deps: DecisionDeps): Route[] => [
  route(
    'GET',
    '/api/decisions',
    { query: decisionQuery, reply: decisionList, isList: true },
    async ({ turn, query, page }) => {
      const scene = await sceneOf(deps, turn);
      const all = decisionsSeen(scene, query.state ?? 'inForce', query.q);
      const start = page.after === undefined ? 0 : all.findIndex(({ id }) => id === page.after) + 1;
      const shown = all.slice(start, start + page.limit);
      const last = shown.at(-1)?.id;
      return {
        kind: 'ok',
        body: { items: shown.map((each) => decisionLineOf(scene, each)) },
        ...(last && start + shown.length < all.length ? { next: last } : {}),
      };
    },
  ),
  route('GET', '/api/decisions/:id', { reply: workItem }, ({ turn, params }) => itemReply(deps, turn, params.id)),
  route('POST', '/api/decisions/:id/confirm', { reply: workItem, needsVersion: true }, async (call) => {
    const done = await confirm(call);
    return done.kind === 'done' ? itemReply(deps, call.turn, call.params.id, 'tools.confirmed') : done;
  }),
  route('POST', '/api/decisions/:id/adopt', { reply: workItem, needsVersion: true }, async (call) => {
    const done = await adopt(deps, call);
    return done.kind === 'done' ? itemReply(deps, call.turn, call.params.id, 'tools.adopted') : done;
  }),
  route(
    'POST',
    '/api/decisions/:id/retire',
    { body: reasonBody, reply: workItem, needsVersion: true },
    async (call) => {
      const found = await standing(call.turn.store, call.params.id ?? '');
      const done = await retire(call);
      if (done.kind !== 'done') return done;
      // An open cell is nothing to look at again: what is shown is what was retired.
      const after = await standing(call.turn.store, call.params.id ?? '');
      return shown(deps, call.turn, after ?? found, 'tools.retired');
    },
  ),
  route(
    'POST',
    '/api/decisions/:id/change',
    { body: changeDecisionBody, reply: workItem, needsVersion: true },
    (call) => change(deps, call),
  ),
  route('POST', '/api/decisions/:id/undo', { reply: workItem, needsVersion: true }, (call) => undo(deps, call)),
  route(
    'POST',
    '/api/decisions/:id/change/preview',
    { body: changeDecisionBody, reply: preview, needsVersion: true },
    (call) => changePreview(deps, call),
  ),
];

async function itemReply(deps: DecisionDeps, turn: Turn, id = '', note?: string): Promise<Reply<WorkItem>> {
  return shown(deps, turn, await standing(turn.store, id), note);
}

async function shown(
  deps: DecisionDeps,
  turn: Turn,
  each: Standing | undefined,
  note?: string,
): Promise<Reply<WorkItem>> {
  const scene = await sceneAfter(deps, turn);
  if (!each || (each.kind === 'decision' && !maySee(scene, each.decision))) return refuse('not_found');
  const item = itemOf(scene, each, {
    history: await historyFor(deps, scene, each),
    ...(await undoOf(turn, each.id)),
    ...(note ? { note: turn.words(note) } : {}),
  });
  return { kind: 'ok', body: item, version: each.version };
}

/** For those who decide; everyone else reads what is in force and what it replaced. */
async function historyFor(deps: DecisionDeps, { turn }: Scene, each: Standing): Promise<WorkItem['history']> {
  if (!holds(turn.who, ['governance'])) return [];
  const id = each.kind === 'rule' ? each.toolId : each.id;
  return historyOf(turn, id, { nameOf: (personId) => deps.nameOf(turn, personId) });
}

/** A state that somebody changed since is nobody's to take back. */
async function undo(deps: DecisionDeps, { turn, params, version }: Call): Promise<Reply<WorkItem>> {
  const each = await standing(turn.store, params.id ?? '');
  if (!each) return refuse('not_found');
  if (each.version !== version) return refuse('stale');
  const about = each.kind === 'rule' ? (['tool', each.toolId] as const) : (['decision', each.id] as const);
  const done = await takeBack(deps, turn, each.id, about);
  return done.kind === 'done' ? itemReply(deps, turn, each.id, 'undo.done') : done;
}

/** One cell of the matrix is set as the matrix sets it; a wider decision is replaced by one with the same scope. */
async function change(deps: DecisionDeps, call: ChangeCall): Promise<Reply<WorkItem>> {
  const { turn, body } = call;
  const found = await actedOn(call);
  if (found.kind !== 'found') return found;
  const { each } = found;
  const cell = cellOfStanding(each);
  if (cell) {
    const asked = { toolId: cell.toolId, rule: ruleFrom(body, cell.dataClassId) };
    const set = await settingOf(deps, turn, asked);
    if (set.kind !== 'setting') return set;
    if (!(await saveRule(deps, turn, set.setting))) return refuse('stale');
  } else if (each.kind === 'decision') {
    const done = await changeWider(call, each);
    if (done.kind !== 'done') return done;
  }
  return shown(deps, turn, (await standing(turn.store, each.id)) ?? each, 'tools.changed');
}

async function changePreview(deps: DecisionDeps, call: ChangeCall) {
  const found = await actedOn(call as Call);
  if (found.kind !== 'found') return found;
  const cell = cellOfStanding(found.each);
  if (!cell) return refuse('not_found');
  const asked = { toolId: cell.toolId, rule: ruleFrom(call.body, cell.dataClassId) };
  const set = await settingOf(deps, call.turn, asked);
  return set.kind === 'setting' ? { kind: 'ok' as const, body: await previewOf(deps, call.turn, set.setting) } : set;
}
