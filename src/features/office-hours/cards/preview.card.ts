/** What will be posted and on which dates, before anything is. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './preview.card.json' with { type: 'json' };
import { previewSamples } from './preview.samples.ts';

const line = z.object({ text: z.string() });

export const previewData = z.object({
  summary: z.string(),
  heading: z.string(),
  problems: z.array(line),
  title: z.string(),
  facts: z.array(line),
  /** The next five, in the zones of the community and of the host. */
  dates: z.array(line),
  /** Where the clocks change on one of them. */
  clocks: z.array(line),
  /** Of a series that is there already. */
  changes: z.array(line),
  postLine: z.string(),
  goTitle: z.string(),
  /** The form, as JSON. */
  kept: z.string(),
});
export type PreviewData = z.input<typeof previewData>;

export const previewCard = card('planPreview', template, previewData, previewSamples);
