/** After how many days something is looked at again: the organisation's choice, within what keeps a playbook fresh (requirement R51). */
import { z } from 'zod';
import type { TenantStore } from './documents.ts';

export const periodsKind = 'reviewPeriods';
export const periodsId = 'reviewPeriods';

const days = z.number().int().min(60).max(90);

export const reviewPeriods = z.strictObject({
  /** Scenarios of a workflow that is being tried. */
  pilot: days.default(60),
  /** Scenarios of a workflow that is for a department or for everyone. */
  proven: days.default(90),
  /** What a tool may see. */
  rules: days.default(90),
});
export type ReviewPeriods = z.infer<typeof reviewPeriods>;

export const usualPeriods: ReviewPeriods = reviewPeriods.parse({});

export async function readPeriods(store: Pick<TenantStore, 'get'>): Promise<ReviewPeriods> {
  const found = await store.get(periodsKind, periodsId);
  return found ? reviewPeriods.parse(found.body) : usualPeriods;
}
