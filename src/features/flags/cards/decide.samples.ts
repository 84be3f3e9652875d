/** Faces of the form of a decision. */
import type { z } from 'zod';
import { filler } from '../../../core/samples.ts';
import type { decideData } from './decide.card.ts';

type Data = z.input<typeof decideData>;
const rulings = ['Yes', 'Yes, with a condition', 'No', 'Not yet'].map((title, at) => ({ title, choiceId: `r${at}` }));

const usual: Data = {
  summary: 'Decide once for everyone',
  flagId: 'f1',
  hasProblem: false,
  problemLine: '',
  question: 'May I paste the notes of an exit talk when I take out the name?',
  contextLine: 'Copilot Chat · Personal',
  peopleLine: '3 people asked the same. All of them get this answer.',
  ruling: '',
  rulings,
  why: '',
  condition: '',
  aboutPeople: 'false',
  needsSecond: true,
};

export const decideSamples: Record<string, Data> = {
  usual,
  problem: {
    ...usual,
    hasProblem: true,
    problemLine: 'Why: please fill this in.',
    ruling: 'r0',
    aboutPeople: 'true',
    needsSecond: false,
  },
  longest: { ...usual, question: filler(800), contextLine: filler(200), why: filler(240), condition: filler(160) },
  rightToLeft: { ...usual, question: 'هل يمكنني لصق ملاحظات المقابلة هنا؟', why: 'لأن العقد يغطي ذلك.' },
};
