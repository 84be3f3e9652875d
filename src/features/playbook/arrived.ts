/** Whether a scenario is there already, or still comes in with the rest of its file. */
import { importKind } from '../../core/arrival.ts';
import type { TenantStore } from '../../core/documents.ts';
import type { Scenario } from './model.ts';

/** True for all but those whose batch is not done. `known` = what was found out before. */
export async function isHere(
  store: TenantStore,
  { arriving }: Pick<Scenario, 'arriving'>,
  known: Map<string, boolean> = new Map(),
): Promise<boolean> {
  if (arriving === undefined) return true;
  const found = known.get(arriving) ?? Object((await store.get(importKind, arriving))?.body).state === 'done';
  known.set(arriving, found);
  return found;
}
