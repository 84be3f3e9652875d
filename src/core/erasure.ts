/** A person taken out of what a feature keeps: their own things go, what others need stays without their name (product 7.9). */
import type { StoredDocument, WriteOperation } from './documents.ts';
import type { StampPart } from './stamp.ts';
import type { Turn } from './turn.ts';

/** Stands where the id of a person stood. */
export const removedId = 'removed';

export type Erasing = Pick<Turn, 'store' | 'now'>;

/** One feature's part. Called until nothing is left, also after it was cut off: it names only what is still there. */
export interface Erasure {
  /** Warm copies that are old once something of this part has changed. */
  readonly stamps?: readonly StampPart[];
  /** What of a document is the person's own word, or was said to them: leaves when they ask for their data. */
  readonly written?: readonly Written[];
  /** Of events, which share no batch: each operation is a write of its own. */
  readonly isApart?: boolean;
  erase(
    turn: Erasing,
    personId: string,
  ): AsyncIterable<WriteOperation> | Iterable<WriteOperation> | Promise<Iterable<WriteOperation>>;
}

export interface Written {
  readonly kind: string;
  /** The field that names who wrote it. */
  readonly author: string;
  readonly fields: readonly string[];
}

export const removal = ({ kind, id, version }: StoredDocument): WriteOperation => ({ op: 'remove', kind, id, version });

/** The document with another body, for as long as it was to be kept. */
export const changed = (
  { kind, id, version, schemaVersion, expiresAt }: StoredDocument,
  body: object,
): WriteOperation => ({ op: 'replace', kind, id, version, schemaVersion, ...(expiresAt ? { expiresAt } : {}), body });

/** The document with `removed` wherever the person's id stood; nothing where it stood nowhere. */
export function neutral(document: StoredDocument, personId: string): WriteOperation[] {
  const body = withoutPerson(document.body, personId);
  return body === document.body ? [] : [changed(document, Object(body))];
}

/** The same value where nothing of it names the person. */
export function withoutPerson(value: unknown, personId: string): unknown {
  if (value === personId) return removedId;
  if (typeof value !== 'object' || value === null) return value;
  const before = Object.entries(value);
  const after = before.map(([key, part]) => [key, withoutPerson(part, personId)] as const);
  if (after.every(([, part], at) => part === before[at]?.[1])) return value;
  return Array.isArray(value) ? after.map(([, part]) => part) : Object.fromEntries(after);
}
