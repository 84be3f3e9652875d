/**
 * The only place where a question to the distributed store is written: the tenant stands in every WHERE, and the
 * partition key goes with it (the client alone may lose the one, never both).
 */
import type { Condition, Query } from '../core/documents.ts';
import { StoreError } from '../core/errors.ts';
import { sortName } from './cosmos-containers.ts';
import { type Home, homeOf } from './homes.ts';
import type { List } from './lists.ts';
import { readCursor, type SortValue } from './paging.ts';
import { checkField } from './rules.ts';

export interface Asked {
  readonly home: Home;
  readonly partitionKey: string[];
  readonly query: string;
  readonly parameters: { name: string; value: string | number | boolean | null }[];
}

export interface Scope {
  readonly tenantId: string;
  /** Of events: each week is a partition. */
  readonly week?: string;
}

const pathOf = (field: string): string =>
  `c.body.${checkField(field)}`.replace(/\.([A-Za-z_][A-Za-z0-9_]*)/g, '["$1"]');

type Bind = (value: string | number | boolean | null) => string;

function binder(): { bind: Bind; parameters: Asked['parameters'] } {
  const parameters: Asked['parameters'] = [];
  const bind: Bind = (value) => {
    const name = `@p${parameters.length}`;
    parameters.push({ name, value });
    return name;
  };
  return { bind, parameters };
}

export function findAsked({ tenantId, week }: Scope, query: Query, lists: readonly List[]): Asked {
  const { bind, parameters } = binder();
  const { kind, where = [] } = query;
  const parts = [
    `c.tenantId = ${bind(tenantId)}`,
    ...(week ? [`c.week = ${bind(week)}`] : []),
    `c.kind = ${bind(kind)}`,
    'NOT IS_DEFINED(c.gone)',
    ...where.map((condition) => conditionSql(condition, bind)),
    ...afterSql(query, bind),
  ];
  return {
    home: homeOf(kind),
    partitionKey: [tenantId, ...(week ? [week] : [])],
    query: `SELECT * FROM c WHERE ${parts.join(' AND ')} ORDER BY ${orderSql(query, lists)}`,
    parameters,
  };
}

/** Everything of one partition, in the order of its items' ids. */
export function archiveAsked({ tenantId, week }: Scope, afterItem: string): Asked {
  const { bind, parameters } = binder();
  const parts = [
    `c.tenantId = ${bind(tenantId)}`,
    ...(week ? [`c.week = ${bind(week)}`] : []),
    'NOT IS_DEFINED(c.gone)',
    `c.id > ${bind(afterItem)}`,
  ];
  return {
    home: week ? 'events' : 'playbook',
    partitionKey: [tenantId, ...(week ? [week] : [])],
    query: `SELECT * FROM c WHERE ${parts.join(' AND ')} ORDER BY c.id ASC`,
    parameters,
  };
}

function conditionSql([field, is, value]: Condition, bind: Bind): string {
  const path = pathOf(field);
  switch (is) {
    case 'missing':
      return `(NOT IS_DEFINED(${path}) OR IS_NULL(${path}))`;
    case 'in':
      return value.length === 0 ? 'false' : `${path} IN (${value.map(bind).join(', ')})`;
    case 'contains':
      return `ARRAY_CONTAINS(${path}, ${bind(value)})`;
    case '!=':
      // A value of another type compares as undefined, which is not equal either.
      return `(IS_DEFINED(${path}) AND NOT IS_NULL(${path}) AND NOT ((${path} = ${bind(value)}) ?? false))`;
    default:
      return `${path} ${is} ${bind(value)}`;
  }
}

const keyOf = (field: string): string => `c.sort["${sortName(checkField(field))}"]`;

/** What comes after the last row of the page before; absent values are null there, and the lowest. */
function afterSql({ orderBy, after }: Query, bind: Bind): string[] {
  if (!after) return [];
  const [value, id] = readCursor(after);
  const later = orderBy?.direction === 'desc' ? '<' : '>';
  const laterId = `c.docId ${later} ${bind(id)}`;
  return orderBy ? [laterSql(keyOf(orderBy.field), value, later, laterId, bind)] : [laterId];
}

function laterSql(key: string, value: SortValue, later: '<' | '>', laterId: string, bind: Bind): string {
  if (value === null) return later === '>' ? `(NOT IS_NULL(${key}) OR ${laterId})` : `(IS_NULL(${key}) AND ${laterId})`;
  const name = bind(value);
  const rest = `${key} ${later} ${name} OR (${key} = ${name} AND ${laterId})`;
  return later === '>' ? `(${rest})` : `(${rest} OR IS_NULL(${key}))`;
}

/** In the words of the one index that can serve it: kind, what is compared with `=`, the order, the id. */
function orderSql({ kind, where = [], orderBy }: Query, lists: readonly List[]): string {
  const direction = orderBy?.direction === 'desc' ? 'DESC' : 'ASC';
  if (!orderBy) return 'c.docId ASC';
  const equal = new Set(where.filter(([, is]) => is === '=').map(([field]) => field));
  const list = lists
    .filter((each) => each.kind === kind && each.order === orderBy.field)
    .filter(({ equals = [] }) => equals.every((field) => equal.has(field)))
    .toSorted((a, b) => (b.equals?.length ?? 0) - (a.equals?.length ?? 0))[0];
  if (!list) throw new StoreError('badRequest', `no list in lists.ts orders "${kind}" by "${orderBy.field}"`);
  const paths = ['c.kind', ...(list.equals ?? []).map(pathOf), keyOf(list.order), 'c.docId'];
  return paths.map((path) => `${path} ${direction}`).join(', ');
}
