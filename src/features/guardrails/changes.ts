/** A tool changed: logged once, and every live scenario that lists it goes to a check, however often the work is cut off (product 7.2). */
import type { z } from 'zod';
import type { TenantStore, WriteOperation } from '../../core/documents.ts';
import { dueOperation } from '../../core/due-item.ts';
import type { Job } from '../../core/feature.ts';
import { newId } from '../../core/ids.ts';
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
const usefulMs = 90 * 86_400_000;

export interface FanOutDeps {
  readonly live: (turn: Turn) => Promise<readonly LiveScenario[]>;
  /**
   * Batches that mark every live scenario of the tool for a check and tell its owner, each with room for what is written
   * with it. Scenarios that carry the mark are left out: asked for again until nothing is left.
   */
  readonly recheckOperations: (
    turn: Turn,
    recheck: { toolId: string; changeId: string },
  ) => Promise<readonly (readonly WriteOperation[])[]>;
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
  const batches = body.needsCheck ? await deps.recheckOperations(turn, { toolId: body.toolId, changeId: id }) : [];
  const [first = []] = batches;
  const stored = marked(turn, change, first, batches.length <= 1);
  const operations: WriteOperation[] = [
    { op: 'create', kind: changeKind, id, body: stored },
    ...first,
    ...rulesDueOperations(turn, found, body),
    auditOf(turn, 'toolChange', id, 'log', { kind: { before: '', after: body.kind } }),
    ...(stored.fannedOutAt ? [] : [restOperation(turn, id)]),
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

/** The change with the scenarios of one batch; done with the last of them. */
function marked({ now }: Turn, change: ToolChange, batch: readonly WriteOperation[], isLast: boolean): ToolChange {
  const at = now.toISOString();
  const ids = batch.filter(({ op, kind }) => op === 'replace' && kind === 'scenario').map(({ id }) => id);
  return toolChange.parse({
    ...change,
    affectedScenarioIds: [...change.affectedScenarioIds, ...ids],
    updatedAt: at,
    ...(isLast ? { fannedOutAt: at } : {}),
  });
}

const freshTurn = async (turn: Turn): Promise<Turn> => ({ ...turn, stamp: await readStamp(turn.store) });

export const loadChange = async (store: TenantStore, id: string) => {
  const found = await store.get(changeKind, id);
  return found && { id, version: found.version, change: toolChange.parse(found.body) };
};

/** Each batch is one write with the change: what was cut off between two of them goes on after the last that was written. */
export const fanOutJob = (deps: FanOutDeps): Job => ({
  name: jobName,
  async run(turn, { subject }) {
    const found = await loadChange(turn.store, subject);
    if (!found || found.change.fannedOutAt) return [];
    let { version, change } = found;
    const left = await deps.recheckOperations(turn, { toolId: change.toolId, changeId: subject });
    const batches = left.length > 0 ? left : [[]];
    for (const [at, batch] of batches.entries()) {
      const body = marked(turn, change, batch, at === batches.length - 1);
      const operation: WriteOperation = { op: 'replace', kind: changeKind, id: subject, version, body };
      const written = await writeStamped(turn.store, ['content'], [operation, ...batch]);
      // Somebody's edit of a scenario at this moment: the item is looked at again.
      if (written.kind !== 'ok') throw new Error('tool change: a scenario has changed meanwhile');
      [change, version] = [body, written.documents[0]?.version ?? ''];
    }
    return [];
  },
});
