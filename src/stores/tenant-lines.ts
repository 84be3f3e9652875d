/** One tenant as lines of text: a head, a line for each document, an end with their count and hash. The same from every store. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { StoredDocument, WriteOperation } from '../core/documents.ts';
import { instant } from '../core/fields.ts';

const format = 1;

const head = z.strictObject({ fieldbook: z.literal(format), tenantId: z.string().regex(/^\P{Cc}{1,200}$/u) });
const end = z.strictObject({
  end: z.literal(true),
  documents: z.int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
/** Taken as it is: a record would be copied, and a field named `__proto__` lost on the way. */
const fields = z.custom<Record<string, unknown>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);
const copied = z.strictObject({
  kind: z.string(),
  id: z.string(),
  schemaVersion: z.int().min(1),
  expiresAt: instant.optional(),
  body: fields,
});
/** A document without the tag of its version, which belongs to one store. */
export type Copied = z.infer<typeof copied>;

export type Line =
  | { is: 'head'; tenantId: string }
  | { is: 'document'; document: Copied }
  | { is: 'end'; total: Total };

/** How many, and a hash that does not depend on their order. */
export interface Total {
  readonly documents: number;
  readonly hash: string;
}

export const headLine = (tenantId: string): string => JSON.stringify({ fieldbook: format, tenantId });
export const endLine = ({ documents, hash }: Total): string => JSON.stringify({ end: true, documents, hash });

/** Keys in one order, so that equal documents are equal lines whatever store they come from. */
export const documentLine = ({ kind, id, schemaVersion, expiresAt, body }: Copied | StoredDocument): string =>
  JSON.stringify(sorted({ kind, id, schemaVersion, ...(expiresAt ? { expiresAt } : {}), body }));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/** What makes it again. */
export const createOf = ({ kind, id, schemaVersion, expiresAt, body }: Copied): WriteOperation => ({
  op: 'create',
  kind,
  id,
  schemaVersion,
  body,
  ...(expiresAt ? { expiresAt } : {}),
});

/** Undefined for a line that is none of ours. */
export function readLine(text: string): Line | undefined {
  const json = parsed(text);
  const asDocument = copied.safeParse(json);
  if (asDocument.success) return { is: 'document', document: asDocument.data };
  const [asHead, asEnd] = [head.safeParse(json), end.safeParse(json)];
  if (asHead.success) return { is: 'head', tenantId: asHead.data.tenantId };
  if (asEnd.success) return { is: 'end', total: { documents: asEnd.data.documents, hash: asEnd.data.hash } };
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const lineHash = (line: string): string => createHash('sha256').update(line).digest('hex');

const modulus = 2n ** 256n;

export interface Tally {
  add(line: string): void;
  total(): Total;
}

/** The sum of the hashes of the lines. */
export function tally(): Tally {
  let documents = 0;
  let sum = 0n;
  return {
    add(line) {
      documents++;
      sum = (sum + BigInt(`0x${lineHash(line)}`)) % modulus;
    },
    total: () => ({ documents, hash: sum.toString(16).padStart(64, '0') }),
  };
}
