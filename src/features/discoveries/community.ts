/** The newest discoveries for a channel's page: what a reader without a name, a role or a right may see. */
import type { CommunityAsk, CommunityFind } from '../../core/community.ts';
import { siftedPage } from '../../core/sifted.ts';
import { shorten } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import { type Desk, leastReader } from './desk.ts';
import { actorAmong, kind, type Loaded, loadedOf, openStates, usesOf } from './documents.ts';
import { usesLine } from './view.ts';

const maxText = 300;

export async function newestForAll(
  desk: Desk,
  turn: Turn,
  { departmentIds, limit }: CommunityAsk,
): Promise<CommunityFind[]> {
  const reader = leastReader(turn);
  const workflows = await desk.workflows(reader);
  const { items } = await siftedPage(turn.store, {
    query: { kind, where: [['state', 'in', openStates]] },
    ...{ orderBy: { field: 'createdAt', direction: 'desc' }, limit },
    read(document) {
      const loaded = loadedOf(document);
      const { departmentId } = loaded.discovery;
      const isOfThese = departmentIds.length === 0 || !departmentId || departmentIds.includes(departmentId);
      return isOfThese && actorAmong(reader.who, workflows, loaded.discovery).sees ? loaded : undefined;
    },
  });
  return Promise.all(items.map(({ item }) => findOf(desk, turn, item)));
}

async function findOf(desk: Desk, turn: Turn, { id, discovery }: Loaded): Promise<CommunityFind> {
  const { title, what, authorId, credit, createdAt } = discovery;
  const name = credit === 'named' ? await desk.nameOf(turn, authorId) : '';
  const by = name === '' ? '' : turn.words('discovery.by', { name });
  const uses = usesLine(turn, await usesOf(turn.store, id));
  return {
    ...{ id, title, createdAt, text: what === title ? '' : shorten(what, maxText) },
    about: [by, uses].filter(Boolean).join(' · '),
  };
}
