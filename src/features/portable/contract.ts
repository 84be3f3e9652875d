/** What the tab sends to exports and imports and gets from them. */
import { z } from 'zod';
import { text } from '../../core/fields.ts';

/** `GET /api/scenarios/:id/guide`: the answer is a file. */
export const guideQuery = z.strictObject({ as: z.enum(['pdf', 'docx', 'md']).default('pdf') });

/** `GET /api/playbook/export`: the answer is a file. */
export const exportQuery = z.strictObject({
  as: z.enum(['json', 'md', 'csv']).default('json'),
  /** With what is still being written: for those who lead. */
  drafts: z.enum(['true', 'false']).default('false'),
});

/** `POST /api/playbook/import`: for administrators. A dry run writes nothing and answers the same. */
export const importBody = z.strictObject({
  name: text(120),
  /** The bytes of a JSON or CSV file, as base64: at most 2 MB and 5,000 rows. */
  file: z.string(),
  /** For scenarios that name no workflow. */
  workflowId: z.string().max(100).optional(),
  dryRun: z.boolean(),
});
export type ImportBody = z.output<typeof importBody>;

const amount = z.number().int();

/** `GET /api/playbook/imports/:id` as well. */
export const importReply = z.strictObject({
  /** Empty after a dry run. */
  id: z.string(),
  state: z.enum(['planned', 'running', 'done']),
  /** Steps of the writing, for a bar. */
  done: amount,
  total: amount,
  counts: z.strictObject({
    ...{ new: amount, changed: amount, same: amount, busy: amount, library: amount },
    /** Decisions of others, for those who decide here. */
    proposed: amount,
  }),
  rows: amount,
  /** Decisions, rules and tools of the file that stay out. */
  leftOut: amount,
  /** Decisions and rules that are not here already, the first hundred: proposed, or why they stay out. */
  ruled: z.array(z.strictObject({ title: z.string(), outcome: z.enum(['proposed', 'left']), why: z.string() })),
  /** The first hundred. */
  items: z.array(
    z.strictObject({
      title: z.string(),
      slug: z.string(),
      /** `busy` = a draft of it is being written here, and stays. */
      outcome: z.enum(['new', 'changed', 'same', 'busy']),
      id: z.string(),
      /** What stands between the draft and a reviewer. */
      missing: z.array(z.string()),
    }),
  ),
  /** How many more there are. */
  more: amount,
});
export type ImportReply = z.infer<typeof importReply>;
