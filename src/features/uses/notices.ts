/** How did it go? Asked once, after the usual time, of a run that nobody said anything of (product 8.6). */
import type { NoticeKind } from '../../core/notice.ts';
import { isoWeekOf } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import { howNotice, occurrenceOf } from './begin.ts';
import type { Desk } from './desk.ts';
import { openUses } from './documents.ts';
import { isFriday, mayAsk } from './friday-times.ts';
import { questionsOf } from './friday-view.ts';
import { questionsSent } from './questions.ts';
import { howItGoes } from './run-view.ts';

export const howItWent = (desk: Desk): NoticeKind => ({
  kind: howNotice,
  lane: 'news',
  recipients: async (_, { subject }) => [subject],
  card: async (turn, { occurrence }) => {
    const open = await openUses(desk, turn, turn.who.personId);
    const run = open.find(({ id }) => occurrenceOf(desk, id) === occurrence);
    return run && (await isWelcome(desk, turn)) ? howItGoes(desk, turn, run) : undefined;
  },
});

/** Not a second question of the day, and on a Friday not the one that would keep Friday's card from coming. */
async function isWelcome(desk: Desk, turn: Turn): Promise<boolean> {
  const { now, who } = turn;
  if (!mayAsk(await questionsSent(turn), now, who.zone)) return false;
  if (!isFriday(now, who.zone)) return true;
  const { counts, pulse } = await questionsOf(desk, turn, isoWeekOf(now));
  return counts.length === 0 && pulse === undefined;
}
