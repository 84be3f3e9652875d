/** What came of a session, for everybody of its community. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import { textLine } from '../../../core/lines.ts';
import template from './recap.card.json' with { type: 'json' };
import { recapSamples } from './recap.samples.ts';

const list = z.array(z.object({ text: z.string() }));

export const recapData = z.object({
  summary: z.string(),
  heading: z.string(),
  sessionId: z.string(),
  dateLine: z.string(),
  hasNote: z.boolean(),
  noteLine: z.string(),
  settled: list,
  tryIt: list,
  toDecide: list,
  steps: list,
  nextTime: list,
  hasNotes: z.boolean(),
  notes: z.array(textLine),
  hasHelped: z.boolean(),
  helpedLine: z.string(),
  /** Whoever has said it is not asked again. */
  canTell: z.boolean(),
});

export const recapCard = card('recap', template, recapData, recapSamples);
