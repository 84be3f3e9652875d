/** The second signature: an HR lead confirms what was proposed, and it is decided for everyone. */
import { z } from 'zod';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { saveDecision } from './decided.ts';
import type { RequestDeps } from './form.ts';
import { refusalToSign } from './lifecycle.ts';
import type { ToolRequest } from './model.ts';
import { before, type Refused } from './press.ts';
import { filledFrom } from './propose.ts';
import { openRequest, told } from './review.ts';
import { problemOf } from './ruling-problem.ts';

export const signed = z.object({ requestId: z.string().max(100), proposalId: z.string().max(100).default('') });

/** Only the proposal that was read: a press that meets a newer one shows that instead. */
export async function confirmRequest(deps: RequestDeps, turn: Turn, press: z.infer<typeof signed>): Promise<Answer> {
  const { requestId, proposalId } = press;
  const result = await sign(deps, turn, { requestId, proposalId: () => proposalId });
  switch (result.kind) {
    case 'done':
      return openRequest(deps, turn, requestId, turn.words('request.done.decide'));
    case 'missing':
      return refused(turn, 'not_found');
    case 'stale':
      return refused(turn, 'stale');
    case 'refused':
      return told(deps, turn, result.loaded, result.why);
    case 'wrong':
      return openRequest(deps, turn, requestId, result.problem.message);
  }
}

interface Signing {
  readonly requestId: string;
  /** The proposal that the person read. */
  readonly proposalId: (request: ToolRequest) => string;
  /** What the person saw: another version is not signed. */
  readonly version?: string;
}

export async function sign(
  deps: RequestDeps,
  turn: Turn,
  signing: Signing,
  tries = signing.version === undefined ? 6 : 1,
): Promise<{ kind: 'done' } | Refused> {
  const { requestId, proposalId, version } = signing;
  const at = await before(turn, requestId);
  if (!at) return { kind: 'missing' };
  const { loaded, actor } = at;
  if (version !== undefined && version !== loaded.version) return { kind: 'stale' };
  const refusal = refusalToSign(loaded.request, actor, proposalId(loaded.request));
  const { proposal } = loaded.request;
  if (refusal || !proposal) return { kind: 'refused', loaded, why: refusal ?? { kind: 'outdated' } };
  if (!(await mayStillDecide(deps, turn, loaded.request, proposal.by))) {
    const message = turn.words('proposal.proposerGone', { name: await deps.nameOf(turn, proposal.by) });
    return { kind: 'wrong', at, problem: { path: '', error: 'incomplete', message } };
  }
  const filled = filledFrom(requestId, proposal);
  // The list of tools may have changed since it was proposed.
  const problem = problemOf(turn, filled, await deps.rulebook(turn));
  if (problem) return { kind: 'wrong', at, problem };
  if (await saveDecision(deps, turn, at, { filled, proposal })) return { kind: 'done' };
  return tries > 1 ? sign(deps, turn, signing, tries - 1) : { kind: 'stale' };
}

/** Both must hold their right when it is signed, and a request may have passed to the one who proposed. */
const mayStillDecide = async (deps: RequestDeps, turn: Turn, { requesterId }: ToolRequest, personId: string) =>
  personId !== requesterId && (await deps.holders(turn, ['governance'])).includes(personId);
