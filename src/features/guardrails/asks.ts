/** Asks that nobody has decided, to be counted (product 7.1, step 10). Pure. */
import type { VerdictAnswer } from '../../core/rulebook.ts';

/** One ask about a tool with a kind of data: a tool of the list, or the name of another one. */
export type Ask = { readonly dataClassId: string } & ({ readonly toolId: string } | { readonly toolName: string });

const prefix = 'unlisted:';

/** What stands for the id of a tool that is not on the list. */
export const unlisted = (name: string): string => `${prefix}${name}`;

export const nameAsked = (toolId: string): string => (toolId.startsWith(prefix) ? toolId.slice(prefix.length) : '');

export const undecidedOf = (answers: readonly VerdictAnswer[]): Ask[] =>
  answers
    .filter(({ verdict }) => verdict === 'undecided')
    .map(({ toolId, dataClassId }) => {
      const toolName = nameAsked(toolId);
      return toolName ? { toolName, dataClassId } : { toolId, dataClassId };
    });
