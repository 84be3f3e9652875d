/** A discovery as one line of a list in the tab. Pure. */
import { shorten } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import type { WorkLine } from '../../core/work-item.ts';
import type { Loaded } from './documents.ts';
import { statusOf } from './item-view.ts';
import { type Actor, refusalOf } from './lifecycle.ts';
import type { Discovery, DiscoveryState } from './model.ts';

export interface Lining {
  readonly turn: Turn;
  readonly loaded: Loaded;
  readonly actor: Actor;
  readonly names: (personId: string) => string;
  /** How many used it too, where that was asked for. */
  readonly uses?: number;
}

const tones: Readonly<Record<DiscoveryState, WorkLine['status']['tone']>> = {
  submitted: 'info',
  inTriage: 'info',
  needsMore: 'warning',
  accepted: 'good',
  inPlaybook: 'good',
  merged: 'neutral',
  declined: 'neutral',
  withdrawn: 'neutral',
};

export const isWaiting = ({ state }: Discovery): boolean => ['submitted', 'inTriage', 'needsMore'].includes(state);
const isInside = ({ isAuthor, isReviewer }: Actor): boolean => isAuthor || isReviewer;

/** Its time has passed, and it does not wait for its author. */
export const isLate = (one: Discovery, now: Date): boolean =>
  isWaiting(one) && one.clockStoppedAt === undefined && one.dueAt < now.toISOString();

export function lineOf(lining: Lining): WorkLine {
  const { turn, loaded, actor, names, uses = 0 } = lining;
  const { discovery, id, version } = loaded;
  const { words } = turn;
  const { assigneeId } = discovery;
  const inside = isInside(actor) && isWaiting(discovery);
  return {
    kind: 'discoveries',
    id,
    title: discovery.title || words('discovery.one'),
    about: discovery.what === discovery.title ? '' : shorten(discovery.what.replaceAll(/\s+/g, ' '), 160),
    status: statusFor(lining),
    createdAt: discovery.createdAt,
    ...(inside ? { dueAt: discovery.dueAt } : {}),
    isLate: inside && isLate(discovery, turn.now),
    isUrgent: false,
    ...(inside && assigneeId
      ? { assignee: { id: assigneeId, name: names(assigneeId), isMe: assigneeId === actor.personId } }
      : {}),
    people: 1 + uses,
    version,
    bulk: refusalOf(discovery, 'claim', actor) ? [] : [{ event: 'claim', label: words('discovery.take') }],
  };
}

/** That nobody has looked yet, or what was asked, is not for others. */
function statusFor({ turn, loaded, actor }: Lining): WorkLine['status'] {
  const { state } = loaded.discovery;
  const isKnown = isInside(actor) || ['accepted', 'inPlaybook', 'merged', 'withdrawn'].includes(state);
  if (!isKnown) return { word: turn.words('discovery.shared'), tone: 'neutral' };
  const isMine = state === 'needsMore' && actor.isAuthor;
  return {
    word: statusOf({ turn, loaded, actor }),
    tone: state === 'needsMore' && !isMine ? 'neutral' : tones[state],
  };
}
