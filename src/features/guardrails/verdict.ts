/** "Can I use this tool with this data?": a pure rule over tools, decisions and guardrails (product 7.1). No model is used. */
import {
  isUsable,
  type Reason,
  type VerdictAnswer,
  type VerdictQuestion,
  type VerdictWord,
} from '../../core/rulebook.ts';
import { daysPast } from '../../core/time.ts';
import { type Decision, type Guardrail, type Tool, type ToolRule, verdicts } from './model.ts';
import type { Identified, Rules } from './rules.ts';

/** Days after its review date in which a rule keeps its force. */
const graceDays = 30;

interface Part {
  verdict: VerdictWord;
  reasons: Reason[];
  conditions: Reason[];
  decisionIds: string[];
  decidedAt?: string | undefined;
  dueForCheck?: boolean;
}

const severity = (word: VerdictWord): number => verdicts.indexOf(word);
const part = (verdict: VerdictWord, reasons: Reason[] = [], conditions: Reason[] = []): Part => ({
  verdict,
  reasons,
  conditions,
  decisionIds: [],
});

/** The verdict with its reasons; the worst of all steps wins. Without a usable answer it names another tool that has one. */
export function decideVerdict(rules: Rules, question: VerdictQuestion): VerdictAnswer {
  const answer = verdictAlone(rules, question);
  const alternative = bestAlternative(rules, question);
  const fineWith = isUsable(answer.verdict) ? undefined : highestUsableClass(rules, question);
  return { ...answer, ...(alternative ? { alternative } : {}), ...(fineWith ? { fineWith } : {}) };
}

/** Steps 2 to 8: the verdict of one tool for one class, without looking for another tool. */
export function verdictAlone(rules: Rules, question: VerdictQuestion): VerdictAnswer {
  const dataClassId = question.dataClassId === 'unknown' ? rules.highestClassId : question.dataClassId;
  const tool = rules.tools.get(question.toolId);
  const asked = { ...question, dataClassId };
  const parts = tool
    ? partsOf(rules, tool, asked)
    : [part('undecided', [{ code: 'notListed' }]), ...scenarioParts(rules, asked)];
  const worst = parts.reduce((a, b) => (severity(b.verdict) > severity(a.verdict) ? b : a));
  const conditions = unique(parts.flatMap((p) => p.conditions));
  const verdict = worst.verdict === 'allowed' && conditions.length > 0 ? 'withConditions' : worst.verdict;
  const decidedAt = worst.decidedAt ?? parts[0]?.decidedAt;
  return {
    verdict,
    toolId: question.toolId,
    dataClassId,
    reasons: unique(parts.filter((p) => severity(p.verdict) === severity(worst.verdict)).flatMap((p) => p.reasons)),
    conditions: verdict === 'withConditions' ? conditions : [],
    decisionIds: [...new Set(parts.flatMap((p) => p.decisionIds))],
    ...(decidedAt ? { decidedAt } : {}),
    dueForCheck: parts.some((p) => p.dueForCheck),
    offerFlag: verdict === 'undecided',
  };
}

function partsOf(rules: Rules, tool: Identified<Tool>, question: VerdictQuestion): Part[] {
  const rule = ruleOf(tool, question.dataClassId, question.now);
  const decision = narrowestDecision(rules, question);
  const replaces = decision && decision.scope.toolIds.length > 0 && decision.scope.dataClassIds.length > 0;
  return [
    ...(replaces ? [] : [rule]),
    ...(decision ? [partOfDecision(decision, question.now)] : []),
    ...(tool.status === 'active'
      ? []
      : [part('notAllowed', [tool.statusReason ? { text: tool.statusReason } : { code: tool.status }])]),
    ...scenarioParts(rules, question),
  ];
}

/** Steps 4 and 6: the tool's own rule for the class. */
function ruleOf(tool: Tool, dataClassId: string, now: Date): Part {
  const rule = tool.rules.find((r) => r.dataClassId === dataClassId);
  if (!rule || rule.verdict === 'undecided') return part('undecided', [{ code: 'undecided' }]);
  return aged(
    rule,
    {
      ...part(
        rule.verdict,
        reasonOf(rule),
        rule.conditions.map((text) => ({ text })),
      ),
      decidedAt: rule.decidedAt,
      decisionIds: rule.decisionId ? [rule.decisionId] : [],
    },
    now,
  );
}

const reasonOf = (rule: ToolRule): Reason[] => (rule.reason ? [{ text: rule.reason }] : []);

/** Step 6: past its review date a rule or decision is marked, and after the grace no longer says yes. */
function aged(dated: { reviewDue?: string | undefined }, fresh: Part, now: Date): Part {
  const late = dated.reviewDue ? daysPast(dated.reviewDue, now) : 0;
  if (late <= 0) return fresh;
  if (late <= graceDays || !isUsable(fresh.verdict)) return { ...fresh, dueForCheck: true };
  return { ...fresh, verdict: 'undecided', reasons: [{ code: 'outOfDate' }], conditions: [] };
}

/** Step 5: among decisions in force that name a workflow, department or role, the one that names most; equal: the stricter. */
function narrowestDecision(rules: Rules, question: VerdictQuestion): Identified<Decision> | undefined {
  const matching = rules.decisions.filter((d) => d.state === 'active' && isNarrow(d) && matches(d, question));
  return matching.toSorted((a, b) => namedKinds(b) - namedKinds(a) || severity(wordOf(b)) - severity(wordOf(a)))[0];
}

