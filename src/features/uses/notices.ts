/** How did it go? Asked once, after the usual time, of a run that nobody said anything of (product 8.6). */
import type { NoticeKind } from '../../core/notice.ts';
import { howNotice, occurrenceOf } from './begin.ts';
import type { Desk } from './desk.ts';
import { openUses } from './documents.ts';
import { howItGoes } from './run-view.ts';

export const howItWent = (desk: Desk): NoticeKind => ({
  kind: howNotice,
  lane: 'news',
  recipients: async (_, { subject }) => [subject],
  card: async (turn, { occurrence }) => {
    const open = await openUses(desk, turn, turn.who.personId);
    const run = open.find(({ id }) => occurrenceOf(desk, id) === occurrence);
    return run && howItGoes(desk, turn, run);
  },
});
