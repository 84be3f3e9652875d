/** From what stands in an action's form to what is sent. Pure. */
import type { ActionField, ItemAction } from '../../core/work-item.ts';
import type { Body } from './open-item.ts';
import type { Draft } from './work.ts';

/** What a field holds until somebody changes it. */
export const beginning = ({ fields }: ItemAction): Draft =>
  Object.fromEntries(
    fields.map(({ name, kind, value = '' }) => [name, kind === 'switch' && value === 'true' ? 'yes' : value]),
  );

export const seenFields = ({ fields }: ItemAction, values: Draft): ActionField[] =>
  fields.filter(({ onlyWhen }) => !onlyWhen || onlyWhen.in.includes(said(values[onlyWhen.field])));

/** A switch is compared as what it is sent as. */
const said = (value = ''): string => (value === 'yes' ? 'true' : value);

export const missingFields = (action: ItemAction, values: Draft): ActionField[] =>
  seenFields(action, values).filter(
    ({ name, required, kind }) => required && kind !== 'switch' && (values[name] ?? '').trim() === '',
  );

/** What is fixed goes along; empty fields stay out; a switch always says yes or no. */
export const bodyOf = (action: ItemAction, values: Draft): Body => ({
  ...action.fixed,
  ...Object.fromEntries(
    seenFields(action, values).flatMap(({ name, kind }): [string, string | boolean][] => {
      const value = values[name] ?? '';
      if (kind === 'switch') return [[name, value === 'yes']];
      return value.trim() === '' ? [] : [[name, value.trim()]];
    }),
  ),
});

/** What was written in words, but for what stood there before. */
export const writtenIn = ({ fields }: ItemAction, values: Draft): string[] =>
  fields.flatMap(({ name, kind, value: before = '' }) => {
    const value = values[name]?.trim() ?? '';
    return (kind === 'text' || kind === 'longText') && value !== '' && value !== before ? [value] : [];
  });

/** Events come more than once, each with something else fixed. */
export const actionKey = ({ event, fixed = {} }: ItemAction): string => [event, ...Object.values(fixed)].join(' ');

/** Names that stand more than once get a number, so that they can be told apart. */
export function numbered(names: readonly string[]): string[] {
  const count = (name: string, upTo = names.length) => names.slice(0, upTo).filter((each) => each === name).length;
  return names.map((name, at) => (name !== '' && count(name) > 1 ? `${name} (${count(name, at) + 1})` : name));
}
