/** Requests to the tab's API as the contracts of its routes would have them, made by dice: bodies and queries from their schemas. */
import { z } from 'zod';
import type { Route } from '../../src/core/route.ts';
import { hostileTexts, hostileValue } from './hostile.ts';
import type { Dice } from './scale.ts';

type Shape = z.core.JSONSchema.JSONSchema;

const schemas = new WeakMap<z.ZodType, Shape>();

function shapeOf(schema: z.ZodType): Shape {
  const known = schemas.get(schema) ?? (z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape);
  schemas.set(schema, known);
  return known;
}

const plain = ['May we?', 'Because.', 'https://example.com/a'];
/** What no id of ours holds. */
const noIds = ['a/b', 'a?b', '../..', '\u0000', '\ud800', '\\', '__proto__', 'x'.repeat(101), ' '];

/** Something that the schema may well take; `ids` are what its references may name. */
function valueFor(shape: Shape, random: Dice, ids: readonly string[]): unknown {
  const one = shape.anyOf ?? shape.oneOf;
  if (one) return valueFor(random.pick(one) as Shape, random, ids);
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return random.pick(shape.enum);
  switch (shape.type) {
    case 'object':
      return objectOf(shape, random, ids);
    case 'array':
      return Array.from({ length: random.number(3) + (shape.minItems ?? 0) }, () =>
        valueFor((shape.items ?? {}) as Shape, random, ids),
      );
    case 'boolean':
      return random.chance(0.5);
    case 'number':
    case 'integer':
      return (shape.minimum ?? 0) + random.number(5);
    default:
      if (shape.format === 'date') return '2026-12-24';
      return random.chance(0.6) ? random.pick(ids) : random.pick(random.chance(0.7) ? plain : noIds);
  }
}

function objectOf(shape: Shape, random: Dice, ids: readonly string[]): Record<string, unknown> {
  const required = new Set(shape.required ?? []);
  const named = Object.entries(shape.properties ?? {}).filter(([name]) => required.has(name) || random.chance(0.5));
  return Object.fromEntries(named.map(([name, each]) => [name, valueFor(each as Shape, random, ids)]));
}

export const bodyFor = ({ body }: Route, random: Dice, ids: readonly string[]): unknown =>
  body ? valueFor(shapeOf(body), random, ids) : {};

/** The fields of a body that hold one text. */
export function textFieldsOf({ body }: Route): string[] {
  const shape = body ? shapeOf(body) : {};
  const fields = Object.entries(shape.properties ?? {}) as [string, Shape][];
  return fields.flatMap(([name, { type, enum: choices }]) => (type === 'string' && !choices ? [name] : []));
}

/** As the route takes it, or with something that nobody asks for. */
export function queryFor(route: Route, random: Dice, ids: readonly string[]): string {
  const sound = route.query ? objectOf(shapeOf(route.query), random, ids) : {};
  const entries = Object.entries(sound).map(([name, value]): [string, string] => [name, String(value)]);
  if (route.isList && random.chance(0.5)) entries.push(['limit', String(random.number(130))]);
  if (random.chance(0.15)) entries.push([random.pick(['cursor', 'limit', 'q', 'x', '__proto__']), text(random)]);
  if (random.chance(0.1)) entries.push(...entries);
  return entries.length === 0 ? '' : `?${new URLSearchParams(entries)}`;
}

/** Short enough for an address or a header. */
const text = (random: Dice): string => random.pick(hostileTexts).slice(0, 300).toWellFormed();

const smuggled = ['tenantId', 'role', 'status', 'reporterId', 'createdBy', '_etag', '__proto__', 'constructor'];

/** One or more fields replaced, left out, or added. */
export function spoiled(body: unknown, random: Dice): unknown {
  if (typeof body !== 'object' || body === null || random.chance(0.05)) return hostileValue(random);
  const names = [...Object.keys(body), random.pick(smuggled), random.pick(hostileTexts).slice(0, 40)];
  const fields = new Map<string, unknown>(Object.entries(body));
  for (let change = random.number(2); change >= 0; change--) {
    const name = random.pick(names);
    if (random.chance(0.2)) fields.delete(name);
    else fields.set(name, hostileValue(random));
  }
  return Object.fromEntries(fields);
}
