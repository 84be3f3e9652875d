/** One series, for those who run it. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './host-series.card.json' with { type: 'json' };
import { hostSeriesSamples } from './host-series.samples.ts';

const line = z.object({ text: z.string() });

export const hostSeriesData = z.object({
  summary: z.string(),
  heading: z.string(),
  hasNote: z.boolean(),
  noteLine: z.string(),
  facts: z.array(line),
  dates: z.array(line),
  clocks: z.array(line),
  seriesId: z.string(),
  /** Changed, paused, or a date of it skipped. */
  canChange: z.boolean(),
  canResume: z.boolean(),
  canEnd: z.boolean(),
  /** The meeting is still to be made in Teams. */
  hasMeeting: z.boolean(),
  meetingUrl: z.string(),
});
export type HostSeriesData = z.input<typeof hostSeriesData>;

export const hostSeriesCard = card('hostSeries', template, hostSeriesData, hostSeriesSamples);
