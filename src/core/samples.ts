/** Parts that card samples share: verdicts of every kind, text of any length, text that runs from right to left. */
import type { VerdictBlock } from './verdict-lines.ts';

export const allowed: VerdictBlock = {
  sign: '✓',
  verdictStyle: 'good',
  verdictWord: 'Allowed',
  verdictFor: 'Copilot Chat with Public data',
  reasons: [{ text: 'Work account, covered by our contract.' }],
  conditions: [],
  hasAlternative: false,
  alternativeLine: '',
};

export const withConditions: VerdictBlock = {
  sign: '!',
  verdictStyle: 'warning',
  verdictWord: 'Allowed with conditions',
  verdictFor: 'Microsoft 365 Copilot with Internal data',
  reasons: [],
  conditions: [{ text: 'Work account only.' }, { text: 'Take out names before you paste.' }],
  hasAlternative: true,
  alternativeLine: 'Instead: Copilot Chat (Allowed with conditions)',
};

export const undecided: VerdictBlock = {
  sign: '?',
  verdictStyle: 'accent',
  verdictWord: 'Not decided yet',
  verdictFor: 'a tool that is not on our list with Customer data',
  reasons: [{ text: 'This tool is not on our list, so nobody has decided about it.' }],
  conditions: [],
  hasAlternative: true,
  alternativeLine: 'Instead: Copilot Chat (Allowed with conditions)',
};

export const notAllowed: VerdictBlock = {
  sign: '✕',
  verdictStyle: 'attention',
  verdictWord: 'Not allowed',
  verdictFor: 'ChatGPT, own account with Confidential data',
  reasons: [{ text: 'No contract: what you paste may be kept and read.' }],
  conditions: [],
  hasAlternative: true,
  alternativeLine: 'No other tool is cleared for this data yet. Use invented data for now.',
};

export const rightToLeft: VerdictBlock = {
  ...withConditions,
  verdictWord: 'مسموح بشروط',
  verdictFor: 'Copilot Chat مع بيانات داخلية',
  conditions: [{ text: 'حساب العمل فقط.' }, { text: 'احذف الأسماء قبل اللصق.' }],
  alternativeLine: 'بدلا من ذلك: Microsoft 365 Copilot',
};

const sentence = 'The early shift of Larkmoor Supplies plans its week on Friday and notes what is still open. ';

/** Plain text of exactly `length` characters, for the longest face of a card. */
export const filler = (length: number): string =>
  sentence
    .repeat(Math.ceil(length / sentence.length))
    .slice(0, length)
    .replace(/ $/, '.');

export const longest: VerdictBlock = {
  ...withConditions,
  verdictFor: 'Microsoft 365 Copilot in Word, Excel, Outlook and Teams with Confidential and personal data',
  reasons: [{ text: filler(240) }, { text: 'This rule is due for a check.' }],
  conditions: [{ text: filler(240) }, { text: filler(160) }, { text: filler(160) }],
  alternativeLine: 'Instead: ChatGPT business plan, if contracted (Allowed with conditions)',
};

export const lines = (...texts: string[]): { text: string }[] => texts.map((text) => ({ text }));
