/** Faces of the card for words in which we know neither tool nor data. */
import type { z } from 'zod';
import { filler } from '../../../core/samples.ts';
import type { nothingData } from './nothing.card.ts';

type Data = z.input<typeof nothingData>;

const usual: Data = {
  summary: 'I found no tool and no kind of data in "notebot"',
  note: 'I found no tool and no kind of data in "notebot". Try "copilot with cv".',
  question: 'notebot',
  askedTool: 'notebot',
};

export const nothingSamples: Record<string, Data> = {
  usual,
  longest: { ...usual, note: filler(400), question: filler(200), askedTool: filler(200) },
  rightToLeft: { ...usual, note: 'لم أجد أداة', question: 'مدون', askedTool: 'مدون' },
};
