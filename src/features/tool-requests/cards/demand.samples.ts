/** Faces of the demand. */
import type { z } from 'zod';
import { filler } from '../../../core/samples.ts';
import type { demandData } from './demand.card.ts';

type Data = z.input<typeof demandData>;

const usual: Data = {
  summary: 'What people ask for',
  heading: 'What people ask for',
  note: 'Asks of the last 12 weeks and requests that are open. Nobody is named.',
  rows: [
    {
      title: 'Example note taker · Internal',
      text: '12 asks · 1 request · 7 people',
      hasUsing: true,
      usingLine: '6 say that they use it already.',
    },
    { title: 'Copilot Chat · Personal', text: '5 asks · 0 requests', hasUsing: false, usingLine: '' },
  ],
};

export const demandSamples: Record<string, Data> = {
  usual,
  empty: { ...usual, note: 'Nobody asked for a tool in the last 12 weeks.', rows: [] },
  longest: {
    ...usual,
    rows: Array.from({ length: 10 }, () => ({
      title: `${filler(80)} · Confidential`,
      text: '1,200 asks · 40 requests · 1,000 people',
      hasUsing: true,
      usingLine: '600 say that they use it already.',
    })),
  },
  rightToLeft: {
    ...usual,
    rows: [{ title: 'مدون الملاحظات · داخلي', text: '12 · 1 · 7', hasUsing: false, usingLine: '' }],
  },
};
