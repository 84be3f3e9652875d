/** Small documents with everything in them that the schemas ask for; a test names only what it is about. */
import type { TenantStore } from '../../src/core/documents.ts';
import { silentLog } from '../../src/core/log.ts';
import type { Grant, GrantName, Who } from '../../src/core/person.ts';
import type { ScenarioFacts } from '../../src/core/rulebook.ts';
import type { Turn } from '../../src/core/turn.ts';
import {
  type DataClass,
  type Decision,
  type Guardrail,
  guardrail,
  type Tool,
  type ToolRule,
  type Verdict,
} from '../../src/features/guardrails/model.ts';
import { type Identified, type Rules, rulesOf } from '../../src/features/guardrails/rules.ts';
import { openSqlite } from '../../src/stores/sqlite.ts';
import { wordsFor } from '../../src/text/words.ts';
import { type MovingClock, movingClock } from './moving-clock.ts';

export const today = new Date('2026-11-23T10:00:00.000Z');
export const stamps = {
  createdAt: today.toISOString(),
  createdBy: 'system',
  updatedAt: today.toISOString(),
  updatedBy: 'system',
} as const;

/** The five classes of the starter playbook; their ids are their slugs. */
export const classes: readonly Identified<DataClass>[] = [
  'public',
  'internal',
  'confidential',
  'personal',
  'restricted',
].map((slug, rank) => ({
  ...stamps,
  id: slug,
  slug,
  name: slug[0]?.toUpperCase() + slug.slice(1),
  description: `Data that is ${slug}`,
  rank,
  examples: ['one', 'two'],
  aliases: [],
}));

export type Cells = Readonly<Record<string, Verdict | (Partial<ToolRule> & { verdict: Verdict })>>;

/** A tool with its row of the matrix; a cell that is not named has no rule. */
export function aTool(id: string, cells: Cells = {}, change: Partial<Tool> = {}): Identified<Tool> {
  return {
    ...stamps,
    id,
    slug: id,
    name: `Tool ${id}`,
    vendor: 'Somebody',
    aliases: [],
    kind: 'assistant',
    accountKind: 'work',
    status: 'active',
    reviewDue: '2027-02-01',
    alternatives: [],
    launchEnabled: false,
    rules: Object.entries(cells).map(([dataClassId, cell]) => aRule(dataClassId, cell)),
    ...change,
  };
}

function aRule(dataClassId: string, cell: Cells[string]): ToolRule {
  const said = typeof cell === 'string' ? { verdict: cell } : cell;
  const conditions = said.verdict === 'withConditions' ? ['Take names out.'] : [];
  return { dataClassId, conditions, reason: `Rule says ${said.verdict}.`, reviewDue: '2027-02-01', ...said };
}

export type Scope = Decision['scope'];

let decisions = 0;

/** A decision in force; lists of the scope that are not named are empty, which means any. */
export function aDecision(
  answer: NonNullable<Decision['answer']>,
  scope: Partial<Scope>,
  change: Partial<Decision> & { id?: string } = {},
): Identified<Decision> {
  return {
    ...stamps,
    id: `decision-${++decisions}`,
    question: 'May we?',
    answer,
    text: `Decision says ${answer}.`,
    why: 'It was asked often.',
    conditions: answer === 'yesWithConditions' ? ['Only with a second reader.'] : [],
    aboutPeople: false,
    scope: { toolIds: [], dataClassIds: [], workflowIds: [], departmentIds: [], roleIds: [], ...scope },
    state: 'active',
    fromFlagIds: [],
    decidedBy: ['governance-1'],
    decidedAt: '2026-11-01T09:00:00.000Z',
    reviewDue: '2027-05-01',
    effects: [],
    options: [],
    people: [],
    ...change,
  };
}

export function aGuardrail(
  level: Guardrail['level'],
  appliesTo: Partial<Guardrail['appliesTo']> = {},
  change: Partial<Guardrail> & { id?: string } = {},
): Identified<Guardrail> {
  const id = change.id ?? `guardrail-${level}`;
  const nowhere = { all: false, departmentIds: [], workflowIds: [], dataClassIds: [], toolIds: [], findings: [] };
  const { id: _, ...rest } = change;
  const body = guardrail.parse({
    ...stamps,
    slug: id,
    name: `Guardrail ${id}`,
    rule: `Keep to ${id}.`,
    why: 'It protects people.',
    do: ['This.'],
    doNot: ['That.'],
    level,
    reviewDue: '2027-05-01',
    state: 'active',
    appliesTo: { ...nowhere, ...appliesTo },
    lawNotes: [],
    ...rest,
  });
  return { ...body, id };
}

export function someRules(documents: Partial<Parameters<typeof rulesOf>[0]>): Rules {
  return rulesOf({ tools: [], classes, decisions: [], guardrails: [], ...documents });
}

/** What the verdict knows of a scenario: up to confidential data, made for tool `a`. */
export const facts = (change: Partial<ScenarioFacts> = {}): ScenarioFacts => ({
  id: 'scenario-1',
  workflowId: 'workflow-1',
  departmentId: 'hr',
  toolIds: ['a'],
  dataClassId: 'confidential',
  guardrailIds: [],
  ...change,
});

export const tenantId = '00000000-0000-4000-8000-000000000001';

export const aGrant = (grant: GrantName, departmentId?: string): Grant => ({
  grant,
  ...(departmentId ? { scopeKind: 'department', scopeId: departmentId } : { scopeKind: 'tenant' }),
  givenBy: 'system',
  givenAt: stamps.createdAt,
});

export const aPerson = (change: Partial<Who> = {}): Who => ({
  tenantId,
  personId: 'person-1',
  name: 'Sam Sample',
  roleIds: [],
  grants: [],
  locale: 'en',
  zone: 'Europe/London',
  ...change,
});

export interface MemoryStore {
  readonly store: TenantStore;
  readonly clock: MovingClock;
  close(): Promise<void>;
}

export function memoryStore(): MemoryStore {
  const clock = movingClock();
  const sqlite = openSqlite({ dataDir: ':memory:', clock, log: silentLog });
  return { store: sqlite.forTenant(tenantId), clock, close: sqlite.close };
}

export const aTurn = (store: TenantStore, change: Partial<Turn> = {}): Turn => ({
  requestId: 'request-1',
  who: aPerson(),
  where: { surface: 'bot', conversation: 'personal', conversationId: 'chat-1' },
  now: today,
  stamp: { content: 0, tools: 0, people: 0 },
  store,
  words: wordsFor('en'),
  ...change,
});
