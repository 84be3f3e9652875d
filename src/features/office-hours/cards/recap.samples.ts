/** Faces of a recap. */
import type { z } from 'zod';
import { filler, lines } from '../../../core/samples.ts';
import type { recapData } from './recap.card.ts';

type RecapData = z.input<typeof recapData>;

const usual: RecapData = {
  summary: 'Recap: Recruiting with AI',
  heading: 'Recap: Recruiting with AI',
  sessionId: 'session-1',
  dateLine: 'On 26 Nov 2026 · 9 people were there',
  hasNote: false,
  noteLine: '',
  settled: lines('How do you check a summary of interview notes?'),
  tryIt: lines('Notes to tasks'),
  toDecide: lines('May we paste customer names into the new assistant?'),
  steps: lines('Write the guide (Sam Sample, 10 Dec 2026)'),
  nextTime: lines('Search strings for technicians'),
  hasNotes: true,
  notes: [{ text: 'We compared two ways to check a summary.', spacing: 'Small' }],
  hasHelped: false,
  helpedLine: '',
  canTell: true,
};

export const recapSamples: Record<string, RecapData> = {
  usual,
  short: { ...usual, tryIt: [], toDecide: [], steps: [], nextTime: [], hasNotes: false, notes: [] },
  answered: {
    ...usual,
    hasNote: true,
    noteLine: 'Thank you.',
    hasHelped: true,
    helpedLine: 'It helped 6 of 7 people.',
    canTell: false,
  },
  longest: {
    ...usual,
    settled: lines(...Array.from({ length: 10 }, () => filler(120))),
    tryIt: lines(...Array.from({ length: 10 }, () => filler(120))),
    steps: lines(filler(400), filler(400), filler(400)),
    nextTime: lines(...Array.from({ length: 20 }, () => filler(120))),
    notes: [{ text: filler(8_000), spacing: 'Small' }],
  },
  rightToLeft: { ...usual, settled: lines('كيف نراجع الملخص؟') },
};
