/** Faces of the prompt that is ready to copy. */
import type { z } from 'zod';
import { filler } from '../../../core/samples.ts';
import type { doneData } from './done.card.ts';

type DoneData = z.input<typeof doneData>;

const text = `Job and reader
Write a short notice for the early shift of Larkmoor Supplies. The reader has two minutes before the shift starts.

Facts
The dock of hall 2 is closed on Tuesday from 6 am to 10 am. Returns go to hall 3.

Rules
- Use only the facts above.
- If something is not in the facts, write 'not given' and ask me.`;

const usual: DoneData = {
  summary: 'Your prompt is ready',
  scenarioId: 'scenario-1',
  title: 'Shift notice from facts',
  verdictShort: 'Allowed: Copilot Chat with Public data',
  text,
  hasCheck: true,
  check: 'Check the draft above. List each sentence that says more than the facts, and what the reader may misread.',
  canLaunch: false,
  launchUrl: 'https://example.com/',
  canSay: true,
  useId: 'use-1',
};

export const doneSamples: Record<string, DoneData> = {
  usual,
  withExample: { ...usual, hasCheck: false, check: '', canSay: false, useId: '' },
  longest: {
    ...usual,
    title: filler(80),
    text: filler(9000),
    check: filler(4000),
    canLaunch: true,
    launchUrl: `https://chat.example.com/?q=${encodeURIComponent(filler(1500))}`,
  },
  rightToLeft: {
    ...usual,
    title: 'وصف وظيفي من ملاحظات المقابلة',
    text: 'اكتب مسودة قصيرة من الملاحظات التالية.\nلا تضف شيئا من عندك.',
  },
};

export const promptText = text;
