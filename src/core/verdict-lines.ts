/** How a verdict reads on every card: a word and a sign, never colour alone; the reason, the conditions, the way on. */
import { z } from 'zod';
import { isUsable, type Reason, type Rulebook, type VerdictAnswer, type VerdictWord } from './rulebook.ts';
import type { Words } from './words.ts';

const line = z.object({ text: z.string() });

/** The block that every card with a verdict embeds. */
export const verdictBlock = z.object({
  sign: z.enum(['✓', '!', '?', '✕']),
  /** The panel behind the words: coloured text on white is too weak to read in some hosts. */
  verdictStyle: z.enum(['good', 'warning', 'accent', 'attention']),
  verdictWord: z.string(),
  verdictFor: z.string(),
  reasons: z.array(line),
  conditions: z.array(line),
  hasAlternative: z.boolean(),
  alternativeLine: z.string(),
});
export type VerdictBlock = z.infer<typeof verdictBlock>;

const looks: Record<VerdictWord, Pick<VerdictBlock, 'sign' | 'verdictStyle'>> = {
  allowed: { sign: '✓', verdictStyle: 'good' },
  withConditions: { sign: '!', verdictStyle: 'warning' },
  undecided: { sign: '?', verdictStyle: 'accent' },
  notAllowed: { sign: '✕', verdictStyle: 'attention' },
};

export const lookOf = (word: VerdictWord) => looks[word];

export const verdictWord = (word: VerdictWord, words: Words): string => words(`verdict.${word}`);

/** `Allowed with conditions: Copilot Chat with Internal data`. */
export const verdictTitle = (answer: VerdictAnswer, rulebook: Rulebook, words: Words): string =>
  words('verdict.title', { verdict: verdictWord(answer.verdict, words), ...namesOf(answer, rulebook, words) });

/** `Copilot Chat with Internal data`. */
export const verdictFor = (answer: VerdictAnswer, rulebook: Rulebook, words: Words): string =>
  words('verdict.for', namesOf(answer, rulebook, words));

const namesOf = (answer: VerdictAnswer, rulebook: Rulebook, words: Words) => ({
  tool: rulebook.tool(answer.toolId)?.name ?? words('verdict.unknownTool'),
  dataClass: rulebook.dataClass(answer.dataClassId)?.name ?? '',
});

export function verdictLines(answer: VerdictAnswer, rulebook: Rulebook, words: Words): VerdictBlock {
  const other = answer.alternative;
  return {
    ...looks[answer.verdict],
    verdictWord: verdictWord(answer.verdict, words),
    verdictFor: verdictFor(answer, rulebook, words),
    reasons: [
      ...answer.reasons.map((r) => ({ text: reasonText(r, words) })),
      ...(answer.dueForCheck ? [{ text: words('verdict.reason.dueForCheck') }] : []),
    ],
    conditions: answer.conditions.map((r) => ({ text: reasonText(r, words) })),
    hasAlternative: other !== undefined || !isUsable(answer.verdict),
    alternativeLine: other
      ? words(isUsable(answer.verdict) ? 'verdict.other' : 'verdict.alternative', {
          tool: rulebook.tool(other.toolId)?.name ?? '',
          verdict: verdictWord(other.verdict, words),
        })
      : words('verdict.noAlternative'),
  };
}

export const reasonText = (reason: Reason, words: Words): string =>
  'text' in reason ? reason.text : words(`verdict.reason.${reason.code}`, reason.values);

/** A verdict in one line, for lists and small cards: verdict word, first condition or reason. */
export function verdictShort(answer: VerdictAnswer, rulebook: Rulebook, words: Words): string {
  const detail = answer.verdict === 'withConditions' ? answer.conditions[0] : answer.reasons[0];
  const title = verdictTitle(answer, rulebook, words);
  return detail ? words('verdict.short', { title, detail: clause(reasonText(detail, words)) }) : title;
}

/** A sentence without its full stop, to stand before other words. */
export const clause = (sentence: string): string => sentence.replace(/\.$/, '');
