/** Faces of being forgotten. */
import type { z } from 'zod';
import { filler } from '../../../core/samples.ts';
import type { forgetData } from './forget.card.ts';

type Data = z.input<typeof forgetData>;

const usual: Data = {
  summary: 'Delete what I know about you',
  heading: 'Delete what I know about you',
  hasNote: false,
  note: '',
  isAsked: true,
  goes: [{ text: 'Your role and your settings' }, { text: 'The address of our chat' }],
  stays: [{ text: 'Questions you asked, without your name' }],
};

export const forgetSamples: Record<string, Data> = {
  usual,
  empty: { ...usual, goes: [], stays: [] },
  done: { ...usual, hasNote: true, note: 'Done. Nothing here names you any more.', isAsked: false },
  longest: {
    ...usual,
    hasNote: true,
    note: filler(300),
    goes: Array.from({ length: 6 }, () => ({ text: filler(160) })),
    stays: Array.from({ length: 6 }, () => ({ text: filler(160) })),
  },
  rightToLeft: { ...usual, goes: [{ text: 'دورك وإعداداتك' }], stays: [{ text: 'أسئلتك بدون اسمك' }] },
};
