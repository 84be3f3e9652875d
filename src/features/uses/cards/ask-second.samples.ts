/** Faces of the form that asks for a second look. */
import { filler } from '../../../core/samples.ts';
import type { AskSecondData } from './ask-second.card.ts';

const usual: AskSecondData = {
  summary: 'Second look',
  useId: 'use-1',
  title: 'Job description from intake notes',
  hasProblem: false,
  problemLine: '',
  personId: 'person-1',
  people: [{ title: 'Maria Lopez', choiceId: 'person-1' }],
  name: '',
};

export const askSecondSamples: Record<string, AskSecondData> = {
  usual,
  nobody: { ...usual, personId: '', people: [] },
  several: {
    ...usual,
    hasProblem: true,
    problemLine: 'Several people have that name. Pick one.',
    personId: '',
    people: [
      { title: 'Maria Lopez', choiceId: 'person-1' },
      { title: 'Mario Lopez', choiceId: 'person-2' },
    ],
    name: 'lopez',
  },
  longest: {
    ...usual,
    title: filler(80),
    people: Array.from({ length: 6 }, (_, at) => ({ title: filler(120), choiceId: `person-${at}` })),
    name: filler(120),
  },
  rightToLeft: { ...usual, title: 'وصف وظيفي من ملاحظات المقابلة' },
};
