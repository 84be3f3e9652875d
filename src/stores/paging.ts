/** Pages of both stores: how many rows one holds, and the place after its last row in a form that both read. */
import { z } from 'zod';
import { maxPage, type Query } from '../core/documents.ts';
import { StoreError } from '../core/errors.ts';

export type SortValue = string | number | null;
const cursor = z.tuple([z.union([z.string(), z.number(), z.null()]), z.string()]);

export const limitOf = ({ limit }: Query): number => Math.min(maxPage, Math.max(1, Math.trunc(limit ?? 50) || 1));

/** The place after one row. */
export const cursorOf = ({ orderBy }: Query, last: { readonly id: string; readonly body: unknown }): string =>
  Buffer.from(JSON.stringify([orderBy ? sortValueOf(orderBy.field, last.body) : null, last.id])).toString('base64url');

export function readCursor(after: string): [SortValue, string] {
  try {
    return cursor.parse(JSON.parse(Buffer.from(after, 'base64url').toString()));
  } catch (error) {
    throw new StoreError('badRequest', 'this is not a cursor of ours', { cause: error });
  }
}

/** What a field of the body is ordered by; absent values are null. */
export function sortValueOf(field: string, body: unknown): SortValue {
  const value = field.split('.').reduce<unknown>(fieldOf, body);
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  return value === undefined || value === null ? null : JSON.stringify(value);
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
