/** What the tab sends about people and their rights, and gets of them. */
import { z } from 'zod';
import { workLine } from '../../core/work-item.ts';

export const peopleQuery = z.strictObject({ q: z.string().max(100).optional() });
export const peopleList = z.strictObject({ items: z.array(workLine) });

/** What people are made, in the order of the form; `projectOwner` is two rights in one chair (product 11, L4). */
export const chairs = ['curator', 'manager', 'projectOwner', 'hrLead', 'governance', 'admin', 'owner'] as const;
export const grantBody = z.strictObject({ chair: z.enum(chairs), departmentId: z.string().max(100).optional() });
export const forgetReply = z.strictObject({ goes: z.array(z.string()), stays: z.array(z.string()), note: z.string() });

/** `manager/<department>`, or the right alone where it holds everywhere. */
export const revokeBody = z.strictObject({ right: z.string().max(140) });
export const nameBody = z.strictObject({ id: z.string().max(60), name: z.string().max(500) });
