/** A governance call as documents: the decision, and the cell of the matrix that it changes, to be written together. */
import type { TenantStore, WriteOperation } from '../../core/documents.ts';
import { readPeriods } from '../../core/review-periods.ts';
import { addDays, dayOf } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import { afterReplaced, afterRules } from './after.ts';
import { type NewTool, newTool, withAlias } from './listing.ts';
import { type Decision, decision, type Tool, type ToolRule, tool, type Verdict } from './model.ts';

export interface Call {
  readonly id: string;
  readonly question: string;
  readonly answer: NonNullable<Decision['answer']>;
  readonly why: string;
  readonly conditions: readonly string[];
  readonly aboutPeople: boolean;
  /** The first one named stands for it in the matrix. */
  readonly decidedBy: readonly string[];
  readonly fromFlagIds: readonly string[];
  /** Both or none: a call about one tool with one kind of data stands in the matrix. Only a new tool may be blocked for all data. */
  readonly toolId?: string;
  readonly dataClassId?: string;
  /** A tool that comes onto the list under `toolId`, where it is not there yet. */
  readonly newTool?: NewTool;
  /** What people call the tool. */
  readonly alias?: string;
  readonly fromRequestId?: string;
  /** The call about the same that this one takes the place of. */
  readonly replacesId?: string;
}

/** A call, and after how many days its rule is looked at again. */
interface Dated extends Call {
  readonly days: number;
}

/** Days until they are looked at again (product 7.2). */
export const decisionDays = 180;

const verdictOf: Readonly<Record<Call['answer'], Verdict>> = {
  yes: 'allowed',
  yesWithConditions: 'withConditions',
  no: 'notAllowed',
  notYet: 'undecided',
};

export async function rulingOperations(turn: Turn, call: Call): Promise<WriteOperation[]> {
  const found = call.toolId ? await toolIn(turn.store, call.toolId) : undefined;
  const before = found?.tool.rules.find(({ dataClassId }) => dataClassId === call.dataClassId)?.verdict ?? 'undecided';
  const changed = changedTool(turn, { ...call, days: (await readPeriods(turn.store)).rules }, found?.tool);
  const effects: Decision['effects'] =
    call.toolId && changed ? [{ kind: 'toolRule', refId: call.toolId, before, after: verdictOf[call.answer] }] : [];
  return [
    { op: 'create', kind: 'decision', id: call.id, body: decisionOf(turn, call, effects) },
    ...(call.toolId && changed ? [toolOperation(call.toolId, found?.version, stampedBy(turn, changed))] : []),
    ...(call.replacesId ? await replacedOperations(turn, call.replacesId) : []),
    afterRules(turn),
  ];
}

const toolOperation = (id: string, version: string | undefined, body: Tool): WriteOperation =>
  version ? { op: 'replace', kind: 'tool', id, version, body } : { op: 'create', kind: 'tool', id, body };

/** The tool with its cell of the matrix; undefined where the call changes none. */
function changedTool(turn: Turn, call: Dated, known: Tool | undefined): Tool | undefined {
  const base = known ?? (call.toolId && call.newTool ? newTool(turn, call.toolId, call.newTool) : undefined);
  if (!base) return undefined;
  const named = call.alias ? withAlias(base, call.alias) : base;
  if (call.dataClassId) return withRule(reopened(named, call), ruleOf(turn, call, call.dataClassId));
  return known ? undefined : { ...named, status: 'blocked', statusReason: call.why };
}

/** A tool that was shut for everything is open again once a request for it is granted. */
function reopened(known: Tool, { answer, fromRequestId }: Call): Tool {
  if (known.status === 'active' || !fromRequestId || answer === 'no' || answer === 'notYet') return known;
  const { statusReason: _, ...rest } = known;
  return { ...rest, status: 'active' };
}

async function replacedOperations(turn: Turn, id: string): Promise<WriteOperation[]> {
  const found = await turn.store.get('decision', id);
  if (!found) return [];
  const body = decision.parse(found.body);
  if (body.state !== 'active') return [];
  const at = turn.now.toISOString();
  const replaced: Decision = { ...body, state: 'replaced', updatedAt: at, updatedBy: turn.who.personId };
  return [{ op: 'replace', kind: 'decision', id, version: found.version, body: replaced }, afterReplaced(turn, id)];
}

async function toolIn(store: TenantStore, id: string) {
  const found = await store.get('tool', id);
  return found && { id, version: found.version, tool: tool.parse(found.body) };
}

function ruleOf({ who, now }: Turn, call: Dated, dataClassId: string): ToolRule {
  if (call.answer === 'notYet') return { dataClassId, verdict: 'undecided', conditions: [] };
  return {
    dataClassId,
    verdict: verdictOf[call.answer],
    conditions: [...call.conditions],
    reason: call.why,
    decisionId: call.id,
    decidedBy: call.decidedBy[0] ?? who.personId,
    decidedAt: now.toISOString(),
    reviewDue: addDays(dayOf(now), call.days),
  };
}

const withRule = (known: Tool, rule: ToolRule): Tool => ({
  ...known,
  rules: [...known.rules.filter(({ dataClassId }) => dataClassId !== rule.dataClassId), rule],
});

const stampedBy = ({ who, now }: Turn, body: Tool): Tool =>
  tool.parse({ ...body, updatedAt: now.toISOString(), updatedBy: who.personId });

function decisionOf({ who, now }: Turn, call: Call, effects: Decision['effects']): Decision {
  const at = now.toISOString();
  return decision.parse({
    question: call.question.slice(0, 240).toWellFormed(),
    answer: call.answer,
    why: call.why,
    conditions: call.conditions,
    aboutPeople: call.aboutPeople,
    scope: {
      toolIds: call.toolId ? [call.toolId] : [],
      dataClassIds: call.dataClassId ? [call.dataClassId] : [],
      workflowIds: [],
      departmentIds: [],
      roleIds: [],
    },
    state: 'active',
    fromFlagIds: call.fromFlagIds,
    ...(call.fromRequestId ? { fromRequestId: call.fromRequestId } : {}),
    ...(call.replacesId ? { replacesId: call.replacesId } : {}),
    decidedBy: call.decidedBy,
    decidedAt: at,
    reviewDue: addDays(dayOf(now), decisionDays),
    effects,
    options: [],
    people: [],
    createdAt: at,
    createdBy: who.personId,
    updatedAt: at,
    updatedBy: who.personId,
  });
}
