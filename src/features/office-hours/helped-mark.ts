/** The mark of whoever has said whether a session helped: it holds neither who nor what. */
import type { Turn } from '../../core/turn.ts';
import type { TalkDesk } from './talk-desk.ts';

export const markKind = 'helpedMark';

export const markId = (desk: Pick<TalkDesk, 'hash'>, sessionId: string, personId: string): string =>
  desk.hash(markKind, sessionId, personId);

export const hasSaid = async (
  desk: Pick<TalkDesk, 'hash'>,
  { store, who }: Turn,
  sessionId: string,
): Promise<boolean> => (await store.get(markKind, markId(desk, sessionId, who.personId))) !== undefined;
