/** What a host reads around a recap: its form, and afterwards what came of it. */
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { openOutcomes } from './outcome-view.ts';
import { type Closed, closeSession, keepRecap } from './recap.ts';
import { type RecapSent, recapForm, recapSent } from './recap-form.ts';
import { openRecapCard } from './recap-view.ts';
import type { TalkDesk } from './talk-desk.ts';
import { sightOf } from './talk-sight.ts';

/** The form while it is still to be written; afterwards what came of it. */
export async function openRecap(desk: TalkDesk, turn: Turn, sessionId: string): Promise<Answer> {
  const sight = await sightOf(desk, turn, sessionId);
  if (!sight) return refused(turn, 'not_found');
  if (sight.session.body.state !== 'recapped') return recapForm(desk, turn, recapSent.parse({ sessionId }));
  return sight.isHost ? openOutcomes(desk, turn, sessionId) : openRecapCard(desk, turn, sessionId);
}

export async function sendRecap(desk: TalkDesk, turn: Turn, sent: RecapSent): Promise<Answer> {
  const closed = await keepRecap(desk, turn, { sent });
  if (closed.kind !== 'wrong') return closedAnswer(desk, turn, sent.sessionId, closed.kind, 'recap.sent');
  const problems = closed.problems.map(({ message }) => message);
  return recapForm(desk, turn, sent, problems);
}

export async function nothingToRecord(desk: TalkDesk, turn: Turn, sessionId: string): Promise<Answer> {
  const { kind } = await closeSession(desk, turn, { sessionId });
  return closedAnswer(desk, turn, sessionId, kind, 'recap.nothing');
}

async function closedAnswer(
  desk: TalkDesk,
  turn: Turn,
  sessionId: string,
  kind: Closed['kind'],
  note: 'recap.sent' | 'recap.nothing',
): Promise<Answer> {
  switch (kind) {
    case 'done':
    case 'again':
      return openOutcomes(desk, turn, sessionId, turn.words(note));
    case 'missing':
    case 'wrong':
      return refused(turn, 'not_found');
    default:
      return refused(turn, kind);
  }
}
