/** What people shared about some scenarios since a day: what this reader may open of it, without who shared it. */
import { findAll } from '../../core/documents.ts';
import type { Turn } from '../../core/turn.ts';
import type { Desk } from './desk.ts';
import { actorAmong, kind, loadedOf } from './documents.ts';
import { mayRead } from './lifecycle.ts';

export interface About {
  readonly scenarioIds: readonly string[];
  readonly since: string;
}

export interface SharedAbout {
  readonly id: string;
  readonly title: string;
  readonly scenarioId: string;
  /** On the list of those that look at it; others read it on the page of the community. */
  readonly isReviewer: boolean;
}

/** The newest first. */
export async function sharedAbout(desk: Desk, turn: Turn, { scenarioIds, since }: About): Promise<SharedAbout[]> {
  const workflows = await desk.workflows(turn);
  const shared: SharedAbout[] = [];
  const where = [['createdAt', '>=', since]] as const;
  for await (const document of findAll(turn.store, {
    kind,
    where,
    orderBy: { field: 'createdAt', direction: 'desc' },
  })) {
    const { id, discovery } = loadedOf(document);
    const { scenarioId = '', title } = discovery;
    if (!scenarioIds.includes(scenarioId) || discovery.state === 'withdrawn') continue;
    const actor = actorAmong(turn.who, workflows, discovery);
    if (mayRead(discovery, actor)) shared.push({ id, title, scenarioId, isReviewer: actor.isReviewer });
  }
  return shared;
}
