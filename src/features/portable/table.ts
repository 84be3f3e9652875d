/** The playbook as one table: a row for each scenario, prompt, good example, decision, guardrail and rule of a tool. */
import type { CsvTable, CsvValue } from '../../core/csv-file.ts';
import { type Capped, listIn, type Named } from './copy.ts';
import { decisionPart, guardrailPart, type ScenarioPart, scenarioPart, toolPart } from './parts.ts';

/** Several in one cell stand in lines of their own. Names of other things are their slugs, as in the other files. */
export const columns = [
  ...['kind', 'scenario', 'workflow', 'step', 'title', 'helpsYou', 'problem', 'task', 'roles', 'language', 'tags'],
  ...['whenToUse', 'whenNotToUse', 'inputs', 'dataClass', 'tools', 'steps', 'criteria', 'guardrails', 'humanCheck'],
  ...['beforeMinutes', 'afterMinutes', 'purpose', 'text', 'variables', 'why', 'answer', 'conditions', 'reviewDue'],
] as const;
export type ColumnName = (typeof columns)[number];
export type TableRow = Partial<Record<ColumnName, CsvValue>>;

const inLines = (values: readonly string[]): string => values.join('\n');
/** Between the pieces of one line. */
export const between = ' | ';

export function tableOf({ lists }: Capped, note: string | undefined): CsvTable {
  const rows = [
    ...listIn(lists, 'scenario').flatMap(scenarioRows),
    ...listIn(lists, 'decision').map(decisionRow),
    ...listIn(lists, 'guardrail').map(guardrailRow),
    ...listIn(lists, 'tool').flatMap(toolRows),
    ...(note === undefined ? [] : [{ kind: 'note', text: note }]),
  ] satisfies TableRow[];
  return { header: columns, rows: rows.map((row: TableRow) => columns.map((name) => row[name])) };
}

function scenarioRows({ slug, body }: Named): TableRow[] {
  const part = scenarioPart.parse(body);
  const { goodExample, prompts } = part;
  return [
    scenarioRow(slug, part),
    ...prompts.map(({ purpose, title, text, variables }) => ({
      ...{ kind: 'prompt', scenario: slug, title, purpose, text },
      variables: inLines(variables.map(({ name, label }) => `${name}: ${label}`)),
    })),
    ...(goodExample.text === ''
      ? []
      : [{ kind: 'goodExample', scenario: slug, text: goodExample.text, why: goodExample.whyGood }]),
  ];
}

function scenarioRow(slug: string, part: ScenarioPart): TableRow {
  const { title, helpsYou, problem, task, language, time, humanCheck } = part;
  return {
    ...{ kind: 'scenario', scenario: slug, workflow: part.workflowId, step: part.stepOrder },
    ...{ title, helpsYou, problem, task, language, dataClass: part.dataClassId },
    ...{ roles: inLines(part.roleIds), tags: inLines(part.tags), tools: inLines(part.toolIds) },
    ...{ whenToUse: inLines(part.whenToUse), whenNotToUse: inLines(part.whenNotToUse) },
    ...{ guardrails: inLines(part.guardrailIds), beforeMinutes: time.beforeMinutes, afterMinutes: time.afterMinutes },
    inputs: inLines(part.inputs.map(({ name, where, dataClassId }) => [name, where, dataClassId].join(between))),
    steps: inLines(part.steps.map(({ text, byHuman }) => [byHuman ? 'human' : 'tool', text].join(between))),
    criteria: inLines(part.criteria.map(({ text, kind }) => [kind, text].join(between))),
    humanCheck: humanCheck.who === '' ? '' : [humanCheck.who, humanCheck.what].join(between),
  };
}

function decisionRow({ body }: Named): TableRow {
  const { question, answer, text, why, conditions, scope, reviewDue } = decisionPart.parse(body);
  const { toolIds = [], dataClassIds = [], workflowIds = [], roleIds = [] } = scope;
  return {
    ...{ kind: 'decision', title: question, answer, text, why, conditions: inLines(conditions), reviewDue },
    ...{ tools: inLines(toolIds), dataClass: inLines(dataClassIds), workflow: inLines(workflowIds) },
    roles: inLines(roleIds),
  };
}

function guardrailRow({ slug, body }: Named): TableRow {
  const { name, rule, why, reviewDue } = guardrailPart.parse(body);
  return { kind: 'guardrail', guardrails: slug, title: name, text: rule, why, reviewDue };
}

function toolRows({ slug, body }: Named): TableRow[] {
  const { name, rules } = toolPart.parse(body);
  return rules.map(({ dataClassId, verdict, conditions, reason, reviewDue }) => ({
    ...{ kind: 'toolRule', tools: slug, title: name, dataClass: dataClassId, answer: verdict },
    ...{ conditions: inLines(conditions), why: reason, reviewDue },
  }));
}
