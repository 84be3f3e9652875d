/** A cell of the matrix that was decided on its own answers whoever waits for just that, as a decided question would. */
import type { WriteOperation } from '../../core/documents.ts';
import type { Turn } from '../../core/turn.ts';
import { actorOf, type Loaded } from './documents.ts';
import type { FlagDeps, RulingCall } from './form.ts';
import { flag } from './model.ts';
import { answeredOperations, type Given, mostAtOnce, restOperation, stillWaitingFor } from './same-question.ts';
import { noticesOf } from './told.ts';

export type CellRuling = Pick<RulingCall, 'answer' | 'conditions' | 'why'> & {
  readonly decisionId: string;
  readonly toolId: string;
  readonly dataClassId: string;
};

/** The questions that it answers, and their part of the write. Who acts answers no question of their own (reliability R1). */
export async function answeredByRule(
  deps: FlagDeps,
  turn: Turn,
  ruling: CellRuling,
): Promise<{ flagIds: string[]; operations: WriteOperation[] }> {
  // A cell that is opened again answers nobody: they wait on.
  if (ruling.answer === 'notYet') return { flagIds: [], operations: [] };
  const waiting = await stillWaitingFor(turn, ruling.toolId, ruling.dataClassId);
  const own = await Promise.all(waiting.map((loaded) => isOthers(deps, turn, loaded)));
  const group = waiting.filter((_, at) => own[at]);
  const given = givenBy(turn, ruling);
  const [first] = group;
  return {
    flagIds: group.map(({ id }) => id),
    operations: [
      ...group.flatMap((loaded) => answeredOperations(turn, loaded, given)),
      ...(first && waiting.length === mostAtOnce ? [restOperation(turn, first.id, given)] : []),
    ],
  };
}

/** A rule was taken back: whoever it answered hears that the question is open again. */
export const toldAgain = (turn: Turn, operations: readonly WriteOperation[]): WriteOperation[] =>
  operations.flatMap((each) =>
    each.op === 'replace' && each.kind === 'flag' ? noticesOf(turn.now, each.id, flag.parse(each.body), 'answer') : [],
  );

/** One that an HR lead has to sign stays with them. */
async function isOthers(deps: FlagDeps, turn: Turn, loaded: Loaded): Promise<boolean> {
  if (loaded.flag.proposal) return false;
  const { isReporter, isAuthor } = await actorOf(deps, turn, loaded);
  return !isReporter && !isAuthor;
}

function givenBy({ words, who, now }: Turn, { decisionId, answer, conditions, why }: CellRuling): Given {
  const text = [words(`flag.ruling.${answer}`), ...conditions.map((each) => `• ${each}`), why].join('\n');
  return { decisionId, text, by: who.personId, at: now.toISOString() };
}
