/** Faces of the card for the second signature. */
import type { z } from 'zod';
import { filler } from '../../../core/samples.ts';
import type { confirmData } from './confirm.card.ts';

type ConfirmData = z.input<typeof confirmData>;

const usual: ConfirmData = {
  summary: 'Start "Handover notes with AI"?',
  pilotId: 'pilot-1',
  signedAt: '2026-11-23T10:00:00.000Z',
  heading: 'Start "Handover notes with AI"?',
  hasProblem: false,
  problemLine: '',
  text: 'Sam Sample wants to start it. It begins when you confirm.',
  lines: [{ text: '6 people for 6 weeks' }, { text: 'Handover note' }, { text: '3 runs without AI' }],
};

export const confirmSamples: Record<string, ConfirmData> = {
  usual,
  inTheWay: { ...usual, hasProblem: true, problemLine: 'Handover note is on hold.' },
  longest: {
    ...usual,
    heading: filler(110),
    text: filler(400),
    lines: Array.from({ length: 12 }, () => ({ text: filler(200) })),
  },
  rightToLeft: { ...usual, heading: 'هل نبدأ؟', text: 'يريد سام أن يبدأ.' },
};
