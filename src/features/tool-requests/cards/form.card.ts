/** Which tool, for what, with which data; three more questions are folded. */
import { z } from 'zod';
import { card } from '../../../core/card.ts';
import template from './form.card.json' with { type: 'json' };
import { formSamples } from './form.samples.ts';

const choices = z.array(z.object({ title: z.string(), choiceId: z.string() }));

export const formData = z.object({
  summary: z.string(),
  hasProblem: z.boolean(),
  problemLine: z.string(),
  /** What can be used meanwhile, where the data is known. */
  lines: z.array(z.object({ text: z.string() })),
  toolName: z.string(),
  need: z.string(),
  dataClassId: z.string(),
  classes: choices,
  alreadyUsing: z.enum(['true', 'false']),
  /** Unfolded, as something in there was filled in or needs a look. */
  showsMore: z.boolean(),
  outputAffects: z.string(),
  affected: choices,
  reversible: z.string(),
  undo: choices,
  accountKind: z.string(),
  accounts: choices,
});

export const formCard = card('requestForm', template, formData, formSamples);
