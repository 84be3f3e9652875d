/** A governance call as documents: the decision, and the cell of the matrix that it changes, to be written together. */
import type { TenantStore, WriteOperation } from '../../core/documents.ts';
import { addDays, dayOf } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import { type Decision, decision, type Tool, type ToolRule, tool, type Verdict } from './model.ts';

export interface Call {
  readonly id: string;
  readonly question: string;
  readonly answer: NonNullable<Decision['answer']>;
  readonly why: string;
  readonly conditions: readonly string[];
  readonly aboutPeople: boolean;
  readonly fromFlagIds: readonly string[];
  /** Both or none: a call about one tool with one kind of data stands in the matrix. */
  readonly toolId?: string;
  readonly dataClassId?: string;
}

/** Days until they are looked at again (product 7.2). */
const decisionDays = 180;
const ruleDays = 90;

const verdictOf: Readonly<Record<Call['answer'], Verdict>> = {
  yes: 'allowed',
  yesWithConditions: 'withConditions',
  no: 'notAllowed',
  notYet: 'undecided',
};

export async function rulingOperations(turn: Turn, call: Call): Promise<WriteOperation[]> {
  const found = call.toolId ? await toolIn(turn.store, call.toolId) : undefined;
  const changed = found && call.dataClassId ? withRule(found.tool, ruleOf(turn, call, call.dataClassId)) : undefined;
  const before = found?.tool.rules.find(({ dataClassId }) => dataClassId === call.dataClassId)?.verdict ?? 'undecided';
  const effects: Decision['effects'] =
    found && changed ? [{ kind: 'toolRule', refId: found.id, before, after: verdictOf[call.answer] }] : [];
  const body = decisionOf(turn, call, effects);
  return [
    { op: 'create', kind: 'decision', id: call.id, body },
    ...(found && changed
      ? [{ op: 'replace' as const, kind: 'tool', id: found.id, version: found.version, body: stampedBy(turn, changed) }]
      : []),
  ];
}

async function toolIn(store: TenantStore, id: string) {
  const found = await store.get('tool', id);
  return found && { id, version: found.version, tool: tool.parse(found.body) };
}

function ruleOf({ who, now }: Turn, call: Call, dataClassId: string): ToolRule {
  if (call.answer === 'notYet') return { dataClassId, verdict: 'undecided', conditions: [] };
  return {
    dataClassId,
    verdict: verdictOf[call.answer],
    conditions: [...call.conditions],
    reason: call.why,
    decisionId: call.id,
    decidedBy: who.personId,
    decidedAt: now.toISOString(),
    reviewDue: addDays(dayOf(now), ruleDays),
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
    decidedBy: [who.personId],
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
