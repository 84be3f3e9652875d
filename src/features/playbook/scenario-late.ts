/** Sixty days past its check only a direct link shows a scenario: its owner and HR lead are told, once for each date (product 7.2). */
import type { Card } from '../../core/card.ts';
import type { WriteOperation } from '../../core/documents.ts';
import { type NoticeKind, noticeOperation } from '../../core/notice.ts';
import { readableDate } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import type { LifeDesk } from './life-desk.ts';
import { before } from './scenario-before.ts';
import { isLive } from './scenario-rules.ts';
import type { Scene } from './view.ts';
import { isLinkOnly } from './visibility.ts';

const kind = 'scenarioLate';

/** Named by the date: planned again and again it is one message. */
export const lateOperations = ({ book, now }: Scene): WriteOperation[] =>
  [...book.entries.values()]
    .filter((entry) => isLive(entry.head) && entry.workflow.stage !== 'retired' && isLinkOnly(entry, now))
    .map(({ id, head }) =>
      noticeOperation(now, { kind, subject: id, isUrgent: true, occurrence: head.reviewDue ?? '' }),
    );

export const lateNotice = (desk: LifeDesk): NoticeKind => ({
  kind,
  lane: 'work',
  async recipients(turn, { subject }) {
    const at = await before(desk, turn, subject);
    if (!at) return [];
    const { ownerId = at.loaded.head.ownerId, hrLeadId, departmentId } = at.workflow;
    const owners = ownerId ? [ownerId] : await desk.life.holders(turn, ['owner'], departmentId);
    const leads = hrLeadId ? [hrLeadId] : await desk.life.holders(turn, ['hrLead'], departmentId);
    return [...new Set([...owners, ...leads])];
  },
  card: (turn, { subject, occurrence }) => lateCard(desk, turn, subject, occurrence),
});

/** Nothing where it was looked at meanwhile. */
async function lateCard(desk: LifeDesk, turn: Turn, subject: string, due: string): Promise<Card | undefined> {
  const at = await before(desk, turn, subject);
  if (!at?.actor.isReader || !isLive(at.loaded.head) || at.loaded.head.reviewDue !== due) return undefined;
  const { words } = turn;
  const title = at.loaded.live?.text.title ?? words('edit.untitled');
  return desk.life.noteCard(turn, {
    heading: words('edit.news.heading', { title }),
    text: words('edit.news.late', { date: readableDate(due, words.language) }),
  });
}
