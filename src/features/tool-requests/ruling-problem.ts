/** What still keeps a decision about a tool from being made. Pure. */
import type { Rulebook } from '../../core/rulebook.ts';
import { isWithin } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import { laneOf, stricterLane } from './lane.ts';
import type { ToolRequest } from './model.ts';
import type { Filled } from './ruling-input.ts';
import { isNameless, toolMeant } from './tool.ts';

export function problemOf(turn: Turn, filled: Filled, rulebook: Rulebook): string | undefined {
  const { words } = turn;
  if (!filled.ruling) return words('error.field_required', { field: words('card.requestDecide.ruling') });
  return (
    textProblem(turn, 'why', filled.why, { min: 1, max: 240 }) ??
    textProblem(turn, 'condition', filled.condition, { min: filled.ruling === 'limited' ? 1 : 0, max: 160 }) ??
    textProblem(turn, 'listName', isNameless(filled.listName) ? '' : filled.listName, { min: 1, max: 80 }) ??
    toolProblem(turn, filled, rulebook)
  );
}

function textProblem(
  { words }: Turn,
  name: 'why' | 'condition' | 'listName',
  text: string,
  { min, max }: { min: number; max: number },
): string | undefined {
  const field = words(`card.requestDecide.${name}`);
  if (text === '') return min > 0 ? words('error.field_required', { field }) : undefined;
  return isWithin(text, max) ? undefined : words('error.field_length', { field, min: 1, max });
}

function toolProblem({ words }: Turn, filled: Filled, rulebook: Rulebook): string | undefined {
  const named = rulebook.toolsNamed(filled.listName);
  const tool = toolMeant(rulebook, filled.listName, filled.accountKind);
  if (named.length > 1 && !tool)
    return words('request.severalTools', { name: filled.listName, tools: named.map(({ name }) => name).join(', ') });
  // A tool that is on the list is never shut for every kind of data by the way.
  const isForAll = filled.ruling === 'blocked' && !tool;
  if (filled.dataClassId === '' && !isForAll)
    return words('error.field_required', { field: words('card.requestDecide.data') });
  return undefined;
}

/** Sensitive data and decisions about people are signed by an HR lead as well (product 6.5); the class of the decision counts too. */
export const needsBoth = (filled: Pick<Filled, 'dataClassId'>, request: ToolRequest, rulebook: Rulebook): boolean =>
  stricterLane(request.lane, laneOf({ dataClassId: filled.dataClassId }, rulebook.classes())) === 'restricted';
