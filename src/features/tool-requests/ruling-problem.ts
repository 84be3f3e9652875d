/** What still keeps a decision about a tool from being made. Pure. */

import type { FieldProblem } from '../../core/route.ts';
import type { Rulebook } from '../../core/rulebook.ts';
import { isWithin } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import { laneOf, stricterLane } from './lane.ts';
import type { ToolRequest } from './model.ts';
import type { Filled } from './ruling-input.ts';
import { isNameless, toolMeant } from './tool.ts';

export function problemOf(turn: Turn, filled: Filled, rulebook: Rulebook): FieldProblem | undefined {
  const { words } = turn;
  if (!filled.ruling) return required(turn, 'ruling', words('card.requestDecide.ruling'));
  return (
    textProblem(turn, 'why', filled.why, { min: 1, max: 240 }) ??
    textProblem(turn, 'condition', filled.condition, { min: filled.ruling === 'limited' ? 1 : 0, max: 160 }) ??
    textProblem(turn, 'listName', isNameless(filled.listName) ? '' : filled.listName, { min: 1, max: 80 }) ??
    toolProblem(turn, filled, rulebook)
  );
}

function textProblem(
  turn: Turn,
  path: 'why' | 'condition' | 'listName',
  text: string,
  { min, max }: { min: number; max: number },
): FieldProblem | undefined {
  const field = turn.words(`card.requestDecide.${path}`);
  if (text === '') return min > 0 ? required(turn, path, field) : undefined;
  if (isWithin(text, max)) return undefined;
  return { path, error: 'field_length', message: turn.words('error.field_length', { field, min: 1, max }) };
}

function toolProblem(turn: Turn, filled: Filled, rulebook: Rulebook): FieldProblem | undefined {
  const { words } = turn;
  const named = rulebook.toolsNamed(filled.listName);
  const tool = toolMeant(rulebook, filled.listName, filled.accountKind);
  if (named.length > 1 && !tool) {
    const values = { name: filled.listName, tools: named.map(({ name }) => name).join(', ') };
    return { path: 'listName', error: 'field_choice', message: words('request.severalTools', values) };
  }
  // A tool that is on the list is never shut for every kind of data by the way.
  const isForAll = filled.ruling === 'blocked' && !tool;
  return filled.dataClassId === '' && !isForAll
    ? required(turn, 'dataClassId', words('card.requestDecide.data'))
    : undefined;
}

const required = ({ words }: Turn, path: string, field: string): FieldProblem => ({
  ...{ path, error: 'field_required', message: words('error.field_required', { field }) },
});

/** Sensitive data and decisions about people are signed by an HR lead as well (product 6.5); the class of the decision counts too. */
export const needsBoth = (filled: Pick<Filled, 'dataClassId'>, request: ToolRequest, rulebook: Rulebook): boolean =>
  stricterLane(request.lane, laneOf({ dataClassId: filled.dataClassId }, rulebook.classes())) === 'restricted';
