/** What a pilot's gate asks of the questions: how many about its work are open and serious, how many wait for a decision, and how many are about which scenario. */
import { findAll, type TenantStore } from '../../core/documents.ts';
import { loadedOf } from './documents.ts';
import type { Flag } from './model.ts';

const open: readonly Flag['state'][] = ['open', 'assigned', 'waiting', 'needsDecision'];
const serious: ReadonlySet<Flag['category']> = new Set(['fairness', 'dataHandling']);

export interface About {
  readonly workflowId: string;
  readonly scenarioIds: readonly string[];
}

/** Numbers alone: neither a question nor who asked it. */
export async function openAbout(
  { store }: { readonly store: TenantStore },
  { workflowId, scenarioIds }: About,
): Promise<{ serious: number; undecided: number; byScenario: ReadonlyMap<string, number> }> {
  const found: Flag[] = [];
  for await (const document of findAll(store, { kind: 'flag', where: [['state', 'in', open]] })) {
    const { flag } = loadedOf(document);
    const isOfThese = flag.scope.workflowId === workflowId || scenarioIds.includes(flag.context.scenarioId ?? '');
    if (isOfThese) found.push(flag);
  }
  return {
    serious: found.filter(isSerious).length,
    undecided: found.filter(({ state }) => state === 'needsDecision').length,
    byScenario: countBy(found.map(({ context }) => context.scenarioId)),
  };
}

function countBy(ids: readonly (string | undefined)[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** One that no reviewer has sorted yet counts as serious (product L6). */
const isSerious = ({ category, categoryBy, urgency }: Flag): boolean =>
  serious.has(category) || urgency === 'mistakeHappened' || categoryBy === 'context';
