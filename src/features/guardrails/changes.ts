/** A tool changed: logged once, and every live scenario that lists it goes to a check, however often the work is cut off (product 7.2). */
import type { z } from 'zod';
import type { TenantStore, WriteOperation } from '../../core/documents.ts';
import { dueOperation } from '../../core/due-item.ts';
import type { Job } from '../../core/feature.ts';
import { newId } from '../../core/ids.ts';
import { noticeOperation } from '../../core/notice.ts';
import { holds } from '../../core/person.ts';
import type { LiveScenario } from '../../core/playbook-view.ts';
import type { Call } from '../../core/route.ts';
import { readStamp, writeStamped } from '../../core/stamp.ts';
import { addDays, dayOf } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import type { changeBody } from './contract.ts';
import { type ToolChange, tool, toolChange } from './model.ts';
import { wrongField } from './refusals.ts';
import { auditOf } from './set-rule.ts';
import type { Saved } from './tool-edit.ts';

/** Days in which such a scenario is to be looked at. */
export const recheckDays = 14;
/** One write holds a hundred operations: up to four for each scenario, and the change itself. */
const perWrite = 20;
const usefulMs = 90 * 86_400_000;

/** Why a scenario is to be checked. */
export interface RecheckCall {
  readonly scenarioIds: readonly string[];
  readonly kind: 'toolChange';
  readonly refId: string;
  /** The day by which it is to be done. */
  readonly dueOn: string;
}

export interface FanOutDeps {
  readonly live: (turn: Turn) => Promise<readonly LiveScenario[]>;
  /** Sends live scenarios to a check; the ones that are gone meanwhile are left out. */
  readonly recheckOperations: (turn: Turn, call: RecheckCall) => Promise<readonly WriteOperation[]>;
}

export const changeKind = 'toolChange';
const jobName = 'toolChange';

/** The change, as many scenarios as the write holds, and a due item for the rest: it goes on wherever it was cut off. */
export async function logChange(
  deps: FanOutDeps,
  { turn, body }: Pick<Call<unknown, z.infer<typeof changeBody>>, 'turn' | 'body'>,
  tries = 3,
): Promise<Saved> {
  if (!holds(turn.who, ['governance'])) return { kind: 'refused', code: 'forbidden' };
  const found = await turn.store.get('tool', body.toolId);
  if (!found) return wrongField(turn, 'toolId');
  const id = newId();
  const [at, by] = [turn.now.toISOString(), turn.who.personId];
  const stamps = { createdAt: at, createdBy: by, updatedAt: at, updatedBy: by };
  const change: ToolChange = {
    ...stamps,
    ...body,
    affectedScenarioIds: [],
    ...(body.needsCheck ? {} : { fannedOutAt: at }),
  };
  const first = body.needsCheck ? await roundOf(deps, turn, id, change) : { change, operations: [] };
  const operations: WriteOperation[] = [
    { op: 'create', kind: changeKind, id, body: toolChange.parse(first.change) },
    ...first.operations,
    ...rulesDueOperations(turn, found, body),
    auditOf(turn, 'toolChange', id, 'log', { kind: { before: '', after: body.kind } }),
    ...(first.change.fannedOutAt ? [] : [restOperation(turn, id)]),
  ];
  if ((await writeStamped(turn.store, ['tools', 'content'], operations)).kind === 'ok') return { kind: 'saved', id };
  // A scenario or the tool was edited at this moment: looked at again.
  return tries > 1
    ? logChange(deps, { turn: await freshTurn(turn), body }, tries - 1)
    : { kind: 'refused', code: 'stale' };
}

const restOperation = ({ now }: Turn, id: string): WriteOperation =>
  dueOperation({
    ...{ job: jobName, subject: id, occurrence: 'rest', at: now },
    usefulUntil: new Date(now.getTime() + usefulMs),
  });

export const setsRulesDue = ({ kind, needsCheck }: z.infer<typeof changeBody>): boolean =>
  needsCheck && (kind === 'dataHandling' || kind === 'terms');

/** New terms, or another way with data: what was decided about the tool is looked at again, from today on. */
function rulesDueOperations(
  { who, now }: Turn,
  found: { id: string; version: string; body: unknown },
  change: z.infer<typeof changeBody>,
): WriteOperation[] {
  if (!setsRulesDue(change)) return [];
  const known = tool.parse(found.body);
  // The day before: an answer says at once that its rule is due for a check, and keeps its force for the grace.
  const due = addDays(dayOf(now), -1);
  const rules = known.rules.map((rule) =>
    rule.verdict === 'undecided' || (rule.reviewDue && rule.reviewDue < due) ? rule : { ...rule, reviewDue: due },
  );
  const body = tool.parse({ ...known, rules, updatedAt: now.toISOString(), updatedBy: who.personId });
  return [{ op: 'replace', kind: 'tool', id: found.id, version: found.version, body }];
}

/** The next scenarios that list the tool and are not marked yet; with the last of them their owners are told, once. */
async function roundOf(
  { live, recheckOperations }: FanOutDeps,
  turn: Turn,
  id: string,
  change: ToolChange,
): Promise<{ change: ToolChange; operations: WriteOperation[] }> {
  const done = new Set(change.affectedScenarioIds);
  const left = (await live(turn)).filter((each) => each.toolIds.includes(change.toolId) && !done.has(each.id));
  const scenarioIds = left.slice(0, perWrite).map((each) => each.id);
  const isLast = left.length <= perWrite;
  const at = turn.now.toISOString();
  const affectedScenarioIds = [...change.affectedScenarioIds, ...scenarioIds];
  const dueOn = addDays(dayOf(new Date(change.createdAt)), recheckDays);
  return {
    change: { ...change, affectedScenarioIds, updatedAt: at, ...(isLast ? { fannedOutAt: at } : {}) },
    operations: [
      ...(await recheckOperations(turn, { scenarioIds, kind: 'toolChange', refId: id, dueOn })),
      ...(isLast && affectedScenarioIds.length > 0
        ? [noticeOperation(turn.now, { kind: 'toolChanged', subject: id, occurrence: 'done' })]
        : []),
    ],
  };
}

const freshTurn = async (turn: Turn): Promise<Turn> => ({ ...turn, stamp: await readStamp(turn.store) });

export const loadChange = async (store: TenantStore, id: string) => {
  const found = await store.get(changeKind, id);
  return found && { id, version: found.version, change: toolChange.parse(found.body) };
};

/** Each round is one write: what was cut off between two of them goes on after the last that was written. */
export const fanOutJob = (deps: FanOutDeps): Job => ({
  name: jobName,
  async run(turn, { subject }) {
    while (true) {
      const found = await loadChange(turn.store, subject);
      if (!found || found.change.fannedOutAt) return [];
      const { change, operations } = await roundOf(deps, await freshTurn(turn), subject, found.change);
      const body = toolChange.parse(change);
      // Somebody's edit of a scenario at this moment: the item is looked at again.
      const written = await writeStamped(
        turn.store,
        ['content'],
        [{ op: 'replace', kind: changeKind, id: subject, version: found.version, body }, ...operations],
      );
      if (written.kind !== 'ok') throw new Error('tool change: a scenario has changed meanwhile');
    }
  },
});
