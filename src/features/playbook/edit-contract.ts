/** What the editing form and the version pages send to the playbook and get from it. */
import { z } from 'zod';
import { cleanText } from '../../core/text.ts';
import { itemAction } from '../../core/work-item.ts';

/** Typed so far: may be empty, or longer than may go live; the list of what is missing says so. */
const typed = z.string().max(20_000).transform(cleanText);
const orBlank = typed.default('');
const id = z.string().max(100);
const ids = z.array(id).max(20);
const lines = z.array(typed).max(20);
const amount = z.number().min(0).max(100_000);
const draftVariable = z.strictObject({
  name: orBlank,
  label: orBlank,
  kind: z.enum(['shortText', 'longText', 'number', 'date', 'choice']).default('longText'),
  unit: typed.optional(),
  choices: lines.optional(),
  required: z.boolean().default(true),
  example: orBlank,
  maxChars: z.number().int().min(0).max(100_000).default(2000),
  mayHoldPersonalData: z.boolean().default(true),
  help: typed.optional(),
  preset: typed.optional(),
  sameChat: z.boolean().optional(),
});

const draftPrompt = z.strictObject({
  /** Made up by the form for a new one; stays the same from version to version. */
  id,
  purpose: z.enum(['draft', 'refine', 'check']),
  title: orBlank,
  text: orBlank,
  variables: z.array(draftVariable).max(20).default([]),
});

/**
 * The contract of product 4.2 while it is written: every field may be missing, and an empty text, list or id counts as
 * missing. So an optional field is taken away by sending it empty. Limits are in `missing`, never in the way of saving.
 */
export const draftContract = z.strictObject({
  title: typed.optional(),
  helpsYou: typed.optional(),
  problem: typed.optional(),
  task: typed.optional(),
  roleIds: ids.optional(),
  language: z.string().max(35).optional(),
  tags: lines.optional(),
  whenToUse: lines.optional(),
  whenNotToUse: lines.optional(),
  inputs: z
    .array(z.strictObject({ name: orBlank, where: orBlank, dataClassId: id.default('') }))
    .max(20)
    .optional(),
  /** The strictest class that may go in. */
  dataClassId: id.optional(),
  /** Best first. */
  toolIds: ids.optional(),
  prompts: z.array(draftPrompt).max(10).optional(),
  steps: z
    .array(z.strictObject({ text: orBlank, byHuman: z.boolean() }))
    .max(20)
    .optional(),
  goodExample: z
    .strictObject({
      text: orBlank,
      whyGood: orBlank,
      source: z.enum(['written', 'discovery', 'use']).default('written'),
      /** The tick: no real case. */
      anonymised: z.boolean().default(false),
    })
    .optional(),
  weakExample: z.strictObject({ text: orBlank, why: orBlank }).optional(),
  criteria: z
    .array(z.strictObject({ id, text: orBlank, kind: z.enum(['must', 'should']), hint: typed.optional() }))
    .max(20)
    .optional(),
  bar: z.strictObject({ minScore: amount }).optional(),
  /** Picked by hand; those that apply by themselves stand in `guardrails` of the reply. */
  guardrailIds: ids.optional(),
  decisionIds: ids.optional(),
  humanCheck: z.strictObject({ who: orBlank, what: orBlank, signOffRoleId: id.default('') }).optional(),
  time: z
    .strictObject({
      beforeMinutes: amount.optional(),
      afterMinutes: amount.optional(),
      source: z.enum(['assumption', 'measured']).default('assumption'),
      n: z.number().int().min(0).default(0),
    })
    .optional(),
  walkthrough: z
    .strictObject({ videoUrl: typed.optional(), videoMinutes: amount.optional(), guide: typed.optional() })
    .optional(),
  packId: id.optional(),
  nextIds: ids.optional(),
  courseUrl: typed.optional(),
});
export type DraftContract = z.infer<typeof draftContract>;

/** `PATCH /api/scenarios/:id/draft`: each field named replaces the draft's, the others stay. */
export const draftPatch = z.strictObject({
  contract: draftContract.optional(),
  changeNote: typed.optional(),
  stepOrder: z.number().int().min(1).max(12).optional(),
  /** Owners only. */
  ownerId: id.optional(),
  reviewerId: id.optional(),
});
export type DraftPatch = z.input<typeof draftPatch>;

/** `POST /api/scenarios`: the reply is a `scenarioEdit`. */
export const newScenario = z.strictObject({
  title: z.string().transform(cleanText).pipe(z.string().min(1).max(80)),
  workflowId: id,
  roleId: id,
  /** Which step of the workflow; left out, the first one with AI. */
  stepOrder: z.number().int().min(1).max(12).optional(),
  /** A scenario that is live, to begin from a copy of. */
  copyOf: id.optional(),
});
export type NewScenario = z.input<typeof newScenario>;

