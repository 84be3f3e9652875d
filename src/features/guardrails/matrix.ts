/** The matrix as this reader reads it: each tool with each kind of data, by the same rule that answers in a chat. */
import { holds } from '../../core/person.ts';
import type { VerdictAnswer } from '../../core/rulebook.ts';
import { daysPast } from '../../core/time.ts';
import { reasonText, verdictLines } from '../../core/verdict-lines.ts';
import type { Cell, ToolDetail, ToolRow, ToolsReply } from './contract.ts';
import type { Tool } from './model.ts';
import type { Identified } from './rules.ts';
import { decisionNamed, decisionRefs, lookAs, type Scene, verdictOf } from './scene.ts';

const statuses = ['active', 'blocked', 'retired'] as const;
const statusTones = { active: 'good', blocked: 'danger', retired: 'neutral' } as const;

export const maySetRules = ({ turn }: Scene): boolean => holds(turn.who, ['governance']);

export function matrixOf(scene: Scene): ToolsReply {
  const tools = [...scene.rules.tools.values()].toSorted(
    (a, b) => statuses.indexOf(a.status) - statuses.indexOf(b.status) || a.name.localeCompare(b.name),
  );
  return {
    classes: classLines(scene),
    items: tools.map((tool) => toolRowOf(scene, tool)),
    canEdit: maySetRules(scene),
  };
}

export const classLines = ({ rulebook }: Scene): ToolsReply['classes'] =>
  rulebook.classes().map(({ id, name, description, examples }) => ({ id, name, description, examples: [...examples] }));

export function toolRowOf(scene: Scene, tool: Identified<Tool>): ToolRow {
  const { words } = scene.turn;
  return {
    id: tool.id,
    name: tool.name,
    vendor: tool.vendor,
    kind: tool.kind,
    kindWord: words(`request.toolKind.${tool.kind}`),
    account: tool.accountKind,
    accountWord: words(`request.account.${tool.accountKind}`),
    status: {
      id: tool.status,
      word: words(`tools.status.${tool.status}`),
      reason: tool.statusReason ?? '',
      tone: statusTones[tool.status],
    },
    owner: scene.names([tool.ownerId]),
    reviewDue: tool.reviewDue,
    alternatives: tool.alternatives.flatMap((id) => {
      const other = scene.rules.tools.get(id);
      return other ? [{ id, name: other.name }] : [];
    }),
    cells: scene.rulebook.classes().map(({ id }) => cellOf(scene, tool, verdictOf(scene, tool.id, id))),
  };
}

function cellOf(scene: Scene, tool: Tool, answer: VerdictAnswer): Cell {
  const { words, now } = scene.turn;
  const { dataClassId, verdict, reasons, conditions, decisionIds, decidedAt } = answer;
  const rule = tool.rules.find((each) => each.dataClassId === dataClassId);
  const decision = decisionNamed(scene.rules, decisionIds.at(-1));
  const isOfRule = decision === undefined || rule?.decisionId === decision.id;
  const reviewDue = isOfRule ? rule?.reviewDue : decision.reviewDue;
  return {
    dataClassId,
    ...lookAs(verdict, words),
    reasons: reasons.map((reason) => reasonText(reason, words)),
    conditions: conditions.map((condition) => reasonText(condition, words)),
    alternativeLine: verdict === 'allowed' ? '' : verdictLines(answer, scene.rulebook, words).alternativeLine,
    decidedBy: scene.names(decision ? decision.decidedBy : [rule?.decidedBy]),
    ...(decidedAt ? { decidedAt } : {}),
    ...(reviewDue ? { reviewDue } : {}),
    isDue: reviewDue !== undefined && daysPast(reviewDue, now) > 0,
    decisions: decisionRefs(scene, decisionIds),
  };
}

export function toolDetailOf(scene: Scene, tool: Identified<Tool>, changes: ToolDetail['changes']): ToolDetail {
  return {
    ...toolRowOf(scene, tool),
    aliases: [...tool.aliases],
    ...(tool.launchUrlTemplate ? { launchUrlTemplate: tool.launchUrlTemplate } : {}),
    launchEnabled: tool.launchEnabled,
    ...(tool.maxPromptChars ? { maxPromptChars: tool.maxPromptChars } : {}),
    classes: classLines(scene),
    rules: scene.rulebook.classes().map(({ id }) => {
      const rule = tool.rules.find(({ dataClassId }) => dataClassId === id);
      return {
        dataClassId: id,
        verdict: rule?.verdict ?? 'undecided',
        conditions: [...(rule?.conditions ?? [])],
        reason: rule?.reason ?? '',
      };
    }),
    changes,
    canEdit: maySetRules(scene),
  };
}
