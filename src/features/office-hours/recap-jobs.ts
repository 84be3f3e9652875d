/** Notes that nobody wrote: asked for once more after some days, and after a week the session is closed without them. */
import type { Job } from '../../core/feature.ts';
import { loadSession } from './documents.ts';
import { closingOperations } from './recap.ts';
import { closedNews, notesNews } from './talk-news.ts';
import { notesJob } from './timeline.ts';

export const sessionNotes: Job = {
  name: notesJob,
  async run(turn, { subject, facts }) {
    const found = await loadSession(turn.store, subject);
    const isMeant = found?.body.state === 'awaitingNotes' && String(found.body.sequence) === facts.sequence;
    if (!found || !isMeant) return [];
    if (facts.step === 'reminder') return [notesNews(turn.now, subject, 'reminder')];
    return [...(await closingOperations(turn, found, 'noNotes')), closedNews(turn.now, subject)];
  },
};
