/** A person's own settings as a form of the tab: `GET` and `PATCH /api/me/settings`; and their data as a file: `GET /api/me/data`. */
import { z } from 'zod';
import { actionField } from '../../core/work-item.ts';

/** Each field with its value; sent back by name, those that change. */
export const settingsReply = z.strictObject({
  fields: z.array(actionField),
  note: z.string(),
  version: z.string().optional(),
});
export type SettingsReply = z.infer<typeof settingsReply>;

const named = { kind: z.string(), id: z.string() };

export const myData = z.strictObject({
  madeAt: z.string(),
  /** What is not in the file, and why. */
  note: z.string(),
  /** Theirs alone. */
  own: z.array(z.strictObject({ ...named, body: z.unknown() })),
  /** What they asked, shared or wrote, as they wrote it. */
  written: z.array(z.strictObject({ ...named, body: z.unknown() })),
  /** Where else their id stands: what others wrote there is not theirs to take. */
  named: z.array(z.strictObject({ ...named, fields: z.array(z.string()) })),
  /** There is more than one file takes. */
  isCut: z.boolean(),
});
export type MyData = z.infer<typeof myData>;
