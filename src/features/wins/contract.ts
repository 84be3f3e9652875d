/** What the tab sends about wins and gets of them. */
import { z } from 'zod';

const id = z.string().max(100);

export const winQuery = z.strictObject({ scenarioId: id.optional() });

export const winView = z.strictObject({
  id: z.string(),
  scenarioId: z.string(),
  title: z.string(),
  story: z.string(),
  /** Before and after, and what that rests on, in the reader's words. */
  minutes: z.string(),
  basis: z.string(),
  by: z.string(),
  asks: z.number().int(),
  state: z.string(),
  createdAt: z.string(),
});
export type WinView = z.infer<typeof winView>;

export const winList = z.strictObject({ items: z.array(winView) });

/** Whether this reader may write a win of this scenario, and if not yet, what is missing. */
export const winStart = z.strictObject({
  ...{ mayWrite: z.boolean(), minutes: z.string(), missing: z.string() },
  /** A first sentence with what was measured, to be written on. */
  story: z.string(),
});
export type WinStart = z.infer<typeof winStart>;

const story = z.string().max(20_000);
export const winBody = z.strictObject({ scenarioId: id, story });
export const storyBody = z.strictObject({ story });
/** Left out, it is shared in the playbook alone. */
export const shareBody = z.strictObject({ communityId: id.optional() });
