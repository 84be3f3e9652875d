/** Faces of the list of verdicts. */
import type { z } from 'zod';
import { filler } from '../../../core/samples.ts';
import type { verdictsData } from './verdicts.card.ts';

type VerdictsData = z.input<typeof verdictsData>;

const usual: VerdictsData = {
  summary: 'What we know about "chatgpt"',
  heading: 'What we know about "chatgpt"',
  rows: [
    {
      sign: '✓',
      verdictStyle: 'good',
      verdictWord: 'Allowed',
      verdictFor: 'ChatGPT business plan with Public data',
      text: 'Work account, covered by our contract.',
      toolId: 'tool-1',
      dataClassId: 'class-1',
    },
    {
      sign: '!',
      verdictStyle: 'warning',
      verdictWord: 'Allowed with conditions',
      verdictFor: 'ChatGPT business plan with Internal data',
      text: 'Work account only.',
      toolId: 'tool-1',
      dataClassId: 'class-2',
    },
    {
      sign: '?',
      verdictStyle: 'accent',
      verdictWord: 'Not decided yet',
      verdictFor: 'ChatGPT business plan with Customer data',
      text: 'Not decided yet. Ask, or try with dummy data.',
      toolId: 'tool-1',
      dataClassId: 'class-3',
    },
    {
      sign: '✕',
      verdictStyle: 'attention',
      verdictWord: 'Not allowed',
      verdictFor: 'ChatGPT, own account with Internal data',
      text: 'No contract: what you paste may be kept and read.',
      toolId: 'tool-2',
      dataClassId: 'class-2',
    },
  ],
};

export const verdictsSamples: Record<string, VerdictsData> = {
  usual,
  empty: { ...usual, rows: [] },
  longest: {
    ...usual,
    heading: `What we know about "${filler(200)}"`,
    rows: [...usual.rows, ...usual.rows]
      .slice(0, 5)
      .map((row) => ({ ...row, verdictFor: `${row.verdictFor} ${filler(60)}`, text: filler(240) })),
  },
  rightToLeft: {
    ...usual,
    heading: 'ما نعرفه عن "Copilot"',
    rows: usual.rows.slice(0, 2).map((row) => ({
      ...row,
      verdictWord: 'مسموح بشروط',
      verdictFor: 'Copilot Chat مع بيانات داخلية',
      text: 'حساب العمل فقط.',
    })),
  },
};
