/** Hundreds of items that wait to be decided, put into the store of a world at once, and the review list read to its end. */
import type { WriteOperation } from '../../src/core/documents.ts';
import { person, tenantId } from '../helpers/activities.ts';
import { asPerson } from '../helpers/api.ts';
import { givenTo } from '../helpers/people.ts';
import type { World } from '../helpers/world.ts';

/** Sees every kind; a second one like them; decides about tools alone; employees. */
export const [all, other, governance, asker, employee, manager] = [971, 972, 973, 974, 975, 976];

export const storeOf = ({ running }: World) => running.store.forTenant(tenantId);
export const idOf = (number: number): string => person(number).aadObjectId;

export async function peopled(world: World): Promise<void> {
  const store = storeOf(world);
  await givenTo(store, all, ['hrLead', 'governance', 'manager', 'owner']);
  await givenTo(store, other, ['hrLead', 'governance', 'manager', 'owner']);
  await givenTo(store, governance, ['governance']);
}

export interface Line {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly dueAt?: string;
  readonly createdAt: string;
}

export const keyOf = ({ kind, id }: Pick<Line, 'kind' | 'id'>): string => `${kind}/${id}`;

/** Every page of a list, with what happens between one and the next. */
export async function pagesOf(
  world: World,
  who: number,
  path: string,
  between: (page: number, seen: readonly Line[]) => Promise<void> = async () => undefined,
): Promise<Line[][]> {
  const pages: Line[][] = [];
  for (let next = ''; ; ) {
    const { status, body } = await asPerson(world, who).get(`${path}${next && `&cursor=${encodeURIComponent(next)}`}`);
    if (status !== 200) throw new Error(JSON.stringify(body));
    pages.push(body.items);
    if (!body.next) return pages;
    if (body.next === next || pages.length > 200) throw new Error('the list gets no further');
    next = body.next;
    await between(pages.length, pages.flat());
  }
}

export const linesOf = async (world: World, who: number, path: string): Promise<Line[]> =>
  (await pagesOf(world, who, path)).flat();

export async function written(world: World, operations: readonly WriteOperation[]): Promise<void> {
  for (let at = 0; at < operations.length; at += 100) {
    const result = await storeOf(world).write(operations.slice(at, at + 100));
    if (result.kind !== 'ok') throw new Error(result.kind);
  }
}

export interface Times {
  readonly createdAt: string;
  readonly dueAt: string;
}

const stamped = ({ createdAt }: Times) => ({
  ...{ createdAt, createdBy: idOf(asker), updatedAt: createdAt, updatedBy: idOf(asker) },
});
const create = (kind: string, id: string, body: object): WriteOperation => ({ op: 'create', kind, id, body });

export const aFlag = (id: string, times: Times, more: object = {}): WriteOperation =>
  create('flag', id, {
    ...stamped(times),
    ...{ question: `Question ${id}`, category: 'policy', categoryBy: 'context', urgency: 'normal', anonymous: false },
    ...{ reporterId: idOf(asker), context: { surface: 'tab' }, scope: {}, state: 'open', reopenCount: 0 },
    ...{ dueAt: times.dueAt, ...more },
  });

export const aFind = (id: string, times: Times, more: object = {}): WriteOperation =>
  create('discovery', id, {
    ...stamped(times),
    ...{ title: `Find ${id}`, what: 'Ask for the table first.', dataClassId: 'internal', authorId: idOf(asker) },
    ...{ credit: 'named', surface: 'tab', state: 'submitted', similar: [], dueAt: times.dueAt, ...more },
  });

export const aRequest = (id: string, times: Times, more: object = {}): WriteOperation =>
  create('toolRequest', id, {
    ...stamped(times),
    ...{ toolName: `Tool ${id}`, toolKey: `tool-${id}`, need: 'To sum up meetings', requesterId: idOf(asker) },
    ...{ supporterIds: [], satisfiedIds: [], alsoFor: [], usingCount: 0, lane: 'review', state: 'submitted' },
    ...{ thread: [], dueAt: times.dueAt, ...more },
  });
