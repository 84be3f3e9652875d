/** What the form of a decision sends, and what stands where nothing was filled in. */
import { z } from 'zod';
import type { Rulebook } from '../../core/rulebook.ts';
import { cleanText } from '../../core/text.ts';
import { accountKinds, rulings, type ToolRequest, toolKinds } from './model.ts';

/** Read as long as the tab may send it, so that what is too long comes back with its limit. */
const long = z.string().max(20_000).default('');
export const ruling = z.object({
  requestId: z.string().max(100),
  ruling: z.enum(rulings).optional().catch(undefined),
  why: long,
  condition: long,
  dataClassId: z.string().max(100).default(''),
  listName: long,
  toolKind: z.enum(toolKinds).optional().catch(undefined),
  accountKind: z.enum(accountKinds).optional().catch(undefined),
});
export type RulingInput = z.infer<typeof ruling>;

export type Filled = RulingInput & { readonly accountKind: NonNullable<RulingInput['accountKind']> };

/** A form that is opened anew holds what was proposed last. */
export function startedFrom(input: RulingInput, { proposal, sentBack }: ToolRequest): RulingInput {
  const last = proposal ?? sentBack?.proposal;
  if (!last || input.ruling || input.why !== '') return input;
  const { ruling, why, condition = '', dataClassId = '', listName, toolKind, accountKind } = last;
  return { ...input, ruling, why, condition, dataClassId, listName, toolKind, accountKind };
}

/** What is not filled in stands as the request has it. */
export function filledIn(input: RulingInput, request: ToolRequest, rulebook: Rulebook): Filled {
  const listed = rulebook.tool(request.toolId ?? '');
  return {
    ...input,
    why: cleanText(input.why),
    condition: cleanText(input.condition),
    dataClassId: rulebook.dataClass(input.dataClassId)?.id ?? request.dataClassId ?? '',
    listName: cleanText(input.listName) || (listed?.name ?? request.toolName),
    accountKind: input.accountKind ?? listed?.accountKind ?? request.accountKind ?? 'work',
  };
}
