/** The expressions of a card template, compiled: a path, its negation, a count; every other is the library's. */
import { Template } from 'adaptivecards-templating';
import { isPlainName, markRecord, quoted, quotedText, unmarked } from './card-slots.ts';
import type { Slot } from './text.ts';

export interface Scope {
  /** What a name without `$root` means: the item of the nearest `$data`, else the root. */
  readonly data: unknown;
  readonly root: unknown;
}

export type Read = (scope: Scope) => unknown;

/** JSON text, or an empty text where there is nothing to show. */
export type Say = (scope: Scope) => string;

/** Where an expression stands: its slot, and the reader's words, which are our own and never escaped. */
export interface Spot {
  readonly slot: Slot;
  readonly words: Readonly<Record<string, string>>;
}

const path = String.raw`(?:\$root\.)?[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*`;
const pathOnly = new RegExp(`^${path}$`);
const negation = new RegExp(`^!\\s*(${path})$`);
const countAboveZero = new RegExp(`^count\\((${path})\\) > 0$`);
const whole = /^\$\{([^}]*)\}$/;
const word = /^(?:\$root\.)?t\.(\w+)$/;

/** The list that an element is repeated for. */
export function dataOf(data: unknown): Read {
  const [, inner = ''] = (typeof data === 'string' && whole.exec(data)) || [];
  if (!pathOnly.test(inner)) throw new Error(`card: "$data" names a list of the data, not ${JSON.stringify(data)}`);
  return reader(inner);
}

/** Only `true` holds: what is missing or fails to be read does not. */
export function conditionOf(when: unknown): Read {
  if (typeof when !== 'string' || !when.includes('${')) return () => false;
  const [, inner = ''] = whole.exec(when) ?? [];
  if (pathOnly.test(inner)) return reader(inner);
  const [, negated] = negation.exec(inner) ?? [];
  if (negated) return negationOf(negated);
  const [, counted] = countAboveZero.exec(inner) ?? [];
  if (counted) return hasItems(reader(counted));
  const template = forLibrary({ $when: when, value: true });
  return ({ data }) => template.expand({ $root: data }) !== null;
}

/** A text of the template as JSON text: from the start where nothing of it ever changes, else what it says of the data. */
export function textOf(text: string, spot: Spot): string | Say {
  if (!text.includes('${')) return JSON.stringify(text);
  const inner = [...text.matchAll(/\$\{([^}]*)\}/g)].map((match) => match[1]?.trim() ?? '');
  if (text.includes('\\') || inner.some((each) => !pathOnly.test(each) && !negation.test(each)))
    return byLibrary(text, spot.slot);
  const literals = text.split(/\$\{[^}]*\}/);
  const [only] = inner;
  if (inner.length === 1 && only !== undefined && literals.join('') === '') return valueAt(only, spot);
  const parts = literals.flatMap((literal, at) => [
    quoted(literal),
    ...inner.slice(at, at + 1).map((each) => wordsAt(each, spot)),
  ]);
  if (parts.every((part) => typeof part === 'string')) return `"${parts.join('')}"`;
  return (scope) => {
    let said = '"';
    for (const part of parts) said += typeof part === 'string' ? part : part(scope);
    return `${said}"`;
  };
}

/** A value alone: texts between quotes, numbers and truth values as they are. */
function valueAt(inner: string, spot: Spot): string | Say {
  const { fixed, read, inQuotes } = expressionOf(inner, spot);
  if (fixed !== undefined) return JSON.stringify(fixed);
  return (scope) => {
    const value = read(scope);
    return typeof value === 'string' ? `"${inQuotes(value)}"` : bare(value);
  };
}

/** A value among other words: what stands between the quotes. */
function wordsAt(inner: string, spot: Spot): string | Say {
  const { fixed, read, inQuotes } = expressionOf(inner, spot);
  if (fixed !== undefined) return quoted(fixed);
  return (scope) => {
    const value = read(scope);
    return typeof value === 'string' ? inQuotes(value) : bare(value);
  };
}

interface Expression {
  /** A word of the reader, known from the start. */
  readonly fixed?: string;
  readonly read: Read;
  /** A text of the data as what stands between the quotes of a JSON text. */
  readonly inQuotes: (text: string) => string;
}

function expressionOf(inner: string, { slot, words }: Spot): Expression {
  const [, said] = word.exec(inner) ?? [];
  if (said !== undefined) return { fixed: words[said] ?? `\${${inner}}`, read: () => undefined, inQuotes: quoted };
  const [, negated] = negation.exec(inner) ?? [];
  if (negated) return { read: negationOf(negated), inQuotes: quoted };
  const isPlain = isPlainName(inner.split('.').at(-1) ?? '');
  const read = reader(inner);
  return {
    read: (scope) => orName(read(scope), inner),
    inQuotes: isPlain ? quoted : (text) => quotedText(text, slot),
  };
}

/** Nothing for null. */
function bare(value: unknown): string {
  if (typeof value === 'object' && value !== null)
    throw new Error('card: a list or record stands where a text belongs');
  return value === null || value === undefined ? '' : String(value);
}

/** What is missing shows its name, so that a test finds it. */
const orName = (value: unknown, name: string): unknown => (value === undefined ? `\${${name}}` : value);

function reader(inner: string): Read {
  const fromRoot = inner.startsWith('$root.');
  const [first = '', ...rest] = (fromRoot ? inner.slice('$root.'.length) : inner).split('.');
  const from = (scope: Scope) => childOf(fromRoot ? scope.root : scope.data, first);
  return rest.length === 0 ? from : (scope) => rest.reduce<unknown>(childOf, from(scope));
}

const childOf = (parent: unknown, key: string): unknown =>
  typeof parent === 'object' && parent !== null && Object.hasOwn(parent, key) ? Reflect.get(parent, key) : undefined;

/** As the expression language has it: only false and what is missing count as false. */
function negationOf(inner: string): Read {
  const read = reader(inner);
  return (scope) => {
    const value = read(scope);
    return value === false || value === undefined || value === null;
  };
}

function hasItems(read: Read): Read {
  return (scope) => {
    const value = read(scope);
    return Array.isArray(value) && value.length > 0;
  };
}

/** The library is handed one expression and the nearest data, so it must not look further. */
function forLibrary(template: object): Template {
  const text = JSON.stringify(template);
  if (/\$root|\$index|\$host|`/.test(text))
    throw new Error(`card: this expression is too much for a template: ${text}`);
  return new Template(template);
}

function byLibrary(text: string, slot: Slot): Say {
  const template = forLibrary({ value: text });
  const read = ({ data }: Scope) => childOf(template.expand({ $root: markRecord(Object(data)) }), 'value');
  return (scope) => {
    const value = read(scope);
    return typeof value === 'string' ? JSON.stringify(unmarked(value, slot)) : bare(value);
  };
}
