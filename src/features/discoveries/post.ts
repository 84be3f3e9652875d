/** The card of a discovery in a chat: what the least allowed reader there may see, brought up to date in place. */
import type { Card, Place } from '../../core/card.ts';
import { leastReader } from '../../core/least-reader.ts';
import type { PostKind } from '../../core/post.ts';
import type { Answer, Turn } from '../../core/turn.ts';
import { type DiscoveryData, discoveryCard } from './cards/discovery.card.ts';
import type { Desk } from './desk.ts';
import { type Loaded, loadDiscovery } from './documents.ts';
import { lookOf } from './look.ts';
import { postKind } from './plan.ts';
import { readerView } from './view.ts';

export const discoveryPost = (desk: Desk): PostKind => ({
  kind: postKind,
  card: async (turn, id) => {
    const loaded = await loadDiscovery(turn.store, id);
    return loaded && postCard(desk, turn, loaded, 'message');
  },
});

async function postCard(desk: Desk, turn: Turn, loaded: Loaded, place: Place): Promise<Card> {
  const look = await lookOf(desk, leastReader(turn), loaded, true);
  return discoveryCard.render(look ? readerView(look) : neutral(turn, loaded.id), turn.words, place);
}

/** No title, no name, no content: it belongs to work that is not open to everyone. */
const neutral = ({ words }: Turn, discoveryId: string): DiscoveryData => ({
  ...{ summary: words('discovery.one'), discoveryId, title: words('discovery.one'), hasNote: false, noteLine: '' },
  ...{ hasBy: false, byLine: '', what: [], hasContext: false, contextLine: '', hasUses: false, usesLine: '' },
  ...{
    hasStatus: true,
    statusLine: words('discovery.notOpen'),
    similar: [],
    hasPrompt: false,
    hasPromptAside: false,
    prompt: [],
  },
  ...{ canReuse: false, canSee: false, hasMade: false, madeId: '', canFlag: false },
  ...{ scenarioId: '', toolId: '', dataClassId: '' },
});

/** `/d/<id>` pasted in a chat. */
export async function unfold(desk: Desk, turn: Turn, id: string): Promise<Answer> {
  const loaded = await loadDiscovery(turn.store, id);
  if (!loaded) return { kind: 'silent' };
  const card = await postCard(desk, turn, loaded, 'anywhere');
  return { kind: 'link', result: { title: card.summary, text: '', card } };
}
