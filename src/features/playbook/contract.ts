/** What the pages of the playbook send to it and get from it. */
import { z } from 'zod';

const named = z.strictObject({ id: z.string(), name: z.string() });
const stage = z.strictObject({ id: z.string(), word: z.string() });
const verdictName = z.enum(['allowed', 'withConditions', 'undecided', 'notAllowed']);

export const scenarioLine = z.strictObject({
  id: z.string(),
  title: z.string(),
  helpsYou: z.string(),
  forLine: z.string(),
  workflowId: z.string(),
  workflow: z.string(),
  stepOrder: z.number().int(),
  roleIds: z.array(z.string()),
  stage,
  /** The verdict of now for the tool to use first. */
  tool: z.strictObject({ id: z.string(), name: z.string(), verdict: verdictName, word: z.string() }),
  dataClassId: z.string(),
  dataClass: z.string(),
  /** That it is proven, or was in an earlier version; empty where neither. */
  badge: z.string(),
  isProven: z.boolean(),
  /** Other words that people look for it by. */
  tags: z.array(z.string()),
});
export type ScenarioLine = z.infer<typeof scenarioLine>;

export const scenarioList = z.strictObject({
  items: z.array(scenarioLine),
  /** Where this reader begins. */
  startId: z.string().optional(),
  /** The roles that the lines name. */
  roles: z.array(named),
});
export type ScenarioList = z.infer<typeof scenarioList>;

export const workflowLine = z.strictObject({
  id: z.string(),
  name: z.string(),
  problem: z.string(),
  department: z.string(),
  stage,
  steps: z.array(z.strictObject({ order: z.number().int(), title: z.string(), isAiStep: z.boolean() })),
  scenarioIds: z.array(z.string()),
  /** For those who may see what is prepared in it: `GET …/work` is theirs to read. */
  work: z.strictObject({ points: z.number().int().optional(), ownerId: z.string().optional() }).optional(),
});
export type WorkflowLine = z.infer<typeof workflowLine>;

/** `with=retired`: those as well, for whoever may take them up again. */
export const workflowQuery = z.strictObject({ with: z.literal('retired').optional() });
export const workflowList = z.strictObject({ items: z.array(workflowLine) });

/** `GET /api/workflows/:id`; names are missing where nobody is named. */
export const workflowReading = z.strictObject({
  ...workflowLine.omit({ scenarioIds: true, work: true }).shape,
  owner: z.string().optional(),
  hrLead: z.string().optional(),
  scenarios: z.array(scenarioLine),
});
export type WorkflowReading = z.infer<typeof workflowReading>;

const toolReading = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Decides the look; the sign and the word stand beside it. */
  verdict: verdictName,
  sign: z.string(),
  word: z.string(),
  reasons: z.array(z.string()),
  conditions: z.array(z.string()),
});
export type ToolReading = z.infer<typeof toolReading>;

const variableReading = z.strictObject({
  name: z.string(),
  label: z.string(),
  kind: z.enum(['shortText', 'longText', 'number', 'date', 'choice']),
  unit: z.string().optional(),
  choices: z.array(z.string()).optional(),
  required: z.boolean(),
  maxChars: z.number().int(),
  help: z.string().optional(),
  mayHoldPersonalData: z.boolean(),
  /** What stands in the field at first; empty = nothing. */
  start: z.string(),
  /** Invented, to try it with. */
  example: z.string(),
});
export type VariableReading = z.infer<typeof variableReading>;

const promptReading = z.strictObject({
  id: z.string(),
  purpose: z.enum(['draft', 'refine', 'check']),
  title: z.string(),
  /** With `{{name}}` where a variable goes. */
  text: z.string(),
  variables: z.array(variableReading),
});
export type PromptReading = z.infer<typeof promptReading>;

const lawNote = z.strictObject({
  place: z.string(),
  title: z.string(),
  status: z.string(),
  asOf: z.string(),
  sourceUrl: z.string().optional(),
});

const guardrailReading = z.strictObject({
  id: z.string(),
  name: z.string(),
  rule: z.string(),
  why: z.string(),
  do: z.array(z.string()),
  doNot: z.array(z.string()),
  /** For the HR lead and governance alone; never shown without the day and "confirm with counsel". */
  lawNotes: z.array(lawNote),
});
export type GuardrailReading = z.infer<typeof guardrailReading>;

