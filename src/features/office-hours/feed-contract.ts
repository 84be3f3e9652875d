/** Calendar links as the tab asks for them. */
import { z } from 'zod';
import { askedRef } from '../../core/fields.ts';

/** Left out: the person's own sessions. */
export const feedBody = z.strictObject({ communityId: askedRef.optional() });

export const feedList = z.strictObject({
  items: z.array(
    z.strictObject({
      communityId: z.string().optional(),
      name: z.string(),
      createdAt: z.string(),
      /** The day it was last read; missing once it has ended. */
      usedOn: z.string().optional(),
    }),
  ),
});
export type FeedList = z.infer<typeof feedList>;

/** Said once: only its hash is kept. Below the address of the server. */
export const feedMade = z.strictObject({ path: z.string() });
export type FeedMade = z.infer<typeof feedMade>;

export const feedGone = z.strictObject({});
