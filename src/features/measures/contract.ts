/** What the page of measures asks and gets: groups only, figures with what they rest on, or why there is none. */
import { z } from 'zod';
import { askedRef } from '../../core/fields.ts';

export const viewQuery = z.strictObject({
  range: z.enum(['4', '8', '12', 'pilot']).default('4'),
  departmentId: askedRef.optional(),
  workflowId: askedRef.optional(),
  pilotId: askedRef.optional(),
});
export type ViewQuery = z.infer<typeof viewQuery>;

const lineShown = z.strictObject({
  label: z.string(),
  /** As it is read; empty where it is hidden. */
  value: z.string(),
  /** Of a share: how long its bar is. */
  share: z.number().min(0).max(100).optional(),
  /** What it rests on; empty where nothing is counted. */
  nLine: z.string(),
  /** Why it is hidden, and what is missing. */
  reason: z.string(),
});
export type LineShown = z.infer<typeof lineShown>;

export const measureShown = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** Opens the page; the others stand under More. */
  isMain: z.boolean(),
  lines: z.array(lineShown),
  /** It is divided by a guess; empty where not. */
  estimate: z.string(),
  how: z.string(),
});
export type MeasureShown = z.infer<typeof measureShown>;

const choice = z.strictObject({ id: z.string(), name: z.string() });

export const measuresReply = z.strictObject({
  /** What is shown: what was asked for, else what this reader may see. */
  view: viewQuery,
  /** The weeks and whose they are, in words. */
  about: z.string(),
  /** The whole tenant may be read, not only parts of it. */
  mayAll: z.boolean(),
  departments: z.array(choice),
  workflows: z.array(choice.extend({ departmentId: z.string() })),
  pilots: z.array(choice),
  /** Empty where a pilot is to be chosen first. */
  measures: z.array(measureShown),
});
export type MeasuresReply = z.infer<typeof measuresReply>;

export const exportReply = z.strictObject({ name: z.string(), text: z.string() });

/** What the gate of a pilot freezes. */
export const evidence = z.strictObject({ about: z.string(), measures: z.array(measureShown) });
export type Evidence = z.infer<typeof evidence>;
