/** The reader of the tab, as its pages know them. */
import { z } from 'zod';
import { grantNames } from './person.ts';

export const me = z.strictObject({
  id: z.string(),
  name: z.string(),
  roles: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  grants: z.array(
    z.strictObject({
      grant: z.enum(grantNames),
      departmentId: z.string().optional(),
      department: z.string().optional(),
    }),
  ),
  /** BCP 47 and IANA: the person's own choice, else what their host says. */
  locale: z.string(),
  zone: z.string(),
  /** True while the store holds the example playbook. */
  isExample: z.boolean(),
  /** Something to decide may fall to them: the menu lists that page. */
  hasWork: z.boolean(),
  /** Nothing has begun here yet, and this reader may change that: the tab opens on the set-up. */
  isUnset: z.boolean(),
});
export type Me = z.infer<typeof me>;
