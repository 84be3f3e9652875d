/** A decision about sensitive data or people by somebody who is no HR lead: kept on the request until an HR lead signs it. */
import { noticeOperation } from '../../core/notice.ts';
import { proposalIdOf } from '../../core/proposal.ts';
import type { Turn } from '../../core/turn.ts';
import { undoable } from '../../core/undo.ts';
import { changeOperations, kind } from './documents.ts';
import type { RequestDeps } from './form.ts';
import { happen } from './lifecycle.ts';
import type { Proposal, ToolRequest } from './model.ts';
import type { Before } from './press.ts';
import type { Filled } from './ruling-input.ts';

/** Takes the place of an earlier one; false when somebody was faster. */
export async function propose(
  { hash }: RequestDeps,
  turn: Turn,
  { loaded, actor }: Before,
  filled: Filled,
): Promise<boolean> {
  const id = proposalIdOf(hash, turn);
  if (loaded.request.proposal?.id === id) return true;
  const proposal = { id, by: turn.who.personId, at: turn.now.toISOString(), ...saidIn(filled) };
  const outcome = happen({ request: loaded.request, event: { name: 'propose', proposal }, actor, now: turn.now });
  if (outcome.kind !== 'changed') return false;
  const isTakenUp = loaded.request.state !== outcome.request.state;
  const operations = [
    ...(await changeOperations(turn, { loaded, ...outcome })),
    noticeOperation(turn.now, {
      ...{ kind: 'requestConfirm', subject: loaded.id, audience: 'hrLead', isUrgent: true, occurrence: id },
    }),
    ...(isTakenUp ? [noticeOperation(turn.now, { kind: 'requestState', subject: loaded.id })] : []),
  ];
  const undo = { entityType: kind, entityId: loaded.id, event: 'propose' };
  const result = await turn.store.write(await undoable(turn, undo, operations));
  return result.kind === 'ok';
}

const saidIn = ({ ruling = 'blocked', why, condition, dataClassId, listName, toolKind, accountKind }: Filled) => ({
  ...{ ruling, why, listName, accountKind },
  ...(ruling === 'limited' ? { condition } : {}),
  ...(dataClassId ? { dataClassId } : {}),
  ...(toolKind ? { toolKind } : {}),
});

/** What the form would send for it. */
export const filledFrom = (requestId: string, proposal: Proposal): Filled => {
  const { ruling, why, condition = '', dataClassId = '', listName, toolKind, accountKind } = proposal;
  return { requestId, ruling, why, condition, dataClassId, listName, toolKind, accountKind };
};

/** HR leads who may sign: the one who asked may not. */
export const signersFor = async (deps: RequestDeps, turn: Turn, { requesterId }: ToolRequest): Promise<string[]> =>
  (await deps.holders(turn, ['hrLead'])).filter((id) => id !== requesterId);

/** What the one who proposed reads: without an HR lead somebody must be named first. */
export async function proposedNote(deps: RequestDeps, turn: Turn, request: ToolRequest): Promise<string> {
  const able = await signersFor(deps, turn, request);
  return turn.words(able.length > 0 ? 'request.done.propose' : 'proposal.noHrLead');
}
