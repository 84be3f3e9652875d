/** What a channel's page asks and gets. */
import { z } from 'zod';

/** Ids with commas between them; left out, all. */
export const communityQuery = z.strictObject({ departments: z.string().max(2_000).optional() });

const department = z.strictObject({ id: z.string(), name: z.string() });

export const communityView = z.strictObject({
  /** Those that the page is about; none is everybody. */
  departments: z.array(department),
  discoveries: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      text: z.string(),
      about: z.string(),
      createdAt: z.string(),
    }),
  ),
  decisions: z.array(
    z.strictObject({
      id: z.string(),
      question: z.string(),
      answer: z.string(),
      why: z.string(),
      conditions: z.array(z.string()),
      decidedAt: z.string(),
    }),
  ),
});
export type CommunityView = z.infer<typeof communityView>;

export const departmentList = z.strictObject({ items: z.array(department) });
export type DepartmentList = z.infer<typeof departmentList>;
