/** The tenant's rules in memory: what the verdict is computed from. */
import type { ScenarioFacts } from '../../core/rulebook.ts';
import type { DataClass, Decision, Guardrail, Tool } from './model.ts';

export type Identified<T> = T & { readonly id: string };

export interface Rules {
  readonly tools: ReadonlyMap<string, Identified<Tool>>;
  readonly classes: ReadonlyMap<string, Identified<DataClass>>;
  readonly decisions: readonly Identified<Decision>[];
  readonly guardrails: readonly Identified<Guardrail>[];
  readonly highestClassId: string;
  /** Active guardrails of a scenario: attached by hand or added by rule. */
  guardrailsOf(scenario: ScenarioFacts): readonly Identified<Guardrail>[];
}

export function rulesOf(documents: {
  tools: readonly Identified<Tool>[];
  classes: readonly Identified<DataClass>[];
  decisions: readonly Identified<Decision>[];
  guardrails: readonly Identified<Guardrail>[];
}): Rules {
  const active = documents.guardrails.filter((g) => g.state === 'active');
  return {
    tools: byId(documents.tools),
    classes: byId(documents.classes),
    decisions: documents.decisions,
    guardrails: documents.guardrails,
    highestClassId: documents.classes.toSorted((a, b) => b.rank - a.rank)[0]?.id ?? 'unknown',
    guardrailsOf: (scenario) =>
      active.filter((g) => scenario.guardrailIds.includes(g.id) || appliesByRule(g, scenario)),
  };
}

/** Where a guardrail adds itself; all lists empty = chosen by hand only. */
export function appliesByRule({ appliesTo }: Guardrail, scenario: ScenarioFacts): boolean {
  return (
    appliesTo.all ||
    appliesTo.departmentIds.includes(scenario.departmentId) ||
    appliesTo.workflowIds.includes(scenario.workflowId) ||
    appliesTo.dataClassIds.includes(scenario.dataClassId) ||
    appliesTo.toolIds.some((id) => scenario.toolIds.includes(id))
  );
}

const byId = <T extends { readonly id: string }>(items: readonly T[]): Map<string, T> =>
  new Map(items.map((item) => [item.id, item]));
