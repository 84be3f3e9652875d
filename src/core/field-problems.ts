/** What is wrong with an input, field by field and all at once, in the reader's words. */
import type { z } from 'zod';
import type { ProblemCode } from './errors.ts';
import type { FieldProblem } from './route.ts';
import type { Words } from './words.ts';

type Issue = z.core.$ZodIssue;

/** `raw` is what the schema refused: it tells what is missing from what is wrong. */
export function fieldProblems(error: z.ZodError, raw: unknown, words: Words): FieldProblem[] {
  const problems = error.issues.flatMap((issue) => problemsOf(issue, raw, words));
  const first = new Map<string, FieldProblem>();
  for (const problem of problems) if (!first.has(problem.path)) first.set(problem.path, problem);
  return [...first.values()];
}

function problemsOf(issue: Issue, raw: unknown, words: Words): FieldProblem[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => said(words, pathOf([...issue.path, key]), 'unknown_field'));
  const path = pathOf(issue.path);
  const value = valueAt(raw, issue.path);
  if (value === undefined || value === null || (typeof value === 'string' && value.trim() === ''))
    return [said(words, path, 'field_required')];
  const max = issue.code === 'custom' ? Number(issue.params?.max) : Number.NaN;
  if (Number.isFinite(max)) return [said(words, path, 'field_length', { min: 1, max })];
  return [said(words, path, codeOf(issue), sizes(issue))];
}

function codeOf(issue: Issue): ProblemCode {
  switch (issue.code) {
    case 'invalid_value':
    case 'invalid_union':
      return 'field_choice';
    case 'invalid_format':
      return issue.format === 'date' || issue.format === 'datetime' ? 'bad_date' : 'field_form';
    case 'custom':
      return issue.message.startsWith('an https://') ? 'bad_url' : 'field_form';
    case 'too_small':
    case 'too_big':
      return issue.origin === 'number' ? 'field_number' : issue.origin === 'array' ? 'field_form' : 'field_length';
    default:
      return 'field_form';
  }
}

const sizes = (issue: Issue) => ({
  min: issue.code === 'too_small' ? Number(issue.minimum) : 0,
  max: issue.code === 'too_big' ? Number(issue.maximum) : 0,
});

const said = (words: Words, path: string, error: ProblemCode, values: Record<string, number> = {}): FieldProblem => ({
  path,
  error,
  message: words(`error.${error}`, { field: nameOf(words, path), ...values }),
});

/** The field's own name where words has one: `field.goodExample.text`; the place in a list is not part of it. */
function nameOf(words: Words, path: string): string {
  const key = `field.${path.replaceAll(/\.\d+(?=\.|$)/g, '')}`;
  return words.has(key) ? words(key) : path;
}

const pathOf = (path: readonly PropertyKey[]): string => path.map(String).join('.');

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  let value = raw;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
