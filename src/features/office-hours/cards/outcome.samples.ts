/** Faces of a next step. */
import type { z } from 'zod';
import { filler } from '../../../core/samples.ts';
import type { outcomeData } from './outcome.card.ts';

type OutcomeData = z.input<typeof outcomeData>;

const usual: OutcomeData = {
  summary: 'Next step from Recruiting with AI',
  outcomeId: 'outcome-3',
  text: 'Write the guide.',
  statusLine: 'Next step · Open · until 10 Dec 2026',
  hasNote: false,
  noteLine: '',
  isOpen: true,
};

export const outcomeSamples: Record<string, OutcomeData> = {
  usual,
  done: { ...usual, statusLine: 'Next step · Done', hasNote: true, noteLine: 'Done. Thank you.', isOpen: false },
  longest: { ...usual, text: filler(400) },
  rightToLeft: { ...usual, text: 'اكتب الدليل.' },
};
