/** Which tool a request means: one of the list by its name and account, or a name that everyone writes a little differently. */
import { derivedId } from '../../core/ids.ts';
import type { Rulebook, ToolView } from '../../core/rulebook.ts';
import { fold } from '../../core/text.ts';
import type { ToolRequest } from './model.ts';

/** Undefined when no tool or more than one could be meant. */
export function toolMeant(
  rulebook: Rulebook,
  name: string,
  accountKind: ToolRequest['accountKind'],
): ToolView | undefined {
  const named = rulebook.toolsNamed(name);
  const exact = named.filter((tool) => fold(tool.name) === fold(name));
  return only(exact) ?? only(named) ?? only(named.filter((tool) => tool.accountKind === accountKind));
}

const only = <T>(items: readonly T[]): T | undefined => (items.length === 1 ? items[0] : undefined);

/** The id of a tool that is listed under this name for the first time: two who list it at once list one. */
export const newToolId = (name: string): string => derivedId('tool', fold(name));

export const toolKeyOf = (tool: ToolView | undefined, name: string): string =>
  tool?.id ?? derivedId('toolName', fold(name));

/** A name that holds nothing to know a tool by. */
export const isNameless = (name: string): boolean => fold(name) === '';
