/** What every store refuses before it is asked, so that both refuse the same. */
import { type Condition, maxOperations, type Query, type WriteOperation } from '../core/documents.ts';
import { StoreError } from '../core/errors.ts';
import { instant } from '../core/fields.ts';
import { requireOnePartition, secondsOf } from './homes.ts';

/** Of one document, and of all that one batch writes: the distributed store takes no more. */
const maxBytes = 2_000_000;
const maxIdBytes = 1_023;
const maxDepth = 100;
const maxValues = 1_000;
const fieldName = /^[A-Za-z_][A-Za-z0-9_]{0,63}(?:\.[A-Za-z_][A-Za-z0-9_]{0,63})?$/;
const kindName = /^[A-Za-z][A-Za-z0-9]{0,39}$/;
/** Four characters are forbidden by the distributed store, control characters by good sense. */
const idName = /^[^/\\?#\p{Cc}]+$/u;
/** A lone surrogate as JSON writes it; an even run of backslashes before it is the user's own text. */
const loneSurrogate = /(?<!\\)(?:\\\\)*\\ud[89a-f]/i;

const bad = (message: string, options?: ErrorOptions) => new StoreError('badRequest', message, options);

export function checkField(field: string): string {
  if (!fieldName.test(field)) throw bad(`"${field.slice(0, 80)}" is not a field name`);
  return field;
}

/** The distributed store joins kind and id to one id, so the limit is for both together. */
export function checkKey(kind: string, id: string): void {
  if (!kindName.test(kind)) throw bad(`"${kind.slice(0, 80)}" is not a kind`);
  if (!idName.test(id) || !id.isWellFormed()) throw bad('an id is not empty and has none of / \\ ? # or control signs');
  if (Buffer.byteLength(`${kind}:${id}`) > maxIdBytes) throw bad(`kind and id are longer than ${maxIdBytes} bytes`);
}

/** The bodies as JSON text, in the order of the operations; removes have none. */
export function checkWrite(operations: readonly WriteOperation[]): (string | undefined)[] {
  if (operations.length === 0 || operations.length > maxOperations)
    throw bad(`a write has 1 to ${maxOperations} operations`);
  for (const operation of operations) checkOperation(operation);
  const keys = new Set(operations.map(({ kind, id }) => `${kind}:${id}`));
  if (keys.size < operations.length) throw bad('a write names one document twice');
  const texts = operations.map((o) => (o.op === 'remove' ? undefined : bodyText(o.body)));
  requireOnePartition(operations.filter((o) => o.op !== 'remove'));
  const bytes = texts.reduce((sum, text) => sum + (text === undefined ? 0 : Buffer.byteLength(text)), 0);
  if (bytes > maxBytes) throw new StoreError('tooLarge', 'a write is larger than 2 MB');
  return texts;
}

function checkOperation(operation: WriteOperation): void {
  checkKey(operation.kind, operation.id);
  if (operation.op === 'remove') return;
  const { ttlSeconds = 1, schemaVersion = 1, expiresAt } = operation;
  if (!isCount(ttlSeconds) || !isCount(schemaVersion)) throw bad('a ttl and a schema version are whole numbers from 1');
  if (expiresAt === undefined) return;
  if (operation.ttlSeconds !== undefined) throw bad('a write has a ttl or an end, not both');
  if (!instant.safeParse(expiresAt).success) throw bad('an end is an instant, such as 2026-12-31T12:00:00.000Z');
}

/** When the document ends, in milliseconds; undefined for one without an end. */
export function endOf({ kind, ttlSeconds = secondsOf(kind), expiresAt }: Lifetime, now: number): number | undefined {
  if (expiresAt !== undefined) return Date.parse(expiresAt);
  return ttlSeconds === undefined ? undefined : now + ttlSeconds * 1_000;
}

type Lifetime = Pick<Exclude<WriteOperation, { op: 'remove' }>, 'kind' | 'ttlSeconds' | 'expiresAt'>;

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 1;

function bodyText(body: object): string {
  if (isDeeper(body, maxDepth)) throw bad(`a body is nested deeper than ${maxDepth} levels`);
  const text = jsonOf(body);
  if (!text?.startsWith('{')) throw bad('a body is an object with fields');
  if (text.includes('\\ud') && loneSurrogate.test(text)) throw bad('a body holds half a character (a lone surrogate)');
  return text;
}

function jsonOf(body: object): string | undefined {
  try {
    return JSON.stringify(body);
  } catch (error) {
    throw bad('a body cannot be written as JSON', { cause: error });
  }
}

/** Deep nesting breaks the JSON functions of one store and is refused by the other; a cycle counts as deep. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}

export function checkQuery(query: Query): void {
  checkKey(query.kind, 'id');
  for (const condition of query.where ?? []) checkCondition(condition);
  if (query.orderBy) checkField(query.orderBy.field);
}

function checkCondition(condition: Condition): void {
  checkField(condition[0]);
  if (condition[1] === 'missing') return;
  const values = condition[1] === 'in' ? condition[2] : [condition[2]];
  if (values.length > maxValues) throw bad(`a condition has at most ${maxValues} values`);
  if (values.some((value) => typeof value === 'string' && !value.isWellFormed()))
    throw bad('a condition holds half a character (a lone surrogate)');
}
