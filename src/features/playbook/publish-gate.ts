/** The publish gate (product 5.1): everything that stands between a draft and going live, field by field and all at once. */
import { fieldProblems } from '../../core/field-problems.ts';
import type { FieldProblem } from '../../core/route.ts';
import { type GuardrailView, isUsable, type Rulebook, type ScenarioFacts } from '../../core/rulebook.ts';
import { isWithin } from '../../core/text.ts';
import type { Words } from '../../core/words.ts';
import type { Book, Identified } from './book.ts';
import type { DraftContract } from './edit-contract.ts';
import { textOf, withoutBlanks } from './edit-draft.ts';
import type { Scenario, Workflow } from './model.ts';
import { type ScenarioContract, scenarioContract } from './scenario-version.ts';

export interface AtGate {
  readonly id: string;
  readonly head: Pick<Scenario, 'ownerId' | 'reviewerId' | 'hold'>;
  readonly workflow: Identified<Workflow>;
  /** The text with its number and note. */
  readonly draft: DraftContract & { readonly version: number; readonly changeNote?: string | undefined };
  readonly book: Book;
  /** Scenarios that are there for it to point to, live or on the way. */
  readonly pointedTo: ReadonlySet<string>;
  readonly rulebook: Rulebook;
  readonly now: Date;
  readonly words: Words;
}

export type Gate = { kind: 'open'; contract: ScenarioContract } | { kind: 'shut'; problems: readonly FieldProblem[] };

/** Content check, needed to send it to a reviewer, and readiness check, needed to go live. */
export function gate(at: AtGate): Gate {
  const read = contentCheck(at);
  const problems = [...read.problems, ...readinessCheck(at)];
  return read.contract && problems.length === 0
    ? { kind: 'open', contract: read.contract }
    : { kind: 'shut', problems };
}

interface Checked {
  readonly contract?: ScenarioContract;
  readonly problems: readonly FieldProblem[];
}

export function contentCheck(at: AtGate): Checked {
  const { draft, words } = at;
  const raw = withoutBlanks({ ...textOf(draft), guardrailIds: guardrailIdsOf(at) });
  const read = scenarioContract.safeParse(raw);
  const shape = read.success ? [] : fieldProblems(read.error, raw, words);
  const isSaid = new Set(shape.map(({ path }) => path));
  const more = [...textProblems(draft, words), ...noteProblems(at)].filter(({ path }) => !isSaid.has(path));
  const problems = [...shape, ...more];
  return read.success && problems.length === 0 ? { contract: read.data, problems } : { problems };
}

const problem = (path: string, message: string): FieldProblem => ({ path, error: 'field_form', message });
const required = (path: string, message: string): FieldProblem => ({ path, error: 'field_required', message });

/** What a schema does not say: prompts and their fields fit both ways, a person is among the steps, criteria are questions. */
function textProblems({ prompts = [], steps = [], criteria = [] }: DraftContract, words: Words): FieldProblem[] {
  const purposes = new Set(prompts.map(({ purpose }) => purpose));
  const lacks = (['draft', 'check'] as const).filter((purpose) => !purposes.has(purpose));
  const isAlone = steps.length > 0 && !steps.some(({ byHuman }) => byHuman);
  const unasked = criteria.flatMap(({ text }, at) => (text !== '' && !text.endsWith('?') ? [at] : []));
  return [
    ...(lacks.length > 0 ? [problem('prompts', words(`edit.gate.${lacks[0] ?? 'draft'}Prompt`))] : []),
    ...prompts.flatMap((prompt, at) => variableProblems(prompt, at, words)),
    ...(isAlone ? [problem('steps', words('edit.gate.humanStep'))] : []),
    ...unasked.map((at) => problem(`criteria.${at}.text`, words('edit.gate.question'))),
  ];
}

const placeholder = /\{\{\s*([^{}]*?)\s*\}\}/g;

function variableProblems(
  { text, variables }: NonNullable<DraftContract['prompts']>[number],
  at: number,
  words: Words,
): FieldProblem[] {
  const used = new Set([...text.matchAll(placeholder)].map(([, name = '']) => name));
  const named = new Set(variables.map(({ name }) => name));
  const unknown = [...used].filter((name) => !named.has(name));
  const unused = [...named].filter((name) => name !== '' && !used.has(name));
  return [
    ...(unknown.length > 0
      ? [problem(`prompts.${at}.text`, words('edit.gate.unknownField', { names: unknown.join(', ') }))]
      : []),
    ...(unused.length > 0
      ? [problem(`prompts.${at}.variables`, words('edit.gate.unusedField', { names: unused.join(', ') }))]
      : []),
  ];
}

