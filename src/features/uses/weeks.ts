/** For how long a question of a week is answered: in it, and in the one after. Pure. */
import { isoWeekOf } from '../../core/time.ts';

const weekMs = 7 * 86_400_000;

export const isAskable = (week: string, now: Date): boolean =>
  week === isoWeekOf(now) || week === isoWeekOf(new Date(now.getTime() - weekMs));
