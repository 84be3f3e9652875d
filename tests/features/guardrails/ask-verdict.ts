/** Asks the verdict of a small world: tool `a`, asked with internal data by a recruiter in HR. */
import type { VerdictQuestion } from '../../../src/core/rulebook.ts';
import type { Decision, Guardrail, Tool } from '../../../src/features/guardrails/model.ts';
import type { Identified } from '../../../src/features/guardrails/rules.ts';
import { decideVerdict } from '../../../src/features/guardrails/verdict.ts';
import { aTool, type Cells, someRules, today } from '../../helpers/builders.ts';

export interface Case {
  readonly cells?: Cells;
  readonly tool?: Partial<Tool>;
  readonly others?: readonly Identified<Tool>[];
  readonly decisions?: readonly Identified<Decision>[];
  readonly guardrails?: readonly Identified<Guardrail>[];
  readonly ask?: Partial<VerdictQuestion>;
}

export function answer({ cells, tool, others = [], decisions = [], guardrails = [], ask }: Case) {
  const rules = someRules({ tools: [aTool('a', cells, tool), ...others], decisions, guardrails });
  const reader = { departmentId: 'hr', roleIds: ['recruiter'] };
  return decideVerdict(rules, { toolId: 'a', dataClassId: 'internal', reader, now: today, ...ask });
}

export const verdict = (given: Case) => answer(given).verdict;
export const internal = (cell: Cells[string]): Cells => ({ internal: cell });
export const both = { toolIds: ['a'], dataClassIds: ['internal'] };
export const dueOn = (reviewDue: string) => internal({ verdict: 'allowed', reviewDue });
