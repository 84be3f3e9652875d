/** A query of the store port as one SQL statement: values are parameters; kinds and field names are checked and stand in the text, where indices need them. */
import type { Condition, Query, Scalar } from '../core/documents.ts';
import type { List } from './lists.ts';
import { limitOf, readCursor } from './paging.ts';
import { checkField } from './rules.ts';

interface Part {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

export interface Finding {
  readonly limit: number;
  /** One after the other until there are enough rows; the last parameter of each, left open, is how many. */
  readonly statements: readonly Part[];
}

const path = (field: string): string => `'$.${checkField(field)}'`;
const at = (field: string): string => `body ->> ${path(field)}`;
const fieldsOf = ({ equals = [], order }: List): readonly string[] => [...equals, order];
const nameOf = (list: List): string => `"list ${list.kind} ${fieldsOf(list).join(' ')}"`;

export const indexSql = (list: List): string =>
  `CREATE INDEX IF NOT EXISTS ${nameOf(list)} ON documents (tenant_id, ${fieldsOf(list).map(at).join(', ')}, id) WHERE kind = '${list.kind}'`;

/** The engine keeps no statistics and would rather walk a whole kind in the order of ids, so the index is named. */
function indexFor({ kind, where = [], orderBy }: Query, lists: readonly List[]): string {
  const equal = new Set(where.filter(([, is]) => is === '=').map(([field]) => field));
  const found = lists
    .filter(
      (list) =>
        list.kind === kind &&
        (list.equals ?? []).every((field) => equal.has(field)) &&
        (orderBy ? orderBy.field === list.order : list.equals !== undefined),
    )
    .toSorted((a, b) => fieldsOf(b).length - fieldsOf(a).length)[0];
  return found ? ` INDEXED BY ${nameOf(found)}` : '';
}

export function findStatements(tenantId: string, query: Query, now: number, lists: readonly List[]): Finding {
  const { kind, where = [] } = query;
  const parts: readonly Part[] = [
    { sql: `tenant_id = ? AND kind = '${kind}'`, values: [tenantId] },
    { sql: '(expires_at IS NULL OR expires_at > ?)', values: [now] },
    ...where.map(conditionSql),
  ];
  const from = `SELECT tenant_id, kind, id, schema_version, version, body, expires_at FROM documents${indexFor(query, lists)}`;
  const statements = spansOf(query).map((span) => ({
    sql: `${from} WHERE ${[...parts, span].map((p) => p.sql).join(' AND ')} ORDER BY ${span.order} LIMIT ?`,
    values: [...parts, span].flatMap((p) => p.values),
  }));
  return { limit: limitOf(query), statements };
}

function conditionSql([field, is, value]: Condition): Part {
  const found = at(field);
  switch (is) {
    case 'missing':
      return { sql: `${found} IS NULL`, values: [] };
    case 'in':
      return anyOf(value.map((one) => equalSql(field, one)));
    case 'contains':
      return {
        sql: `(json_type(body, ${path(field)}) = 'array' AND EXISTS (SELECT 1 FROM json_each(body, ${path(field)}) AS item WHERE ${itemSql(value)}))`,
        values: valuesOf(value),
      };
    case '=':
      return equalSql(field, value);
    case '!=':
      return {
        sql: `(${found} IS NOT NULL AND NOT (${equalSql(field, value).sql}))`,
        values: valuesOf(value),
      };
    default:
      return { sql: `${found} ${is} ?`, values: [typeof value === 'boolean' ? Number(value) : value] };
  }
}

const anyOf = (parts: readonly Part[]): Part =>
  parts.length === 0
    ? { sql: 'FALSE', values: [] }
    : { sql: `(${parts.map((p) => p.sql).join(' OR ')})`, values: parts.flatMap((p) => p.values) };

/** Truth values are compared as JSON, since the engine would take `true` for 1. */
const equalSql = (field: string, value: Scalar): Part => ({
  sql: typeof value === 'boolean' ? `body -> ${path(field)} = '${value}'` : `${at(field)} = ?`,
  values: valuesOf(value),
});
const itemSql = (value: Scalar): string => (typeof value === 'boolean' ? `item.type = '${value}'` : 'item.atom = ?');
const valuesOf = (value: Scalar): readonly (string | number)[] => (typeof value === 'boolean' ? [] : [value]);

interface Span extends Part {
  readonly order: string;
}

/** What comes after the last row of the page before, ties broken by id. Absent values are the lowest, and a span of their own. */
function spansOf({ orderBy, after }: Query): readonly Span[] {
  const direction = orderBy?.direction === 'desc' ? 'DESC' : 'ASC';
  const later = direction === 'ASC' ? '>' : '<';
  const byId = `id ${direction}`;
  const sortKey = orderBy && at(orderBy.field);
  const order = sortKey ? `${sortKey} ${direction}, ${byId}` : byId;
  if (!after) return [{ sql: 'TRUE', values: [], order }];
  const [value, id] = readCursor(after);
  if (sortKey === undefined) return [{ sql: `id ${later} ?`, values: [id], order }];
  const absent = { sql: `${sortKey} IS NULL`, values: [], order: byId };
  if (value === null) {
    const rest = { sql: `${absent.sql} AND id ${later} ?`, values: [id], order: byId };
    return direction === 'ASC' ? [rest, { sql: `${sortKey} IS NOT NULL`, values: [], order }] : [rest];
  }
  // The first bound says nothing new, but lets the engine start in the middle of an index.
  const sql = `${sortKey} ${later}= ? AND (${sortKey} ${later} ? OR id ${later} ?)`;
  const rest = { sql, values: [value, value, id], order };
  return direction === 'ASC' ? [rest] : [rest, absent];
}
