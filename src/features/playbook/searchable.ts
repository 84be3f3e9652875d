/** What can be found of a scenario and where it counts (product 8.1: title x3, tags x2, role x1.5, body x1). */
import type { SearchDocument } from '../../core/search.ts';

export interface SearchableScenario {
  readonly id: string;
  readonly revision: string;
  readonly title: string;
  readonly helpsYou: string;
  readonly problem: string;
  readonly task: string;
  readonly tags: readonly string[];
  readonly whenToUse: readonly string[];
  readonly inputs: readonly { readonly name: string }[];
  readonly prompts: readonly { readonly title: string; readonly variables: readonly { readonly label: string }[] }[];
  readonly steps: readonly { readonly text: string }[];
  readonly criteria: readonly { readonly text: string }[];
  readonly goodExample: { readonly text: string };
  /** Names and aliases of its roles. */
  readonly roleNames: readonly string[];
  readonly workflowName: string;
  readonly departmentName: string;
  readonly toolNames: readonly string[];
  /** Of what it replaced. */
  readonly formerTitles?: readonly string[];
}

/** Left out on purpose: when not to use it, the weak example and the prompts' texts speak of what it is not for. */
export function searchable(scenario: SearchableScenario): SearchDocument {
  const { id, title, tags, task, roleNames, formerTitles = [] } = scenario;
  const revision = [scenario.revision, ...formerTitles].join('/');
  const found = [...tags, ...formerTitles];
  return { id, revision, title, tags: found, roles: roleNames, task, body: body(scenario).join('\n') };
}

function body(scenario: SearchableScenario): string[] {
  return [
    scenario.helpsYou,
    scenario.problem,
    scenario.workflowName,
    scenario.departmentName,
    ...scenario.toolNames,
    ...scenario.whenToUse,
    ...scenario.inputs.map((input) => input.name),
    ...scenario.prompts.flatMap((prompt) => [prompt.title, ...prompt.variables.map((variable) => variable.label)]),
    ...scenario.steps.map((step) => step.text),
    ...scenario.criteria.map((criterion) => criterion.text),
    scenario.goodExample.text,
  ];
}
