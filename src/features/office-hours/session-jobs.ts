/** The clock at a session: it begins, it ends. */
import type { Job } from '../../core/feature.ts';
import { repostOperation } from '../../core/post.ts';
import type { Turn } from '../../core/turn.ts';
import { auditOf, loadSession, replaced } from './documents.ts';
import { sessionPost } from './rsvp-promote.ts';
import { decideSession } from './session-rules.ts';
import { notesNews } from './talk-news.ts';
import { beginJob, finishJob } from './timeline.ts';

const system = { personId: 'system', isHost: false, isAdmin: false, isSystem: true, sees: true };

export const sessionJobs: Job[] = (
  [
    [beginJob, 'begin'],
    [finishJob, 'finish'],
  ] as const
).map(([name, event]) => ({ name, run: (turn, { subject, facts }) => happened(turn, subject, event, facts.sequence) }));

/** Void when it was moved or cancelled since. */
async function happened(turn: Turn, id: string, name: 'begin' | 'finish', sequence = '') {
  const loaded = await loadSession(turn.store, id);
  if (!loaded || String(loaded.body.sequence) !== sequence) return [];
  const outcome = decideSession({ session: loaded.body, event: { name }, actor: system, now: turn.now });
  if (outcome.kind !== 'changed') return [];
  const state = { before: loaded.body.state, after: outcome.session.state };
  return [
    replaced('session', loaded, outcome.session),
    auditOf(turn, { entityType: 'session', entityId: id, event: name, changes: { state } }),
    repostOperation(turn.now, sessionPost, id),
    ...(name === 'finish' ? [notesNews(turn.now, id, 'due')] : []),
  ];
}
