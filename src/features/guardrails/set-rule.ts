/** Governance sets one cell of the matrix: a decision record, the cell, and the answers to whoever waits for just that, in one write. */
import { audited } from '../../core/audit.ts';
import type { WriteOperation } from '../../core/documents.ts';
import { newId } from '../../core/ids.ts';
import { holds } from '../../core/person.ts';
import type { VerdictWord } from '../../core/rulebook.ts';
import { writeStamped } from '../../core/stamp.ts';
import type { Turn } from '../../core/turn.ts';
import { undoable } from '../../core/undo.ts';
import type { RulesDeps } from './ask.ts';
import type { RuleBody } from './contract.ts';
import { type Decision, type Tool, tool, verdicts } from './model.ts';
import { type Refused, refused, wrongField } from './refusals.ts';
import type { Identified, Rules } from './rules.ts';
import { rulingOperations } from './ruling.ts';
import { answerOfVerdict, cellOf, decisionNamed } from './scene.ts';

/** What a decision about one cell says to those who asked about just that. */
export interface CellRuling {
  readonly decisionId: string;
  readonly toolId: string;
  readonly dataClassId: string;
  readonly answer: NonNullable<Decision['answer']>;
  readonly conditions: readonly string[];
  readonly why: string;
}

/** The open questions that such a decision answers. */
export interface Answered {
  readonly flagIds: readonly string[];
  readonly operations: readonly WriteOperation[];
}

export interface SetRuleDeps extends Pick<RulesDeps, 'load'> {
  readonly answeredBy: (turn: Turn, ruling: CellRuling) => Promise<Answered>;
}

/** A cell as it stands, and what is to stand there. */
export interface Setting {
  readonly toolId: string;
  readonly version: string;
  readonly tool: Tool;
  readonly rule: RuleBody;
  readonly dataClass: string;
  /** The decision in force about just this. */
  readonly before: Identified<Decision> | undefined;
}

/** Loads the cell; refused for whoever may not set it, for an older version, for an answer that says too little. */
export async function settingOf(
  deps: SetRuleDeps,
  turn: Turn,
  asked: { toolId: string; version?: string; rule: RuleBody },
): Promise<{ kind: 'setting'; setting: Setting } | Refused> {
  const { toolId, rule } = asked;
  if (!holds(turn.who, ['governance'])) return refused('forbidden');
  const found = await turn.store.get('tool', toolId);
  if (!found) return refused('not_found');
  if (asked.version !== undefined && asked.version !== found.version) return refused('stale');
  const { rules } = await deps.load(turn);
  const dataClass = rules.classes.get(rule.dataClassId)?.name;
  if (dataClass === undefined) return wrongField(turn, 'dataClassId');
  if (rule.verdict === 'withConditions' && rule.conditions.length === 0)
    return wrongField(turn, 'conditions', 'field_required');
  const known = tool.parse(found.body);
  if (isLooserOnPeople(rules, known, asked) && !holds(turn.who, ['hrLead']))
    return refused('forbidden', turn.words('tools.needsHrLead'));
  const before = aboutCell(rules, toolId, rule.dataClassId);
  const setting = { toolId, version: found.version, tool: known, rule: cleaned(rule), dataClass, before };
  return { kind: 'setting', setting };
}

export const ruleFor = ({ rules }: Pick<Tool, 'rules'>, dataClassId: string) =>
  rules.find((rule) => rule.dataClassId === dataClassId);

/** The decision in force about this tool with this kind of data and nothing else, whether it says yes, no or not yet. */
const aboutCell = ({ decisions }: Rules, toolId: string, dataClassId: string): Identified<Decision> | undefined =>
  decisions.find((each) => {
    const cell = each.state === 'active' ? cellOf(each) : undefined;
    return cell?.toolId === toolId && cell.dataClassId === dataClassId;
  });

/** What an HR lead signed is loosened by an HR lead only; everybody who decides about tools may make it stricter. */
function isLooserOnPeople(rules: Rules, known: Tool, { toolId, rule }: { toolId: string; rule: RuleBody }): boolean {
  const stands = ruleFor(known, rule.dataClassId);
  const signed = [aboutCell(rules, toolId, rule.dataClassId), decisionNamed(rules, stands?.decisionId)];
  const isAboutPeople = signed.some((each) => each?.state === 'active' && each.aboutPeople);
  return isAboutPeople && severity(rule.verdict) < severity(stands?.verdict ?? 'undecided');
}

const severity = (verdict: VerdictWord): number => verdicts.indexOf(verdict);

const cleaned = (rule: RuleBody): RuleBody => (rule.verdict === 'withConditions' ? rule : { ...rule, conditions: [] });

/** Written as one; false when somebody was faster. */
export async function saveRule(deps: SetRuleDeps, turn: Turn, setting: Setting): Promise<boolean> {
  const { toolId, rule, before } = setting;
  const ruling = rulingOf(newId(), toolId, rule);
  const answered = await deps.answeredBy(turn, ruling);
  const call = {
    id: ruling.decisionId,
    question: turn.words('tools.ruleQuestion', { tool: setting.tool.name, dataClass: setting.dataClass }),
    answer: ruling.answer,
    why: rule.reason,
    conditions: rule.conditions,
    // A decision that an HR lead signed too stays one about people.
    aboutPeople: before?.aboutPeople ?? false,
    decidedBy: [turn.who.personId],
    fromFlagIds: answered.flagIds,
    toolId,
    dataClassId: rule.dataClassId,
    ...(before ? { replacesId: before.id } : {}),
  };
  const operations = await rulingOperations(turn, call);
  // The cell that was read is the cell that is written: nobody's change in between is lost.
  const isAsRead = operations.some(
    (each) => each.op === 'replace' && each.kind === 'tool' && each.version === setting.version,
  );
  if (!isAsRead) return false;
  const written = [...operations, ...answered.operations, ruleAudit(turn, setting)];
  const kept = await undoable(turn, { entityType: 'tool', entityId: toolId, event: 'setRule' }, written);
  return (await writeStamped(turn.store, ['tools'], kept)).kind === 'ok';
}

export const rulingOf = (decisionId: string, toolId: string, rule: RuleBody): CellRuling => ({
  ...{ decisionId, toolId, dataClassId: rule.dataClassId, answer: answerOfVerdict(rule.verdict) },
  ...{ conditions: rule.conditions, why: rule.reason },
});

function ruleAudit(turn: Turn, { toolId, tool: known, rule }: Setting): WriteOperation {
  const before = ruleFor(known, rule.dataClassId)?.verdict ?? 'undecided';
  return auditOf(turn, 'tool', toolId, 'setRule', { [rule.dataClassId]: { before, after: rule.verdict } }, rule.reason);
}

/** One event of the rules, for the log. */
export const auditOf = (
  turn: Turn,
  entityType: 'tool' | 'decision' | 'toolChange',
  entityId: string,
  event: string,
  changes: Readonly<Record<string, { before: string; after: string }>> = {},
  reason?: string,
): WriteOperation =>
  audited({
    at: turn.now.toISOString(),
    actorId: turn.who.personId,
    actorKind: turn.who.personId === 'system' ? 'system' : 'person',
    action: `${entityType}.${event}`,
    ...{ entityType, entityId, changes, requestId: turn.requestId },
    ...(reason ? { reason } : {}),
  });
