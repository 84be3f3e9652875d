/** A flag as one line of a list in the tab. Pure. */
import { shorten } from '../../core/text.ts';
import type { Turn } from '../../core/turn.ts';
import type { WorkLine } from '../../core/work-item.ts';
import type { Loaded } from './documents.ts';
import { type Actor, isOver, isTaken } from './lifecycle.ts';
import type { Flag, FlagState } from './model.ts';
import { statusOf } from './view.ts';

export interface Lining {
  readonly turn: Turn;
  readonly loaded: Loaded;
  readonly actor: Actor;
  readonly names: (personId: string) => string;
  /** What it is about, in the names of today. */
  readonly about: string;
}

const tones: Readonly<Record<FlagState, WorkLine['status']['tone']>> = {
  open: 'info',
  assigned: 'info',
  waiting: 'neutral',
  needsDecision: 'warning',
  answered: 'good',
  closed: 'good',
  merged: 'neutral',
  withdrawn: 'neutral',
};

/** Its time has passed, and it does not wait for who asked. */
export const isLate = (flag: Flag, now: Date): boolean =>
  !isOver(flag) && flag.clockStoppedAt === undefined && flag.dueAt < now.toISOString();

/** Neither asked by this reader nor about something of theirs. */
export const mayAct = ({ isReviewer, isReporter, isAuthor }: Actor): boolean => isReviewer && !isReporter && !isAuthor;

export function lineOf({ turn, loaded, actor, names, about }: Lining): WorkLine {
  const { id, version, flag } = loaded;
  const { assigneeId } = flag;
  const isInside = actor.isReviewer || actor.isGovernance;
  return {
    kind: 'flags',
    id,
    title: shorten(flag.question.replaceAll(/\s+/g, ' '), 120),
    about,
    status: { word: wordOf(turn, flag, actor), tone: tones[flag.state] },
    createdAt: flag.createdAt,
    ...(isOver(flag) ? {} : { dueAt: flag.dueAt }),
    isLate: isLate(flag, turn.now),
    isUrgent: flag.urgency !== 'normal',
    ...(isInside && assigneeId && !isOver(flag)
      ? { assignee: { id: assigneeId, name: names(assigneeId), isMe: assigneeId === actor.personId } }
      : {}),
    people: 1,
    version,
    bulk: bulkOf(turn, flag, actor),
  };
}

/** "Waiting for you" is said to who asked; everybody else waits for them. */
const wordOf = (turn: Turn, flag: Flag, actor: Actor): string =>
  flag.state === 'waiting' && !actor.isReporter ? turn.words('flag.waitsForAsker') : statusOf(turn, flag, actor);

function bulkOf({ words }: Turn, flag: Flag, actor: Actor): WorkLine['bulk'] {
  if (!mayAct(actor) || !['open', 'assigned'].includes(flag.state) || isTaken(flag, actor)) return [];
  const take = flag.assigneeId === undefined ? [{ event: 'claim', label: words('flag.take') }] : [];
  return [...take, { event: 'passToGovernance', label: words('card.flagItem.pass') }];
}
