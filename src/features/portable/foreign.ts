/** Files of other prompt libraries: Prompt Buddy (a list with several categories) and Prompt Pulse (title and prompt). */
import { z } from 'zod';
import type { FileScenario } from './arriving.ts';

const buddyItem = z.looseObject({
  Title: z.string(),
  Prompt: z.string(),
  Description: z.string().optional(),
  /** One, or several: as a list, or in one text. */
  Category: z.union([z.string(), z.array(z.string())]).optional(),
});
export type BuddyItem = z.output<typeof buddyItem>;
export const isBuddyItem = (value: unknown): boolean => buddyItem.safeParse(value).success;

export function buddyScenarios(items: readonly { row: number; item: unknown }[]): FileScenario[] {
  const read = items.map(({ row, item }) => ({ row, item: buddyItem.parse(item) }));
  const known = new Set(
    read.flatMap(({ item: { Category } }) => (Array.isArray(Category) ? Category : [Category ?? '']).map(trimmed)),
  );
  return read.map(({ row, item }) => ({
    row,
    contract: promptContract({ ...textsOf(item), tags: categoriesOf(item.Category, known) }),
  }));
}

const trimmed = (text: string): string => text.trim();

/** The samples say "none" where there is no description. */
const textsOf = ({ Title, Prompt, Description = '' }: BuddyItem) => ({
  ...{ title: Title, text: Prompt },
  ...(/^(?:none)?$/i.test(Description.trim()) ? {} : { task: Description }),
});

/** A comma may stand within a name: it divides only where every part is a category of its own; a semicolon always does. */
export function categoriesOf(category: BuddyItem['Category'], known: ReadonlySet<string>): string[] {
  const given = Array.isArray(category) ? category : (category ?? '').split(';');
  const parts = given.flatMap((each) => {
    const pieces = each.split(',').map(trimmed);
    return pieces.length > 1 && pieces.every((piece) => known.has(piece)) ? pieces : [trimmed(each)];
  });
  return [...new Set(parts)].filter((part) => part !== '');
}

interface PromptOnly {
  readonly title: string;
  readonly text: string;
  readonly task?: string;
  readonly tags?: readonly string[];
}

/** A draft of one prompt: what the contract still needs is listed when it is edited. */
export const promptContract = ({ title, text, task, tags = [] }: PromptOnly): object => ({
  ...{ title, tags, ...(task ? { task } : {}) },
  prompts: [{ purpose: 'draft', title, text, variables: variablesIn(text) }],
});

/** Fields of our kind that the text may hold already. */
export const variablesIn = (text: string): object[] =>
  [...new Set([...text.matchAll(/\{\{\s*([a-z][A-Za-z0-9]{0,39})\s*\}\}/g)].map(([, name = '']) => name))].map(
    (name) => ({ name, label: name }),
  );
