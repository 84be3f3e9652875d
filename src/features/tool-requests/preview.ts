/** What a decision would change and who would be told, before it is made. Nothing is written. */
import { z } from 'zod';
import type { Reply } from '../../core/route.ts';
import type { Rulebook } from '../../core/rulebook.ts';
import type { Turn } from '../../core/turn.ts';
import { verdictWord } from '../../core/verdict-lines.ts';
import type { Preview } from '../../core/work-item.ts';
import { drawnUp } from './decided.ts';
import type { RequestDeps, RulingCall } from './form.ts';
import { signersFor } from './propose.ts';
import { refusalReply } from './refusal.ts';
import { judgeRuling, type Rulable, type Ruling } from './rule.ts';

const namesShown = 10;
const verdicts = ['allowed', 'withConditions', 'undecided', 'notAllowed'] as const;
const withEffects = z.object({
  effects: z.array(z.object({ before: z.enum(verdicts).catch('undecided'), after: z.enum(verdicts) })),
});

export async function previewDecision(deps: RequestDeps, turn: Turn, ruling: Ruling): Promise<Reply<Preview>> {
  const judged = await judgeRuling(deps, turn, ruling);
  if (judged.kind !== 'rulable') return refusalReply(deps, turn, judged);
  const { call } = await drawnUp(deps, turn, judged.at, { filled: judged.filled });
  const lines = await cellLines(deps, turn, call);
  const { words } = turn;
  return {
    kind: 'ok',
    body: {
      changes: judged.isAlone ? [words('request.preview.second'), ...lines] : lines,
      told: await toldOf(deps, turn, judged),
    },
  };
}

/** The cell of the matrix before and after, as the write itself would put it. */
async function cellLines(deps: RequestDeps, turn: Turn, call: RulingCall): Promise<string[]> {
  const [rulebook, operations] = await Promise.all([deps.rulebook(turn), deps.rulingOperations(turn, call)]);
  const [decision] = operations;
  const { effects } = withEffects.parse(decision?.op === 'create' ? decision.body : { effects: [] });
  const { words } = turn;
  const tool = rulebook.tool(call.toolId)?.name;
  return [
    ...(tool ? [] : [words('request.preview.newTool', { tool: call.newTool.name })]),
    ...effects.map(({ before, after }) =>
      words('request.preview.cell', {
        ...{ tool: tool ?? call.newTool.name, dataClass: classOf(rulebook, turn, call) },
        ...{ before: verdictWord(before, words), after: verdictWord(after, words) },
      }),
    ),
  ];
}

const classOf = (rulebook: Rulebook, { words }: Turn, { dataClassId = '' }: RulingCall): string =>
  rulebook.dataClass(dataClassId)?.name ?? words('request.preview.anyData');

/** Where it goes to an HR lead first, they alone hear of it now. */
async function toldOf(deps: RequestDeps, turn: Turn, { at, isAlone }: Rulable): Promise<string[]> {
  const { request } = at.loaded;
  const ids = isAlone ? await signersFor(deps, turn, request) : [request.requesterId, ...request.supporterIds];
  const others = ids.filter((id) => id !== turn.who.personId);
  const names = await Promise.all(others.slice(0, namesShown).map((id) => deps.nameOf(turn, id)));
  const more = others.length - names.length;
  return [
    ...names.map((name) => name || turn.words('request.somebody')),
    ...(more > 0 ? [turn.words('request.preview.others', { count: more })] : []),
  ];
}
