/** The scenario contract: what one role does in one task with AI (product 4.2). A published version never changes. */
import { z } from 'zod';
import { count, instant, lang, md, minutes, percent, ref, stamped, text, url } from '../../core/fields.ts';

export const variable = z.strictObject({
  /** Never the name of something that every object has, such as `constructor`. */
  name: z
    .string()
    .regex(/^[a-z][a-zA-Z0-9]{0,39}$/)
    .refine((name) => !(name in {}), { error: 'another name, this one has a meaning of its own' }),
  label: text(60),
  kind: z.enum(['shortText', 'longText', 'number', 'date', 'choice']),
  unit: text(20).optional(),
  choices: z.array(text(60)).min(2).max(10).optional(),
  required: z.boolean(),
  example: text(200),
  maxChars: count.default(2000),
  mayHoldPersonalData: z.boolean(),
  help: text(160).optional(),
  preset: text(2000).optional(),
  sameChat: z.boolean().optional(),
});
export type Variable = z.infer<typeof variable>;

export const prompt = z.strictObject({
  id: ref,
  purpose: z.enum(['draft', 'refine', 'check']),
  title: text(60),
  text: text(6000),
  variables: z.array(variable).max(12),
});
export type Prompt = z.infer<typeof prompt>;

/** A yes/no question that a second person can answer about the output. */
export const criterion = z.strictObject({
  id: ref,
  text: text(140),
  kind: z.enum(['must', 'should']),
  hint: text(200).optional(),
});
export type Criterion = z.infer<typeof criterion>;

export const scenarioInput = z.strictObject({ name: text(60), where: text(120), dataClassId: ref });
export const step = z.strictObject({ text: text(160), byHuman: z.boolean() });
export const goodExample = z.strictObject({
  text: md(4000),
  whyGood: text(400),
  source: z.enum(['written', 'discovery', 'use']),
  anonymised: z.literal(true),
});

/** The contract without its place in the store: what people write, import and edit. */
export const scenarioContract = z.strictObject({
  title: text(80),
  helpsYou: text(120),
  problem: text(240),
  task: text(240),
  roleIds: z.array(ref).min(1).max(5),
  language: lang,
  tags: z.array(text(30)).max(10),
  whenToUse: z.array(text(160)).min(1).max(5),
  whenNotToUse: z.array(text(160)).min(1).max(5),
  inputs: z.array(scenarioInput).min(1).max(8),
  dataClassId: ref,
  toolIds: z.array(ref).min(1).max(4),
  prompts: z.array(prompt).min(2).max(6),
  steps: z.array(step).min(3).max(6),
  goodExample,
  weakExample: z.strictObject({ text: md(2000), why: text(400) }).optional(),
  criteria: z.array(criterion).min(3).max(6),
  bar: z.strictObject({ minScore: percent }),
  guardrailIds: z.array(ref).min(1).max(8),
  decisionIds: z.array(ref).max(8),
  humanCheck: z.strictObject({ who: text(80), what: text(240), signOffRoleId: ref }),
  time: z.strictObject({
    beforeMinutes: minutes,
    afterMinutes: minutes,
    source: z.enum(['assumption', 'measured']),
    n: count,
  }),
  walkthrough: z
    .strictObject({
      videoUrl: url.optional(),
      videoMinutes: z.number().min(0.5).max(5).optional(),
      guide: md(3000).optional(),
    })
    .refine((w) => w.videoUrl !== undefined || w.guide !== undefined, { error: 'a video or a guide' }),
  packId: ref.optional(),
  nextIds: z.array(ref).max(4),
  courseUrl: url.optional(),
});
export type ScenarioContract = z.infer<typeof scenarioContract>;

export const scenarioVersion = scenarioContract.extend({
  ...stamped,
  scenarioId: ref,
  version: count.min(1),
  changeNote: text(240).optional(),
  answersFeedback: z.array(ref).max(20),
  publishedAt: instant.optional(),
  /** Who approved it: not who wrote it. */
  publishedBy: ref.optional(),
});
export type ScenarioVersion = z.infer<typeof scenarioVersion>;
