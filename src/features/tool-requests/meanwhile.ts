/** What somebody can do until a request is decided: the tool itself where it is cleared, else the nearest approved one. */
import { isUsable, type VerdictAnswer } from '../../core/rulebook.ts';
import type { Turn } from '../../core/turn.ts';
import { reasonText, verdictWord } from '../../core/verdict-lines.ts';
import type { RequestDeps } from './form.ts';

export interface Meanwhile {
  readonly lines: readonly { readonly text: string }[];
  /** The tool that the lines offer; none where there is none. */
  readonly toolId?: string;
}

interface Asked {
  readonly toolId?: string | undefined;
  /** Missing where the person does not know: then it counts as the most sensitive. */
  readonly dataClassId?: string | undefined;
}

const notListed = 'unlisted:';

export async function meanwhile(deps: RequestDeps, turn: Turn, asked: Asked): Promise<Meanwhile> {
  const rulebook = await deps.rulebook(turn);
  const departmentId = await deps.departmentOf(turn);
  const reader = { roleIds: turn.who.roleIds, ...(departmentId ? { departmentId } : {}) };
  const verdictOf = (toolId: string): VerdictAnswer =>
    rulebook.verdict({ toolId, dataClassId: asked.dataClassId ?? 'unknown', reader, now: turn.now });
  const answer = verdictOf(asked.toolId ?? notListed);
  const toolId = isUsable(answer.verdict) ? answer.toolId : answer.alternative?.toolId;
  if (!toolId) return { lines: withoutTool(turn, rulebook.dataClass(answer.fineWith ?? '')?.name) };
  const { verdict, conditions } = verdictOf(toolId);
  const key = isUsable(answer.verdict) ? 'request.usableNow' : 'verdict.alternative';
  const values = { tool: rulebook.tool(toolId)?.name ?? '', verdict: verdictWord(verdict, turn.words) };
  return {
    toolId,
    lines: [
      { text: turn.words(key, values) },
      ...conditions.map((condition) => ({ text: `• ${reasonText(condition, turn.words)}` })),
    ],
  };
}

const withoutTool = ({ words }: Turn, fine: string | undefined) => [
  { text: words('verdict.noAlternative') },
  ...(fine ? [{ text: words('verdict.fineWith', { dataClass: fine }) }] : []),
];
