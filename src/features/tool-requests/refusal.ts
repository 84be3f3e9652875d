/** Why a press through the tab did nothing, as its reply. */
import type { ProblemCode } from '../../core/errors.ts';
import type { Reply } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';
import type { RequestDeps } from './form.ts';
import type { Refused } from './press.ts';
import { decidedBy } from './review.ts';

export type RefusedReply = Extract<Reply, { kind: 'refused' }>;

export async function refusalReply(deps: RequestDeps, turn: Turn, refused: Refused): Promise<RefusedReply> {
  switch (refused.kind) {
    case 'missing':
      return refuse('not_found');
    case 'stale':
      return refuse('stale');
    case 'wrong': {
      const { problem } = refused;
      return { ...refuse(problem.error, problem.message), ...(problem.path ? { fields: [problem] } : {}) };
    }
    case 'refused':
      return refusedBy(deps, turn, refused);
  }
}

async function refusedBy(
  deps: RequestDeps,
  turn: Turn,
  { loaded, why }: Extract<Refused, { kind: 'refused' }>,
): Promise<RefusedReply> {
  switch (why.kind) {
    case 'hidden':
      return refuse('not_found');
    case 'forbidden':
      return refuse('forbidden');
    case 'ownRequest':
      return refuse('own_request');
    case 'newerProposal':
      return refuse('stale', turn.words('proposal.newer'));
    case 'alreadyAsked':
    case 'outdated':
      return refuse('already_done');
    case 'alreadyDecided':
      return refuse(
        'already_resolved',
        turn.words('error.already_resolved', await decidedBy(deps, turn, loaded.request)),
      );
  }
}

const refuse = (code: ProblemCode, message?: string): RefusedReply => ({
  ...{ kind: 'refused', code },
  ...(message === undefined ? {} : { message }),
});
