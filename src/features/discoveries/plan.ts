/** What leaves later because of a change: who is told (product 6.3), and the wait for a reply. Pure. */
import type { WriteOperation } from '../../core/documents.ts';
import { dueOperation } from '../../core/due-item.ts';
import { noticeOperation } from '../../core/notice.ts';
import { repostOperation } from '../../core/post.ts';
import { replyDue } from './due.ts';
import type { EventName } from './lifecycle.ts';
import type { Discovery } from './model.ts';

export const postKind = 'discovery';
export const stateNotice = 'discoveryState';
export const workNotice = 'discoveryNew';
export const replyJob = 'discoveryNoReply';
/** All who may look at it, as against one person's id. */
export const reviewers = 'reviewers';

const authorHears: ReadonlySet<EventName> = new Set([
  ...(['claim', 'askAuthor', 'noReply', 'accept', 'merge', 'decline'] as const),
  ...(['published', 'draftDropped', 'reopen'] as const),
]);
const assigneeHears: ReadonlySet<EventName> = new Set([
  ...(['edit', 'reply', 'noReply', 'draftDropped', 'reopen', 'withdraw'] as const),
]);
const usefulDays = 90;
const dayMs = 86_400_000;

export interface Change {
  readonly id: string;
  readonly before: Discovery;
  readonly after: Discovery;
  readonly events: readonly EventName[];
  readonly actorId: string;
  readonly now: Date;
}

/** Several events of one write are one message. */
export function laterOf({ id, before, after, events, actorId, now }: Change): WriteOperation[] {
  const tellsAuthor = events.some((event) => authorHears.has(event)) && actorId !== after.authorId;
  const assignee = events.some((event) => assigneeHears.has(event)) ? before.assigneeId : undefined;
  return [
    ...(tellsAuthor ? [noticeOperation(now, { kind: stateNotice, subject: id })] : []),
    ...(assignee && assignee !== actorId
      ? [noticeOperation(now, { kind: workNotice, subject: id, audience: assignee })]
      : []),
    ...(events.includes('reopen') ? [newsOf(now, id)] : []),
    ...(after.state === 'needsMore' && after.clockStoppedAt !== before.clockStoppedAt
      ? [replyWait(id, after.clockStoppedAt ?? now.toISOString())]
      : []),
    ...(after.isPosted ? [repostOperation(now, postKind, id)] : []),
  ];
}

/** There is one more to look at. */
export const newsOf = (now: Date, id: string): WriteOperation =>
  noticeOperation(now, { kind: workNotice, subject: id, audience: reviewers });

function replyWait(id: string, askedAt: string): WriteOperation {
  const at = replyDue(askedAt);
  const usefulUntil = new Date(at.getTime() + usefulDays * dayMs);
  return dueOperation({ job: replyJob, subject: id, occurrence: askedAt, facts: { askedAt }, at, usefulUntil });
}
