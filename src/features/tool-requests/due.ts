/** When a request is due (product 7.6). */
import { afterWorkingDays } from '../../core/working-time.ts';
import type { Lane } from './model.ts';

export const laneDays: Readonly<Record<Lane, number>> = { fast: 2, review: 5, restricted: 10 };

export const dueAt = (now: Date, lane: Lane, zone: string): string =>
  afterWorkingDays(now, laneDays[lane], zone).toISOString();
