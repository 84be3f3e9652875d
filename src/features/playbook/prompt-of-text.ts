/** A prompt as somebody wrote it becomes one of a scenario: every `{{name}}` gets its field. */
import { newId } from '../../core/ids.ts';
import { shorten } from '../../core/text.ts';
import { type Prompt, prompt, type Variable } from './scenario-version.ts';

const mostPrompts = 6;
const mostVariables = 12;
const placeholder = /\{\{([a-z][a-zA-Z0-9]{0,39})\}\}/g;

export const promptOf = (text: string, title: string, purpose: Prompt['purpose']): Prompt =>
  prompt.parse({ id: newId(), purpose, title: shorten(title, 60), text, variables: variablesOf(text) });

/** The first draft prompt replaced: it is the one that the form fills in. */
export function withDraftPrompt(prompts: readonly Prompt[], text: string, title: string): Prompt[] {
  const at = prompts.findIndex(({ purpose }) => purpose === 'draft');
  return prompts.map((each, n) => (n === at ? promptOf(text, title, 'draft') : each));
}

/** One more; undefined when there is no room. */
export const withOneMore = <P>(prompts: readonly P[], text: string, title: string): (P | Prompt)[] | undefined =>
  prompts.length < mostPrompts ? [...prompts, promptOf(text, title, 'draft')] : undefined;

function variablesOf(text: string): Variable[] {
  const names = [...text.matchAll(placeholder)].map(([, name = '']) => name).filter((name) => !(name in {}));
  return [...new Set(names)].slice(0, mostVariables).map((name) => ({
    ...{ name, label: labelOf(name), kind: 'longText', required: true, example: labelOf(name) },
    ...{ maxChars: 2000, mayHoldPersonalData: true },
  }));
}

/** `jobTitle` reads "Job title". */
function labelOf(name: string): string {
  const words = name.replace(/([A-Z])/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
