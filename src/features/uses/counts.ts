/** Numbers of runs in the store: one for each person, workflow and week. */
import { runCount } from '../../core/run.ts';
import type { Turn } from '../../core/turn.ts';
import type { Desk } from './desk.ts';
import { apart, keyOf } from './documents.ts';

const countKind = 'runCount';
export const mostRuns = 500;

/** Workflows of which they have said a number of that week. */
export async function countedIn(desk: Desk, turn: Turn, week: string): Promise<ReadonlySet<string>> {
  const where = [
    ['week', '=', week],
    ['personKey', '=', keyOf(desk, turn, turn.who.personId)],
  ] as const;
  const { items } = await turn.store.find({ kind: countKind, where, limit: 100 });
  return new Set(items.map(({ body }) => runCount.parse(body).workflowId));
}

interface Said {
  readonly workflowId: string;
  readonly week: string;
  readonly runs: number;
}

export async function keepCount(desk: Pick<Desk, 'hash'>, turn: Turn, said: Said, tries = 4): Promise<boolean> {
  const { store, who } = turn;
  const personKey = keyOf(desk, turn, who.personId);
  const id = desk.hash(countKind, personKey, said.workflowId, said.week);
  const body = runCount.parse({ ...said, personKey });
  const found = await store.get(countKind, id);
  const written = { kind: countKind, id, body };
  const result = await store.write(
    [found ? { op: 'replace', version: found.version, ...written } : { op: 'create', ...written }],
    apart,
  );
  return result.kind === 'ok' || (tries > 1 && keepCount(desk, turn, said, tries - 1));
}
