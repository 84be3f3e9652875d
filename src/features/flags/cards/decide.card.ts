/** A governance call: the ruling and why; its scope is what the flag was about. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './decide.card.json' with { type: 'json' };
import { decideSamples } from './decide.samples.ts';

export const decideData = z.object({
  summary: z.string(),
  flagId: z.string(),
  hasProblem: z.boolean(),
  problemLine: z.string(),
  question: z.string(),
  contextLine: z.string(),
  /** How many people wait for the same. */
  peopleLine: z.string(),
  ruling: z.string(),
  rulings: z.array(z.object({ title: z.string(), choiceId: z.string() })),
  why: z.string(),
  condition: z.string(),
  aboutPeople: z.enum(['true', 'false']),
  /** About people an HR lead signs as well, and this reader is none. */
  needsSecond: z.boolean(),
});

export const decideCard = card('flagDecide', template, decideData, decideSamples);
