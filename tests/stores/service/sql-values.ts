/** What an expression says of a document. What is missing is undefined, and so is a comparison of two types. */
import type { Expression, Order, Path } from './sql.ts';

export function valueAt(document: unknown, path: Path): unknown {
  let value = document;
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = Reflect.get(value, name);
  }
  return value;
}

/** Only true keeps a document. */
export const holds = (expression: Expression, document: unknown): boolean => evaluate(expression, document) === true;

function evaluate(expression: Expression, document: unknown): unknown {
  switch (expression.is) {
    case 'value':
      return expression.value;
    case 'path':
      return valueAt(document, expression.path);
    case 'not': {
      const value = evaluate(expression.of, document);
      return typeof value === 'boolean' ? !value : undefined;
    }
    case 'in': {
      const value = evaluate(expression.of, document);
      return expression.list.some((item) => compare('=', value, evaluate(item, document)) === true);
    }
    case 'call':
      return call(expression.name, expression.of, document);
    case 'binary':
      return binary(expression, document);
  }
}

function call(name: string, of: readonly Expression[], document: unknown): unknown {
  const [first, second] = of.map((each) => evaluate(each, document));
  if (name === 'IS_DEFINED') return first !== undefined;
  if (name === 'IS_NULL') return first === null;
  return Array.isArray(first) ? first.some((item) => compare('=', item, second) === true) : undefined;
}

function binary({ by, left, right }: Expression & { is: 'binary' }, document: unknown): unknown {
  const a = evaluate(left, document);
  if (by === '??') return a === undefined ? evaluate(right, document) : a;
  // Most documents of a partition are of another kind: the rest of what is asked of them need not be read.
  if (by === 'AND' && a === false) return false;
  const b = evaluate(right, document);
  if (by === 'AND') return b === false ? false : a === true && b === true ? true : undefined;
  if (by === 'OR') return a === true || b === true ? true : a === false && b === false ? false : undefined;
  return compare(by, a, b);
}

type Scalar = string | number | boolean | null;
const isScalar = (value: unknown): value is Scalar =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

function compare(by: string, a: unknown, b: unknown): boolean | undefined {
  if (!isScalar(a) || !isScalar(b) || rankOf(a) !== rankOf(b)) return undefined;
  const order = orderOf(a, b);
  switch (by) {
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    default:
      return order >= 0;
  }
}

/** Undefined, null, truth values, numbers, texts. */
const rankOf = (value: unknown): number =>
  value === undefined
    ? 0
    : value === null
      ? 1
      : typeof value === 'boolean'
        ? 2
        : typeof value === 'number'
          ? 3
          : typeof value === 'string'
            ? 4
            : 5;

function orderOf(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (rankOf(a) !== rankOf(b)) return rankOf(a) - rankOf(b);
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return Number(a ?? 0) - Number(b ?? 0);
}

export const byOrder =
  (orderBy: readonly Order[]) =>
  (a: unknown, b: unknown): number => {
    for (const { path, descending } of orderBy) {
      const order = orderOf(valueAt(a, path), valueAt(b, path));
      if (order !== 0) return descending ? -order : order;
    }
    return 0;
  };
