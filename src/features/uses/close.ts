/** A run left open for a day is closed by time: on record, and counted nowhere (product 7.7). */
import type { Job } from '../../core/feature.ts';
import type { Turn } from '../../core/turn.ts';
import { closeJob } from './begin.ts';
import { apart, loadUse, useKind } from './documents.ts';
import { lapsed } from './run-rules.ts';

const tries = 5;

export const closing: Job = {
  name: closeJob,
  run: async (turn, { subject }) => {
    await close(turn, subject);
    return [];
  },
};

async function close(turn: Turn, useId: string): Promise<void> {
  for (let left = tries; left > 0; left--) {
    const found = await loadUse(turn.store, useId);
    if (!found || found.body.endedAt !== undefined) return;
    const { id, version, body } = found;
    const change = { op: 'replace', kind: useKind, id, version, body: lapsed(body, turn.now) } as const;
    if ((await turn.store.write([change], apart)).kind === 'ok') return;
  }
  throw new Error('uses: a run changes faster than it can be closed');
}