const isNarrow = ({ scope }: Decision): boolean =>
  scope.workflowIds.length + scope.departmentIds.length + scope.roleIds.length > 0;
const namedKinds = ({ scope }: Decision): number => Object.values(scope).filter((ids) => ids.length > 0).length;

function matches({ scope }: Decision, { toolId, dataClassId, scenario, reader }: VerdictQuestion): boolean {
  const names = (ids: readonly string[], ...own: (string | undefined)[]) =>
    ids.length === 0 || own.some((id) => id !== undefined && ids.includes(id));
  return (
    names(scope.toolIds, toolId) &&
    names(scope.dataClassIds, dataClassId) &&
    names(scope.workflowIds, scenario?.workflowId) &&
    names(scope.departmentIds, reader.departmentId, scenario?.departmentId) &&
    names(scope.roleIds, ...reader.roleIds)
  );
}

function wordOf(decision: Decision): VerdictWord {
  switch (decision.answer) {
    case 'yes':
      return 'allowed';
    case 'yesWithConditions':
      return 'withConditions';
    case 'no':
      return 'notAllowed';
    case 'notYet':
    case undefined:
      return 'undecided';
  }
}

function partOfDecision(decision: Identified<Decision>, now: Date): Part {
  const text = decision.text ?? decision.why;
  const fresh = part(
    wordOf(decision),
    [{ text: text.slice(0, 240) }],
    decision.conditions.map((c) => ({ text: c })),
  );
  return aged(decision, { ...fresh, decidedAt: decision.decidedAt, decisionIds: [decision.id] }, now);
}

/** Step 7: what the scenario itself adds. */
function scenarioParts(rules: Rules, { toolId, dataClassId, scenario }: VerdictQuestion): Part[] {
  const parts: Part[] = [];
  if (!scenario) return parts;
  const asked = rules.classes.get(dataClassId);
  const strictest = rules.classes.get(scenario.dataClassId);
  if (scenario.hold) parts.push(part('notAllowed', [{ code: 'onHold', values: { reason: scenario.hold.reason } }]));
  if (asked && strictest && asked.rank > strictest.rank)
    parts.push(part('notAllowed', [{ code: 'aboveScenario', values: { dataClass: strictest.name } }]));
  if (!scenario.toolIds.includes(toolId)) parts.push(part('allowed', [], [{ code: 'notTested' }]));
  // Also the guardrails of the tool and the class that are asked for, which need not be those of the scenario.
  const wider = { ...scenario, toolIds: [...scenario.toolIds, toolId] };
  const present = new Set([...rules.guardrailsOf(wider), ...rules.guardrailsOf({ ...wider, dataClassId })]);
  for (const guardrail of present) parts.push(...guardrailPart(guardrail, toolId, dataClassId));
  return parts;
}

function guardrailPart(guardrail: Guardrail, toolId: string, dataClassId: string): Part[] {
  if (guardrail.appliesTo.findings.length > 0) return [];
  if (guardrail.level === 'confirm') return [part('allowed', [], [{ text: guardrail.rule }])];
  const hits = guardrail.appliesTo.dataClassIds.includes(dataClassId) || guardrail.appliesTo.toolIds.includes(toolId);
  return guardrail.level === 'stop' && hits ? [part('notAllowed', [{ text: guardrail.rule }])] : [];
}

/** Step 9. */
function bestAlternative(rules: Rules, question: VerdictQuestion): VerdictAnswer['alternative'] {
  const asked = rules.tools.get(question.toolId);
  const preferred = asked?.alternatives ?? [];
  const rank = (id: string) => (preferred.includes(id) ? preferred.indexOf(id) : preferred.length);
  const usable = [...rules.tools.values()]
    .filter((tool) => tool.id !== question.toolId && tool.status === 'active')
    .map((tool) => ({ tool, answer: verdictAlone(rules, { ...question, toolId: tool.id }) }))
    .filter(({ answer }) => isUsable(answer.verdict))
    .toSorted(
      (a, b) =>
        severity(a.answer.verdict) - severity(b.answer.verdict) ||
        rank(a.tool.id) - rank(b.tool.id) ||
        Number(b.tool.kind === asked?.kind) - Number(a.tool.kind === asked?.kind) ||
        Number(question.scenario?.toolIds.includes(b.tool.id) ?? false) -
          Number(question.scenario?.toolIds.includes(a.tool.id) ?? false) ||
        a.answer.conditions.length - b.answer.conditions.length ||
        a.tool.name.localeCompare(b.tool.name),
    );
  const best = usable[0];
  return best && { toolId: best.tool.id, verdict: best.answer.verdict };
}

function highestUsableClass(rules: Rules, question: VerdictQuestion): string | undefined {
  const { scenario: _, ...alone } = question;
  return [...rules.classes.values()]
    .toSorted((a, b) => b.rank - a.rank)
    .find(
      (c) => c.id !== question.dataClassId && isUsable(verdictAlone(rules, { ...alone, dataClassId: c.id }).verdict),
    )?.id;
}

const unique = (reasons: Reason[]): Reason[] => [...new Map(reasons.map((r) => [JSON.stringify(r), r])).values()];
