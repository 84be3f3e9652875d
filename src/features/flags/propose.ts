/** A decision about people by somebody who is no HR lead: kept on the question until an HR lead signs it. */
import { proposalIdOf } from '../../core/proposal.ts';
import type { Turn } from '../../core/turn.ts';
import { changeOperations, type Loaded } from './documents.ts';
import type { FlagDeps } from './form.ts';
import type { Flag, Proposal } from './model.ts';
import { unconcerned } from './reviewers.ts';
import { confirmNotice } from './told.ts';

/** Takes the place of an earlier one; false when somebody was faster. */
export async function propose(
  { hash }: FlagDeps,
  turn: Turn,
  loaded: Loaded,
  said: Pick<Proposal, 'ruling' | 'why' | 'condition'>,
): Promise<boolean> {
  const id = proposalIdOf(hash, turn);
  if (loaded.flag.proposal?.id === id) return true;
  const [by, at] = [turn.who.personId, turn.now.toISOString()];
  const { sentBack: _, ...flag } = loaded.flag;
  const proposed: Flag = { ...flag, proposal: { id, by, at, ...said }, updatedAt: at, updatedBy: by };
  const result = await turn.store.write([
    ...changeOperations(turn, { loaded, flag: proposed, events: ['propose'], isSealed: false }),
    confirmNotice(turn.now, loaded.id, id),
  ]);
  return result.kind === 'ok';
}

/** What the one who proposed reads: without an HR lead somebody must be named first. */
export async function proposedNote(deps: FlagDeps, turn: Turn, { flag }: Loaded): Promise<string> {
  const able = await unconcerned(deps, turn, flag, await deps.holders(turn, ['hrLead']));
  return turn.words(able.length > 0 ? 'flag.done.propose' : 'proposal.noHrLead');
}
