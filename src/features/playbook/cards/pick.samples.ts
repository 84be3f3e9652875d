/** Faces of the start of the use form. */
import { filler } from '../../../core/samples.ts';
import type { PickData } from './pick.card.ts';

const usual: PickData = {
  summary: 'Use a scenario',
  ...{ hasOpen: false, openLine: '', useId: '' },
  items: [
    {
      scenarioId: 'scenario-1',
      title: 'Job description from intake notes',
      text: 'HR business partner · step 2 of 5 in Job descriptions',
    },
    {
      scenarioId: 'scenario-2',
      title: 'Policy in plain words',
      text: 'HR advisor · step 2 of 4 in Policy questions',
    },
  ],
  choices: [
    { title: 'Job description from intake notes', choiceId: 'scenario-1' },
    { title: 'Policy in plain words', choiceId: 'scenario-2' },
    { title: 'Weekly report from a table', choiceId: 'scenario-3' },
  ],
};

export const pickSamples: Record<string, PickData> = {
  usual,
  openRun: { ...usual, hasOpen: true, openLine: 'How did it go? Policy in plain words', useId: 'use-1' },
  empty: { ...usual, items: [] },
  longest: {
    ...usual,
    items: Array.from({ length: 4 }, (_, at) => ({
      scenarioId: `scenario-${at}`,
      title: filler(80),
      text: filler(200),
    })),
    choices: Array.from({ length: 100 }, (_, at) => ({ title: filler(80), choiceId: `scenario-${at}` })),
  },
  rightToLeft: {
    ...usual,
    items: [
      {
        scenarioId: 'scenario-1',
        title: 'وصف وظيفي من ملاحظات المقابلة',
        text: 'لشركاء الموارد البشرية · الخطوة 2 من 5',
      },
    ],
  },
};
