/** Faces of the card that asks for a part of the set-up. */
import type { z } from 'zod';
import { filler } from '../../../core/samples.ts';
import type { confirmData } from './confirm.card.ts';

type ConfirmData = z.input<typeof confirmData>;

const usual: ConfirmData = {
  summary: 'May these tools be used?',
  part: 'tools',
  version: '4',
  heading: 'May these tools be used?',
  hasProblem: false,
  problemLine: '',
  text: 'Sam Sample has prepared the set-up of Fieldbook. This part is yours to confirm.',
  lines: [
    { text: 'Tools: Microsoft 365 Copilot, Copilot Chat' },
    { text: 'Internal: Allowed. Our agreement with the maker covers it.' },
  ],
};

export const confirmSamples: Record<string, ConfirmData> = {
  usual,
  pilot: {
    ...usual,
    heading: 'Publish it and ask the people?',
    part: 'pilot',
    lines: [{ text: 'Workflow: Job descriptions, HR' }, { text: 'People who are asked: 6' }],
  },
  inTheWay: { ...usual, hasProblem: true, problemLine: 'Name another reviewer.' },
  longest: {
    ...usual,
    heading: filler(110),
    text: filler(400),
    lines: Array.from({ length: 12 }, () => ({ text: filler(240) })),
  },
  rightToLeft: { ...usual, heading: 'هل نبدأ؟', text: 'أعدّ سام هذا الجزء.' },
};
