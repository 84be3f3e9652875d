/** Faces of a list of scenarios. */
import type { z } from 'zod';
import { filler } from '../../../core/samples.ts';
import type { listData } from './list.card.ts';

type ListData = z.input<typeof listData>;

const usual: ListData = {
  summary: 'Scenarios for "job ad"',
  heading: 'Scenarios for "job ad"',
  hasNote: false,
  note: '',
  items: [
    {
      scenarioId: 'scenario-1',
      title: 'Job description from intake notes',
      text: 'HR business partner · step 2 of 5 in Job descriptions',
    },
    {
      scenarioId: 'scenario-2',
      title: 'Check a job ad for bias and readability',
      text: 'HR business partner, Recruiter · step 3 of 5 in Job descriptions',
    },
    {
      scenarioId: 'scenario-3',
      title: 'Outreach message to a candidate',
      text: 'Recruiter, Sourcer · step 4 of 6 in Sourcing strategy',
    },
  ],
};

export const listSamples: Record<string, ListData> = {
  usual,
  answer: {
    ...usual,
    heading: 'This may help',
    hasNote: true,
    note: 'The closest scenarios to your words. Not what you meant? Say it in other words, or write "flag" and your question.',
  },
  empty: { ...usual, items: [] },
  longest: {
    ...usual,
    heading: `Scenarios for "${filler(200)}"`,
    items: Array.from({ length: 5 }, (_, at) => ({
      scenarioId: `scenario-${at}`,
      title: filler(80),
      text: `For ${filler(200)}`,
    })),
  },
  rightToLeft: {
    ...usual,
    heading: 'سيناريوهات تناسب "وصف وظيفي"',
    items: [
      {
        scenarioId: 'scenario-1',
        title: 'وصف وظيفي من ملاحظات المقابلة',
        text: 'لشركاء الموارد البشرية · الخطوة 2 من 5',
      },
    ],
  },
};
