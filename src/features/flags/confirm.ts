/** The second signature: an HR lead confirms what was proposed, and it is decided for everyone. */
import { z } from 'zod';
import type { Answer, Turn } from '../../core/turn.ts';
import { saveDecision } from './decided.ts';
import type { Loaded } from './documents.ts';
import type { FlagDeps } from './form.ts';
import { refusalToSign } from './lifecycle.ts';
import { before, type Pressed } from './press.ts';
import { answerTo, openFlag } from './review.ts';
import { unconcerned } from './reviewers.ts';

export const signed = z.object({ flagId: z.string().max(100), proposalId: z.string().max(100).default('') });

export const confirmFlag = async (deps: FlagDeps, turn: Turn, press: z.infer<typeof signed>): Promise<Answer> =>
  answerTo(deps, turn, await sign(deps, turn, press), {
    flagId: press.flagId,
    onProblem: (note) => openFlag(deps, turn, press.flagId, note),
  });

/** Only the proposal that was read: a press that meets a newer one shows that instead. */
export async function sign(
  deps: FlagDeps,
  turn: Turn,
  press: z.infer<typeof signed> & { readonly version?: string },
  tries = 4,
): Promise<Pressed> {
  const at = await before(deps, turn, press.flagId);
  if (!at) return { kind: 'hidden' };
  const refusal = refusalToSign(at.loaded.flag, at.actor, press.proposalId);
  const { proposal } = at.loaded.flag;
  if (refusal || !proposal) return { kind: 'refused', refusal: refusal ?? { kind: 'outdated' }, at };
  if (press.version !== undefined && press.version !== at.loaded.version) return { kind: 'stale' };
  const { by: proposedBy, ruling, why, condition } = proposal;
  if (!(await mayStillDecide(deps, turn, at.loaded, proposedBy))) {
    const name = await deps.nameOf(turn, proposedBy);
    const note = turn.words('proposal.proposerGone', { name });
    return { kind: 'problem', problem: { field: 'proposalId', code: 'stale', note }, at };
  }
  const ruled = { ruling, why, aboutPeople: true, proposedBy, ...(condition ? { condition } : {}) };
  if (await saveDecision(deps, turn, at.loaded, ruled)) return { kind: 'done', note: turn.words('flag.done.decide') };
  return tries > 1 ? sign(deps, turn, press, tries - 1) : { kind: 'stale' };
}

/** Both must hold their right when it is signed. */
const mayStillDecide = async (deps: FlagDeps, turn: Turn, { flag }: Loaded, personId: string): Promise<boolean> =>
  (await unconcerned(deps, turn, flag, await deps.holders(turn, ['governance']))).includes(personId);
