/** Channels of teams: a conversation there is a thread, and the channel is what stands before the thread's own id. */
import type { ChatAddress } from './person.ts';

/** The channel that a turn comes from, as the signed activity names it. */
export interface Channel {
  readonly id: string;
  readonly teamId?: string;
  /** Of the channel, else of its team; Teams does not always say either. */
  readonly name?: string;
  readonly kind: 'standard' | 'shared' | 'private';
}

export const rootOf = (conversationId: string): string => conversationId.split(';')[0] ?? '';

/** Where a post stands by itself, not as a reply in somebody's thread; who asked from there is not kept with it. */
export function rootAddress({ user: _, conversation, ...address }: ChatAddress): ChatAddress {
  return { ...address, conversation: { ...conversation, id: rootOf(conversation.id) } };
}

/** True where a message would take the same way. */
export const isSameWay = (a: ChatAddress | undefined, b: ChatAddress | undefined): boolean =>
  a?.serviceUrl === b?.serviceUrl && a?.conversation.id === b?.conversation.id && a?.bot.id === b?.bot.id;
