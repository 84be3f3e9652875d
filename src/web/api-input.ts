/** From a request to what its route takes: version, page, query and body, each refused with the field that is wrong. */
import { type ZodError, z } from 'zod';
import { deeperThan } from '../core/depth.ts';
import type { ProblemCode } from '../core/errors.ts';
import { fieldProblems } from '../core/field-problems.ts';
import type { Call, FieldProblem, Reply, Route } from '../core/route.ts';
import type { Turn } from '../core/turn.ts';
import type { Words } from '../core/words.ts';
import type { Cursors } from './cursor.ts';

export interface RawRequest {
  readonly params: Readonly<Record<string, string>>;
  /** What stands after `?`. */
  readonly search: string;
  readonly path: string;
  readonly ifMatch: string | undefined;
  readonly text: string;
}

type Refused = Extract<Reply, { kind: 'refused' }>;
export type Input = { kind: 'call'; call: Call } | Refused;

const maxDepth = 32;
const defaultLimit = 50;
const idForm = /^[A-Za-z0-9._:-]{1,100}$/;

const bad = (code: ProblemCode, message: string, path?: string): Refused => ({
  kind: 'refused',
  code,
  message,
  ...(path === undefined ? {} : { fields: [{ path, error: code, message }] }),
});

export function inputOf(route: Route, raw: RawRequest, turn: Turn, cursors: Cursors): Input {
  const { words } = turn;
  if (Object.values(raw.params).some((id) => !idForm.test(id))) return { kind: 'refused', code: 'not_found' };
  const search = [...new URLSearchParams(raw.search)];
  const twice = search.find(([name], at) => search.findIndex(([other]) => other === name) !== at);
  if (twice) return bad('duplicate_parameter', words('error.duplicate_parameter', { field: twice[0] }), twice[0]);
  const page = route.isList ? pageOf(search, raw, turn, cursors) : { kind: 'page' as const, page: { limit: 0 } };
  if (page.kind === 'refused') return page;
  const rest = Object.fromEntries(search.filter(([name]) => !(route.isList && pageNames.has(name))));
  const query = schemasOf(route).query.safeParse(rest);
  if (!query.success) return refusedFields(query.error, rest, words);
  const version = versionOf(raw.ifMatch);
  if (route.needsVersion && version === undefined) return { kind: 'refused', code: 'precondition_required' };
  const body = bodyOf(route, raw.text, words);
  if (body.kind === 'refused') return body;
  return {
    kind: 'call',
    call: { turn, params: raw.params, query: query.data, body: body.value, version: version ?? '', page: page.page },
  };
}

const made = new WeakMap<Route, { readonly query: z.ZodType; readonly body: z.ZodType }>();

/** Made once for each route: to make a schema costs more than to use it. */
function schemasOf(route: Route) {
  const known = made.get(route) ?? {
    query: (route.query ?? z.strictObject({})).strict(),
    body: route.body ?? z.strictObject({}),
  };
  made.set(route, known);
  return known;
}

const pageNames = new Set(['limit', 'cursor']);

function pageOf(
  search: readonly [string, string][],
  raw: RawRequest,
  turn: Turn,
  cursors: Cursors,
): { kind: 'page'; page: Call['page'] } | Refused {
  const { limit = String(defaultLimit), cursor } = Object.fromEntries(search);
  const size = /^\d{1,3}$/.test(limit) ? Number(limit) : 0;
  if (size < 1 || size > 100) return bad('bad_limit', turn.words('error.bad_limit'), 'limit');
  if (cursor === undefined) return { kind: 'page', page: { limit: size } };
  const after = cursors.open(cursor, askedOf(search, raw.path, turn));
  if (after === undefined) return bad('bad_cursor', turn.words('error.bad_cursor'), 'cursor');
  return { kind: 'page', page: { limit: size, after } };
}

export const askedOf = (search: readonly (readonly [string, string])[], path: string, { who }: Turn) => ({
  tenantId: who.tenantId,
  personId: who.personId,
  path,
  query: search.filter(([name]) => !pageNames.has(name)),
});

function versionOf(ifMatch: string | undefined): string | undefined {
  const tag = /^(?:W\/)?"([\w-]{1,400})"$/.exec(ifMatch ?? '')?.[1];
  return tag === undefined ? undefined : Buffer.from(tag, 'base64url').toString();
}

function bodyOf(route: Route, text: string, words: Words): { kind: 'body'; value: unknown } | Refused {
  if (deeperThan(text, maxDepth)) return { kind: 'refused', code: 'too_deep' };
  let raw: unknown;
  try {
    raw = text === '' ? {} : JSON.parse(text, halfCharacter.test(text) ? mended : undefined);
  } catch {
    return { kind: 'refused', code: 'bad_json' };
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return { kind: 'refused', code: 'bad_json' };
  const read = schemasOf(route).body.safeParse(raw);
  return read.success ? { kind: 'body', value: read.data } : refusedFields(read.error, raw, words);
}

/** As text alone can say it: an escaped surrogate, which may have lost its other half where somebody cut a text. */
const halfCharacter = /\\ud[89a-f]/i;
const mended = (_name: string, value: unknown): unknown => (typeof value === 'string' ? value.toWellFormed() : value);

function refusedFields(error: ZodError, raw: unknown, words: Words): Refused {
  const fields: readonly FieldProblem[] = fieldProblems(error, raw, words);
  const [first] = fields;
  return { kind: 'refused', code: first?.error ?? 'bad_json', ...(first ? { message: first.message } : {}), fields };
}
