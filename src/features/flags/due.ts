/** When a flag is due (product 7.6). */
import { afterWorkingDays, afterWorkingHours } from '../../core/working-time.ts';
import type { Flag } from './model.ts';

/** Working hours until a flag must be answered. */
const hours: Record<Flag['urgency'], number> = { mistakeHappened: 4, today: 8, normal: 24 };

export const dueAt = (now: Date, urgency: Flag['urgency'], zone: string): Date =>
  afterWorkingHours(now, hours[urgency], zone);

/** Five working days from the pass. */
export const passedDue = (now: Date, zone: string): string => afterWorkingDays(now, 5, zone).toISOString();

export const reopenedDue = (now: Date, urgency: Flag['urgency'], zone: string): string =>
  dueAt(now, urgency, zone).toISOString();
