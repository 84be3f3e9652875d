/** What happened to a scenario, from its audit entries, in the reader's words. */
import { z } from 'zod';
import { removedId } from '../../core/erasure.ts';
import type { WorkItem } from '../../core/work-item.ts';
import type { Before } from './scenario-before.ts';

const entry = z.object({ at: z.string(), actorId: z.string(), action: z.string(), reason: z.string().optional() });
const shown = 50;

export async function historyOf({ desk, turn, loaded }: Before): Promise<WorkItem['history']> {
  const { words, store } = turn;
  const { items } = await store.find({
    ...{ kind: 'auditEntry', where: [['entityId', '=', loaded.id]], limit: shown },
    orderBy: { field: 'at', direction: 'desc' },
  });
  const names = new Map<string, string>();
  const entries = items.map(({ body }) => entry.parse(body));
  for (const id of new Set(entries.map(({ actorId }) => actorId))) names.set(id, await nameOf(desk, turn, id));
  return entries.flatMap(({ at, actorId, action, reason = '' }) => {
    const key = `edit.event.${action.replace('scenario.', '')}`;
    return words.has(key) ? [{ at, who: names.get(actorId) ?? '', what: words(key), detail: reason }] : [];
  });
}

const nameOf = async (desk: Before['desk'], turn: Before['turn'], id: string): Promise<string> =>
  id === 'system' || id === removedId ? turn.words('edit.bySystem') : desk.life.nameOf(turn, id);
