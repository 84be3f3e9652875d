/** One document per tenant counts the changes of content, tools and people, so that warm copies know when they are old. */
import { z } from 'zod';
import { remember } from './bounded.ts';
import type { StoredDocument, TenantStore, WriteOperation, WriteResult } from './documents.ts';

export const stampBody = z.object({ content: z.number(), tools: z.number(), people: z.number() });
export type Stamp = z.infer<typeof stampBody>;
export type StampPart = keyof Stamp;

const kind = 'stamp';
const id = 'stamp';
const zero: Stamp = { content: 0, tools: 0, people: 0 };

const warm = new Map<string, { readonly state: string; readonly stamp: Stamp }>();
const maxWarm = 1_000;

/** One point read, none where the store says that nothing was written; a tenant without content stands at zero. */
export async function readStamp(store: TenantStore): Promise<Stamp> {
  const state = store.state?.([kind]);
  const known = warm.get(store.tenantId);
  if (state !== undefined && known?.state === state) return known.stamp;
  const stamp = bodyOf(await store.get(kind, id));
  if (state !== undefined) remember(warm, store.tenantId, { state, stamp }, maxWarm);
  return stamp;
}

/**
 * Writes the operations and raises the parts in the same batch. A race on the stamp alone is met here, up to `tries`
 * times, each after a longer wait of chance: else all who lost would meet again.
 */
export async function writeStamped(
  store: TenantStore,
  parts: readonly StampPart[],
  operations: readonly WriteOperation[],
  tries = 8,
  waitMs = 4,
): Promise<WriteResult> {
  const current = await store.get(kind, id);
  const result = await store.write([...operations, raise(current, parts)]);
  if (result.kind === 'ok') return { kind: 'ok', documents: result.documents.slice(0, -1) };
  const raced = result.index === operations.length;
  if (!raced || tries <= 1) return result;
  await new Promise((goOn) => setTimeout(goOn, Math.random() * waitMs));
  return writeStamped(store, parts, operations, tries - 1, waitMs * 2);
}

function raise(current: StoredDocument | undefined, parts: readonly StampPart[]): WriteOperation {
  const body = { ...bodyOf(current) };
  for (const part of parts) body[part] += 1;
  return current ? { op: 'replace', kind, id, version: current.version, body } : { op: 'create', kind, id, body };
}

const bodyOf = (document: StoredDocument | undefined): Stamp => (document ? stampBody.parse(document.body) : zero);
