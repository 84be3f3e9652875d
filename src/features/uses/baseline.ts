/** A run without AI, as somebody told it (product L2): what ran in the last fourteen days counts. */
import { findAll } from '../../core/documents.ts';
import { removal } from '../../core/erasure.ts';
import { newId } from '../../core/ids.ts';
import { type Baseline, baseline } from '../../core/run.ts';
import type { Runs } from '../../core/runs.ts';
import { daysPast, isoWeekOf } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import type { Desk } from './desk.ts';
import { apart, keyOf } from './documents.ts';

const freshDays = 14;

export const methodOf = (ranOn: string, now: Date): 'typed' | 'estimate' | 'ahead' => {
  const past = daysPast(ranOn, now);
  // A day ahead of UTC is today somewhere.
  if (past < -1) return 'ahead';
  return past <= freshDays ? 'typed' : 'estimate';
};

/** Throws for a day that has not come: whoever asks for the day checks it with its form. */
export async function addBaseline(
  desk: Pick<Desk, 'hash'>,
  turn: Turn,
  { personId, ...told }: Parameters<Runs['addBaseline']>[1],
): Promise<Baseline['method']> {
  const method = methodOf(told.ranOn, turn.now);
  if (method === 'ahead') throw new Error('uses: a run without AI lies in the past');
  const body = baseline.parse({
    ...told,
    ...{ week: isoWeekOf(turn.now), personKey: keyOf(desk, turn, personId), method },
  });
  await turn.store.write([{ op: 'create', kind: 'baseline', id: idOf(desk, turn, personId), body }], apart);
  return method;
}

export async function dropBaselines({ store }: Pick<Turn, 'store'>, pilotId: string): Promise<void> {
  for await (const told of findAll(store, { kind: 'baseline', where: [['pilotId', '=', pilotId]] }))
    await store.write([removal(told)], apart);
}

/** The same for every delivery of one press. */
const idOf = ({ hash }: Pick<Desk, 'hash'>, { deliveryKey }: Turn, personId: string): string =>
  deliveryKey ? hash('baseline', deliveryKey, personId) : newId();
