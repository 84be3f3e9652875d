/** Who is told of a discovery, and with which card: both asked when the message leaves, so a right taken away counts. */
import type { Card } from '../../core/card.ts';
import type { DueItem } from '../../core/due-item.ts';
import type { Job } from '../../core/feature.ts';
import type { NoticeKind } from '../../core/notice.ts';
import type { Turn } from '../../core/turn.ts';
import { cardOf } from './act.ts';
import type { Desk } from './desk.ts';
import { actorOf, changeOperations, type Loaded, loadDiscovery, reviewGrants } from './documents.ts';
import { decide } from './lifecycle.ts';
import { lookOf } from './look.ts';
import { replyJob, reviewers, stateNotice, workNotice } from './plan.ts';

export const discoveryNotices = (desk: Desk): NoticeKind[] => [
  {
    kind: stateNotice,
    lane: 'answers',
    recipients: async ({ store }, { subject }) => {
      const found = await loadDiscovery(store, subject);
      return found && found.discovery.state !== 'withdrawn' ? [found.discovery.authorId] : [];
    },
    card: (turn, { subject }) => cardFor(desk, turn, subject, (loaded) => loaded.discovery.state !== 'withdrawn'),
  },
  {
    kind: workNotice,
    lane: 'work',
    recipients: async (turn, { subject, audience }) => {
      const found = await loadDiscovery(turn.store, subject);
      const able = found ? await reviewersOf(desk, turn, found) : [];
      return audience === reviewers ? able : able.filter((id) => id === audience);
    },
    // News is for nobody any more once somebody has it; who has it hears of every change.
    card: (turn, { subject, audience }) =>
      cardFor(desk, turn, subject, ({ discovery }) => audience !== reviewers || discovery.state === 'submitted', true),
  },
];

/** Everybody who may look at it now, but its author. */
async function reviewersOf(desk: Desk, turn: Turn, { discovery }: Loaded): Promise<string[]> {
  const { departmentId, workflowId, authorId } = discovery;
  const [holders, workflows] = await Promise.all([
    desk.holders(turn, reviewGrants, departmentId),
    desk.workflows(turn),
  ]);
  const owner = workflows.find(({ id }) => id === workflowId)?.ownerId;
  return [...new Set([...holders, ...(owner ? [owner] : [])])].filter((id) => id !== authorId);
}

async function cardFor(
  desk: Desk,
  turn: Turn,
  id: string,
  isNews: (loaded: Loaded) => boolean,
  forReviewer = false,
): Promise<Card | undefined> {
  const loaded = await loadDiscovery(turn.store, id);
  if (!loaded || !isNews(loaded)) return undefined;
  const look = await lookOf(desk, turn, loaded);
  const isFor = forReviewer ? look?.actor.isReviewer : look?.actor.isAuthor;
  return look && isFor ? cardOf(look, turn) : undefined;
}

/** After fourteen days without a reply the work goes on without it. */
export const noReplyJob = (desk: Desk): Job => ({
  name: replyJob,
  run: async (turn, { subject, facts }: DueItem) => {
    const loaded = await loadDiscovery(turn.store, subject);
    // Asked again since: that question has its own wait.
    if (!loaded || loaded.discovery.clockStoppedAt !== facts.askedAt) return [];
    const actor = { ...(await actorOf(desk, turn, loaded)), isSystem: true };
    const { discovery } = loaded;
    const outcome = decide({ discovery, event: { name: 'noReply' }, actor, now: turn.now, zone: turn.who.zone });
    return outcome.kind === 'changed' ? changeOperations(turn, { loaded, ...outcome }) : [];
  },
});
