/** When a discovery is due, and how long its author is waited for (product 6.3, 7.6). */
import { afterWorkingDays } from '../../core/working-time.ts';

const triageDays = 5;
const replyDays = 14;

/** Five working days from when it was shared. */
export const triageDue = (now: Date, zone: string): string => afterWorkingDays(now, triageDays, zone).toISOString();

/** When a question to the author counts as not answered. */
export const replyDue = (askedAt: string): Date => new Date(Date.parse(askedAt) + replyDays * 86_400_000);
