/** Faces of a run that somebody said something of. */
import { filler } from '../../../core/samples.ts';
import type { SaidData } from './said.card.ts';

const usual: SaidData = {
  summary: 'Noted: it worked',
  useId: 'use-1',
  title: 'Job description from intake notes',
  hasTimeLine: true,
  timeLine: '18 minutes by the clock',
  isUnsure: false,
  unsureLine: '',
  canConfirm: false,
  minutes: 18,
  comment: '',
  asksTime: false,
  timeWentTo: '',
  timeChoices: [
    { title: 'More of the same work', choiceId: 'moreOfSame' },
    { title: 'Other work', choiceId: 'otherWork' },
    { title: 'Better quality', choiceId: 'betterQuality' },
    { title: 'A break', choiceId: 'rest' },
    { title: 'It saved no time', choiceId: 'noTimeSaved' },
  ],
  ...{ hasNext: false, nextTitle: '', nextWhy: '', nextId: '' },
  others: [
    { title: 'Needed edits', resultId: 'neededEdits' },
    { title: "Didn't work", resultId: 'stuck' },
  ],
};

const unsure: SaidData = {
  ...usual,
  hasTimeLine: false,
  timeLine: '',
  isUnsure: true,
  unsureLine: 'The clock ran for 320 minutes. Did it take that long? It counts once you say so, or type the minutes.',
  canConfirm: true,
  minutes: null,
};

export const saidSamples: Record<string, SaidData> = {
  usual,
  told: {
    ...usual,
    timeLine: '25 minutes, typed by you',
    minutes: 25,
    comment: 'Two facts were wrong, the rest was fine.',
    asksTime: true,
    timeWentTo: 'betterQuality',
  },
  next: {
    ...usual,
    ...{ hasNext: true, nextTitle: 'Structured interview guide', nextId: 'scenario-3' },
    nextWhy: 'Step 3 of 5 in Interviews.',
  },
  unsure,
  tooLong: { ...unsure, unsureLine: 'The clock ran for 700 minutes. Type how many it took.', canConfirm: false },
  longest: { ...usual, title: filler(80), comment: filler(400), asksTime: true },
  rightToLeft: { ...usual, title: 'وصف وظيفي من ملاحظات المقابلة', comment: 'كانت معلومتان غير صحيحتين.' },
};
