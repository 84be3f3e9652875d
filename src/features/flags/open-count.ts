/** How many questions about a workflow wait for others: a number for its owner, who may not read them. */
import { holdsAnywhere } from '../../core/person.ts';
import type { Turn } from '../../core/turn.ts';
import { loadedOf } from './documents.ts';
import type { Flag } from './model.ts';

const open: readonly Flag['state'][] = ['open', 'assigned', 'waiting', 'needsDecision'];
const looked = 100;

/** Nothing to say to those who have them in their list. */
export async function openCount(turn: Turn, workflowIds: readonly string[]): Promise<number> {
  if (workflowIds.length === 0 || holdsAnywhere(turn.who, ['manager', 'hrLead'])) return 0;
  const { items } = await turn.store.find({
    kind: 'flag',
    where: [['state', 'in', open]],
    orderBy: { field: 'createdAt', direction: 'desc' },
    limit: looked,
  });
  return items.map(loadedOf).filter(({ flag }) => workflowIds.includes(flag.scope.workflowId ?? '')).length;
}