const whole = z.strictObject({
  kind: z.literal('whole'),
  id: z.string(),
  title: z.string(),
  helpsYou: z.string(),
  problem: z.string(),
  task: z.string(),
  roles: z.array(z.string()),
  workflow: named,
  stage,
  step: z.strictObject({ order: z.number().int(), of: z.number().int(), title: z.string() }),
  /** Why it cannot be used for now; empty = it can. */
  hold: z.string(),
  /** Best first: the first one is to be used now. */
  tools: z.array(toolReading).min(1),
  alternative: z.string(),
  inputs: z.array(z.strictObject({ name: z.string(), where: z.string(), dataClass: z.string() })),
  dataClass: z.strictObject({ id: z.string(), name: z.string(), description: z.string() }),
  time: z.strictObject({ before: z.number(), after: z.number(), line: z.string() }),
  checkedLine: z.string(),
  whenToUse: z.array(z.string()),
  whenNotToUse: z.array(z.string()),
  prompts: z.array(promptReading),
  steps: z.array(z.strictObject({ text: z.string(), byHuman: z.boolean() })),
  good: z.strictObject({ text: z.string(), why: z.string() }),
  weak: z.strictObject({ text: z.string(), why: z.string() }).optional(),
  criteria: z.array(z.strictObject({ text: z.string(), isMust: z.boolean(), hint: z.string().optional() })),
  minScore: z.number().int(),
  guardrails: z.array(guardrailReading),
  humanCheck: z.strictObject({ who: z.string(), what: z.string(), signOff: z.string() }),
  guide: z.string(),
  video: z.strictObject({ url: z.string(), minutes: z.number().optional() }).optional(),
  courseUrl: z.string().optional(),
  next: z.array(z.strictObject({ id: z.string(), title: z.string(), helpsYou: z.string() })),
  owner: z.string().optional(),
  hrLead: z.string().optional(),
  foundBy: z.array(z.string()),
  /** Which version of its text is live. */
  edition: z.strictObject({ number: z.number().int(), publishedAt: z.string().optional(), note: z.string() }),
  /** The prompts may be filled in and taken along. */
  mayUse: z.boolean(),
  /** Rules to tick before the first use of this version. */
  confirms: z.array(z.string()),
  /** How the switch of the clock stands at first. */
  isTimed: z.boolean(),
  /** This reader may write its next version. */
  mayEdit: z.boolean(),
});
export type ScenarioWhole = z.infer<typeof whole>;

/** What a reader is told who may not see it: no title, only how far it is, or what to use instead. */
const neutral = z.strictObject({
  kind: z.literal('neutral'),
  heading: z.string(),
  text: z.string(),
  instead: z.strictObject({ id: z.string(), title: z.string() }).optional(),
});
export type ScenarioNeutral = z.infer<typeof neutral>;

/** `GET /api/scenarios/:id`. */
export const scenarioReading = z.discriminatedUnion('kind', [whole, neutral]);
export type ScenarioReading = z.infer<typeof scenarioReading>;

/** `POST /api/scenarios/:id/fill`: what is typed is checked, put in and forgotten. */
export const fillBody = z.strictObject({
  promptId: z.string().max(100),
  values: z.record(z.string().max(40), z.string().max(20_000)),
  toolId: z.string().max(100).optional(),
  confirmed: z.boolean().default(false),
  /** The way on from a warning. */
  go: z.enum(['mask', 'on']).optional(),
  /** Let the clock run; left out, it does for people in a pilot of the workflow. */
  isTimed: z.boolean().optional(),
});
export type FillBody = z.input<typeof fillBody>;

/** Fields that are wrong are refused as in every form, each by its path `values.<name>` or `confirmed`. */
export const fillReply = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('filled'),
    text: z.string(),
    /** What went in: masked where that was asked for. */
    values: z.record(z.string(), z.string()),
    /** "Open in tool", where that is set up and the text is short enough. */
    launchUrl: z.string().optional(),
    /** The run that this began, to be told how it went; missing with invented data. */
    useId: z.string().optional(),
  }),
  z.strictObject({
    kind: z.literal('warning'),
    heading: z.string(),
    intro: z.string(),
    findings: z.array(z.string()),
    tool: toolReading,
    alternative: z.string(),
    /** A rule that lets nobody go on; empty = one may. */
    stop: z.string(),
    mayMask: z.boolean(),
    goOn: z.string(),
  }),
]);
export type FillReply = z.infer<typeof fillReply>;
