/** The rules of a world as a test reads and sets them: who decides about tools, cells by the names of tool and data. */

import { tenantId } from '../helpers/activities.ts';
import { type ApiAnswer, asPerson, type Caller } from '../helpers/api.ts';
import { givenTo } from '../helpers/people.ts';
import type { World } from '../helpers/world.ts';

/** People with grants in every such world, and one without. */
export const [tools, toolsAndHr, second, hrLead, manager, author, owner, member] = [
  601, 602, 603, 604, 605, 606, 607, 608,
];

export async function withPeople(world: World): Promise<void> {
  const store = world.running.store.forTenant(tenantId);
  await givenTo(store, tools, ['governance']);
  await givenTo(store, toolsAndHr, ['governance', 'hrLead']);
  await givenTo(store, second, ['governance']);
  await givenTo(store, hrLead, ['hrLead']);
  await givenTo(store, manager, ['manager']);
  await givenTo(store, author, ['author', 'host']);
  await givenTo(store, owner, ['owner', 'admin']);
}

export interface Matrix {
  readonly as: Caller;
  tool(name: string): Promise<ApiAnswer>;
  classId(name: string): Promise<string>;
  /** The cell as its reader sees it. */
  // biome-ignore lint/suspicious/noExplicitAny: what a test asserts of a body is its own schema
  cell(tool: string, dataClass: string): Promise<any>;
  set(tool: string, dataClass: string, rule: object, version?: string): Promise<ApiAnswer>;
}

export function matrixAs(world: World, number: number): Matrix {
  const as = asPerson(world, number);
  const all = async () => (await as.get('/api/tools')).body;
  const idOf = async (list: 'items' | 'classes', name: string): Promise<string> =>
    (await all())[list].find((each: { name: string }) => each.name === name).id;
  const matrix: Matrix = {
    as,
    tool: async (name) => as.get(`/api/tools/${await idOf('items', name)}`),
    classId: (name) => idOf('classes', name),
    async cell(tool, dataClass) {
      const { items } = await all();
      const id = await matrix.classId(dataClass);
      const row = items.find((each: { name: string }) => each.name === tool);
      return row.cells.find((each: { dataClassId: string }) => each.dataClassId === id);
    },
    async set(tool, dataClass, rule, version) {
      const { body } = await matrix.tool(tool);
      const asked = {
        dataClassId: await matrix.classId(dataClass),
        conditions: [],
        reason: 'Our contract covers it.',
        ...rule,
      };
      return as.post(`/api/tools/${body.id}/rule`, asked, version ?? body.version);
    },
  };
  return matrix;
}
