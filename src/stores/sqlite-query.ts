/** A query of the store port as one SQL statement; every value is a parameter, every field name is checked. */

import { z } from 'zod';
import { type Condition, maxPage, type Query, type Scalar } from '../core/documents.ts';
import { StoreError } from '../core/errors.ts';
import { checkField } from './rules.ts';

export interface Statement {
  readonly sql: string;
  readonly values: readonly (string | number)[];
  readonly limit: number;
}

type Value = string | number | null;
const cursor = z.tuple([z.union([z.string(), z.number(), z.null()]), z.string()]);

const path = (field: string): string => `body ->> '$.${checkField(field)}'`;
const bound = (value: Scalar): string | number => (typeof value === 'boolean' ? Number(value) : value);

export function findStatement(tenantId: string, query: Query, now: number): Statement {
  const limit = Math.min(maxPage, Math.max(1, Math.trunc(query.limit ?? 50)));
  const direction = query.orderBy?.direction === 'desc' ? 'DESC' : 'ASC';
  const sortKey = query.orderBy ? path(query.orderBy.field) : 'NULL';
  const parts = (query.where ?? []).map(conditionSql);
  const page = query.after ? afterSql(query.after, sortKey, direction) : undefined;
  const wheres = [
    'tenant_id = ?',
    'kind = ?',
    '(expires_at IS NULL OR expires_at > ?)',
    ...parts.map((p) => p.sql),
    ...(page ? [page.sql] : []),
  ];
  const order = query.orderBy ? `sort_key ${direction}, id ${direction}` : `id ${direction}`;
  return {
    sql: `SELECT tenant_id, kind, id, schema_version, version, body, ${sortKey} AS sort_key FROM documents WHERE ${wheres.join(' AND ')} ORDER BY ${order} LIMIT ?`,
    values: [tenantId, query.kind, now, ...parts.flatMap((p) => p.values), ...(page?.values ?? []), limit + 1],
    limit,
  };
}

interface Part {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

function conditionSql([field, is, value]: Condition): Part {
  const at = path(field);
  switch (is) {
    case 'missing':
      return { sql: `${at} IS NULL`, values: [] };
    case 'in':
      return value.length === 0
        ? { sql: '0', values: [] }
        : { sql: `${at} IN (${value.map(() => '?').join(', ')})`, values: value.map(bound) };
    case 'contains':
      return {
        sql: `EXISTS (SELECT 1 FROM json_each(body, '$.${checkField(field)}') AS item WHERE item.value = ?)`,
        values: [bound(value)],
      };
    case '!=':
      return { sql: `${at} IS NOT NULL AND ${at} <> ?`, values: [bound(value)] };
    default:
      return { sql: `${at} ${is} ?`, values: [bound(value)] };
  }
}

/** What comes after the last row of the page before, ties broken by id; absent values stand first. */
function afterSql(after: string, sortKey: string, direction: 'ASC' | 'DESC'): Part {
  const [value, id] = readCursor(after);
  const later = direction === 'ASC' ? '>' : '<';
  if (sortKey === 'NULL') return { sql: `id ${later} ?`, values: [id] };
  if (value === null) {
    const beyond = direction === 'ASC' ? `${sortKey} IS NOT NULL OR ` : '';
    return { sql: `(${beyond}(${sortKey} IS NULL AND id ${later} ?))`, values: [id] };
  }
  const absent = direction === 'DESC' ? ` OR ${sortKey} IS NULL` : '';
  return { sql: `(${sortKey} ${later} ? OR (${sortKey} = ? AND id ${later} ?)${absent})`, values: [value, value, id] };
}

/** The place after one row, in a form that both stores read. */
export const cursorOf = (value: Value, id: string): string =>
  Buffer.from(JSON.stringify([value, id])).toString('base64url');

function readCursor(after: string): [Value, string] {
  try {
    return cursor.parse(JSON.parse(Buffer.from(after, 'base64url').toString()));
  } catch (error) {
    throw new StoreError('badRequest', 'this is not a cursor of ours', { cause: error });
  }
}
