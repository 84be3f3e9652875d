/** What the review list takes and gives, and the views of it that a person saved. */
import { z } from 'zod';
import { queueFilter, workLine } from '../../core/work-item.ts';

export const reviewQuery = queueFilter.extend({ kind: z.string().max(40).optional() });
export const reviewList = z.strictObject({ items: z.array(workLine) });

export const snoozeBody = z.strictObject({ kind: z.string().max(40), id: z.string().max(200) });
export const snoozed = z.strictObject({ title: z.string() });

/** The head of the list for whoever leads. */
export const weekHead = z.strictObject({ isLead: z.boolean(), first: z.string(), lines: z.array(z.string()) });
export type WeekHead = z.infer<typeof weekHead>;

const days = z.number().int().min(60).max(90);
/** Days until something is looked at again; what is left out stays. */
export const periodsBody = z.strictObject({ pilot: days, proven: days, rules: days }).partial();
