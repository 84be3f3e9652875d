/** Who took up what another one had found: for figures that count people and name nobody. */
import { findAll } from '../../core/documents.ts';
import type { Turn } from '../../core/turn.ts';
import { kind, loadedOf, reuseKind } from './documents.ts';
import { reuse } from './model.ts';

export interface Reused {
  readonly personId: string;
  readonly workflowId?: string | undefined;
  readonly at: string;
}

export async function reuses({ store }: Turn): Promise<Reused[]> {
  const workflows = new Map<string, string | undefined>();
  for await (const document of findAll(store, { kind }))
    workflows.set(document.id, loadedOf(document).discovery.workflowId);
  const found: Reused[] = [];
  for await (const { body } of findAll(store, { kind: reuseKind })) {
    const { discoveryId, personId, createdAt } = reuse.parse(body);
    found.push({ personId, workflowId: workflows.get(discoveryId), at: createdAt });
  }
  return found;
}
