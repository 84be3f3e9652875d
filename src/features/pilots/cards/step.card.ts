/** What has happened to a pilot, for one of its people. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './step.card.json' with { type: 'json' };
import { stepSamples } from './step.samples.ts';

export const stepData = z.object({
  summary: z.string(),
  heading: z.string(),
  text: z.string(),
  lines: z.array(z.object({ text: z.string() })),
  /** The scenario to begin with; empty where there is none. */
  scenarioId: z.string(),
  canUse: z.boolean(),
  canShare: z.boolean(),
  /** The page of the pilot, for those who lead it. */
  hasPage: z.boolean(),
  pageUrl: z.string(),
  /** What was measured may be told as a win. */
  canTell: z.boolean(),
  winUrl: z.string(),
  /** A community for its people is to be made; `offer` says so. */
  canMeet: z.boolean(),
  offer: z.string(),
  communityUrl: z.string(),
});

export const stepCard = card('pilotStep', template, stepData, stepSamples);
