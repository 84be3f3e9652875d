/** Documents of an import: how far it is, and what waits to be written. */
import { z } from 'zod';
import { count, instant, ref, stamped, text } from '../../core/fields.ts';

const outcome = z.enum(['new', 'changed', 'same', 'busy']);

/** What became of a scenario of the file; of many, the first ones. */
export const importLine = z.strictObject({
  title: z.string(),
  slug: z.string(),
  outcome,
  id: z.string(),
  missing: z.array(z.string()),
});

/** What becomes of a decision or a rule, where it is not here already; of many, the first ones. */
export const ruledLine = z.strictObject({ title: z.string(), outcome: z.enum(['proposed', 'left']), why: z.string() });

export const importCounts = z.strictObject({
  new: count,
  changed: count,
  same: count,
  busy: count,
  library: count,
  /** Decisions that are proposed to those who decide. */
  proposed: count.default(0),
});

export const playbookImport = z.strictObject({
  ...stamped,
  name: text(120),
  /** Out of sight; what is new counts and the rest is being changed; all of it is here. */
  state: z.enum(['running', 'seen', 'done']),
  /** Parts that were written, of those there are. */
  done: count,
  total: count.min(1),
  /** The first ones are out of sight until the last of them is written; left out by older imports: all. */
  hidden: count.optional(),
  /** Of these, those whose documents bear no mark of it any more. */
  settled: count,
  counts: importCounts,
  lines: z.array(importLine).max(100),
  ruled: z.array(ruledLine).max(100).default([]),
  leftOut: count,
  finishedAt: instant.optional(),
});
export type PlaybookImport = z.infer<typeof playbookImport>;

const arriving = z.strictObject({
  ...{ scenarioId: ref, slug: z.string(), workflowId: ref, stepOrder: z.number(), contract: z.looseObject({}) },
});

/** One write, of one sort each: what comes along, new scenarios, next versions of what is here, or proposals. */
export const importPart = z.strictObject({
  importId: ref,
  fresh: z.array(arriving),
  changes: z.array(arriving),
  library: z.array(z.strictObject({ kind: z.string(), id: ref, body: z.looseObject({}) })),
  proposals: z.array(z.strictObject({ id: ref, body: z.looseObject({}) })).default([]),
});
export type ImportPart = z.infer<typeof importPart>;

export const hiddenOf = ({ hidden, total }: PlaybookImport): number => hidden ?? total;
/** Nothing of it waits any more. */
export const isOver = (doc: PlaybookImport): boolean => doc.state === 'done' && doc.settled >= hiddenOf(doc);

export const partKind = 'playbookImportPart';
export const partId = (importId: string, at: number): string => `${importId}:${at}`;
