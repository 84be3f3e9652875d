/** A text that waits too long: whoever may let it go live is told once more, at most once a day. */
import { audited } from '../../core/audit.ts';
import type { WriteOperation } from '../../core/documents.ts';
import { noticeOperation } from '../../core/notice.ts';
import { type Reply, type Route, refuse, route } from '../../core/route.ts';
import { dayOf } from '../../core/time.ts';
import { type WorkItem, workItem } from '../../core/work-item.ts';
import { reviewers, reviewNotice } from './edit-plan.ts';
import type { LifeDesk } from './life-desk.ts';
import { type Before, before } from './scenario-before.ts';
import { isNudged, itemOf } from './scenario-item.ts';

export const nudgeRoute = (desk: LifeDesk): Route =>
  route(
    'POST',
    '/api/scenarios/:id/nudge',
    { reply: workItem, needsVersion: true },
    async ({ turn, params, version }): Promise<Reply<WorkItem>> => {
      const at = await before(desk, turn, params.id ?? '');
      if (!at?.actor.isReader) return refuse('not_found');
      if (!at.actor.isOwner) return refuse('forbidden');
      if (version !== at.loaded.version) return refuse('stale');
      if (!isNudged(at)) return refuse('already_done');
      const result = await turn.store.write(nudgeOperations(at));
      // Of today: said already, by them or by another owner.
      const isSaid = result.kind === 'ok' || result.kind === 'conflict';
      if (!isSaid) return refuse('stale');
      return { kind: 'ok', version: at.loaded.version, body: await itemOf(at, turn.words('edit.nudged')) };
    },
  );

const nudgeOperations = ({ turn: { now, who, requestId }, loaded }: Before): WriteOperation[] => [
  noticeOperation(now, {
    ...{ kind: reviewNotice, subject: loaded.id, audience: reviewers, isUrgent: true },
    occurrence: `nudge/${dayOf(now)}`,
  }),
  audited({
    ...{ at: now.toISOString(), actorId: who.personId, actorKind: 'person', action: 'scenario.nudge' },
    ...{ entityType: 'scenario', entityId: loaded.id, changes: {}, requestId },
  }),
];
