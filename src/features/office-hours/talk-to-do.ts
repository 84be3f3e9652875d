/** What waits for a host: notes of sessions that are over, topics to look at, and who said lately whether they come. */
import { type ItemLine, itemsShown } from '../../core/items.ts';
import { shorten } from '../../core/text.ts';
import { readableTime } from '../../core/time.ts';
import type { Turn } from '../../core/turn.ts';
import { afterWorkingDays } from '../../core/working-time.ts';
import { type Loaded, loadSeries, sessionOf, topicsOf } from './documents.ts';
import type { Session } from './model.ts';
import { isOpen } from './topic-rules.ts';

const sessionsRead = 20;
/** Further ahead nobody has to do anything yet. */
const mostAhead = 5;
const notesDays = 3;
/** Answers of a Friday are still news on the card of Monday. */
const newsMs = 3 * 86_400_000;
const maxTitle = 120;

/** Undefined for whoever hosts nothing. */
export async function hostsToDo(turn: Turn): Promise<ItemLine[] | undefined> {
  const { items } = await turn.store.find({
    kind: 'session',
    where: [
      ['hostId', '=', turn.who.personId],
      ['state', 'in', ['scheduled', 'live', 'awaitingNotes']],
    ],
    orderBy: { field: 'startsAt', direction: 'asc' },
    limit: sessionsRead,
  });
  if (items.length === 0) return undefined;
  const sessions = items.map(sessionOf);
  const over = sessions.filter(({ body }) => body.state === 'awaitingNotes');
  const now = turn.now.toISOString();
  const ahead = sessions.filter(({ body }) => body.state === 'scheduled' && body.startsAt > now).slice(0, mostAhead);
  const lines = await Promise.all([
    ...over.map((each) => notesLine(turn, each)),
    ...ahead.map((each) => newsLine(turn, each)),
  ]);
  return lines.flatMap((line) => line ?? []).slice(0, itemsShown);
}

async function notesLine(turn: Turn, { id, body }: Loaded<Session>): Promise<ItemLine> {
  const { words, who } = turn;
  const due = afterWorkingDays(new Date(body.endsAt), notesDays, who.zone);
  const said = { what: words('items.kind.session'), status: words('items.notes') };
  const text = words('items.line', { ...said, due: readableTime(due, who.zone, who.locale) });
  return { id, title: await titleOf(turn, body), text, at: due.toISOString() };
}

/** Nothing where nobody said or brought anything lately. */
async function newsLine(turn: Turn, { id, body }: Loaded<Session>): Promise<ItemLine | undefined> {
  const { words, who } = turn;
  const topics = (await topicsOf(turn.store, id)).filter((each) => isOpen(each.body) && each.body.state !== 'accepted');
  if (topics.length === 0 && !(await hasNews(turn, id))) return undefined;
  const coming = words('items.coming', { count: body.seatsTaken });
  const parts = [
    ...(topics.length > 0 ? [words('items.topics', { count: topics.length })] : []),
    body.waiting > 0 ? words('items.comingAndWaiting', { coming, waiting: body.waiting }) : coming,
    readableTime(new Date(body.startsAt), who.zone, who.locale),
  ];
  const text = words('items.lineOver', { what: words('items.kind.session'), status: parts.join(' · ') });
  return { id, title: await titleOf(turn, body), text, at: body.startsAt };
}

async function hasNews({ store, now }: Turn, sessionId: string): Promise<boolean> {
  const where = [
    ['sessionId', '=', sessionId],
    ['updatedAt', '>=', new Date(now.getTime() - newsMs).toISOString()],
  ] as const;
  return (await store.find({ kind: 'rsvp', where, limit: 1 })).items.length > 0;
}

const titleOf = async ({ store, words }: Turn, { seriesId }: Session): Promise<string> =>
  shorten((await loadSeries(store, seriesId))?.body.title ?? words('items.kind.session'), maxTitle);
