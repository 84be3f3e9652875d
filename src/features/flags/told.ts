/** The messages that an event of a flag plans, in the batch of the event (product 6.4). Pure. */
import type { WriteOperation } from '../../core/documents.ts';
import { noticeOperation, sealedAudience } from '../../core/notice.ts';
import type { EventName } from './lifecycle.ts';
import type { Flag } from './model.ts';

/** Whom the set-up names for when something went wrong. */
export const contactAudience = 'contact';

const toAsker = ({ anonymous }: Flag) => (anonymous ? sealedAudience : 'asker');

export function noticesOf(now: Date, subject: string, flag: Flag, event: EventName | 'flag'): WriteOperation[] {
  const isUrgent = flag.urgency !== 'normal';
  const plan = (kind: string, audience: string) => noticeOperation(now, { kind, subject, audience, isUrgent });
  switch (event) {
    case 'flag':
      return flag.urgency === 'mistakeHappened'
        ? [plan('flagMistake', 'reviewers'), plan('flagMistake', contactAudience)]
        : [plan('flagNew', 'reviewers')];
    case 'passToGovernance':
      return [plan('flagState', toAsker(flag)), plan('flagNew', 'governance')];
    case 'assign':
      return [plan('flagState', toAsker(flag)), plan('flagAssigned', 'assignee')];
    case 'claim':
    case 'ask':
    case 'answer':
      return [plan('flagState', toAsker(flag))];
    case 'notAnswered':
      return [plan('flagNew', 'reviewers')];
    case 'reply':
    case 'withdraw':
      return flag.assigneeId ? [plan('flagAssigned', 'assignee')] : [];
    case 'comment':
      return flag.thread?.at(-1)?.side === 'reviewer'
        ? [plan('flagState', toAsker(flag))]
        : [plan('flagAssigned', 'assignee')];
    case 'sendBack':
      return [plan('flagNew', 'governance')];
    case 'helps':
      return [];
  }
}

/** Each proposal is told once; one that was replaced meanwhile is not told any more. */
export const confirmNotice = (now: Date, subject: string, proposalId: string): WriteOperation =>
  noticeOperation(now, { kind: 'flagConfirm', subject, audience: 'hrLead', isUrgent: true, occurrence: proposalId });

/** Nobody may answer it: an administrator is asked to name somebody, and reads nothing of it. */
export const aloneNotice = (now: Date, subject: string): WriteOperation =>
  noticeOperation(now, { kind: 'flagAlone', subject, audience: 'admins', isUrgent: true });
