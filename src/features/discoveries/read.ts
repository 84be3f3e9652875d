/** What a form says: every problem in words, or the text to share. */
import type { ProblemCode } from '../../core/errors.ts';
import type { FieldProblem } from '../../core/route.ts';
import { cleanText, isWithin, shorten } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import type { Desk } from './desk.ts';
import { maxPrompt, maxWhat, picked, type Typed } from './form.ts';
import type { Text } from './lifecycle.ts';
import { alikeOf } from './twins.ts';

export const limits = { title: 80, what: maxWhat, promptText: maxPrompt, sampleOutput: 2_000 } as const;
/** The word of each field on the form. */
const fieldWords = {
  title: 'card.discoveryForm.name',
  what: 'card.discoveryForm.what',
  promptText: 'card.discoveryForm.prompt',
  sampleOutput: 'card.discoveryForm.result',
  minutesBefore: 'card.discoveryForm.before',
  minutesAfter: 'card.discoveryForm.after',
  dataClassId: 'card.discoveryForm.dataClass',
} as const;

export const textFields = ['what', 'title', 'promptText', 'sampleOutput'] as const;
type Field = keyof typeof fieldWords;
export const fieldName = (turn: Turn, field: Field): string => turn.words(fieldWords[field]);

/** Everything that is wrong, at once. */
export async function problemsOf(desk: Desk, turn: Turn, form: Typed): Promise<FieldProblem[]> {
  const rulebook = await desk.rulebook(turn);
  const said = (path: Field, error: ProblemCode): FieldProblem => {
    const message = turn.words(`error.${error}`, { field: fieldName(turn, path) });
    return { path, error, message };
  };
  return [
    ...textProblems(turn, form),
    ...(rulebook.dataClass(form.dataClassId) ? [] : [said('dataClassId', 'field_choice')]),
    ...minuteFields.flatMap((field) => (minutesOf(form[field]) === 'wrong' ? [said(field, 'field_number')] : [])),
    ...(form.clean === 'true'
      ? []
      : [{ path: 'clean', error: 'field_required' as const, message: turn.words('discovery.notClean') }]),
  ];
}

const minuteFields = ['minutesBefore', 'minutesAfter'] as const;

function textProblems(turn: Turn, form: Typed): FieldProblem[] {
  return textFields.flatMap((path): FieldProblem[] => {
    const text = cleanText(form[path]);
    const field = fieldName(turn, path);
    const max = limits[path];
    if (text === '' && path !== 'what') return [];
    if (text === '') return [{ path, error: 'field_required', message: turn.words('error.field_required', { field }) }];
    if (isWithin(text, max)) return [];
    return [{ path, error: 'field_length', message: turn.words('error.field_length', { field, min: 1, max }) }];
  });
}

/** In half minutes, as every time here; nothing for an empty field. */
function minutesOf(amount: string): number | 'wrong' | undefined {
  if (amount.trim() === '') return undefined;
  const minutes = Math.round(Number(amount.replace(',', '.')) * 2) / 2;
  return minutes >= 0.5 && minutes <= 600 ? minutes : 'wrong';
}

/**
 * The text of a form without problems. Ids that are not of ours, or not to be seen by this person, are left out like an
 * empty field.
 */
export async function textOf(desk: Desk, turn: Turn, form: Typed, ownId: string): Promise<Text> {
  const [rulebook, roles, live, workflows, ownDepartment] = await Promise.all([
    desk.rulebook(turn),
    desk.roles(turn),
    desk.live(turn),
    desk.workflows(turn),
    desk.departmentOf(turn),
  ]);
  const scenario = live.find(({ id, isSeen }) => isSeen && id === picked(form.scenarioId));
  const departmentId = workflows.find(({ id }) => id === scenario?.workflowId)?.departmentId ?? ownDepartment;
  const toolId = rulebook.tool(picked(form.toolId) ?? '')?.id;
  const roleId = roles.find(({ id }) => id === form.roleId)?.id;
  const what = cleanText(form.what);
  const optional = {
    ...(scenario ? { scenarioId: scenario.id, version: scenario.version, workflowId: scenario.workflowId } : {}),
    ...(departmentId ? { departmentId } : {}),
    ...(toolId ? { toolId } : {}),
    ...(roleId ? { roleId } : {}),
    ...textField(form, 'promptText'),
    ...textField(form, 'sampleOutput'),
    ...minutesField(form, 'minutesBefore'),
    ...minutesField(form, 'minutesAfter'),
  };
  const told = { title: cleanText(form.title) || firstLine(what), what, ...optional };
  const similar = await alikeOf(desk, turn, told, ownId);
  return { ...told, dataClassId: form.dataClassId, credit: form.credit, similar };
}

const textField = <Name extends 'promptText' | 'sampleOutput'>(form: Typed, name: Name) => {
  const text = cleanText(form[name]);
  return text === '' ? {} : ({ [name]: text } as Record<Name, string>);
};

const minutesField = <Name extends 'minutesBefore' | 'minutesAfter'>(form: Typed, name: Name) => {
  const minutes = minutesOf(form[name]);
  return typeof minutes === 'number' ? ({ [name]: minutes } as Record<Name, number>) : {};
};

/** A title that nobody wrote: the text's first line. */
const firstLine = (text: string): string => shorten(text.split('\n')[0]?.trim() ?? '', limits.title);
