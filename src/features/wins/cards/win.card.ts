/** A win as others read it: on its card in a channel, and where its link is pasted. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import { textLine } from '../../../core/lines.ts';
import template from './win.card.json' with { type: 'json' };
import { winSamples } from './win.samples.ts';

export const winData = z.object({
  summary: z.string(),
  winId: z.string(),
  scenarioId: z.string(),
  title: z.string(),
  /** False: what it is about is not open to everyone, or it was taken back; then only `title` and `note` are shown. */
  isOpen: z.boolean(),
  hasNote: z.boolean(),
  note: z.string(),
  minutes: z.string(),
  basis: z.string(),
  story: z.array(textLine),
  hasBy: z.boolean(),
  by: z.string(),
  hasAsks: z.boolean(),
  asks: z.string(),
});
export type WinData = z.input<typeof winData>;

export const winCard = card('win', template, winData, winSamples);
