/** Who acts before the office hours of one community: what they see, and what they may do there (product 2). */
import type { CommunityView } from '../../core/community.ts';
import { holds } from '../../core/person.ts';
import type { Turn } from '../../core/turn.ts';
import type { Desk } from './desk.ts';

export interface Actor {
  readonly personId: string;
  readonly isHost: boolean;
  readonly isAdmin: boolean;
  readonly isSystem: boolean;
  /** What somebody may not see answers like what does not exist. */
  readonly sees: boolean;
}

export interface Access {
  readonly community: CommunityView;
  readonly actor: Actor;
}

/** Undefined for a community that is not there. */
export async function accessOf(desk: Desk, turn: Turn, communityId: string): Promise<Access | undefined> {
  const community = await desk.communities.one(turn, communityId);
  return community && { community, actor: actorIn(turn, community) };
}

export function actorIn({ who }: Pick<Turn, 'who'>, { isHost, isMember }: CommunityView): Actor {
  const isAdmin = holds(who, ['admin']);
  const isSystem = who.personId === 'system';
  return { personId: who.personId, isHost, isAdmin, isSystem, sees: isMember || isHost || isAdmin || isSystem };
}

/** Those who may plan and run sessions there, by name, for whoever may not. */
export async function hostNames(desk: Desk, turn: Turn, { hostIds }: CommunityView): Promise<string> {
  const names = await Promise.all(hostIds.map((id) => desk.nameOf(turn, id)));
  return new Intl.ListFormat(turn.words.language, { type: 'conjunction' }).format(names.filter((name) => name !== ''));
}

/** True where everyone in the chat reads the answer. A dialog is one person's, wherever it was opened. */
export const isShared = ({ where }: Pick<Turn, 'where'>): boolean =>
  where.conversation !== 'personal' && ['bot', 'card', 'event'].includes(where.surface);
