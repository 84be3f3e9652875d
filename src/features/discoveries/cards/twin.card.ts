/** What is there already and looks like it: add to that one, or share anyway. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import { textLine } from '../../../core/lines.ts';
import template from './twin.card.json' with { type: 'json' };
import { twinSamples } from './twin.samples.ts';

export const twinData = z.object({
  summary: z.string(),
  items: z.array(
    z.object({
      title: z.string(),
      text: z.string(),
      detailId: z.enum(['twin-0', 'twin-1', 'twin-2']),
      details: z.array(textLine),
      isDiscovery: z.boolean(),
      discoveryId: z.string(),
    }),
  ),
  kept: z.string(),
});
export type TwinData = z.input<typeof twinData>;

export const twinCard = card('discoveryTwin', template, twinData, twinSamples);
