/** A session as a line of the tab's lists. */
import type { Turn } from '../../core/turn.ts';
import { isOver } from './rsvp-rules.ts';
import type { SessionLine } from './session-contract.ts';
import type { SessionBefore } from './session-seen.ts';
import { joinUrlOf, seatsText } from './session-view.ts';

type Before = Omit<SessionBefore, 'actor'>;

export function sessionLine(turn: Turn, before: Before): SessionLine {
  const { session, series, community, isHost } = before;
  const { body } = session;
  const { cancelReason, movedFrom, startsAt, endsAt } = body;
  const isOpen = isStillOpen(turn, before);
  const joinUrl = joinUrlOf(body, series.body);
  return {
    ...{ id: session.id, title: series.body.title, community: { id: community.id, name: community.name } },
    ...{ startsAt, endsAt, zone: series.body.zone, isOpen, isHosting: isHost },
    ...statusOf(turn, before),
    ...(body.state === 'cancelled' && cancelReason ? { reason: cancelReason } : {}),
    ...(isOpen && movedFrom ? { movedFrom } : {}),
    seats: isOpen ? seatsText(turn.words, body, series.body) : '',
    ...ownOf(before),
    ...(isOpen && joinUrl !== '' ? { joinUrl } : {}),
  };
}

/** People can still come. */
export const isStillOpen = ({ now }: Pick<Turn, 'now'>, { session: { body } }: Pick<Before, 'session'>): boolean =>
  body.state !== 'cancelled' && !isOver(body, now);

const tones = {
  moved: 'info',
  live: 'good',
  awaitingNotes: 'neutral',
  recapped: 'info',
  closedWithoutNotes: 'neutral',
  cancelled: 'danger',
} as const;

function statusOf({ words }: Turn, { session: { body } }: Before): Pick<SessionLine, 'status'> {
  const state = body.state === 'scheduled' ? (body.movedFrom ? 'moved' : undefined) : body.state;
  return state ? { status: { word: words(`hours.status.${state}`), tone: tones[state] } } : {};
}

function ownOf({ own }: Before): Pick<SessionLine, 'own'> {
  if (!own) return {};
  const { answer, waitingNumber, reminder } = own.body;
  return {
    own: { answer, isReminded: reminder === 'default', ...(waitingNumber === undefined ? {} : { waitingNumber }) },
  };
}
