/** The second signature: an HR lead confirms what was proposed, and it is decided for everyone. */
import { z } from 'zod';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { saveDecision } from './decided.ts';
import type { Loaded } from './documents.ts';
import type { FlagDeps } from './form.ts';
import { refusalToSign } from './lifecycle.ts';
import { before, openFlag, told } from './review.ts';
import { unconcerned } from './reviewers.ts';

export const signed = z.object({ flagId: z.string().max(100), proposalId: z.string().max(100).default('') });

/** Only the proposal that was read: a press that meets a newer one shows that instead. */
export async function confirmFlag(
  deps: FlagDeps,
  turn: Turn,
  press: z.infer<typeof signed>,
  tries = 4,
): Promise<Answer> {
  const at = await before(deps, turn, press.flagId);
  if (!at) return refused(turn, 'not_found');
  const refusal = refusalToSign(at.loaded.flag, at.actor, press.proposalId);
  const { proposal } = at.loaded.flag;
  if (refusal || !proposal) return told(deps, turn, at, refusal ?? { kind: 'outdated' });
  const { by: proposedBy, ruling, why, condition } = proposal;
  if (!(await mayStillDecide(deps, turn, at.loaded, proposedBy))) {
    const name = await deps.nameOf(turn, proposedBy);
    return openFlag(deps, turn, press.flagId, turn.words('proposal.proposerGone', { name }));
  }
  const ruled = { ruling, why, aboutPeople: true, proposedBy, ...(condition ? { condition } : {}) };
  if (await saveDecision(deps, turn, at.loaded, ruled))
    return openFlag(deps, turn, press.flagId, turn.words('flag.done.decide'));
  return tries > 1 ? confirmFlag(deps, turn, press, tries - 1) : refused(turn, 'stale');
}

/** Both must hold their right when it is signed. */
const mayStillDecide = async (deps: FlagDeps, turn: Turn, { flag }: Loaded, personId: string): Promise<boolean> =>
  (await unconcerned(deps, turn, flag, await deps.holders(turn, ['governance']))).includes(personId);
