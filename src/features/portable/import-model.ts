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

export const importCounts = z.strictObject({ new: count, changed: count, same: count, busy: count, library: count });

export const playbookImport = z.strictObject({
  ...stamped,
  name: text(120),
  state: z.enum(['running', 'done']),
  /** Parts that were written, of those there are; the last one makes all of it count. */
  done: count,
  total: count.min(1),
  /** Parts whose scenarios bear no mark of it any more. */
  settled: count,
  counts: importCounts,
  lines: z.array(importLine).max(100),
  leftOut: count,
  finishedAt: instant.optional(),
});
export type PlaybookImport = z.infer<typeof playbookImport>;

const arriving = z.strictObject({
  ...{ scenarioId: ref, slug: z.string(), workflowId: ref, stepOrder: z.number(), contract: z.looseObject({}) },
});

/** One write: new scenarios, or at the end what is changed and what comes along. */
export const importPart = z.strictObject({
  importId: ref,
  fresh: z.array(arriving),
  changes: z.array(arriving),
  library: z.array(z.strictObject({ kind: z.string(), id: ref, body: z.looseObject({}) })),
});
export type ImportPart = z.infer<typeof importPart>;

export const partKind = 'playbookImportPart';
export const partId = (importId: string, at: number): string => `${importId}:${at}`;
