/** What comes next after a success: one neighbour with the reason for it, or what became of such suggestions. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import { filler } from '../../../core/samples.ts';
import template from './next.card.json' with { type: 'json' };

const nextData = z.object({
  summary: z.string(),
  heading: z.string(),
  isOffer: z.boolean(),
  title: z.string(),
  scenarioId: z.string(),
  /** Why this one, or what was done. */
  text: z.string(),
  canTurnOn: z.boolean(),
});
export type NextData = z.input<typeof nextData>;

const heading = 'What comes next';
const usual: NextData = {
  ...{ summary: heading, heading, isOffer: true, title: 'Questions that test a report', scenarioId: 'scenario-10' },
  ...{ text: 'Step 3 of 5 in Routine reports.', canTurnOn: false },
};
const said = { isOffer: false, title: '', scenarioId: '' };

export const nextCard = card('next', template, nextData, {
  usual,
  never: { ...usual, ...said, text: 'Nothing is suggested to you any more.', canTurnOn: true },
  notThis: { ...usual, ...said, text: 'This one is not suggested again.' },
  longest: { ...usual, heading: filler(80), title: filler(80), text: filler(200) },
  rightToLeft: { ...usual, heading: 'ما التالي', title: 'أسئلة تختبر تقريرا', text: 'الخطوة 3 من 5' },
});
