/** Cards of runs that no door leads to: they come by time, or need a pilot. */
import type { TenantStore } from '../../src/core/documents.ts';
import type { Answer, Turn } from '../../src/core/turn.ts';
import { fridayShown } from '../../src/features/uses/friday-view.ts';
import { aUse } from '../helpers/a-use.ts';

/** Begun by everybody, under the hash of this test, and timed for longer than is believed. */
export const longRun = 'ran-long';

export async function someRuns(store: TenantStore, now: Date): Promise<void> {
  const startedAt = new Date(now.getTime() - 5 * 3_600_000).toISOString();
  const { items } = await store.find({ kind: 'scenario', limit: 100 });
  const live = items.find(({ body }) => Object(body).liveVersion !== undefined);
  const body = aUse({
    ...{ scenarioId: live?.id ?? '', version: Object(live?.body).liveVersion },
    ...{ personKey: 'personKey', startedAt, endedAt: now.toISOString(), isTimed: true, result: 'worked' },
  });
  await store.write([{ op: 'create', kind: 'use', id: longRun, body }]);
}

export function onFriday(turn: Turn, typed: string): Answer {
  const pulse = { question: 'midpoint', stage: 'pilot', groupKind: 'pilot', groupId: 'pilot' } as const;
  const counts = [{ workflowId: 'workflow', name: typed }];
  return { kind: 'card', card: fridayShown(turn, '2026-W48', { counts, pulse }) };
}
