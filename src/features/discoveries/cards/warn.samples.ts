/** Faces of the warning before sharing. */
import type { z } from 'zod';
import { lines } from '../../../core/samples.ts';
import type { warnData } from './warn.card.ts';

type WarnData = z.input<typeof warnData>;

const usual: WarnData = {
  summary: 'Some of this looks like personal data',
  problems: [],
  findings: lines('E-mail address in "What you did" (1)'),
  isSure: 'false',
  kept: '{"what":"Write to someone@larkmoor.test"}',
};

export const warnSamples: Record<string, WarnData> = {
  usual,
  longest: {
    ...usual,
    problems: lines('Please tick that nothing of it is real, or take it out.'),
    findings: lines(
      'E-mail address in "What you did" (3)',
      'Phone number in "What you did" (2)',
      'Bank account number in "Prompt" (1)',
      'Pay in "An example of what came out" (4)',
    ),
    isSure: 'true',
  },
  rightToLeft: { ...usual, findings: lines('عنوان بريد إلكتروني (1)') },
};
