/** "How many did you do?": one number for each person, workflow and week; a later one takes its place. */
import { z } from 'zod';
import { isoWeek } from '../../core/run.ts';
import { type Answer, message, refused, type Turn } from '../../core/turn.ts';
import { keepCount, mostRuns } from './counts.ts';
import type { Desk } from './desk.ts';
import { fridayShown, questionsOf } from './friday-view.ts';
import { pilotOf } from './joined.ts';
import { isAskable } from './weeks.ts';

export const countInput = z.looseObject({
  workflowId: z.string().max(100),
  week: isoWeek,
  runs: z.number().int().min(0).max(mostRuns).optional(),
});

/** One tap, or a number typed for six and more. */
export async function sayRuns(desk: Desk, turn: Turn, input: z.infer<typeof countInput>): Promise<Answer> {
  const { workflowId, week } = input;
  const isTheirs = (await pilotOf(desk, turn, workflowId)) !== undefined;
  if (!isTheirs) return refused(turn, 'not_found');
  if (!isAskable(week, turn.now)) return message(turn.words('uses.weekOver'));
  const runs = input.runs ?? typed(input[`runs_${workflowId}`]);
  if (runs === undefined) return message(turn.words('uses.runsOdd', { max: mostRuns }));
  if (!(await keepCount(desk, turn, { workflowId, week, runs }))) return refused(turn, 'stale');
  const name = (await desk.workflows(turn)).find(({ id }) => id === workflowId)?.name ?? '';
  const left = await questionsOf(desk, turn, week);
  return {
    kind: 'card',
    card: fridayShown(turn, week, left, { doneLine: turn.words('uses.runsNoted', { runs, name }) }),
  };
}

function typed(raw: unknown): number | undefined {
  const text = String(raw ?? '').trim();
  const runs = Number(text);
  return text !== '' && Number.isInteger(runs) && runs >= 0 && runs <= mostRuns ? runs : undefined;
}

/** Six and more: the card comes back with a field for the number. */
export async function askMore(
  desk: Desk,
  turn: Turn,
  { workflowId, week }: z.infer<typeof countInput>,
): Promise<Answer> {
  return { kind: 'card', card: fridayShown(turn, week, await questionsOf(desk, turn, week), { manyOf: workflowId }) };
}
