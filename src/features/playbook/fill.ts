/** Fills a prompt from what was typed: every problem at once, by field; nothing typed is lost or kept. */
import { z } from 'zod';
import type { ProblemCode } from '../../core/errors.ts';
import { cleanText, fold, isWithin } from '../../core/text.ts';
import type { Pack } from './model.ts';
import type { Prompt, Variable } from './scenario-version.ts';

/** Typed values by variable name. */
export type Values = Readonly<Record<string, string>>;

export interface FieldProblem {
  readonly name: string;
  readonly code: ProblemCode;
  readonly values: Record<string, string | number>;
}

export type Filled = { kind: 'filled'; text: string } | { kind: 'incomplete'; problems: readonly FieldProblem[] };

/** Input ids of a form are `v_<variable>`, so that no variable can take the name of a field of ours. */
export const inputId = (name: string): string => `v_${name}`;

export function typedValues(prompt: Prompt, input: Readonly<Record<string, unknown>>): Values {
  const said = z.union([z.string(), z.number()]).transform(String).catch('');
  const pairs = prompt.variables.map((v) => [v.name, cleanText(said.parse(input[inputId(v.name)]))] as const);
  return Object.fromEntries(pairs.filter(([, value]) => value !== ''));
}

/** Values that the prompt itself brings: the owner's approved block, or "the draft above" of the same chat. */
export function withDefaults(prompt: Prompt, values: Values, draftAbove: string): Values {
  const brought = prompt.variables.flatMap((v) => {
    const value = v.preset ?? (v.sameChat ? draftAbove : undefined);
    return value === undefined ? [] : [[v.name, value] as const];
  });
  return { ...Object.fromEntries(brought), ...values };
}

/** An example for every field: the pack's block of that name, else the variable's own example. */
export function exampleValues(prompt: Prompt, pack: Pack | undefined): Values {
  const block = (v: Variable) => pack?.blocks.find((b) => fold(b.name) === fold(v.label))?.text;
  return Object.fromEntries(prompt.variables.map((v) => [v.name, fits(v, block(v)) ?? v.example]));
}

const fits = (v: Variable, text: string | undefined) =>
  text !== undefined && problemOf(v, text) === undefined ? text : undefined;

export function fill(prompt: Prompt, values: Values): Filled {
  const problems = prompt.variables.flatMap((v) => problemOf(v, values[v.name] ?? '') ?? []);
  if (problems.length > 0) return { kind: 'incomplete', problems };
  const text = prompt.text.replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
    Object.hasOwn(values, name) ? values[name] || '-' : '-',
  );
  return { kind: 'filled', text };
}

function problemOf(v: Variable, value: string): FieldProblem | undefined {
  const problem = (code: ProblemCode, values = {}): FieldProblem => ({
    name: v.name,
    code,
    values: { field: v.label, ...values },
  });
  if (value === '') return v.required ? problem('field_required') : undefined;
  if (!isWithin(value, v.maxChars)) return problem('field_length', { min: 1, max: v.maxChars });
  switch (v.kind) {
    case 'number':
      return /^-?\d{1,9}(?:[.,]\d{1,6})?$/.test(value) ? undefined : problem('field_number');
    case 'date':
      return z.iso.date().safeParse(value).success ? undefined : problem('field_date');
    case 'choice':
      return v.choices?.includes(value) ? undefined : problem('field_choice');
    case 'shortText':
    case 'longText':
      return undefined;
  }
}

/** True when all that was filled in is the example's: then the text is invented data, class `public`. An empty form is not. */
export const isExample = (prompt: Prompt, values: Values, pack: Pack | undefined): boolean => {
  const example = exampleValues(prompt, pack);
  const said = prompt.variables.filter((v) => values[v.name] !== undefined);
  return said.length > 0 && said.every((v) => values[v.name] === cleanText(example[v.name] ?? ''));
};
