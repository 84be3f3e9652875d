/** Answers that may do again: what was answered about the same thing, for who answers now (product 11, L5). */
import type { Condition } from '../../core/documents.ts';
import type { Turn } from '../../core/turn.ts';
import { type Loaded, loadedOf } from './documents.ts';
import type { Flag } from './model.ts';

const most = 2;
const lookedAt = 20;

export async function answeredBefore({ store }: Turn, { id, flag }: Loaded): Promise<Loaded[]> {
  const same = sameThing(flag.context);
  if (!same) return [];
  const { items } = await store.find({
    kind: 'flag',
    where: [...same, ['state', 'in', ['answered', 'closed']]],
    limit: lookedAt,
  });
  const others = items.map(loadedOf).filter((each) => each.id !== id && each.flag.answer !== undefined);
  return others.toSorted((a, b) => ((a.flag.answeredAt ?? '') < (b.flag.answeredAt ?? '') ? 1 : -1)).slice(0, most);
}

/** The same tool with the same kind of data, else the same scenario. */
function sameThing({ toolId, dataClassId, scenarioId }: Flag['context']): Condition[] | undefined {
  if (toolId && dataClassId)
    return [
      ['context.toolId', '=', toolId],
      ['context.dataClassId', '=', dataClassId],
    ];
  return scenarioId ? [['context.scenarioId', '=', scenarioId]] : undefined;
}
