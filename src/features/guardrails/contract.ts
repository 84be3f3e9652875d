/** What the tab sends to the rules and gets from them: the matrix, the answer to "can I use", decisions, guardrails, changes of tools. */
import { z } from 'zod';
import { askedRef, date, text, url } from '../../core/fields.ts';
import { tone } from '../../core/work-item.ts';

export const verdictWords = ['allowed', 'withConditions', 'undecided', 'notAllowed'] as const;
export const toolKinds = [
  'assistant',
  'meetingNotes',
  'insideOtherSystem',
  'imageMaker',
  'transcription',
  'code',
  'other',
] as const;
export const accountKinds = ['work', 'personal', 'none'] as const;
export const changeKinds = ['newFeature', 'changedBehaviour', 'terms', 'dataHandling', 'outage', 'removed'] as const;

/** How a verdict looks: its sign and word stand beside the colour. */
const look = { verdict: z.enum(verdictWords), sign: z.string(), word: z.string(), tone };
const named = z.strictObject({ id: z.string(), name: z.string() });
const decisionRef = z.strictObject({ id: z.string(), question: z.string() });

export const cell = z.strictObject({
  dataClassId: z.string(),
  ...look,
  reasons: z.array(z.string()),
  conditions: z.array(z.string()),
  /** The best other tool for this data, where this one may not see it freely. */
  alternativeLine: z.string(),
  /** Names; empty where nobody has decided, or nobody we know. */
  decidedBy: z.string(),
  decidedAt: z.string().optional(),
  reviewDue: z.string().optional(),
  isDue: z.boolean(),
  decisions: z.array(decisionRef),
});
export type Cell = z.infer<typeof cell>;

export const toolRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  vendor: z.string(),
  kind: z.enum(toolKinds),
  kindWord: z.string(),
  account: z.enum(accountKinds),
  accountWord: z.string(),
  status: z.strictObject({ id: z.enum(['active', 'blocked', 'retired']), word: z.string(), reason: z.string(), tone }),
  owner: z.string(),
  reviewDue: z.string(),
  alternatives: z.array(named),
  /** One for each class, in the order of the classes. */
  cells: z.array(cell),
});
export type ToolRow = z.infer<typeof toolRow>;

export const dataClassLine = z.strictObject({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  examples: z.array(z.string()),
});
export type DataClassLine = z.infer<typeof dataClassLine>;

export const toolsReply = z.strictObject({
  classes: z.array(dataClassLine),
  items: z.array(toolRow),
  canEdit: z.boolean(),
});
export type ToolsReply = z.infer<typeof toolsReply>;

export const changeLine = z.strictObject({
  id: z.string(),
  toolId: z.string(),
  tool: z.string(),
  title: z.string(),
  what: z.string(),
  kind: z.enum(changeKinds),
  kindWord: z.string(),
  happenedOn: z.string(),
  sourceUrl: z.string().optional(),
  needsCheck: z.boolean(),
  /** Scenarios that went to a check, and those of them that still wait for it. */
  affected: z.number().int(),
  waiting: z.number().int(),
  isFannedOut: z.boolean(),
});
export type ChangeLine = z.infer<typeof changeLine>;
export const changeList = z.strictObject({ items: z.array(changeLine) });

export const toolDetail = z.strictObject({
  ...toolRow.shape,
  aliases: z.array(z.string()),
  launchUrlTemplate: z.string().optional(),
  launchEnabled: z.boolean(),
  maxPromptChars: z.number().int().optional(),
  classes: z.array(dataClassLine),
  /** The cells as they were decided, before decisions about one department or role. */
  rules: z.array(
    z.strictObject({
      dataClassId: z.string(),
      verdict: z.enum(verdictWords),
      conditions: z.array(z.string()),
      reason: z.string(),
    }),
  ),
  changes: z.array(changeLine),
  canEdit: z.boolean(),
  /** This reader's last change of a cell, as long as it can be taken back. */
  undo: z.strictObject({ label: z.string(), until: z.string() }).optional(),
});
export type ToolDetail = z.infer<typeof toolDetail>;

/** `q` = free words; else a tool and a class of the lists (`unknown` = "I don't know"), perhaps for a scenario. */
export const verdictQuery = z.strictObject({
  q: z.string().max(400).optional(),
  tool: z.string().max(100).optional(),
  dataClass: z.string().max(100).optional(),
  scenario: z.string().max(100).optional(),
});

export const answer = z.strictObject({
  toolId: z.string(),
  /** Empty for a tool that is not on the list. */
  tool: z.string(),
  dataClassId: z.string(),
  dataClass: z.string(),
  ...look,
  title: z.string(),
  forLine: z.string(),
  reasons: z.array(z.string()),
  conditions: z.array(z.string()),
  alternativeLine: z.string(),
  alternativeId: z.string().optional(),
  fineLine: z.string(),
  decidedLine: z.string(),
  decisions: z.array(decisionRef),
  offersFlag: z.boolean(),
  /** The tool is not on the list: it can be asked for. */
  offersRequest: z.boolean(),
  askedTool: z.string(),
});
export type VerdictAnswerLine = z.infer<typeof answer>;

export const verdictReply = z.strictObject({
  heading: z.string(),
  /** What to do where nothing, or too much, was understood. */
  note: z.string(),
  answers: z.array(answer),
});
export type VerdictReply = z.infer<typeof verdictReply>;

const toolFields = {
  name: text(80),
  vendor: text(60),
  kind: z.enum(toolKinds),
  account: z.enum(accountKinds),
  aliases: z.array(text(40)).max(20),
  alternatives: z.array(askedRef).max(5),
};
export const toolBody = z.strictObject({
  ...toolFields,
  vendor: toolFields.vendor.optional(),
  aliases: toolFields.aliases.optional(),
  alternatives: toolFields.alternatives.optional(),
});
export const toolPatch = z
  .strictObject({
    ...toolFields,
    reviewDue: date,
    /** The person who patches becomes its owner. */
    owner: z.literal('me'),
    /** Holds `{prompt}`; null takes it away. */
    launchUrlTemplate: url.nullable(),
    launchEnabled: z.boolean(),
    maxPromptChars: z.number().int().min(1).max(1_000_000).nullable(),
  })
  .partial();

export const ruleBody = z.strictObject({
  dataClassId: askedRef,
  verdict: z.enum(verdictWords),
  conditions: z.array(text(160)).max(5),
  reason: text(240),
});
export type RuleBody = z.infer<typeof ruleBody>;

export const statusBody = z.strictObject({ reason: text(240), replacementId: askedRef.optional() });

export const changeBody = z.strictObject({
  toolId: askedRef,
  title: text(80),
  what: text(600),
  kind: z.enum(changeKinds),
  happenedOn: date,
  sourceUrl: url.optional(),
  needsCheck: z.boolean(),
});
export type ChangeBody = z.infer<typeof changeBody>;
