/** What the form of a decision sends, and what stands where nothing was filled in. */
import { z } from 'zod';
import type { Rulebook } from '../../core/rulebook.ts';
import { cleanText } from '../../core/text.ts';
import { toolKinds } from './form.ts';
import { accountKinds, rulings, type ToolRequest } from './model.ts';

const long = z.string().max(5_000).default('');
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
