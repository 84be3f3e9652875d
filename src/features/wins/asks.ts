/** How many asked how it was done, for the figures of a workflow. */
import { findAll, type TenantStore } from '../../core/documents.ts';
import { askKind } from './documents.ts';
import { winAsk } from './model.ts';

export async function asksSince(store: TenantStore, since: string): Promise<ReadonlyMap<string, number>> {
  const asks = new Map<string, number>();
  for await (const { body } of findAll(store, { kind: askKind, where: [['at', '>=', since]] })) {
    const { workflowId } = winAsk.parse(body);
    asks.set(workflowId, (asks.get(workflowId) ?? 0) + 1);
  }
  return asks;
}
