/** The card of a reminder: title and time first, so that a second copy is seen as the same one; then the time really left. */
import { remember } from '../../core/bounded.ts';
import type { Card } from '../../core/card.ts';
import { placeOf } from '../../core/place.ts';
import { readableTime } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import { reminderCard } from './cards/reminder.card.ts';
import type { Desk } from './desk.ts';
import { type Loaded, topicsOf } from './documents.ts';
import type { Series, Session } from './model.ts';
import { agendaLines } from './topic-rules.ts';

const minuteMs = 60_000;
const hourMinutes = 60;

export interface Reminded {
  readonly session: Loaded<Session>;
  readonly series: Loaded<Series>;
}

export async function reminderCardFor(desk: Desk, turn: Turn, { session, series }: Reminded): Promise<Card> {
  const { words, who } = turn;
  const { startsAt, hostId, joinUrl = series.body.meeting.joinUrl ?? '' } = session.body;
  const time = readableTime(new Date(startsAt), who.zone, who.locale);
  const { title } = series.body;
  const data = {
    ...{ summary: words('reminder.summary', { title, time }), sessionId: session.id, title, timeLine: time },
    leftLine: leftLine(turn, startsAt),
    hostLine: words('rsvp.host', { name: await desk.nameOf(turn, hostId) }),
    agenda: (await agendaOf(turn, session.id)).map((text) => ({ text })),
    ...{ hasJoin: joinUrl !== '', joinUrl },
  };
  return reminderCard.render(data, words, placeOf(turn));
}

const agendas = new Map<string, Promise<readonly string[]>>();
const mostAgendas = 50;

/** Hundreds are reminded of one session in a minute: what it talks about is asked once for all of them. */
function agendaOf({ store, now }: Turn, sessionId: string): Promise<readonly string[]> {
  const key = `${store.tenantId}/${sessionId}/${Math.floor(now.getTime() / minuteMs)}`;
  const known = agendas.get(key);
  if (known) return known;
  const asked = topicsOf(store, sessionId).then((topics) => agendaLines(topics));
  remember(agendas, key, asked, mostAgendas);
  asked.catch(() => agendas.delete(key));
  return asked;
}

/** As it is when the card is made: a reminder that was held up says how little is left. */
function leftLine({ words, now }: Turn, startsAt: string): string {
  const minutes = Math.max(1, Math.round((Date.parse(startsAt) - now.getTime()) / minuteMs));
  return minutes < 2 * hourMinutes
    ? words('reminder.minutes', { count: minutes })
    : words('reminder.hours', { count: Math.round(minutes / hourMinutes) });
}
