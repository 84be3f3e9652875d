/** What a series brings with it when it begins: the card of its first session, the topics that waited for one, its weekly look ahead. */
import type { CommunityView } from '../../core/community.ts';
import type { WriteOperation } from '../../core/documents.ts';
import type { Turn } from '../../core/turn.ts';
import { postSession } from './post.ts';
import type { SessionChange } from './series-sessions.ts';
import { weeklyOperation } from './series-write.ts';
import { adoptedTopics } from './session-topics.ts';

export interface Beginning {
  readonly id: string;
  readonly community: Pick<CommunityView, 'id' | 'addresses' | 'language'>;
  readonly changes: readonly SessionChange[];
}

export async function beginning(turn: Turn, { id, community, changes }: Beginning): Promise<WriteOperation[]> {
  const [first] = changes;
  return [
    weeklyOperation(id, turn.now),
    ...(first?.kind === 'made' ? postSession(turn, first.id, community) : []),
    ...(await adoptedTopics(turn, community.id, id)),
  ];
}
