/** Faces of the gate. */
import type { z } from 'zod';
import { filler } from '../../../core/samples.ts';
import type { gateData } from './gate.card.ts';

type GateData = z.input<typeof gateData>;

const usual: GateData = {
  summary: 'How does "Handover notes with AI" go on?',
  pilotId: 'pilot-1',
  heading: 'How does "Handover notes with AI" go on?',
  hasProblem: false,
  problemLine: '',
  text: 'Its six weeks are over. One of you says what comes next, the other confirms. Until then people keep what they have.',
  fine: [{ text: 'All of it is live' }],
  open: [{ text: 'Handover note is past its check.' }],
  canDecide: true,
  canScale: false,
  why: '',
  lessons: '',
  weeks: [
    { title: '1 more week', choiceId: '1' },
    { title: '2 more weeks', choiceId: '2' },
  ],
};

export const gateSamples: Record<string, GateData> = {
  usual,
  fine: { ...usual, canScale: true, open: [] },
  problem: {
    ...usual,
    hasProblem: true,
    problemLine: 'Say what the choice rests on.',
    why: '',
    lessons: 'Short notes.',
  },
  forAdmins: { ...usual, canDecide: false },
  longest: {
    ...usual,
    ...{ heading: filler(110), text: filler(300), why: filler(800), lessons: filler(800) },
    open: Array.from({ length: 8 }, () => ({ text: filler(200) })),
  },
  rightToLeft: { ...usual, heading: 'كيف نتابع؟', text: 'انتهت الأسابيع الستة.' },
};
