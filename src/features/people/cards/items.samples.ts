/** Faces of a list of things. */
import type { z } from 'zod';
import { filler } from '../../../core/samples.ts';
import type { itemsData } from './items.card.ts';

type Data = z.input<typeof itemsData>;
const one = {
  itemKind: 'flag',
  itemId: 'f1',
  title: 'May I sum up a team call?',
  text: 'Question · Waiting to be looked at · due Thu 26 Nov, 17:00 (London)',
};
const usual: Data = {
  summary: 'To answer',
  heading: 'To answer',
  hasNote: false,
  note: '',
  items: [one, { ...one, itemId: 'f2' }],
};

export const itemsSamples: Record<string, Data> = {
  usual,
  empty: { ...usual, hasNote: true, note: 'Nothing is waiting for you.', items: [] },
  longest: {
    ...usual,
    items: Array.from({ length: 10 }, (_, n) => ({
      itemKind: 'flag',
      itemId: `f${n}`,
      title: filler(120),
      text: filler(120),
    })),
  },
  rightToLeft: { ...usual, items: [{ ...one, title: 'هل يمكنني تلخيص مكالمة الفريق؟' }] },
};
