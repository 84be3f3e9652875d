/**
 * Fills a card template with data as adaptivecards-templating does, many times faster: the plain parts (a path, its
 * negation, text around them) are read once and need no evaluator. Everything else is the library's, expression by expression.
 */
import { Template } from 'adaptivecards-templating';

interface Scope {
  /** What a name without `$root` means: the item of the nearest `$data`, else the root. */
  readonly data: unknown;
  readonly root: unknown;
}

type Value = (scope: Scope) => unknown;

/** Makes the function that fills this template. A template that reads `$index` or `$host` is left to the library as a whole. */
export function expander(template: object): (root: object) => unknown {
  if (/\$index|\$host|`|\([^)]*\$root/.test(JSON.stringify(template))) {
    const whole = new Template(template);
    return (root) => whole.expand({ $root: root });
  }
  const fill = compile(template);
  return (root) => fill({ data: root, root });
}

function compile(node: unknown): Value {
  if (typeof node === 'string') return compileText(node);
  if (Array.isArray(node)) return compileList(node);
  return typeof node === 'object' && node !== null ? compileObject(node) : () => node;
}

/** What an item gives: itself, several where it repeats, nothing where its `$when` does not hold. */
function compileList(items: readonly unknown[]): Value {
  const made = items.map(compile);
  return (scope) => {
    const list: unknown[] = [];
    for (const item of made) {
      const value = item(scope);
      if (Array.isArray(value)) list.push(...value);
      else if (value !== null) list.push(value);
    }
    return list;
  };
}

function compileObject(node: object): Value {
  const { $when: when, $data: data, ...rest }: Record<string, unknown> = { ...node };
  const entries = Object.entries(rest).map(([key, value]) => [key, compile(value)] as const);
  const holds = when === undefined ? () => true : compileCondition(when);
  const one = (scope: Scope): unknown => {
    if (holds(scope) !== true) return null;
    const made: Record<string, unknown> = {};
    for (const [key, value] of entries) {
      const filled = value(scope);
      if (filled !== undefined) made[key] = filled;
    }
    return made;
  };
  return data === undefined ? one : repeated(compile(data), one);
}

/** Only `true` holds: what is missing or fails to be read does not. */
function compileCondition(when: unknown): Value {
  if (typeof when !== 'string' || !when.includes('${')) return () => false;
  return compileText(when, true);
}

function repeated(source: Value, one: (scope: Scope) => unknown): Value {
  return (scope) => {
    const data = source(scope);
    if (!Array.isArray(data)) return one({ ...scope, data });
    const made = data.map((item) => one({ ...scope, data: item })).filter((item) => item !== null);
    return made.length === 0 ? null : made.length === 1 ? made[0] : made;
  };
}

const plain = /^(!?)\s*((?:\$root\.)?[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)$/;
const expression = /\$\{([^}]*)\}/g;

/** `bare`: what is missing stays missing, for conditions; elsewhere its expression is shown, as the library does. */
function compileText(text: string, bare = false): Value {
  if (!text.includes('${')) return () => text;
  const expressions = [...text.matchAll(expression)].map(([, inner = '']) => plain.exec(inner.trim()));
  if (text.includes('\\') || expressions.some((match) => match === null)) return byLibrary(text, bare);
  const values = expressions.map((match) => compilePath(match?.[2] ?? '', match?.[1] === '!', bare));
  const [first] = values;
  const literals = text.split(/\$\{[^}]*\}/);
  if (values.length === 1 && first && literals.every((literal) => literal === '')) return first;
  return (scope) => literals.map((literal, at) => literal + (values[at] ? String(values[at](scope)) : '')).join('');
}

function compilePath(path: string, negated: boolean, bare: boolean): Value {
  const fromRoot = path.startsWith('$root.');
  const keys = (fromRoot ? path.slice('$root.'.length) : path).split('.');
  const read = (scope: Scope) => keys.reduce<unknown>(childOf, fromRoot ? scope.root : scope.data);
  if (negated) return (scope) => !isTrue(read(scope));
  if (bare) return read;
  return (scope) => {
    const value = read(scope);
    return value === undefined ? `\${${path}}` : value;
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const childOf = (parent: unknown, key: string): unknown =>
  isRecord(parent) && Object.hasOwn(parent, key) ? parent[key] : undefined;

/** As the expression language has it: only false and what is missing count as false. */
const isTrue = (value: unknown): boolean => value !== false && value !== undefined && value !== null;

function byLibrary(text: string, bare: boolean): Value {
  const made = new Template(bare ? { $when: text, value: true } : { value: text });
  return ({ data }) => {
    const filled: unknown = made.expand({ $root: data });
    return bare ? filled !== null : childOf(filled, 'value');
  };
}
