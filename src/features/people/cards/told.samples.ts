/** Faces of one plain thing said. */
import type { z } from 'zod';
import { filler } from '../../../core/samples.ts';
import type { toldData } from './told.card.ts';

type Data = z.input<typeof toldData>;

const usual: Data = {
  summary: 'Who may do what',
  heading: 'Who may do what',
  text: 'Sam Sample now acts as manager in HR.',
  hasNote: true,
  note: 'It holds from their next message on.',
};

export const toldSamples: Record<string, Data> = {
  usual,
  empty: { ...usual, hasNote: false, note: '' },
  longest: { ...usual, text: filler(600), note: filler(300) },
  rightToLeft: { ...usual, text: 'سام مدير الآن في الموارد البشرية.', hasNote: false, note: '' },
};
