/** What every store refuses before it is asked, so that both refuse the same. */
import { maxOperations, type Query, type WriteOperation } from '../core/documents.ts';
import { StoreError } from '../core/errors.ts';
import { requireOnePartition } from './homes.ts';

const maxBytes = 2_000_000;
const fieldName = /^[A-Za-z_][A-Za-z0-9_]{0,63}(?:\.[A-Za-z_][A-Za-z0-9_]{0,63})?$/;
const kindName = /^[A-Za-z][A-Za-z0-9]{0,39}$/;
/** Forbidden by the distributed store, so forbidden everywhere. */
const idName = /^[^/\\?#]{1,1023}$/s;

const bad = (message: string) => new StoreError('badRequest', message);

export function checkField(field: string): string {
  if (!fieldName.test(field)) throw bad(`"${field.slice(0, 80)}" is not a field name`);
  return field;
}

export function checkKey(kind: string, id: string): void {
  if (!kindName.test(kind)) throw bad(`"${kind.slice(0, 80)}" is not a kind`);
  if (!idName.test(id) || !id.isWellFormed()) throw bad('an id has 1 to 1,023 characters and none of / \\ ? #');
}

/** The bodies as JSON text, in the order of the operations; removes have none. */
export function checkWrite(operations: readonly WriteOperation[]): (string | undefined)[] {
  if (operations.length === 0 || operations.length > maxOperations)
    throw bad(`a write has 1 to ${maxOperations} operations`);
  for (const { kind, id } of operations) checkKey(kind, id);
  requireOnePartition(operations.filter((o) => o.op !== 'remove'));
  return operations.map((o) => (o.op === 'remove' ? undefined : bodyText(o.body)));
}

function bodyText(body: object): string {
  const text = JSON.stringify(body);
  if (/\\ud[89a-f]/i.test(text)) throw bad('a body holds half a character (a lone surrogate)');
  if (Buffer.byteLength(text) > maxBytes) throw new StoreError('tooLarge', 'a document is larger than 2 MB');
  return text;
}

export function checkQuery(query: Query): void {
  checkKey(query.kind, 'id');
  for (const [field] of query.where ?? []) checkField(field);
  if (query.orderBy) checkField(query.orderBy.field);
}
