/** One session before one person: everybody of its community sees it, and whoever said whether they come. */

import type { Card } from '../../core/card.ts';
import type { CommunityView } from '../../core/community.ts';
import type { Answer, Turn } from '../../core/turn.ts';
import type { Desk } from './desk.ts';
import { type Loaded, loadRsvp, loadSeries, loadSession, rsvpId } from './documents.ts';
import type { Rsvp, Series, Session } from './model.ts';

export interface Sight {
  readonly session: Loaded<Session>;
  readonly series: Loaded<Series>;
  readonly community: CommunityView;
  /** May run it: a host of the community or the series, or whoever hosts this one. */
  readonly isHost: boolean;
  readonly own: Loaded<Rsvp> | undefined;
}

/** Undefined for what this person may not see, as for what does not exist. */
export async function sightOf(desk: Desk, turn: Turn, sessionId: string): Promise<Sight | undefined> {
  const session = await loadSession(turn.store, sessionId);
  if (!session) return undefined;
  const { personId } = turn.who;
  const [series, own] = await Promise.all([
    loadSeries(turn.store, session.body.seriesId),
    loadRsvp(turn.store, rsvpId(desk.hash, sessionId, personId)),
  ]);
  const community = series && (await desk.communities.one(turn, series.body.communityId));
  if (!series || !community) return undefined;
  const isHost = mayRun(community, series.body, personId) || session.body.hostId === personId;
  return isHost || community.isMember || own ? { session, series, community, isHost, own } : undefined;
}

export const mayRun = ({ isHost }: CommunityView, { hostIds }: Series, personId: string): boolean =>
  isHost || hostIds.includes(personId);

/** The card of one person: in its place where their client can, before their eyes alone; else in their own chat. */
export function personal(turn: Turn, card: Card, note: string, size: 'small' | 'medium' = 'small'): Answer {
  const { surface, conversation } = turn.where;
  const isShared = conversation !== 'personal' && (surface === 'bot' || surface === 'card');
  if (!isShared) return { kind: 'form', title: card.summary, card, size };
  return { kind: 'personal', card, note, isInPlace: true };
}
