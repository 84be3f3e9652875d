/** Decisions and tool rules that come to be looked at again: one thing of the rules, loaded with the version that it is acted on. */
import { findAll, type StoredDocument, type TenantStore } from '../../core/documents.ts';
import { type Decision, decision, type Tool, type ToolRule, tool } from './model.ts';
import { cellOf } from './scene.ts';

/** A cell of the matrix without a decision of its own, or a decision with the cells that come from it. */
export type Standing =
  | {
      readonly kind: 'rule';
      readonly id: string;
      readonly version: string;
      readonly toolId: string;
      readonly tool: Tool;
      readonly rule: ToolRule;
      readonly reviewDue?: string;
    }
  | {
      readonly kind: 'decision';
      readonly id: string;
      readonly version: string;
      readonly decision: Decision;
      readonly cells: readonly CellAt[];
      readonly reviewDue?: string;
    };

export interface CellAt {
  readonly toolId: string;
  readonly version: string;
  readonly tool: Tool;
  readonly rule: ToolRule;
}

const prefix = 'rule:';

export const ruleIdOf = (toolId: string, dataClassId: string): string => `${prefix}${toolId}:${dataClassId}`;

function ruleNamed(id: string): { toolId: string; dataClassId: string } | undefined {
  if (!id.startsWith(prefix)) return undefined;
  const [toolId = '', dataClassId = ''] = id.slice(prefix.length).split(':');
  return { toolId, dataClassId };
}

type ToolAt = { readonly id: string; readonly version: string; readonly tool: Tool };
const toolAt = ({ id, version, body }: StoredDocument): ToolAt => ({ id, version, tool: tool.parse(body) });

export async function standing(store: TenantStore, id: string): Promise<Standing | undefined> {
  const named = ruleNamed(id);
  if (named) {
    const found = await store.get('tool', named.toolId);
    const rule = found && toolAt(found).tool.rules.find(({ dataClassId }) => dataClassId === named.dataClassId);
    return found && rule && rule.verdict !== 'undecided' ? ruleStanding(toolAt(found), rule) : undefined;
  }
  const found = await store.get('decision', id);
  if (!found) return undefined;
  const body = decision.parse(found.body);
  const tools = await Promise.all(body.scope.toolIds.map((toolId) => store.get('tool', toolId)));
  const known = tools.flatMap((each) => (each ? [toolAt(each)] : []));
  return decisionStanding(found, body, known);
}

/** All that is in force and has a date, the decisions with the cells that come from them. */
export async function allStanding(store: TenantStore): Promise<Standing[]> {
  const tools: ToolAt[] = [];
  for await (const document of findAll(store, { kind: 'tool', where: [['status', '=', 'active']] }))
    tools.push(toolAt(document));
  const decisions: Extract<Standing, { kind: 'decision' }>[] = [];
  for await (const document of findAll(store, { kind: 'decision', where: [['state', '=', 'active']] }))
    decisions.push(decisionStanding(document, decision.parse(document.body), tools));
  const held = new Set(
    decisions.flatMap(({ cells }) => cells.map(({ toolId, rule }) => ruleIdOf(toolId, rule.dataClassId))),
  );
  const rules = tools.flatMap((each) =>
    each.tool.rules
      .filter((rule) => rule.verdict !== 'undecided' && !held.has(ruleIdOf(each.id, rule.dataClassId)))
      .map((rule) => ruleStanding(each, rule)),
  );
  return [...decisions, ...rules];
}

const ruleStanding = ({ id, version, tool }: ToolAt, rule: ToolRule): Standing => ({
  kind: 'rule',
  ...{ id: ruleIdOf(id, rule.dataClassId), version, toolId: id, tool, rule },
  ...(rule.reviewDue ? { reviewDue: rule.reviewDue } : {}),
});

function decisionStanding(
  { id, version }: Pick<StoredDocument, 'id' | 'version'>,
  body: Decision,
  tools: readonly ToolAt[],
): Extract<Standing, { kind: 'decision' }> {
  const cells = tools.flatMap((each) =>
    each.tool.rules
      .filter((rule) => rule.decisionId === id || (rule.decisionId === undefined && isAbout(body, each.id, rule)))
      .map((rule) => ({ toolId: each.id, version: each.version, tool: each.tool, rule })),
  );
  // A cell comes due before the decision it comes from: whoever looks at it looks at both.
  const dates = [body.reviewDue, ...cells.map(({ rule }) => rule.reviewDue)].filter((day) => day !== undefined);
  const [reviewDue] = dates.toSorted();
  return { kind: 'decision', id, version, decision: body, cells, ...(reviewDue ? { reviewDue } : {}) };
}

/** Those that came with a playbook name each other in nothing but what they are about. */
function isAbout(body: Decision, toolId: string, { dataClassId }: ToolRule): boolean {
  const cell = cellOf(body);
  return cell?.toolId === toolId && cell.dataClassId === dataClassId;
}

/** The one cell that it says, where it says one. */
export const cellOfStanding = (each: Standing): { toolId: string; dataClassId: string } | undefined =>
  each.kind === 'rule' ? { toolId: each.toolId, dataClassId: each.rule.dataClassId } : cellOf(each.decision);
