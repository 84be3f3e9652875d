/** Whether a document is there already, or still comes in with the rest of its file. */
import { importKind } from '../../core/arrival.ts';
import type { TenantStore } from '../../core/documents.ts';

/** True for all but those whose batch is still running. `known` = what was found out before. */
export async function isHere(
  store: TenantStore,
  { arriving }: { readonly arriving?: string | undefined },
  known: Map<string, boolean> = new Map(),
): Promise<boolean> {
  if (arriving === undefined) return true;
  const found = known.get(arriving) ?? counts((await store.get(importKind, arriving))?.body);
  known.set(arriving, found);
  return found;
}

const counts = (body: unknown): boolean => ['seen', 'done'].includes(Object(body).state);
