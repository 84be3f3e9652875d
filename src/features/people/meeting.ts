/** Meeting somebody: how the bot reaches them, and in which words and zone. */
import type { ChatAddress } from '../../core/person.ts';
import type { Answer, Turn } from '../../core/turn.ts';
import { firstMeeting as meetConversation, type PersonChange, savePerson } from './documents.ts';

/** How the bot reaches somebody who wrote in their own chat with it, and in which words and zone. */
export async function rememberChat(turn: Turn, isForgotten: boolean): Promise<Answer> {
  const { address } = turn.where;
  // An event that names nobody leaves nobody behind.
  if (address?.user?.aadObjectId && !isForgotten)
    await savePerson(turn.store, turn.who, turn.now, reachedBy(turn, address));
  return { kind: 'silent' };
}

/** True the first time a conversation is met. */
export async function firstMeeting(turn: Turn, conversationKey: string): Promise<boolean> {
  const first = await meetConversation(turn.store, conversationKey, turn.now);
  const { address, conversation } = turn.where;
  const isPerson = address?.user?.aadObjectId !== undefined && conversation === 'personal';
  if (first && address && isPerson) {
    const change = { ...reachedBy(turn, address), introducedAt: turn.now.toISOString() };
    await savePerson(turn.store, turn.who, turn.now, change);
  }
  return first;
}

const reachedBy = ({ who }: Turn, chatAddress: ChatAddress): PersonChange => ({
  chatAddress,
  seen: { locale: who.locale, zone: who.zone },
  forget: ['unreachableSince'],
});
