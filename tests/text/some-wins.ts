/** A shared win, and scenarios that wait for a check, for a walk through all buttons. */
import type { TenantStore, WriteOperation } from '../../src/core/documents.ts';
import { writeStamped } from '../../src/core/stamp.ts';
import { scenario } from '../../src/features/playbook/model.ts';
import { win } from '../../src/features/wins/model.ts';

export const toAsk = 'a-win';

/** Two that are due by their date alone, and one that did not work for people. */
export async function someWins(store: TenantStore, { typed, now }: { typed: string; now: Date }): Promise<void> {
  const at = now.toISOString();
  const { items } = await store.find({ kind: 'scenario', where: [['state', '=', 'published']], limit: 3 });
  const [first] = items;
  const stamps = { createdAt: at, createdBy: 'another', updatedAt: at, updatedBy: 'another' };
  const told = win.parse({
    ...{ ...stamps, workflowId: Object(first?.body).workflowId, scenarioId: first?.id, story: typed },
    ...{ authorId: 'another', communityIds: [], state: 'shared' },
    evidence: { beforeMedian: 90, afterMedian: 55, nBefore: 8, nAfter: 21, meetBarShare: 86, nRatings: 14 },
  });
  const due = { reviewDue: '2026-11-20', checkReasons: [] };
  const stuck = { state: 'dueForReview', checkReasons: [{ kind: 'stuck', at: '2026-10-20T10:00:00.000Z' }] };
  const marked = items.map(
    ({ id, version, body }, place): WriteOperation => ({
      ...{ op: 'replace', kind: 'scenario', id, version },
      body: scenario.parse({ ...Object(body), ...(place < 2 ? due : stuck) }),
    }),
  );
  await writeStamped(store, ['content'], [{ op: 'create', kind: 'win', id: toAsk, body: told }, ...marked]);
}
