/** Decisions in force that are new, for a channel's page: everyone may see them. */
import type { CommunityAsk, CommunityDecision } from '../../core/community.ts';
import type { Turn } from '../../core/turn.ts';
import type { Rules } from './rules.ts';

export function newDecisions(
  { words }: Turn,
  { decisions }: Rules,
  { departmentIds, limit, since }: CommunityAsk & { since: string },
): CommunityDecision[] {
  return decisions
    .flatMap((each) =>
      each.state === 'active' && each.answer && each.decidedAt ? [{ ...each, decidedAt: each.decidedAt }] : [],
    )
    .filter(({ decidedAt }) => decidedAt >= since)
    .filter(
      ({ scope }) =>
        departmentIds.length === 0 ||
        scope.departmentIds.length === 0 ||
        scope.departmentIds.some((id) => departmentIds.includes(id)),
    )
    .toSorted((a, b) => (a.decidedAt < b.decidedAt ? 1 : -1))
    .slice(0, limit)
    .map(({ id, question, answer = 'notYet', why, conditions, decidedAt }) => ({
      ...{ id, question, why, conditions, decidedAt },
      answer: words(`decision.answer.${answer}`),
    }));
}
