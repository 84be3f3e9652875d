/** The decision about a tool that was asked for, and how it stands on the list. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './decide.card.json' with { type: 'json' };
import { decideSamples } from './decide.samples.ts';

const choices = z.array(z.object({ title: z.string(), choiceId: z.string() }));

export const decideData = z.object({
  summary: z.string(),
  requestId: z.string(),
  hasProblem: z.boolean(),
  problemLine: z.string(),
  toolName: z.string(),
  contextLine: z.string(),
  demandLine: z.string(),
  /** An HR lead signs as well, and this reader is none. */
  needsSecond: z.boolean(),
  ruling: z.string(),
  rulings: choices,
  why: z.string(),
  condition: z.string(),
  /** Unfolded, as something in there was filled in or needs a look. */
  showsMore: z.boolean(),
  dataClassId: z.string(),
  classes: choices,
  listName: z.string(),
  toolKind: z.string(),
  toolKinds: choices,
  accountKind: z.string(),
  accounts: choices,
});

export const decideCard = card('requestDecide', template, decideData, decideSamples);
