/** The tenant's playbook in memory: what every search, card and form is made from. */

import type { ScenarioFacts } from '../../core/rulebook.ts';
import { fold } from '../../core/text.ts';
import type { Department, Pack, Role, Scenario, Workflow } from './model.ts';
import type { ScenarioVersion } from './scenario-version.ts';

export type Identified<T> = T & { readonly id: string };

/** A scenario with its live contract and the workflow it belongs to. */
export interface Entry {
  readonly id: string;
  readonly head: Scenario;
  readonly contract: ScenarioVersion;
  readonly workflow: Identified<Workflow>;
  readonly department: Identified<Department>;
  readonly facts: ScenarioFacts;
  /** Changes whenever anything shown of the scenario does. */
  readonly revision: string;
}

export interface Book {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly workflows: ReadonlyMap<string, Identified<Workflow>>;
  readonly departments: ReadonlyMap<string, Identified<Department>>;
  readonly roles: ReadonlyMap<string, Identified<Role>>;
  readonly packs: ReadonlyMap<string, Identified<Pack>>;
  /** Names of the people that cards point to: owners, reviewers, HR leads. */
  readonly names: ReadonlyMap<string, string>;
  /** The role that everyone has who chose none. */
  readonly everyone: Identified<Role> | undefined;
}

export interface BookDocuments {
  readonly departments: readonly Identified<Department>[];
  readonly workflows: readonly Identified<Workflow>[];
  readonly roles: readonly Identified<Role>[];
  readonly scenarios: readonly (Identified<Scenario> & { readonly revision: string })[];
  readonly versions: readonly (ScenarioVersion & { readonly revision: string })[];
  readonly packs: readonly Identified<Pack>[];
  readonly names: ReadonlyMap<string, string>;
}

const everyoneSlug = 'everyone';

export function bookOf(documents: BookDocuments): Book {
  const departments = byId(documents.departments);
  const workflows = byId(documents.workflows);
  const live = new Map(documents.versions.map((v) => [`${v.scenarioId}/${v.version}`, v]));
  const entries = documents.scenarios.flatMap((head) => {
    const contract = head.liveVersion === undefined ? undefined : live.get(`${head.id}/${head.liveVersion}`);
    const workflow = workflows.get(head.workflowId);
    const department = workflow && departments.get(workflow.departmentId);
    return contract && workflow && department ? [entryOf(head, contract, workflow, department)] : [];
  });
  return {
    entries: byId(entries),
    workflows,
    departments,
    roles: byId(documents.roles),
    packs: byId(documents.packs),
    names: documents.names,
    everyone: documents.roles.find((r) => r.slug === everyoneSlug),
  };
}

function entryOf(
  head: Identified<Scenario> & { readonly revision: string },
  contract: BookDocuments['versions'][number],
  workflow: Identified<Workflow>,
  department: Identified<Department>,
): Entry {
  const { toolIds, dataClassId, guardrailIds } = contract;
  const facts = {
    id: head.id,
    workflowId: workflow.id,
    departmentId: department.id,
    toolIds,
    dataClassId,
    guardrailIds,
    ...(head.hold ? { hold: head.hold } : {}),
  };
  return {
    id: head.id,
    head,
    contract,
    workflow,
    department,
    facts,
    revision: `${head.revision}/${contract.revision}`,
  };
}

/** The role a person means by a name, alias or job title. */
export function roleNamed(book: Book, words: string): Identified<Role> | undefined {
  const wanted = fold(words);
  if (wanted === '') return undefined;
  const roles = [...book.roles.values()].filter((r) => r.active);
  const says = (names: readonly string[], fits: (name: string) => boolean) => names.some((name) => fits(fold(name)));
  const exact = roles.find((r) => says([r.name, r.slug, ...r.aliases, ...r.matchTitles], (name) => name === wanted));
  return (
    exact ?? roles.find((r) => wanted.length > 3 && says([r.name, ...r.aliases], (name) => name.startsWith(wanted)))
  );
}

const byId = <T extends { readonly id: string }>(items: readonly T[]): Map<string, T> =>
  new Map(items.map((i) => [i.id, i]));
