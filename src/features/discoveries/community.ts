/** The newest discoveries for a channel's page: what a reader without a name, a role or a right may see. */
import type { CommunityAsk, CommunityFind, CommunityReuse, CommunitySpan } from '../../core/community.ts';
import { findAll } from '../../core/documents.ts';
import { leastReader } from '../../core/least-reader.ts';
import { siftedPage } from '../../core/sifted.ts';
import { shorten } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import type { Desk } from './desk.ts';
import { actorAmong, kind, type Loaded, loadDiscovery, loadedOf, openStates, reuseKind, usesOf } from './documents.ts';
import { reuse } from './model.ts';
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
      const isSeen = isOfThese(loaded, departmentIds) && actorAmong(reader.who, workflows, loaded.discovery).sees;
      return isSeen ? loaded : undefined;
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

const isOfThese = ({ discovery: { departmentId } }: Loaded, departmentIds: readonly string[]): boolean =>
  departmentIds.length === 0 || !departmentId || departmentIds.includes(departmentId);

/** Presses looked at for one digest, the newest first. */
const mostReuses = 2_000;

/** What others said in that span that they used it too; those that most said so of come first. */
export async function reusedByMany(
  desk: Desk,
  turn: Turn,
  { departmentIds, since, until }: CommunitySpan,
): Promise<CommunityReuse[]> {
  const reader = leastReader(turn);
  const [counts, workflows] = await Promise.all([usesIn(turn, since, until), desk.workflows(reader)]);
  const found = await Promise.all([...counts.keys()].map((id) => loadDiscovery(turn.store, id)));
  return found
    .filter((loaded) => loaded !== undefined)
    .filter((loaded) => openStates.includes(loaded.discovery.state) && isOfThese(loaded, departmentIds))
    .filter(({ discovery }) => actorAmong(reader.who, workflows, discovery).sees)
    .map(({ id, discovery }) => ({ id, title: discovery.title, uses: counts.get(id) ?? 0 }))
    .toSorted((a, b) => b.uses - a.uses || a.title.localeCompare(b.title));
}

async function usesIn({ store }: Turn, since: string, until: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const where = [
    ['createdAt', '>=', since],
    ['createdAt', '<', until],
  ] as const;
  let looked = 0;
  for await (const { body } of findAll(store, {
    kind: reuseKind,
    where,
    orderBy: { field: 'createdAt', direction: 'desc' },
  })) {
    if (looked++ === mostReuses) break;
    const { discoveryId } = reuse.parse(body);
    counts.set(discoveryId, (counts.get(discoveryId) ?? 0) + 1);
  }
  return counts;
}
