/** What the About page shows: what is stored and why, and for an administrator whether the installation is set up well. */
import { z } from 'zod';

export const aboutReply = z.strictObject({
  version: z.string(),
  where: z.string(),
  stored: z.array(z.strictObject({ what: z.string(), why: z.string(), until: z.string() })),
  notStored: z.string(),
  whoSees: z.string(),
  /** The page has the checks as well. */
  mayCheck: z.boolean(),
});
export type AboutReply = z.infer<typeof aboutReply>;

export const checkReply = z.strictObject({
  items: z.array(z.strictObject({ state: z.enum(['ok', 'warning', 'problem']), text: z.string() })),
});
export type CheckReply = z.infer<typeof checkReply>;
