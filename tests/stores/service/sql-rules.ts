/** What the service refuses: an order without its index, a path that is not indexed; and what we refuse on top: a query that could leave its tenant. */
import type { ContainerSpec } from '../../../src/stores/cosmos-containers.ts';
import { type Expression, type Path, type Select, SqlError } from './sql.ts';

export function checkIndexes({ orderBy, where }: Select, { indexing }: ContainerSpec): void {
  const named = [...pathsIn(where), ...orderBy.map(({ path }) => path)].map(slashed);
  // The service would only be slow where a filter is not indexed; here it is refused, to find it early.
  const hidden = named.find((path) => !isIndexed(path, indexing));
  if (hidden) throw new SqlError(`${hidden} is excluded from indexing`);
  if (orderBy.length < 2) return;
  const wanted = orderBy.map(({ path }) => slashed(path)).join();
  const oneWay = orderBy.every(({ descending }) => descending === orderBy[0]?.descending);
  if (!oneWay || !indexing.compositeIndexes.some((paths) => paths.join() === wanted))
    throw new SqlError('The order by query does not have a corresponding composite index that it can be served from.');
}

/** The tenant as a condition that must hold, not one of several that may. */
export function checkTenant({ where }: Select, partitionKey: readonly unknown[]): void {
  if (!conditions(where).some((each) => isTenant(each, partitionKey[0])))
    throw new SqlError('the WHERE does not name the tenant of the partition key');
}

function conditions(where: Expression): Expression[] {
  return where.is === 'binary' && where.by === 'AND'
    ? [...conditions(where.left), ...conditions(where.right)]
    : [where];
}

const isTenant = (each: Expression, tenantId: unknown): boolean =>
  each.is === 'binary' &&
  each.by === '=' &&
  each.left.is === 'path' &&
  each.left.path.join() === 'tenantId' &&
  each.right.is === 'value' &&
  each.right.value === tenantId;

function pathsIn(expression: Expression): Path[] {
  switch (expression.is) {
    case 'value':
      return [];
    case 'path':
      return [expression.path];
    case 'not':
      return pathsIn(expression.of);
    case 'in':
      return pathsIn(expression.of);
    case 'call':
      return expression.of.flatMap(pathsIn);
    case 'binary':
      return [...pathsIn(expression.left), ...pathsIn(expression.right)];
  }
}

const slashed = (path: Path): string => `/${path.join('/')}`;
const always = new Set(['/id', '/_ts']);

/** The path that says more about it decides. */
function isIndexed(path: string, { includedPaths, excludedPaths }: ContainerSpec['indexing']): boolean {
  if (always.has(path)) return true;
  return longest(path, includedPaths) > longest(path, excludedPaths);
}

function longest(path: string, patterns: readonly string[]): number {
  const fits = (pattern: string) =>
    pattern.endsWith('/?') ? path === pattern.slice(0, -2) : path.startsWith(pattern.slice(0, -1));
  return Math.max(-1, ...patterns.filter(fits).map((pattern) => pattern.length));
}
