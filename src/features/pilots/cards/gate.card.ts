/** The gate of a pilot in chat: the rule for going on, item by item, and the three ways out. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './gate.card.json' with { type: 'json' };
import { gateSamples } from './gate.samples.ts';

export const gateData = z.object({
  summary: z.string(),
  pilotId: z.string(),
  heading: z.string(),
  hasProblem: z.boolean(),
  problemLine: z.string(),
  text: z.string(),
  /** Of the rule: as it should be, and not yet. */
  fine: z.array(z.object({ text: z.string() })),
  open: z.array(z.object({ text: z.string() })),
  canDecide: z.boolean(),
  /** Nothing of the rule is open. */
  canScale: z.boolean(),
  why: z.string(),
  lessons: z.string(),
  weeks: z.array(z.object({ title: z.string(), choiceId: z.string() })),
});

export const gateCard = card('pilotGate', template, gateData, gateSamples);
