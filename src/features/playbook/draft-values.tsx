/** The fields of a draft as one flat record, what is sent of them, and what two writers changed. Pure. */
import type { DraftContract, DraftPatch, ScenarioEdit } from './edit-contract.ts';

/** What the page gets: the body with the version to save with. */
export type Edit = ScenarioEdit & { readonly version: string };

export interface Values extends DraftContract {
  changeNote: string;
  stepOrder: number;
  ownerId: string;
  reviewerId: string;
}
export type FieldName = keyof Values;

export const valuesOf = ({ contract, changeNote, stepOrder, owner, reviewer }: ScenarioEdit): Values => ({
  ...contract,
  changeNote,
  stepOrder,
  ownerId: owner?.id ?? '',
  reviewerId: reviewer?.id ?? '',
});

/** The fields named, where the server looks for them; nobody named is not sent, since that cannot be taken back. */
export function patchOf(values: Values, names: readonly FieldName[]): DraftPatch {
  const { changeNote, stepOrder, ownerId, reviewerId, ...contract } = values;
  const has = (name: FieldName) => names.includes(name);
  const named = Object.entries(contract).filter(([name]) => names.some((each) => each === name));
  return {
    ...(named.length > 0 ? { contract: Object.fromEntries(named) } : {}),
    ...(has('changeNote') ? { changeNote } : {}),
    ...(has('stepOrder') ? { stepOrder } : {}),
    ...(has('ownerId') && ownerId !== '' ? { ownerId } : {}),
    ...(has('reviewerId') && reviewerId !== '' ? { reviewerId } : {}),
  };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Fields that differ. */
export const changedIn = (before: Values, after: Values): FieldName[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((name) => name as FieldName)
    .filter((name) => !same(before[name], after[name]));

/** `after`, but with these fields as they stand in `mine`. */
export const withFields = (after: Values, mine: Values, names: readonly FieldName[]): Values => ({
  ...after,
  ...Object.fromEntries(names.map((name) => [name, mine[name]])),
});

/** A field's text to read: every text in it, one a line. */
export function readable(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value).map(readable).filter(Boolean).join('\n');
}
