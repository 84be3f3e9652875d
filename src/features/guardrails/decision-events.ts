/** What those who decide about tools do with a decision or a rule: still right, change it, retire it. */

import type { z } from 'zod';
import type { WriteOperation } from '../../core/documents.ts';
import { newId } from '../../core/ids.ts';
import { holds } from '../../core/person.ts';
import { readPeriods } from '../../core/review-periods.ts';
import type { Call } from '../../core/route.ts';
import { writeStamped } from '../../core/stamp.ts';
import { cleanText } from '../../core/text.ts';
import { addDays, dayOf } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import { undoable } from '../../core/undo.ts';
import { afterReplaced, afterRules } from './after.ts';
import type { RuleBody } from './contract.ts';
import type { changeDecisionBody, reasonBody } from './decision-contract.ts';
import { maySignAlone } from './decision-items.ts';
import { groupOf } from './decision-lines.ts';
import { type CellAt, type Standing, standing } from './due.ts';
import { type Decision, decision, type Tool, type ToolRule, tool } from './model.ts';
import { type Refused, refused, wrongField } from './refusals.ts';
import { decisionDays } from './ruling.ts';
import { answerOfVerdict } from './scene.ts';
import { auditOf } from './set-rule.ts';

type Found = { kind: 'found'; each: Standing } | Refused;
type Done = { kind: 'done' } | Refused;

/** The thing that an event is about, if this person may act on it as it stands. */
export async function actedOn(
  { turn, params, version }: Call,
  states: readonly Decision['state'][] = ['active'],
): Promise<Found> {
  const each = await standing(turn.store, params.id ?? '');
  const isHidden = !each || (each.kind === 'decision' && groupOf[each.decision.state] === 'template');
  if (!holds(turn.who, ['governance'])) return refused(isHidden ? 'not_found' : 'forbidden');
  if (!each) return refused('not_found');
  if (each.version !== version) return refused('stale');
  if (each.kind === 'decision' && !states.includes(each.decision.state)) return refused('already_done');
  return { kind: 'found', each };
}

/** Still right: looked at again in as many days as its kind has. */
export async function confirm(call: Call): Promise<Done> {
  const { turn } = call;
  const found = await actedOn(call);
  if (found.kind !== 'found') return found;
  const { each } = found;
  const { rules } = await readPeriods(turn.store);
  const operations = [
    ...confirmOperations(turn, each, rules),
    auditOf(turn, ...named(each), 'confirm'),
    afterRules(turn),
  ];
  return save(turn, await undoable(turn, { entityType: each.kind, entityId: each.id, event: 'confirm' }, operations));
}

function confirmOperations(turn: Turn, each: Standing, days: number): WriteOperation[] {
  const due = addDays(dayOf(turn.now), days);
  const renewed = (rule: ToolRule): ToolRule => ({ ...rule, reviewDue: due });
  if (each.kind === 'rule') return cellsOperations(turn, [each], renewed);
  const { reviewDays = decisionDays } = each.decision;
  const body = { ...each.decision, reviewDue: addDays(dayOf(turn.now), reviewDays) };
  return [decisionOperation(turn, each, body), ...cellsOperations(turn, each.cells, renewed)];
}

/** No longer in force, or not to be: the cells that came from it are open again. */
export async function retire(call: Call<unknown, z.infer<typeof reasonBody>>): Promise<Done> {
  const { turn, body } = call;
  const found = await actedOn(call, ['active', 'proposed']);
  if (found.kind !== 'found') return found;
  const { each } = found;
  if (!maySignAlone({ turn }, each)) return needsHrLead(turn);
  const open = ({ dataClassId }: ToolRule): ToolRule => ({ dataClassId, verdict: 'undecided', conditions: [] });
  const operations =
    each.kind === 'rule'
      ? cellsOperations(turn, [each], open)
      : [
          decisionOperation(turn, each, { ...each.decision, state: 'retired' }),
          ...cellsOperations(turn, each.cells, open),
        ];
  const audit = auditOf(turn, ...named(each), 'retire', {}, body.reason);
  return save(turn, [...operations, audit, afterRules(turn)]);
}

