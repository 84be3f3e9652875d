/** What the review list takes and gives, and the views of it that a person saved. */
import { z } from 'zod';
import { queueFilter, workLine } from '../../core/work-item.ts';

export const reviewQuery = queueFilter.extend({ kind: z.string().max(40).optional() });
export const reviewList = z.strictObject({ items: z.array(workLine) });
