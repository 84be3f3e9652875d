/** What became of suggestions after a person pressed: said, and taken back in one press. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import { filler } from '../../../core/samples.ts';
import template from './next.card.json' with { type: 'json' };

const data = z.object({ summary: z.string(), heading: z.string(), text: z.string(), canTurnOn: z.boolean() });

const heading = 'What comes next';

export const nextCard = card('next', template, data, {
  usual: { summary: heading, heading, text: 'Nothing is suggested to you any more.', canTurnOn: true },
  notThis: { summary: heading, heading, text: 'This one is not suggested again.', canTurnOn: false },
  longest: { summary: heading, heading: filler(80), text: filler(200), canTurnOn: true },
  rightToLeft: { summary: 'ما التالي', heading: 'ما التالي', text: 'لن يقترح عليك شيء.', canTurnOn: true },
});
