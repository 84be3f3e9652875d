/** What stands in the lists of a file, as far as it is read again: by a table, a text, or an import. */
import { z } from 'zod';

const names = z.array(z.string()).default([]);
const text = z.string().default('');

export const scenarioPart = z.looseObject({
  ...{ workflowId: text, stepOrder: z.number().default(1), title: text, helpsYou: text, problem: text, task: text },
  ...{ roleIds: names, language: text, tags: names, whenToUse: names, whenNotToUse: names, dataClassId: text },
  ...{ toolIds: names, guardrailIds: names },
  inputs: z.array(z.looseObject({ name: text, where: text, dataClassId: text })).default([]),
  prompts: z
    .array(
      z.looseObject({
        ...{ purpose: text, title: text, text },
        variables: z.array(z.looseObject({ name: text, label: text })).default([]),
      }),
    )
    .default([]),
  steps: z.array(z.looseObject({ text, byHuman: z.boolean().default(false) })).default([]),
  goodExample: z.looseObject({ text, whyGood: text }).default({ text: '', whyGood: '' }),
  criteria: z.array(z.looseObject({ text, kind: text })).default([]),
  humanCheck: z.looseObject({ who: text, what: text }).default({ who: '', what: '' }),
  time: z.looseObject({ beforeMinutes: z.number().optional(), afterMinutes: z.number().optional() }).default({}),
});
export type ScenarioPart = z.output<typeof scenarioPart>;

export const decisionPart = z.looseObject({
  ...{ isInForce: z.boolean().default(true), question: text, answer: text, text, why: text, conditions: names },
  ...{ scope: z.record(z.string(), names).default({}), reviewDue: text },
});

export const guardrailPart = z.looseObject({
  ...{ name: text, rule: text, why: text, do: names, doNot: names, reviewDue: text },
});

export const toolPart = z.looseObject({
  name: text,
  rules: z
    .array(z.looseObject({ dataClassId: text, verdict: text, conditions: names, reason: text, reviewDue: text }))
    .default([]),
});

export const namedPart = z.looseObject({
  ...{ name: text, problem: text },
  steps: z.array(z.looseObject({ order: z.number().default(0) })).default([]),
});
