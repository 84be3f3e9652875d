/** The card of a session in its channels: what everyone there may see, brought up to date in place; and its link, unfolded. */
import type { CommunityView } from '../../core/community.ts';
import type { WriteOperation } from '../../core/documents.ts';
import { leastReader } from '../../core/least-reader.ts';
import { type PostKind, postOperations, repostOperation } from '../../core/post.ts';
import type { Answer, Turn } from '../../core/turn.ts';
import { sessionCard } from './cards/session.card.ts';
import type { Desk } from './desk.ts';
import { loadSeries, loadSession } from './documents.ts';
import { sessionPost } from './rsvp-promote.ts';
import { dataOf, neutralData } from './session-view.ts';

export const sessionPosts = (desk: Desk): PostKind => ({
  kind: sessionPost,
  card: async (turn, id) => {
    const look = await lookFor(desk, turn, id);
    return look && sessionCard.render(await dataOf(desk, turn, look), turn.words, 'message');
  },
});

async function lookFor(desk: Desk, turn: Turn, id: string) {
  const session = await loadSession(turn.store, id);
  const series = session && (await loadSeries(turn.store, session.body.seriesId));
  const community = series && (await desk.communities.one(turn, series.body.communityId));
  return session && series && community && { session, series, community, isPost: true };
}

/** One card in each channel of the community, for the batch that makes the session or opens its agenda; there already, it is brought up to date. */
export function postSession(
  { now }: Pick<Turn, 'now'>,
  id: string,
  { addresses, language }: Pick<CommunityView, 'addresses' | 'language'>,
): WriteOperation[] {
  const places = addresses.flatMap((address) =>
    postOperations({ now, words: { language } }, sessionPost, id, address).slice(0, 1),
  );
  return places.length === 0 ? [] : [...places, repostOperation(now, sessionPost, id)];
}

/** `/o/<id>` pasted in a chat: only what everybody there may see. */
export async function unfold(desk: Desk, turn: Turn, id: string): Promise<Answer> {
  const look = await lookFor(desk, leastReader(turn), id);
  if (!look) return { kind: 'silent' };
  const data = look.community.isMember ? await dataOf(desk, turn, look) : neutralData(turn);
  const card = sessionCard.render(data, turn.words, 'anywhere');
  return { kind: 'link', result: { title: card.summary, text: data.whenLine, card } };
}
