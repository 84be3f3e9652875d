/** A session as people read it: on its card in a channel, where it was opened, and where its link unfolds. */
import type { CommunityView } from '../../core/community.ts';
import { textLines } from '../../core/lines.ts';
import { readableTime } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import type { Words } from '../../core/words.ts';
import type { SessionData } from './cards/session.card.ts';
import type { Desk } from './desk.ts';
import { type Loaded, topicsOf } from './documents.ts';
import type { Series, Session } from './model.ts';
import { momentOn } from './series-dates.ts';
import { withoutCity } from './series-view.ts';
import { isAhead } from './session-rules.ts';
import { agendaLines } from './topic-rules.ts';

export interface Look {
  readonly session: Loaded<Session>;
  readonly series: Loaded<Series>;
  readonly community: CommunityView;
  /** Read by everyone in a channel. */
  readonly isPost: boolean;
  /** This reader runs it. */
  readonly isHost?: boolean;
  readonly noteLine?: string;
}

export async function dataOf(desk: Desk, turn: Turn, look: Look): Promise<SessionData> {
  const { session, series, noteLine = '' } = look;
  const [hostName, topics] = await Promise.all([
    desk.nameOf(turn, session.body.hostId),
    topicsOf(turn.store, session.id),
  ]);
  const lines = {
    whenLine: whenLine(turn, look),
    ownLine: ownTimeLine(turn, look),
    clockLine: clockLine(turn, look),
    statusLine: statusLine(turn, look),
    hostLine: hostName === '' ? '' : turn.words('session.host', { name: hostName }),
    seatsLine: isOpen(session.body, turn.now) ? seatsLine(turn, look) : '',
  };
  return {
    summary: turn.words('session.summary', { title: series.body.title, when: lines.whenLine }),
    sessionId: session.id,
    seriesId: series.id,
    title: series.body.title,
    hasNote: noteLine !== '',
    noteLine,
    ...lines,
    ...has(lines),
    purpose: textLines(series.body.purpose),
    agenda: agendaLines(topics).map((text) => ({ text })),
    ...buttonsOf(desk, turn, look),
  };
}

const has = (lines: Readonly<Record<'ownLine' | 'clockLine' | 'statusLine' | 'hostLine' | 'seatsLine', string>>) => ({
  hasOwn: lines.ownLine !== '',
  hasClock: lines.clockLine !== '',
  hasStatus: lines.statusLine !== '',
  hasHost: lines.hostLine !== '',
  hasSeats: lines.seatsLine !== '',
});

function buttonsOf(desk: Desk, { now }: Turn, { session: { id, body }, series, isHost = false }: Look) {
  const open = isOpen(body, now);
  const joinUrl = joinUrlOf(body, series.body);
  const isOn = body.state === 'scheduled' || body.state === 'live';
  return {
    canCome: open,
    canPropose: open,
    // A card has room for five buttons.
    hasCalendar: open && !isHost,
    calendarUrl: `${desk.publicUrl}/o/${id}`,
    ...{ hasJoinNow: isOn && !open && joinUrl !== '', hasJoinLater: open && joinUrl !== '' },
    joinUrl,
    canManage: isHost && isOn,
  };
}

/** Of the session where it has one of its own, such as one of a calendar. */
export const joinUrlOf = (session: Session, series: Series): string => session.joinUrl ?? series.meeting.joinUrl ?? '';

const isOpen = isAhead;

/** In the community's zone, with its city. */
export function whenLine({ words, who }: Turn, { session: { body }, community }: Look): string {
  const when = readableTime(new Date(body.startsAt), community.zone, localeOf(words.language, who.locale));
  return words('session.when', { when, minutes: minutesOf(body) });
}

/** A region's own way to write times, as long as it is of the language that is spoken. */
export const localeOf = (language: string, locale: string): string =>
  locale.toLowerCase().startsWith(language) ? locale : language;

export const minutesOf = ({ startsAt, endsAt }: Pick<Session, 'startsAt' | 'endsAt'>): number =>
  Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);

/** For one reader, whose clock shows another time. */
export function ownTimeLine({ words, who }: Turn, { session: { body }, community, isPost }: Look): string {
  if (isPost) return '';
  const at = new Date(body.startsAt);
  const [theirs = '', own = ''] = [community.zone, who.zone].map((zone) => readableTime(at, zone, who.locale));
  return withoutCity(own) === withoutCity(theirs) ? '' : words('session.ownTime', { when: own });
}

/** A time that the clocks skip, or show twice, on that day; not of one that was moved to a time of its own. */
export function clockLine({ words }: Turn, { session: { body }, series }: Look): string {
  if (body.movedFrom || body.state === 'cancelled') return '';
  const { kind, typed, time } = momentOn(series.body, body.localDate);
  if (kind === 'plain') return '';
  return words(kind === 'gap' ? 'session.gap' : 'session.overlap', { typed, time });
}

export function statusLine(turn: Turn, { session: { body }, community }: Look): string {
  const { words, who } = turn;
  switch (body.state) {
    case 'scheduled':
      if (!body.movedFrom) return '';
      return words('session.state.moved', {
        before: readableTime(new Date(body.movedFrom), community.zone, localeOf(words.language, who.locale)),
      });
    case 'cancelled':
      return words('session.state.cancelled', { reason: body.cancelReason ?? '' }).trim();
    default:
      return words(`session.state.${body.state}`);
  }
}

export const seatsLine = ({ words }: Turn, { session, series }: Look): string =>
  seatsText(words, session.body, series.body);

/** "3 of 20 places taken, 2 waiting"; without a limit how many come. */
export function seatsText(words: Words, { seatsTaken: taken, waiting }: Session, { capacity }: Series): string {
  if (capacity === undefined) return words('session.coming', { taken });
  return words(waiting > 0 ? 'session.seatsWaiting' : 'session.seats', { taken, capacity, waiting });
}

/** No title, no name: it belongs to a community that is not for everyone. */
export function neutralData({ words }: Turn): SessionData {
  const none = { sessionId: '', seriesId: '', hasNote: false, noteLine: '', purpose: [], agenda: [] };
  const lines = {
    whenLine: words('session.notOpen'),
    ownLine: '',
    clockLine: '',
    statusLine: '',
    hostLine: '',
    seatsLine: '',
  };
  const buttons = {
    canCome: false,
    canPropose: false,
    hasCalendar: false,
    hasJoinNow: false,
    hasJoinLater: false,
    canManage: false,
  };
  return {
    ...{ ...none, ...lines, ...has(lines), ...buttons },
    ...{ summary: words('session.one'), title: words('session.one'), calendarUrl: '', joinUrl: '' },
  };
}