const noteProblems = ({ draft, words }: AtGate): FieldProblem[] => {
  const { version, changeNote = '' } = draft;
  if (version > 1 && changeNote === '') return [required('changeNote', words('edit.gate.changeNote'))];
  if (changeNote === '' || isWithin(changeNote, maxNote)) return [];
  const message = words('error.field_length', { field: words('field.changeNote'), min: 1, max: maxNote });
  return [{ path: 'changeNote', error: 'field_length', message }];
};
const maxNote = 240;

function readinessCheck(at: AtGate): FieldProblem[] {
  const { head, words } = at;
  const { ownerId, reviewerId } = head;
  return [
    ...(ownerId ? [] : [required('ownerId', words('edit.gate.owner'))]),
    ...(reviewerId && reviewerId !== ownerId ? [] : [required('reviewerId', words('edit.gate.reviewer'))]),
    ...pointerProblems(at),
    ...toolProblems(at),
  ];
}

/** What it points to is there; an id that is empty was said already. */
function pointerProblems({ id, draft, book, pointedTo, rulebook, words }: AtGate): FieldProblem[] {
  const lost = (path: string, key: string): FieldProblem => ({
    ...{ path, error: 'field_choice' },
    message: words('error.field_choice', { field: words(`field.${key}`) }),
  });
  const { roleIds = [], toolIds = [], nextIds = [], inputs = [], dataClassId, packId } = draft;
  const isClass = (classId: string) => rulebook.dataClass(classId) !== undefined;
  return [
    ...roleIds.flatMap((each, at) => (book.roles.get(each)?.active ? [] : [lost(`roleIds.${at}`, 'roleIds')])),
    ...toolIds.flatMap((each, at) => (rulebook.tool(each) ? [] : [lost(`toolIds.${at}`, 'toolIds')])),
    ...nextIds.flatMap((each, at) => (pointedTo.has(each) && each !== id ? [] : [lost(`nextIds.${at}`, 'nextIds')])),
    ...(dataClassId && !isClass(dataClassId) ? [lost('dataClassId', 'dataClassId')] : []),
    ...inputs.flatMap(({ dataClassId: each }, at) =>
      each && !isClass(each) ? [lost(`inputs.${at}.dataClassId`, 'inputs.dataClassId')] : [],
    ),
    ...(packId && !book.packs.has(packId) ? [lost('packId', 'packId')] : []),
  ];
}

/** At least one of its tools may see its data, as the rules stand now. */
function toolProblems(at: AtGate): FieldProblem[] {
  const { draft, rulebook, now, words, workflow } = at;
  const { toolIds = [], dataClassId } = draft;
  if (toolIds.length === 0 || !dataClassId || !rulebook.dataClass(dataClassId)) return [];
  const { hold: _, ...facts } = factsOf(at);
  const reader = { roleIds: draft.roleIds ?? [], departmentId: workflow.departmentId };
  const isUsed = toolIds.some((toolId) =>
    isUsable(rulebook.verdict({ toolId, dataClassId, scenario: facts, reader, now }).verdict),
  );
  return isUsed ? [] : [problem('toolIds', words('edit.gate.usableTool'))];
}

export function factsOf({
  id,
  head,
  workflow,
  draft,
}: Pick<AtGate, 'id' | 'head' | 'workflow' | 'draft'>): ScenarioFacts {
  const { toolIds = [], dataClassId = '', guardrailIds = [] } = draft;
  const place = { id, workflowId: workflow.id, departmentId: workflow.departmentId };
  return { ...place, toolIds, dataClassId, guardrailIds, ...(head.hold ? { hold: head.hold } : {}) };
}

/** Attached by their own rules: they cannot be taken off. */
export const automaticGuardrails = (at: AtGate): readonly GuardrailView[] =>
  at.rulebook.guardrailsOf({ ...factsOf(at), guardrailIds: [] });

const mostGuardrails = 8;

/** Those picked by hand; the others hold without being listed. Where nobody picked any, they are listed. */
function guardrailIdsOf(at: AtGate): string[] {
  const known = new Set(at.rulebook.guardrails().map(({ id }) => id));
  const byHand = (at.draft.guardrailIds ?? []).filter((id) => known.has(id));
  const listed = byHand.length > 0 ? byHand : automaticGuardrails(at).map(({ id }) => id);
  return listed.slice(0, mostGuardrails);
}
