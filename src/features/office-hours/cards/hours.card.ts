/** The sessions that lie ahead; for a host also what they run. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './hours.card.json' with { type: 'json' };
import { hoursSamples } from './hours.samples.ts';

const row = { title: z.string(), text: z.string() };

export const hoursData = z.object({
  summary: z.string(),
  heading: z.string(),
  hasNote: z.boolean(),
  noteLine: z.string(),
  sessions: z.array(z.object({ sessionId: z.string(), ...row })).max(10),
  /** Sessions and series that this reader hosts. */
  runs: z.array(z.object({ sessionId: z.string(), ...row })).max(10),
  series: z.array(z.object({ seriesId: z.string(), ...row })).max(10),
  canStart: z.boolean(),
  startTitle: z.string(),
  canHost: z.boolean(),
});
export type HoursData = z.input<typeof hoursData>;

export const hoursCard = card('hours', template, hoursData, hoursSamples);
