/** The rules over HTTP: everyone reads them, those who decide about tools change them. */
import type { z } from 'zod';
import { type Call, type Reply, type Route, refuse, route } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';
import { preview, workItem } from '../../core/work-item.ts';
import { changePreview } from './change-preview.ts';
import { type FanOutDeps, logChange } from './changes.ts';
import { type ChangeDeps, changeItem, changesOf } from './changes-view.ts';
import {
  changeBody,
  changeList,
  ruleBody,
  statusBody,
  type ToolDetail,
  toolBody,
  toolDetail,
  toolPatch,
  toolsReply,
} from './contract.ts';
import { decisionRoutes } from './decision-api.ts';
import { guardrailList } from './decision-contract.ts';
import { guardrailLines } from './guardrail-lines.ts';
import { matrixOf, toolDetailOf } from './matrix.ts';
import { type PreviewDeps, previewOf } from './rule-preview.ts';
import { type SceneDeps, sceneAfter, sceneOf } from './scene.ts';
import { saveRule, settingOf } from './set-rule.ts';
import { type TakeBackDeps, takeBack, undoOf } from './take-back.ts';
import { addTool, patchTool, type Saved, setStatus, type statusEvents } from './tool-edit.ts';
import { type VerdictDeps, verdictRoute } from './verdict-api.ts';

export interface RulesApiDeps extends VerdictDeps, SceneDeps, PreviewDeps, FanOutDeps, ChangeDeps, TakeBackDeps {}

export const rulesRoutes = (deps: RulesApiDeps): Route[] => [
  ...readRoutes(deps),
  verdictRoute(deps),
  ...toolRoutes(deps),
  ...ruleRoutes(deps),
  ...decisionRoutes(deps),
  ...changeRoutes(deps),
];

const readRoutes = (deps: RulesApiDeps): Route[] => [
  route('GET', '/api/tools', { reply: toolsReply }, async ({ turn }) => ({
    kind: 'ok',
    body: matrixOf(await sceneOf(deps, turn)),
  })),
  route('GET', '/api/tools/:id', { reply: toolDetail }, ({ turn, params }) => detailReply(deps, turn, params.id ?? '')),
  route('GET', '/api/guardrails', { reply: guardrailList }, async ({ turn }) => ({
    kind: 'ok',
    body: { items: guardrailLines(await sceneOf(deps, turn)) },
  })),
];

/** The version is read before the tool is shown: whoever acts on what they saw is refused when it is older. */
async function detailReply(deps: RulesApiDeps, turn: Turn, id: string, status?: 201): Promise<Reply<ToolDetail>> {
  const stored = await turn.store.get('tool', id);
  const scene = await sceneAfter(deps, turn);
  const tool = scene.rules.tools.get(id);
  if (!stored || !tool) return refuse('not_found');
  const changes = await changesOf(deps, turn, id);
  const body = { ...toolDetailOf(scene, tool, changes), ...(await undoOf(turn, id)) };
  return { kind: 'ok', body, version: stored.version, ...(status ? { status } : {}) };
}

const savedReply = (
  deps: RulesApiDeps,
  turn: Turn,
  saved: Saved,
  status?: 201,
): Promise<Reply<ToolDetail>> | Reply<never> =>
  saved.kind === 'saved' ? detailReply(deps, turn, saved.id, status) : saved;

const toolRoutes = (deps: RulesApiDeps): Route[] => [
  route('POST', '/api/tools', { body: toolBody, reply: toolDetail }, async ({ turn, body }) =>
    savedReply(deps, turn, await addTool(turn, body), 201),
  ),
  route('PATCH', '/api/tools/:id', { body: toolPatch, reply: toolDetail, needsVersion: true }, async (call) =>
    savedReply(deps, call.turn, await patchTool(call)),
  ),
  ...(['block', 'retire', 'reopen'] as const satisfies readonly (keyof typeof statusEvents)[]).map((event) =>
    route(
      'POST',
      `/api/tools/:id/${event}`,
      { body: statusBody, reply: toolDetail, needsVersion: true },
      async (call) => savedReply(deps, call.turn, await setStatus(event, call)),
    ),
  ),
];

type RuleCall = Call<unknown, z.infer<typeof ruleBody>>;

const ruleRoutes = (deps: RulesApiDeps): Route[] => [
  route('POST', '/api/tools/:id/rule', { body: ruleBody, reply: toolDetail, needsVersion: true }, (call) =>
    setRule(deps, call),
  ),
  route('POST', '/api/tools/:id/undo', { reply: toolDetail, needsVersion: true }, async ({ turn, params, version }) => {
    const id = params.id ?? '';
    const stored = await turn.store.get('tool', id);
    if (!stored) return refuse('not_found');
    if (stored.version !== version) return refuse('stale');
    const done = await takeBack(deps, turn, id, ['tool', id]);
    return done.kind === 'done' ? detailReply(deps, turn, id) : done;
  }),
  route('POST', '/api/tools/:id/rule/preview', { body: ruleBody, reply: preview }, async ({ turn, params, body }) => {
    const found = await settingOf(deps, turn, { toolId: params.id ?? '', rule: body });
    return found.kind === 'setting' ? { kind: 'ok', body: await previewOf(deps, turn, found.setting) } : found;
  }),
];

/** A question that was answered at this moment is looked at again; a cell that was set is not overwritten. */
async function setRule(deps: RulesApiDeps, call: RuleCall, tries = 3): Promise<Reply<ToolDetail>> {
  const { turn, params, body, version } = call;
  const toolId = params.id ?? '';
  const found = await settingOf(deps, turn, { toolId, version, rule: body });
  if (found.kind !== 'setting') return found;
  if (await saveRule(deps, turn, found.setting)) return detailReply(deps, turn, toolId);
  return tries > 1 ? setRule(deps, call, tries - 1) : refuse('stale');
}

const changeRoutes = (deps: RulesApiDeps): Route[] => [
  route('GET', '/api/tool-changes', { reply: changeList }, async ({ turn }) => ({
    kind: 'ok',
    body: { items: await changesOf(deps, turn) },
  })),
  route('GET', '/api/tool-changes/:id', { reply: workItem }, async ({ turn, params }) =>
    changeReply(deps, turn, params.id),
  ),
  route('POST', '/api/tool-changes', { body: changeBody, reply: workItem }, async ({ turn, body }) => {
    const saved = await logChange(deps, { turn, body });
    return saved.kind === 'saved' ? changeReply(deps, turn, saved.id, 201) : saved;
  }),
  route('POST', '/api/tool-changes/preview', { body: changeBody, reply: preview }, ({ turn, body }) =>
    changePreview(deps, turn, body),
  ),
];

async function changeReply(
  deps: RulesApiDeps,
  turn: Turn,
  id = '',
  status?: 201,
): Promise<Reply<z.infer<typeof workItem>>> {
  const scene = await sceneAfter(deps, turn);
  const found = await changeItem(deps, scene.turn, id);
  if (!found) return refuse('not_found');
  return { kind: 'ok', body: found.item, version: found.version, ...(status ? { status } : {}) };
}
