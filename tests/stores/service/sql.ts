/** The part of the service's SQL that our query builder writes, read in full. Whatever else stands in a text is an error. */

export type Path = readonly string[];

export type Expression =
  | { is: 'value'; value: unknown }
  | { is: 'path'; path: Path }
  | { is: 'not'; of: Expression }
  | { is: 'binary'; by: string; left: Expression; right: Expression }
  | { is: 'in'; of: Expression; list: readonly Expression[] }
  | { is: 'call'; name: string; of: readonly Expression[] };

export interface Order {
  readonly path: Path;
  readonly descending: boolean;
}

export interface Select {
  readonly where: Expression;
  readonly orderBy: readonly Order[];
}

export class SqlError extends Error {}

const token =
  /\s*(?:(@\w+)|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)|([A-Za-z_]\w*)|(\?\?|!=|<=|>=|[=<>().,[\]*]))/y;

type Token = { is: 'parameter' | 'text' | 'number' | 'word' | 'sign'; text: string };
const kinds = ['parameter', 'text', 'number', 'word', 'sign'] as const;

function tokens(sql: string): Token[] {
  const found: Token[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < sql.trimEnd().length) {
    const at = token.lastIndex;
    const match = token.exec(sql);
    if (!match) throw new SqlError(`cannot read "${sql.slice(at, at + 20)}"`);
    const which = match.slice(1).findIndex((part) => part !== undefined);
    found.push({ is: kinds[which] ?? 'sign', text: match[which + 1] ?? '' });
  }
  return found;
}

export function parse(sql: string, parameters: ReadonlyMap<string, unknown>): Select {
  const rest = tokens(sql);
  const peek = () => rest[0]?.text.toUpperCase() ?? '';
  const take = (text: string): void => {
    if (peek() !== text) throw new SqlError(`expected ${text}, found "${rest[0]?.text ?? 'the end'}"`);
    rest.shift();
  };
  const taken = (text: string): boolean => peek() === text && rest.shift() !== undefined;

  function path(): Path {
    take('C');
    const names: string[] = [];
    for (;;) {
      if (taken('.')) names.push(word());
      else if (taken('[')) {
        names.push(JSON.parse(rest.shift()?.text ?? 'null'));
        take(']');
      } else return names.length > 0 ? names : fail('a path needs a name');
    }
  }

  function word(): string {
    const next = rest.shift();
    return next?.is === 'word' ? next.text : fail(`"${next?.text}" is no name`);
  }

  function list(): Expression[] {
    take('(');
    const items = [either()];
    while (taken(',')) items.push(either());
    take(')');
    return items;
  }

  function primary(): Expression {
    if (peek() === '(') return list()[0] ?? fail('nothing in parentheses');
    if (peek() === 'C') return { is: 'path', path: path() };
    const next = rest.shift() ?? fail('the text ends too soon');
    if (next.is === 'parameter')
      return parameters.has(next.text)
        ? { is: 'value', value: parameters.get(next.text) }
        : fail(`${next.text} has no value`);
    if (next.is === 'number') return { is: 'value', value: Number(next.text) };
    if (next.is === 'text') return { is: 'value', value: JSON.parse(`"${next.text.slice(1, -1)}"`) };
    const name = next.text.toUpperCase();
    if (name in literals) return { is: 'value', value: literals[name] };
    if (functions.has(name)) return { is: 'call', name, of: list() };
    return fail(`"${next.text}" is not understood`);
  }

  function coalesced(): Expression {
    let left = compared();
    while (taken('??')) left = { is: 'binary', by: '??', left, right: compared() };
    return left;
  }

  function compared(): Expression {
    const left = primary();
    if (taken('IN')) return { is: 'in', of: left, list: list() };
    const by = comparisons.find((sign) => sign === peek());
    if (!by) return left;
    rest.shift();
    return { is: 'binary', by, left, right: primary() };
  }

  const negated = (): Expression => (taken('NOT') ? { is: 'not', of: negated() } : coalesced());

  function both(): Expression {
    let left = negated();
    while (taken('AND')) left = { is: 'binary', by: 'AND', left, right: negated() };
    return left;
  }

  function either(): Expression {
    let left = both();
    while (taken('OR')) left = { is: 'binary', by: 'OR', left, right: both() };
    return left;
  }

  function order(): Order {
    const at = path();
    const descending = taken('DESC');
    if (!descending) taken('ASC');
    return { path: at, descending };
  }

  for (const each of ['SELECT', '*', 'FROM', 'C', 'WHERE']) take(each);
  const where = either();
  const orderBy: Order[] = [];
  if (taken('ORDER')) {
    take('BY');
    do orderBy.push(order());
    while (taken(','));
  }
  if (rest.length > 0) fail(`"${rest[0]?.text}" was not expected`);
  return { where, orderBy };
}

const fail = (message: string): never => {
  throw new SqlError(message);
};

const literals: Readonly<Record<string, unknown>> = { TRUE: true, FALSE: false, NULL: null };
const functions = new Set(['IS_DEFINED', 'IS_NULL', 'ARRAY_CONTAINS']);
const comparisons = ['=', '!=', '<=', '>=', '<', '>'];
