/** What is read after a press on an outcome. */
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { type Closing, closeStep, makeRecord } from './outcome.ts';
import { openOutcome, openOutcomes } from './outcome-view.ts';
import type { TalkDesk } from './talk-desk.ts';

export async function makeOutcome(desk: TalkDesk, turn: Turn, outcomeId: string): Promise<Answer> {
  const made = await makeRecord(desk, turn, outcomeId);
  switch (made.kind) {
    case 'missing':
      return refused(turn, 'not_found');
    case 'forbidden':
    case 'stale':
      return refused(turn, made.kind);
    case 'gone':
      return openOutcomes(desk, turn, made.sessionId, turn.words('outcomes.gone'));
    default: {
      const { kind, refId } = made.outcome;
      return openOutcomes(desk, turn, made.sessionId, refId ? turn.words(`outcomes.made.${kind}`) : '');
    }
  }
}

/** A next step is done, or will not be done any more. */
export async function closeOutcome(desk: TalkDesk, turn: Turn, closing: Closing): Promise<Answer> {
  const closed = await closeStep(desk, turn, closing);
  if (!('outcome' in closed)) return refused(turn, closed.kind === 'missing' ? 'not_found' : 'stale');
  const isSo = closed.outcome.state === closing.state;
  return openOutcome(desk, turn, closing.outcomeId, isSo ? turn.words(`outcomes.closed.${closing.state}`) : '');
}
