/** The second signature: an HR lead confirms what was proposed, and it is decided for everyone. */
import { z } from 'zod';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { saveDecision } from './decided.ts';
import type { RequestDeps } from './form.ts';
import { refusalToSign } from './lifecycle.ts';
import type { ToolRequest } from './model.ts';
import { filledFrom } from './propose.ts';
import { before, openRequest, told } from './review.ts';
import { problemOf } from './ruling-problem.ts';

export const signed = z.object({ requestId: z.string().max(100), proposalId: z.string().max(100).default('') });

/** Only the proposal that was read: a press that meets a newer one shows that instead. */
export async function confirmRequest(
  deps: RequestDeps,
  turn: Turn,
  press: z.infer<typeof signed>,
  tries = 6,
): Promise<Answer> {
  const { requestId, proposalId } = press;
  const at = await before(turn, requestId);
  if (!at) return refused(turn, 'not_found');
  const { request } = at.loaded;
  const refusal = refusalToSign(request, at.actor, proposalId);
  const { proposal } = request;
  if (refusal || !proposal) return told(deps, turn, at.loaded, refusal ?? { kind: 'outdated' });
  if (!(await mayStillDecide(deps, turn, request, proposal.by))) {
    const name = await deps.nameOf(turn, proposal.by);
    return openRequest(deps, turn, requestId, turn.words('proposal.proposerGone', { name }));
  }
  const filled = filledFrom(requestId, proposal);
  // The list of tools may have changed since it was proposed.
  const problem = problemOf(turn, filled, await deps.rulebook(turn));
  if (problem) return openRequest(deps, turn, requestId, problem);
  if (await saveDecision(deps, turn, at, { filled, proposal }))
    return openRequest(deps, turn, requestId, turn.words('request.done.decide'));
  return tries > 1 ? confirmRequest(deps, turn, press, tries - 1) : refused(turn, 'stale');
}

/** Both must hold their right when it is signed, and a request may have passed to the one who proposed. */
const mayStillDecide = async (deps: RequestDeps, turn: Turn, { requesterId }: ToolRequest, personId: string) =>
  personId !== requesterId && (await deps.holders(turn, ['governance'])).includes(personId);
