/** Faces of the question how it went. */
import { filler } from '../../../core/samples.ts';
import type { HowData } from './how.card.ts';

const usual: HowData = {
  summary: 'How did it go?',
  useId: 'use-1',
  title: 'Job description from intake notes',
  startedLine: 'You took the prompt along on Mon 23 Nov, 10:00 (London).',
  isTimed: true,
  timeLine: 'The clock stops when you press.',
};

export const howSamples: Record<string, HowData> = {
  usual,
  untimed: { ...usual, isTimed: false, timeLine: '' },
  longest: { ...usual, title: filler(80) },
  rightToLeft: { ...usual, title: 'وصف وظيفي من ملاحظات المقابلة' },
};
