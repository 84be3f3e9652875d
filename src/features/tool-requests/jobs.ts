/** Work for later: a decision about a tool is looked at again after some time. */

import type { WriteOperation } from '../../core/documents.ts';
import { dueOperation } from '../../core/due-item.ts';
import type { Job } from '../../core/feature.ts';
import { noticeOperation } from '../../core/notice.ts';
import { changeOperations, guardOperation, isRequested, loadRequest } from './documents.ts';
import { reviewDue } from './lifecycle.ts';

const jobName = 'requestReviewDue';
const dayMs = 86_400_000;
/** Of a tool rule (product 7.2). */
const reviewDays = 90;
const usefulDays = 90;

const daysAfter = (from: Date, days: number): Date => new Date(from.getTime() + days * dayMs);

/** Planned in the write of the decision. */
export const reviewOperation = (now: Date, requestId: string, decisionId: string): WriteOperation =>
  dueOperation({
    ...{ job: jobName, subject: requestId, occurrence: decisionId, facts: { decisionId } },
    ...{ at: daysAfter(now, reviewDays), usefulUntil: daysAfter(now, reviewDays + usefulDays) },
  });

/** Puts the request back to those who decide; its rule stays. */
export const reviewJob: Job = {
  name: jobName,
  async run(turn, { subject, facts }) {
    const loaded = await loadRequest(turn.store, subject);
    const { decisionId = '' } = facts;
    const request = loaded && reviewDue(loaded.request, { decisionId, now: turn.now, zone: turn.who.zone });
    if (!loaded || !request) return [];
    return [
      ...(await changeOperations(turn, { loaded, request, events: ['reviewDue'] })),
      ...((await isRequested(turn.store, request)) ? [] : [guardOperation(loaded.id, request)]),
      noticeOperation(turn.now, {
        ...{ kind: 'requestNew', subject, audience: 'governance', occurrence: `review/${decisionId}` },
      }),
    ];
  },
};
