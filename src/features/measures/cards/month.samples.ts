/** Faces of the month. */
import type { z } from 'zod';
import { filler } from '../../../core/samples.ts';
import type { monthData } from './month.card.ts';

type Data = z.input<typeof monthData>;

const usual: Data = {
  summary: 'Your month in figures',
  heading: 'Your month in figures',
  about: 'Everyone, 26 Oct 2026 to 22 Nov 2026',
  rows: [
    { title: 'People active in a week', isShown: true, value: '46%', note: 'of 12 people' },
    { title: 'Time change', isShown: true, value: '-18 minutes', note: '8 runs with AI' },
    { title: 'Pulse', isShown: false, value: '-', note: 'Fewer than 5 people so far.' },
  ],
  link: 'https://fieldbook.example.com/tab/measures',
};

export const monthSamples: Record<string, Data> = {
  usual,
  nothingYet: { ...usual, rows: usual.rows.map((row) => ({ ...row, isShown: false, value: '-' })) },
  longest: {
    ...usual,
    about: filler(120),
    rows: Array.from({ length: 12 }, () => ({
      ...{ title: filler(60), isShown: true, value: filler(60), note: filler(120) },
    })),
  },
  rightToLeft: {
    ...usual,
    about: 'الجميع',
    rows: [{ title: 'تغير الوقت', isShown: true, value: '-18', note: '8' }],
  },
};
