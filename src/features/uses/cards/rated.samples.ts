/** Faces of a rating that is kept. */
import { filler } from '../../../core/samples.ts';
import type { RatedData } from './rated.card.ts';

const usual: RatedData = {
  summary: 'Rated 83 of 100: it meets the bar',
  useId: 'use-1',
  title: 'Job description from intake notes',
  ...{ sign: '✓', resultStyle: 'good' },
  note: 'Ask somebody to look at it as well: two people see more than one.',
  hasSecond: true,
};

export const ratedSamples: Record<string, RatedData> = {
  usual,
  below: { ...usual, summary: 'Rated 50 of 100: below the bar', sign: '!', resultStyle: 'warning' },
  second: { ...usual, note: 'Thank you for the second look.', hasSecond: false, useId: '' },
  longest: { ...usual, title: filler(80) },
  rightToLeft: { ...usual, title: 'وصف وظيفي من ملاحظات المقابلة' },
};
