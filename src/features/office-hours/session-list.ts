/** `office hours`, `next` and `host`: what lies ahead for a reader, and what they run. */
import type { CommunityView } from '../../core/community.ts';
import { leastReader } from '../../core/least-reader.ts';
import { placeOf } from '../../core/place.ts';
import { fold } from '../../core/text.ts';
import { readableTime } from '../../core/time.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { isShared } from './access.ts';
import { hoursCard } from './cards/hours.card.ts';
import type { Desk } from './desk.ts';
import { type Loaded, loadSeries } from './documents.ts';
import type { Series, Session } from './model.ts';
import { closedRoom, type Room, roomHere, whoCan } from './plan-open.ts';
import { hasDates } from './series-rules.ts';
import { ruleLine } from './series-view.ts';
import { runningSeries, sessionsIn } from './session-documents.ts';
import { seatsLine, statusLine } from './session-view.ts';

const shown = 5;
const mostListed = 10;

/** The words of a further command behind the first one mean that command: `office hours host`. */
export function officeHoursCommand(desk: Desk, turn: Turn, rest: string): Promise<Answer> {
  const isHost = turn
    .words('command.hostSessions')
    .split(';')
    .some((phrase) => fold(phrase) === fold(rest));
  return isHost ? hostCommand(desk, turn) : officeHours(desk, turn);
}

/** Where everyone reads the answer it holds what everyone there may see; a channel's own community comes first. */
export async function officeHours(desk: Desk, turn: Turn): Promise<Answer> {
  const { words } = turn;
  const reader = isShared(turn) ? leastReader(turn) : turn;
  const [here, all] = await Promise.all([desk.communities.here(reader), desk.communities.all(reader)]);
  const seen = all.filter(({ isMember, isHost, id }) => (isMember || isHost) && id !== here?.id);
  const own = here ? await listed(turn, [here], shown) : [];
  const others = own.length < shown ? await listed(turn, seen, shown - own.length) : [];
  const sessions = [...own, ...others];
  const room = await roomHere(desk, turn);
  const heading = words('hours.heading');
  const noteLine = sessions.length > 0 ? '' : await emptyNote(desk, turn, room);
  const data = {
    ...{ summary: heading, heading, hasNote: noteLine !== '', noteLine },
    ...{ sessions, runs: [], series: [] },
    ...{ canStart: room.kind === 'open', canHost: room.kind === 'open' },
    startTitle: words(sessions.length > 0 ? 'hours.another' : 'hours.start'),
  };
  return { kind: 'card', card: hoursCard.render(data, words, placeOf(turn)) };
}

async function emptyNote(desk: Desk, turn: Turn, room: Room): Promise<string> {
  const { words } = turn;
  if (room.kind === 'open') return words('hours.noneStart');
  return `${words('hours.none')} ${await whoCan(desk, turn, room)}`;
}

async function listed(turn: Turn, communities: readonly CommunityView[], limit: number) {
  const ids = communities.map(({ id }) => id);
  const sessions = await sessionsIn(turn.store, ids, ['scheduled', 'live'], limit);
  const rows = sessions.map((session) =>
    rowOf(
      turn,
      session,
      communities.find(({ id }) => id === session.body.communityId),
    ),
  );
  return (await Promise.all(rows)).flatMap((row) => row ?? []);
}

/** "Tue 24 Nov, 17:00 (Madrid) · 3 of 20 places taken"; in a channel by the community's clocks. */
async function rowOf(turn: Turn, session: Loaded<Session>, community: CommunityView | undefined) {
  const series = await loadSeries(turn.store, session.body.seriesId);
  if (!series || !community) return undefined;
  const look = { session, series, community, isPost: isShared(turn) };
  const zone = look.isPost ? community.zone : turn.who.zone;
  const when = readableTime(new Date(session.body.startsAt), zone, turn.who.locale);
  const more = statusLine(turn, look) || (hasAnswers(session.body, series.body) ? seatsLine(turn, look) : '');
  return { sessionId: session.id, title: series.body.title, text: [when, more].filter(Boolean).join(' · ') };
}

/** That nobody has answered yet is no news in a list. */
const hasAnswers = ({ state, seatsTaken }: Session, { capacity }: Series): boolean =>
  state === 'scheduled' && (seatsTaken > 0 || capacity !== undefined);

/** What a host runs is for their own chat. */
export async function hostCommand(desk: Desk, turn: Turn): Promise<Answer> {
  const answer = await hostList(desk, turn);
  if (answer.kind !== 'card' || turn.where.conversation === 'personal') return answer;
  return { kind: 'personal', card: answer.card, note: turn.words('hours.movedTo1on1') };
}

export async function hostList(desk: Desk, turn: Turn): Promise<Answer> {
  const { words, store } = turn;
  const communities = (await desk.communities.all(turn)).filter(({ isHost }) => isHost);
  if (communities.length === 0) {
    const room = await roomHere(desk, turn);
    return room.kind === 'open' ? refused(turn, 'not_found') : closedRoom(desk, turn, room);
  }
  const ids = communities.map(({ id }) => id);
  const [sessions, series] = await Promise.all([
    sessionsIn(store, ids, ['scheduled', 'live', 'awaitingNotes'], mostListed),
    runningSeries(store, ids),
  ]);
  const runs = await Promise.all(
    sessions.map((session) =>
      rowOf(
        turn,
        session,
        communities.find(({ id }) => id === session.body.communityId),
      ),
    ),
  );
  const heading = words('hours.hostHeading');
  const rows = series.filter(({ body }) => isOn(body, turn.now)).slice(0, mostListed);
  const noteLine = runs.length + rows.length === 0 ? words('hours.noneStart') : '';
  const data = {
    ...{ summary: heading, heading, hasNote: noteLine !== '', noteLine, sessions: [] },
    runs: runs.flatMap((row) => row ?? []),
    series: rows.map((each) => seriesRow(turn, each)),
    ...{ canStart: true, startTitle: words(rows.length > 0 ? 'hours.another' : 'hours.start'), canHost: false },
  };
  return { kind: 'card', card: hoursCard.render(data, words, placeOf(turn)) };
}

/** A series whose last date has passed is over, whatever it is called. */
const isOn = (series: Series, now: Date): boolean => series.state === 'paused' || hasDates(series, now);

function seriesRow(turn: Turn, { id, body }: Loaded<Series>) {
  const state = body.state === 'paused' ? turn.words('series.state.paused') : '';
  return { seriesId: id, title: body.title, text: [state, ruleLine(turn, body)].filter(Boolean).join(' · ') };
}
