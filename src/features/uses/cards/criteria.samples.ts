/** Faces of the criteria in a chat. */
import { textLines } from '../../../core/lines.ts';
import { filler } from '../../../core/samples.ts';
import type { CriteriaData } from './criteria.card.ts';

const usual: CriteriaData = {
  summary: 'What to look at',
  title: 'Job description from intake notes',
  criteria: [
    {
      text: 'Is every fact from the notes? (a must)',
      hasHint: true,
      hint: 'Mark each fact and look for it in the notes.',
    },
    { text: 'Does the first paragraph say what the job is for?', hasHint: false, hint: '' },
  ],
  goodLines: textLines('Shift lead, early team\n\nYou plan the week of twelve people.'),
  goodWhy: 'Short, every fact given, no promise about pay.',
};

export const criteriaSamples: Record<string, CriteriaData> = {
  usual,
  longest: {
    ...usual,
    title: filler(80),
    criteria: Array.from({ length: 6 }, () => ({ text: filler(140), hasHint: true, hint: filler(200) })),
    goodLines: textLines(filler(4000)),
    goodWhy: filler(400),
  },
  rightToLeft: { ...usual, title: 'وصف وظيفي من ملاحظات المقابلة' },
};
