/** What came of a session as the tab shows it: its line, and the way to the record that it became. */
import type { Turn } from '../../core/turn.ts';
import type { Loaded } from './documents.ts';
import type { Outcome } from './model.ts';
import type { SessionOutcome } from './session-contract.ts';
import type { TalkDesk } from './talk-desk.ts';

/** With the way to what became of it, for whoever may go it. */
export async function outcomeShown(desk: TalkDesk, turn: Turn, { id, body }: Loaded<Outcome>): Promise<SessionOutcome> {
  const path = body.refId ? await pathOf(desk, turn, body, body.refId) : undefined;
  return { id, text: body.text, ...(path ? { path } : {}) };
}

async function pathOf(desk: TalkDesk, turn: Turn, { kind, updatedBy }: Outcome, refId: string) {
  switch (kind) {
    case 'discovery':
      return (await desk.mayRead(turn, kind, refId)) ? `/community/discoveries/${refId}` : undefined;
    case 'scenarioEdit':
      return (await desk.mayRead(turn, 'scenario', refId)) ? `/playbook/s/${refId}` : undefined;
    // A question is for whoever asked it, and for those who answer.
    case 'decisionProposed':
      return updatedBy === turn.who.personId ? `/me/flags/${refId}` : undefined;
    default:
      return undefined;
  }
}
