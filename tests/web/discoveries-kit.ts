/** Discoveries through the tab's API: people with and without rights, and a way to share one. */

import { writeStamped } from '../../src/core/stamp.ts';
import { person, tenantId } from '../helpers/activities.ts';
import { asPerson } from '../helpers/api.ts';
import { givenTo } from '../helpers/people.ts';
import type { World } from '../helpers/world.ts';

export const [author, employee, owner, manager, host] = [911, 912, 913, 914, 915];

export const storeOf = ({ running }: World) => running.store.forTenant(tenantId);
export const idOf = (number: number): string => person(number).aadObjectId;

export async function peopled(world: World): Promise<void> {
  const store = storeOf(world);
  await givenTo(store, owner, ['owner']);
  await givenTo(store, manager, ['manager']);
  await givenTo(store, host, ['host']);
}

export const classOf = async (world: World, slug = 'internal'): Promise<string> =>
  (await storeOf(world).find({ kind: 'dataClass', where: [['slug', '=', slug]] })).items[0]?.id ?? '';

let made = 0;

/** Shared by the API, unlike any other; its item. */
export async function shared(world: World, number: number, more: object = {}) {
  const what = `Find ${++made}: ${['quartz', 'violet', 'harbour', 'lantern', 'meadow'][made % 5]} ${made * 7919}`;
  const body = { what, dataClassId: await classOf(world), clean: true, anyway: true, ...more };
  const answer = await asPerson(world, number).post('/api/discoveries', body);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return { id: String(answer.body.item.id), version: String(answer.body.version), what };
}

/** As this person reads it now. */
export const read = async (world: World, number: number, id: string) =>
  (await asPerson(world, number).get(`/api/discoveries/${id}`)).body;

/** An event on what this person reads now. */
export async function happens(world: World, number: number, id: string, event: string, body: object = {}) {
  const { version } = await read(world, number, id);
  return asPerson(world, number).post(`/api/discoveries/${id}/${event}`, body, version);
}

/** It belongs to work that is in this stage; the work of the demo is moved there where it has to be. */
export async function movedInto(world: World, id: string, stage: string): Promise<{ departmentId: string }> {
  const store = storeOf(world);
  const [home] = (await store.find({ kind: 'workflow', limit: 1 })).items;
  const found = await store.get('discovery', id);
  if (!home || !found) throw new Error('neither work nor discovery');
  const { departmentId } = Object(home.body);
  const result = await writeStamped(
    store,
    ['content'],
    [
      { op: 'replace', kind: 'workflow', id: home.id, version: home.version, body: { ...Object(home.body), stage } },
      {
        ...{ op: 'replace', kind: 'discovery', id, version: found.version },
        body: { ...Object(found.body), workflowId: home.id, departmentId },
      },
    ],
  );
  if (result.kind !== 'ok') throw new Error(result.kind);
  return { departmentId };
}
