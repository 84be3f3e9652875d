/** Who asked how it was done, by the key under which people are counted, for figures of a workflow (product 7.8, M13). */
import { loadAll, type TenantStore } from '../../core/documents.ts';
import { askKind } from './documents.ts';
import { winAsk } from './model.ts';

export interface Asked {
  readonly personKey: string;
  readonly workflowId: string;
  readonly at: string;
}

export const askedOf = async (store: TenantStore): Promise<Asked[]> =>
  (await loadAll(store, askKind, (body) => winAsk.parse(body))).map(({ personKey, workflowId, at }) => ({
    ...{ personKey, workflowId, at },
  }));
