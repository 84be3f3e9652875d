/** Faces of the criteria to be judged. */
import { textLines } from '../../../core/lines.ts';
import { filler } from '../../../core/samples.ts';
import type { RateData } from './rate.card.ts';

const criterion = (at: number, text: string, hint = ''): RateData['criteria'][number] => ({
  ...{ inputId: `c_${at}`, text, hasHint: hint !== '', hint, answer: '' },
});

const usual: RateData = {
  summary: 'Rate it',
  useId: 'use-1',
  askId: '',
  title: 'Job description from intake notes',
  intro: 'Look at what came out, not at the prompt. Nothing of the text is stored.',
  hasProblem: false,
  problemLine: '',
  criteria: [
    criterion(1, 'Is every fact from the notes? (a must)', 'Mark each fact and look for it in the notes.'),
    criterion(2, 'Does the first paragraph say what the job is for?'),
    criterion(3, 'Could a person outside the team read it?', 'No names of tools that only we use.'),
  ],
  goodLines: textLines('Shift lead, early team\n\nYou plan the week of twelve people.'),
  goodWhy: 'Short, every fact given, no promise about pay.',
};

const answered = { ...usual, criteria: usual.criteria.map((each) => ({ ...each, answer: 'yes' as const })) };

export const rateSamples: Record<string, RateData> = {
  usual,
  second: { ...answered, useId: '', askId: 'ask-1', intro: 'Alex Doe asks you to look at what came out.' },
  problems: { ...answered, hasProblem: true, problemLine: 'Please answer every question.' },
  longest: {
    ...usual,
    title: filler(80),
    criteria: Array.from({ length: 6 }, (_, at) => criterion(at, filler(140), filler(200))),
    goodLines: textLines(filler(4000)),
    goodWhy: filler(400),
  },
  rightToLeft: {
    ...usual,
    title: 'وصف وظيفي من ملاحظات المقابلة',
    criteria: [criterion(1, 'هل كل معلومة من الملاحظات؟')],
  },
};
