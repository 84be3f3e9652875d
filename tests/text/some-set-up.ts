/** A set-up whose tools wait for who decides about them, for a walk through all buttons. */
import type { TenantStore } from '../../src/core/documents.ts';
import { type SetUp, setUp } from '../../src/features/setup/model.ts';

export async function someSetUp(
  store: TenantStore,
  leadId: string,
  at: string,
  change: Partial<SetUp> = {},
): Promise<void> {
  const [tool] = (await store.find({ kind: 'tool', limit: 1 })).items;
  const judged = { judgeable: 'yes', judgedBy: 'x', judgedHow: 'x' } as const;
  const body = setUp.parse({
    ...{ createdAt: at, createdBy: 'another', updatedAt: at, updatedBy: 'another' },
    ...{ ownerId: 'another', hrLeadId: 'another', toolsLeadId: leadId, workflowId: 'workflow', contactId: 'another' },
    ...{ toolIds: [tool?.id ?? ''], answers: [], memberIds: ['another'] },
    worksheet: { runsPerPersonPerMonth: 4, people: 5, minutesPerRun: 30, ...judged },
    confirmed: { people: { by: 'another', at } },
    ...change,
  });
  await store.write([{ op: 'create', kind: 'setUp', id: 'setUp', body }]);
}
