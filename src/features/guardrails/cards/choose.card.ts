/** Asks for what a question left open: which tool, which kind of data. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './choose.card.json' with { type: 'json' };
import { chooseSamples } from './choose.samples.ts';

const choice = z.object({ title: z.string(), choiceId: z.string() });

export const chooseData = z.object({
  summary: z.string(),
  heading: z.string(),
  note: z.string(),
  toolId: z.string(),
  dataClassId: z.string(),
  tools: z.array(choice),
  classes: z.array(choice),
  /** The words may name a tool that is not on the list. */
  offersRequest: z.boolean(),
  askedTool: z.string(),
});

export const chooseCard = card('choose', template, chooseData, chooseSamples);
