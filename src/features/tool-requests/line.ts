/** A tool request as one line of a list in the tab. Pure. */
import { shorten } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import type { WorkLine } from '../../core/work-item.ts';
import type { Loaded } from './documents.ts';
import { type Actor, decides, refusalTo } from './lifecycle.ts';
import { demandOf, isOpen, type RequestState, type ToolRequest } from './model.ts';
import { statusOf } from './view.ts';

export interface Lining {
  readonly turn: Turn;
  readonly loaded: Loaded;
  readonly actor: Actor;
  readonly names: (personId: string) => string;
}

const tones: Readonly<Record<RequestState, WorkLine['status']['tone']>> = {
  submitted: 'info',
  inReview: 'info',
  needsInfo: 'warning',
  approved: 'good',
  limited: 'warning',
  blocked: 'danger',
  solved: 'good',
  withdrawn: 'neutral',
};

/** Its time has passed, and nobody is asked anything. */
export const isLate = (request: ToolRequest, now: Date): boolean =>
  isOpen(request) && request.clockStoppedAt === undefined && request.dueAt < now.toISOString();

export function lineOf({ turn, loaded, actor, names }: Lining): WorkLine {
  const { request, id, version } = loaded;
  const { assigneeId, state } = request;
  const readsAll = decides(request, actor);
  const isMine = state === 'needsInfo' && actor.isRequester;
  return {
    kind: 'requests',
    id,
    title: request.toolName,
    about: shorten(aboutFor(request, actor, readsAll).replaceAll(/\s+/g, ' '), 160),
    status: {
      word: statusOf(turn, request, actor),
      tone: state === 'needsInfo' && !isMine ? 'neutral' : tones[state],
    },
    createdAt: request.createdAt,
    ...(isOpen(request) ? { dueAt: request.dueAt } : {}),
    isLate: isLate(request, turn.now),
    isUrgent: false,
    ...(readsAll && assigneeId && isOpen(request)
      ? { assignee: { id: assigneeId, name: names(assigneeId), isMe: assigneeId === actor.personId } }
      : {}),
    people: demandOf(request),
    version,
    bulk: refusalTo('claim', request, actor) ? [] : [{ event: 'claim', label: turn.words('request.take') }],
  };
}

/** Who decides reads what the first wants it for; others their own words. */
function aboutFor({ need, requesterId, alsoFor }: ToolRequest, { personId }: Actor, readsAll: boolean): string {
  if (readsAll || requesterId === personId) return need;
  return alsoFor.find(({ by }) => by === personId)?.text ?? '';
}
