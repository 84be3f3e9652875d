/** One card a day that stands for many messages: what waits for somebody, or what became of their own things (product 11, L7). */
import type { ItemSource } from '../../core/items.ts';
import type { Notice, NoticeKind } from '../../core/notice.ts';
import type { Turn } from '../../core/turn.ts';
import { itemsList, newestOwn, waiting } from './items.ts';

/** Their pace was kept when they were planned, so no switch holds them back a second time. */
export const dayNotices = (
  sources: readonly ItemSource[],
  weekStands: (turn: Turn) => Promise<boolean>,
): NoticeKind[] => [
  {
    kind: 'day',
    lane: 'always',
    recipients: itself,
    // On a Monday the card of the week says the same and more.
    card: async (turn) => ((await weekStands(turn)) ? undefined : workCard(sources, turn)),
  },
  { kind: 'dayMine', lane: 'always', recipients: itself, card: (turn) => ownCard(sources, turn) },
];

const itself = async (_: Turn, { subject }: Notice): Promise<readonly string[]> => [subject];

/** Only when there is something. */
async function workCard(sources: readonly ItemSource[], turn: Turn) {
  const lines = (await waiting(sources, turn)) ?? [];
  return lines.length === 0 ? undefined : itemsList(turn, lines, { heading: turn.words('items.day'), none: '' });
}

async function ownCard(sources: readonly ItemSource[], turn: Turn) {
  const lines = await newestOwn(sources, turn);
  return lines.length === 0 ? undefined : itemsList(turn, lines, { heading: turn.words('items.news'), none: '' });
}
