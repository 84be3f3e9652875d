/** Documents of the rules: data classes, tools and their rules, decisions, guardrails (product 4.1 to 4.3). */
import { z } from 'zod';
import { count, date, instant, ref, slug, stamped, text, url } from '../../core/fields.ts';

export const verdicts = ['allowed', 'withConditions', 'undecided', 'notAllowed'] as const;
/** The computed answer to "can I use"; listed from mild to severe. */
export const verdict = z.enum(verdicts);
export type Verdict = z.infer<typeof verdict>;

export const dataClass = z.strictObject({
  ...stamped,
  slug,
  name: text(40),
  description: text(240),
  rank: count,
  examples: z.array(text(80)).min(2).max(10),
  aliases: z.array(text(40)).max(30),
});
export type DataClass = z.infer<typeof dataClass>;

export const toolRule = z.strictObject({
  dataClassId: ref,
  verdict,
  conditions: z.array(text(160)).max(5),
  reason: text(240).optional(),
  decisionId: ref.optional(),
  decidedBy: ref.optional(),
  decidedAt: instant.optional(),
  reviewDue: date.optional(),
});
export type ToolRule = z.infer<typeof toolRule>;

export const tool = z.strictObject({
  ...stamped,
  slug,
  name: text(80),
  vendor: text(60),
  aliases: z.array(text(40)).max(20),
  kind: z.enum(['assistant', 'meetingNotes', 'insideOtherSystem', 'imageMaker', 'transcription', 'code', 'other']),
  accountKind: z.enum(['work', 'personal', 'none']),
  status: z.enum(['active', 'blocked', 'retired']),
  statusReason: text(240).optional(),
  ownerId: ref.optional(),
  reviewDue: date,
  alternatives: z.array(ref).max(5),
  launchUrlTemplate: url.optional(),
  launchEnabled: z.boolean(),
  maxPromptChars: count.optional(),
  rules: z.array(toolRule).max(30),
});
export type Tool = z.infer<typeof tool>;

/** Kinds of likely personal or secret data that the local check can find (product 7.3). */
export const findingKinds = [
  'email',
  'phone',
  'cardNumber',
  'bankNumber',
  'nationalId',
  'birthDate',
  'pay',
  'health',
  'secret',
] as const;
export const findingKind = z.enum(findingKinds);
export type FindingKind = z.infer<typeof findingKind>;

/** A watch item about law: never shown without its date and the marker "confirm with counsel". */
export const lawNote = z.strictObject({
  place: text(60),
  title: text(80),
  status: text(240),
  asOf: date,
  effectiveFrom: date.optional(),
  sourceUrl: url.optional(),
  confirmWithCounsel: z.literal(true),
});

export const guardrail = z.strictObject({
  ...stamped,
  slug,
  name: text(60),
  rule: text(160),
  why: text(240),
  do: z.array(text(160)).min(1).max(6),
  doNot: z.array(text(160)).min(1).max(6),
  level: z.enum(['remind', 'confirm', 'stop']),
  ownerId: ref.optional(),
  reviewDue: date,
  state: z.enum(['active', 'retired']),
  appliesTo: z.strictObject({
    all: z.boolean(),
    departmentIds: z.array(ref),
    workflowIds: z.array(ref),
    dataClassIds: z.array(ref),
    toolIds: z.array(ref),
    findings: z.array(findingKind),
  }),
  lawNotes: z.array(lawNote).max(20),
});
export type Guardrail = z.infer<typeof guardrail>;

/** What changed in a tool, and the scenarios that went to a check because of it. */
export const toolChange = z.strictObject({
  ...stamped,
  toolId: ref,
  title: text(80),
  what: text(600),
  kind: z.enum(['newFeature', 'changedBehaviour', 'terms', 'dataHandling', 'outage', 'removed']),
  happenedOn: date,
  sourceUrl: url.optional(),
  needsCheck: z.boolean(),
  affectedScenarioIds: z.array(ref),
  /** Missing while scenarios are still to be sent to a check. */
  fannedOutAt: instant.optional(),
});
export type ToolChange = z.infer<typeof toolChange>;

export const decision = z.strictObject({
  ...stamped,
  slug: slug.optional(),
  question: text(240),
  answer: z.enum(['yes', 'yesWithConditions', 'no', 'notYet']).optional(),
  text: text(800).optional(),
  why: text(600),
  conditions: z.array(text(160)).max(5),
  aboutPeople: z.boolean(),
  scope: z.strictObject({
    toolIds: z.array(ref),
    dataClassIds: z.array(ref),
    workflowIds: z.array(ref),
    departmentIds: z.array(ref),
    roleIds: z.array(ref),
  }),
  state: z.enum(['template', 'proposed', 'active', 'replaced', 'retired']),
  replacesId: ref.optional(),
  fromFlagIds: z.array(ref),
  fromRequestId: ref.optional(),
  decidedBy: z.array(ref),
  decidedAt: instant.optional(),
  reviewDue: date.optional(),
  effects: z.array(
    z.strictObject({
      kind: z.enum(['toolRule', 'scenarioCheck', 'guardrail']),
      refId: ref,
      before: z.string(),
      after: z.string(),
    }),
  ),
  /** For templates: the choices with their consequence, and who should be in the room. */
  options: z.array(z.strictObject({ title: text(120), consequence: text(240) })).max(6),
  people: z.array(text(60)).max(6),
  reviewDays: count.optional(),
});
export type Decision = z.infer<typeof decision>;
