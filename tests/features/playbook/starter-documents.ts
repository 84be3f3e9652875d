/** The starter scenarios as the search sees them, straight from the content files; ids are slugs. */
import { readdirSync } from 'node:fs';
import { departments } from '../../../src/content/departments.ts';
import { roles } from '../../../src/content/roles.ts';
import { starterScenario } from '../../../src/content/shape.ts';
import { tools } from '../../../src/content/tools.ts';
import { workflows } from '../../../src/content/workflows.ts';
import type { SearchDocument } from '../../../src/core/search.ts';
import { searchable } from '../../../src/features/playbook/searchable.ts';

export interface StarterDocument {
  readonly document: SearchDocument;
  readonly roles: readonly string[];
}

export async function starterDocuments(): Promise<StarterDocument[]> {
  const folder = new URL('../../../src/content/scenarios/', import.meta.url);
  // S01 to S18; later ones belong to the demo and are seen by few.
  const files = readdirSync(folder).filter((name) => /^s(?:0\d|1[0-8])-.*\.ts$/.test(name));
  const modules: unknown[] = await Promise.all(files.map((name) => import(new URL(name, folder).href)));
  return modules.map((module) => toDocument(Object.values(module ?? {})[0]));
}

function toDocument(content: unknown): StarterDocument {
  const scenario = starterScenario.parse(content);
  const workflow = workflows.find((each) => each.slug === scenario.workflow);
  const named = <T extends { slug: string }>(list: readonly T[], slugs: readonly string[]) =>
    list.filter((each) => slugs.includes(each.slug));
  const document = searchable({
    ...scenario,
    id: scenario.slug,
    revision: '1',
    roleNames: named(roles, scenario.roles).flatMap((role) => [role.name, ...role.aliases]),
    workflowName: workflow?.name ?? '',
    departmentName: named(departments, [workflow?.department ?? ''])
      .map((each) => each.name)
      .join(' '),
    toolNames: named(tools, scenario.tools).map((tool) => tool.name),
  });
  return { document, roles: scenario.roles };
}
