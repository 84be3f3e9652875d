/** What a host hears (product 8.6), on the card of their day: who comes and what is proposed, that notes are due. */
import type { WriteOperation } from '../../core/documents.ts';
import { type Notice, type NoticeKind, noticeOperation } from '../../core/notice.ts';
import { dayOf } from '../../core/time.ts';
import type { Desk } from './desk.ts';
import { loadSeries, loadSession } from './documents.ts';

export const hostNewsNotice = 'hostNews';

type About = 'day' | 'agenda' | 'notes' | 'unnoted';

const news = (now: Date, subject: string, about: About, more: Partial<Notice> = {}): WriteOperation =>
  noticeOperation(now, { kind: hostNewsNotice, subject, audience: 'host', occurrence: about, ...more });

/** For the write of an answer or a topic: the first of a day is told, and its card shows all that came until then. */
export async function dailyNews(
  now: Date,
  sessionId: string,
  isPlanned: (id: string) => Promise<boolean>,
): Promise<WriteOperation[]> {
  const plan = news(now, sessionId, 'day', { occurrence: `day/${dayOf(now)}` });
  return (await isPlanned(plan.id)) ? [] : [plan];
}

export const agendaNews = (now: Date, sessionId: string, sequence: string): WriteOperation =>
  news(now, sessionId, 'agenda', { occurrence: `agenda/${sequence}` });

/** For the write that ends a session, and once more some days later. */
export const notesNews = (now: Date, sessionId: string, step: 'due' | 'reminder'): WriteOperation =>
  news(now, sessionId, 'notes', { occurrence: `notes/${step}` });

export const closedNews = (now: Date, sessionId: string): WriteOperation => news(now, sessionId, 'unnoted');

export const hostNews = (desk: Desk): NoticeKind => ({
  kind: hostNewsNotice,
  lane: 'work',
  /** Whoever hosts it when it leaves. */
  async recipients({ store }, { subject }) {
    const found = await loadSession(store, subject);
    return found ? [found.body.hostId] : [];
  },
  async card(turn, { subject, occurrence }) {
    const session = await loadSession(turn.store, subject);
    const series = session && (await loadSeries(turn.store, session.body.seriesId));
    if (!session || !series) return undefined;
    const [about = 'day'] = occurrence.split('/');
    return desk.noteCard(turn, { heading: series.body.title, text: turn.words(`hostNews.${about}`) });
  },
});
