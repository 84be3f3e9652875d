/** Faces of a list of flags. */
import type { z } from 'zod';
import { filler } from '../../../core/samples.ts';
import type { queueData } from './queue.card.ts';

type Data = z.input<typeof queueData>;
const one = {
  flagId: 'f1',
  title: 'May I sum up a team call?',
  text: 'Waiting to be looked at · Thu 26 Nov, 17:00 (London)',
};
const usual: Data = {
  summary: 'To answer',
  heading: 'To answer',
  hasNote: false,
  note: '',
  items: [one, { ...one, flagId: 'f2' }],
};

export const queueSamples: Record<string, Data> = {
  usual,
  empty: { ...usual, hasNote: true, note: 'Nothing is waiting for you.', items: [] },
  longest: {
    ...usual,
    items: Array.from({ length: 10 }, (_, n) => ({ flagId: `f${n}`, title: filler(120), text: filler(120) })),
  },
  rightToLeft: { ...usual, items: [{ ...one, title: 'هل يمكنني تلخيص مكالمة الفريق؟' }] },
};
