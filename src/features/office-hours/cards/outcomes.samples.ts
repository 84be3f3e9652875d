/** Faces of what came of a session, for its host. */
import type { z } from 'zod';
import { filler } from '../../../core/samples.ts';
import type { outcomesData } from './outcomes.card.ts';

type OutcomesData = z.input<typeof outcomesData>;

const usual: OutcomesData = {
  summary: 'What came of Recruiting with AI',
  heading: 'What came of Recruiting with AI',
  sessionId: 'session-1',
  hasNote: true,
  noteLine: 'The recap is on its way.',
  isEmpty: false,
  outcomes: [
    {
      ...{ outcomeId: 'outcome-1', text: 'May we paste customer names?', statusLine: 'Needs a decision · Open' },
      ...{ canMake: true, makeTitle: 'Ask it' },
    },
    {
      ...{ outcomeId: 'outcome-2', text: 'Notes to tasks', statusLine: 'Try it · Shared as a discovery' },
      ...{ canMake: false, makeTitle: '' },
    },
  ],
};

export const outcomesSamples: Record<string, OutcomesData> = {
  usual,
  empty: { ...usual, hasNote: false, noteLine: '', isEmpty: true, outcomes: [] },
  longest: {
    ...usual,
    outcomes: Array.from({ length: 23 }, (_, at) => ({
      ...{ outcomeId: `outcome-${at}`, text: filler(400), statusLine: filler(120), canMake: true, makeTitle: 'Ask it' },
    })),
  },
  rightToLeft: {
    ...usual,
    outcomes: [
      {
        ...{ outcomeId: 'outcome-1', text: 'هل يجوز ذلك؟', statusLine: 'يحتاج إلى قرار', canMake: true },
        makeTitle: 'اسأل',
      },
    ],
  },
};