const option = z.strictObject({ id: z.string(), title: z.string(), text: z.string().optional() });
const workflowOption = z.strictObject({
  id: z.string(),
  name: z.string(),
  department: z.string(),
  steps: z.array(z.strictObject({ order: z.number().int(), title: z.string(), isAiStep: z.boolean() })),
});

/** `GET /api/scenario-options`: what a new scenario may begin with; refused to who may write none. */
export const scenarioOptions = z.strictObject({
  workflows: z.array(workflowOption),
  roles: z.array(option),
  /** Live ones to copy. */
  scenarios: z.array(option),
});
export type ScenarioOptions = z.infer<typeof scenarioOptions>;

/** `path` is a path of the draft, such as `prompts.0.text`, or `changeNote`, `ownerId`, `reviewerId`. */
export const missingField = z.strictObject({ path: z.string(), error: z.string(), message: z.string() });
export type MissingField = z.infer<typeof missingField>;

const person = z.strictObject({ id: z.string(), name: z.string() });

export const guardrailLine = z.strictObject({
  id: z.string(),
  name: z.string(),
  rule: z.string(),
  /** Attached by its own rule: it cannot be taken off. */
  isAutomatic: z.boolean(),
});

export const differenceLine = z.strictObject({
  path: z.string(),
  /** The field in the reader's words. */
  label: z.string(),
  kind: z.enum(['added', 'removed', 'changed']),
  /** Empty where there is nothing. */
  before: z.string(),
  after: z.string(),
});
export type DifferenceLine = z.infer<typeof differenceLine>;

/** `GET /api/scenarios/:id/edit`. Without a draft it is the live text, to look at: `actions` then offers `startEdit`. */
export const scenarioEdit = z.strictObject({
  id: z.string(),
  /** Of the draft; empty while there is none. */
  title: z.string(),
  state: z.strictObject({
    id: z.enum(['draft', 'inReview', 'published', 'dueForReview', 'retired']),
    word: z.string(),
  }),
  /** Missing without a draft. */
  draft: z
    .strictObject({ version: z.number().int(), state: z.enum(['draft', 'inReview']), savedAt: z.string() })
    .optional(),
  liveVersion: z.number().int().optional(),
  /** This reader may save the draft now. */
  mayEdit: z.boolean(),
  /** This reader may name owner and reviewer. */
  mayName: z.boolean(),
  workflow: workflowOption,
  stepOrder: z.number().int(),
  contract: draftContract,
  changeNote: z.string(),
  owner: person.optional(),
  reviewer: person.optional(),
  /** All that stands between the draft and going live. */
  missing: z.array(missingField),
  /** What the last reviewer wrote, field by field. */
  sentBack: z
    .strictObject({
      reason: z.string(),
      by: z.string(),
      at: z.string(),
      fields: z.array(z.strictObject({ path: z.string(), text: z.string() })),
    })
    .optional(),
  guardrails: z.array(guardrailLine),
  options: z.strictObject({
    roles: z.array(option),
    tools: z.array(option),
    dataClasses: z.array(option),
    guardrails: z.array(option),
    packs: z.array(option),
    /** Live scenarios that may come next. */
    scenarios: z.array(option),
    owners: z.array(person),
    reviewers: z.array(person),
  }),
  /** What changes when the draft goes live; empty for a first version. */
  difference: z.array(differenceLine),
  /** `publish` is submit and approve in one press; each is sent as `POST /api/scenarios/:id/<event>`. */
  actions: z.array(itemAction),
});
export type ScenarioEdit = z.infer<typeof scenarioEdit>;

/** The reply to a saved draft; its `version` is the one to save with next. */
export const draftSaved = z.strictObject({
  savedAt: z.string(),
  missing: z.array(missingField),
  guardrails: z.array(guardrailLine),
  actions: z.array(itemAction),
});
export type DraftSaved = z.infer<typeof draftSaved>;

export const versionLine = z.strictObject({
  version: z.number().int(),
  state: z.strictObject({ id: z.enum(['draft', 'inReview', 'live', 'earlier']), word: z.string() }),
  at: z.string(),
  writtenBy: z.string(),
  /** Empty for a draft. */
  publishedBy: z.string(),
  changeNote: z.string(),
});
export type VersionLine = z.infer<typeof versionLine>;

/** `GET /api/scenarios/:id/versions`, the newest first. */
export const versionList = z.strictObject({ title: z.string(), items: z.array(versionLine) });

/** `GET /api/scenarios/:id/versions/:version`, compared with `?against=<version>`, else with the live one. */
export const versionDetail = z.strictObject({
  line: versionLine,
  contract: draftContract,
  against: z.strictObject({ line: versionLine, contract: draftContract }).optional(),
  /** From `against` to this one. */
  difference: z.array(differenceLine),
});
export type VersionDetail = z.infer<typeof versionDetail>;