export const needsHrLead = ({ words }: Turn): Refused => refused('forbidden', words('tools.needsHrLead'));

export type ChangeCall = Call<unknown, z.infer<typeof changeDecisionBody>>;

/** What is asked for a cell of the matrix, from the form of an item. */
export const ruleFrom = ({ verdict, conditions, reason }: ChangeCall['body'], dataClassId: string): RuleBody => ({
  ...{ dataClassId, verdict, reason },
  conditions: linesOf(conditions),
});

/** One condition in each line, no more than a decision holds. */
const linesOf = (text = ''): string[] =>
  text
    .split('\n')
    .map((line) => cleanText(line).slice(0, 160).toWellFormed())
    .filter((line) => line !== '')
    .slice(0, 5);

/** A decision that is about more than one cell: a new one with the same scope takes its place. */
export async function changeWider(call: ChangeCall, each: Extract<Standing, { kind: 'decision' }>): Promise<Done> {
  const { turn, body } = call;
  if (!maySignAlone({ turn }, each)) return needsHrLead(turn);
  const conditions = body.verdict === 'withConditions' ? linesOf(body.conditions) : [];
  if (body.verdict === 'withConditions' && conditions.length === 0)
    return wrongField(turn, 'conditions', 'field_required');
  const { slug: _, text: _text, ...known } = each.decision;
  const at = turn.now.toISOString();
  const next: Decision = {
    ...known,
    ...{ answer: answerOfVerdict(body.verdict), why: body.reason, conditions, replacesId: each.id },
    ...{ decidedBy: [turn.who.personId], decidedAt: at, reviewDue: addDays(dayOf(turn.now), decisionDays) },
    ...{ effects: [], fromFlagIds: [], createdAt: at, createdBy: turn.who.personId },
    ...{ updatedAt: at, updatedBy: turn.who.personId },
  };
  const id = newId();
  return save(turn, [
    { op: 'create', kind: 'decision', id, body: decision.parse(next) },
    decisionOperation(turn, each, { ...each.decision, state: 'replaced' }),
    afterReplaced(turn, each.id),
    afterRules(turn),
    auditOf(turn, 'decision', id, 'decide', { answer: { before: known.answer ?? '', after: next.answer ?? '' } }),
  ]);
}

const named = (each: Standing): ['decision' | 'tool', string] =>
  each.kind === 'decision' ? ['decision', each.id] : ['tool', each.toolId];

async function save(turn: Turn, operations: readonly WriteOperation[]): Promise<Done> {
  return (await writeStamped(turn.store, ['tools'], operations)).kind === 'ok' ? { kind: 'done' } : refused('stale');
}

const decisionOperation = (
  { who, now }: Turn,
  { id, version }: Extract<Standing, { kind: 'decision' }>,
  body: Decision,
): WriteOperation => ({
  ...{ op: 'replace', kind: 'decision', id, version },
  body: decision.parse({ ...body, updatedAt: now.toISOString(), updatedBy: who.personId }),
});

/** The tools of these cells, each written once. */
function cellsOperations(turn: Turn, cells: readonly CellAt[], change: (rule: ToolRule) => ToolRule): WriteOperation[] {
  const tools = new Map(cells.map((cell) => [cell.toolId, cell]));
  return [...tools.values()].map(({ toolId, version, tool: known }) => {
    const changed = new Set(cells.filter((cell) => cell.toolId === toolId).map(({ rule }) => rule.dataClassId));
    const rules = known.rules.map((rule) => (changed.has(rule.dataClassId) ? change(rule) : rule));
    return { op: 'replace', kind: 'tool', id: toolId, version, body: stamped(turn, { ...known, rules }) };
  });
}

const stamped = ({ who, now }: Turn, body: Tool): Tool =>
  tool.parse({ ...body, updatedAt: now.toISOString(), updatedBy: who.personId });
