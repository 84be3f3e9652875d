/** What an event of a flag would change, and who would be told, before it is pressed. */

import type { Turn } from '../../core/turn.ts';
import { verdictWord } from '../../core/verdict-lines.ts';
import type { Preview } from '../../core/work-item.ts';
import type { FlagDeps } from './form.ts';
import type { Flag, Proposal } from './model.ts';
import { type Before, before } from './press.ts';
import { unconcerned } from './reviewers.ts';
import { sameQuestion } from './same-question.ts';

const verdictOf = {
  yes: 'allowed',
  yesWithConditions: 'withConditions',
  no: 'notAllowed',
  notYet: 'undecided',
} as const;

/** Names only of people who work on it; whoever asked is a number. Undefined for what this reader may not read. */
export async function previewOf(
  deps: FlagDeps,
  turn: Turn,
  flagId: string,
  event: 'answer' | 'outdated' | 'passToGovernance' | { readonly ruling: Proposal['ruling'] },
): Promise<Preview | undefined> {
  const at = await before(deps, turn, flagId);
  if (!at) return undefined;
  const { words } = turn;
  if (event === 'answer' || event === 'outdated') {
    const goes = event === 'outdated' && at.loaded.flag.context.scenarioId ? [words('flag.preview.outdated')] : [];
    return { changes: [words('flag.preview.answered'), ...goes], told: [words('flag.preview.asker')] };
  }
  if (event === 'passToGovernance') return passed(deps, turn, at);
  const group = await sameQuestion(turn, at.loaded);
  return {
    changes: [...(await cellChange(deps, turn, at.loaded.flag, event.ruling)), words('flag.preview.decision')],
    told: [words('flag.preview.group', { count: group.length })],
  };
}

async function passed(deps: FlagDeps, turn: Turn, { loaded }: Before): Promise<Preview> {
  const people = await unconcerned(deps, turn, loaded.flag, await deps.holders(turn, ['governance']));
  const names = await Promise.all(people.map((id) => deps.nameOf(turn, id)));
  const { words } = turn;
  return { changes: [words('flag.preview.passed')], told: [words('flag.preview.asker'), ...names.filter(Boolean)] };
}

/** The cell of the matrix as it is and as it will be. */
async function cellChange(
  deps: FlagDeps,
  turn: Turn,
  { context }: Flag,
  ruling: Proposal['ruling'],
): Promise<string[]> {
  const { toolId, dataClassId } = context;
  const rulebook = await deps.rulebook(turn);
  const tool = rulebook.tool(toolId ?? '');
  const dataClass = rulebook.dataClass(dataClassId ?? '');
  if (!toolId || !dataClassId || !tool || !dataClass) return [];
  const { words, now, who } = turn;
  const { verdict } = rulebook.verdict({ toolId, dataClassId, reader: { roleIds: who.roleIds }, now });
  const values = { tool: tool.name, dataClass: dataClass.name, before: verdictWord(verdict, words) };
  return [words('flag.preview.cell', { ...values, after: verdictWord(verdictOf[ruling], words) })];
}
