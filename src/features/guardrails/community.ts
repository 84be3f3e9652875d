/** Decisions in force that are new, and what changed of tools, for a community: everyone may see them. */
import type { CommunityAsk, CommunityDecision } from '../../core/community.ts';
import { findAll } from '../../core/documents.ts';
import type { Turn } from '../../core/turn.ts';
import { changeKind } from './changes.ts';
import { toolChange } from './model.ts';
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

export interface ToolNews {
  readonly id: string;
  readonly title: string;
}

/** What changed of tools in use since this moment, the newest first. */
export async function toolNews({ store }: Turn, { tools }: Rules, since: string): Promise<ToolNews[]> {
  const changes: (ToolNews & { readonly happenedOn: string })[] = [];
  const where = [['happenedOn', '>=', since.slice(0, 10)]] as const;
  for await (const { id, body } of findAll(store, { kind: changeKind, where })) {
    const { toolId, title, happenedOn } = toolChange.parse(body);
    const tool = tools.get(toolId);
    if (tool?.status === 'active') changes.push({ id, title: `${tool.name}: ${title}`, happenedOn });
  }
  return changes.toSorted((a, b) => (a.happenedOn < b.happenedOn ? 1 : -1));
}
