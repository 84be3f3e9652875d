/** Tool requests through the tab's API: people with and without rights, and a way to ask. */
import { person, tenantId } from '../helpers/activities.ts';
import { asPerson } from '../helpers/api.ts';
import { givenTo } from '../helpers/people.ts';
import type { World } from '../helpers/world.ts';

export const [asker, second, stranger, governance, otherGovernance, hrLead] = [921, 922, 923, 924, 925, 926];

export const storeOf = ({ running }: World) => running.store.forTenant(tenantId);
export const idOf = (number: number): string => person(number).aadObjectId;

export async function peopled(world: World): Promise<void> {
  const store = storeOf(world);
  await givenTo(store, governance, ['governance']);
  await givenTo(store, otherGovernance, ['governance']);
  await givenTo(store, hrLead, ['hrLead']);
}

export const classOf = async (world: World, slug: string): Promise<string> =>
  (await storeOf(world).find({ kind: 'dataClass', where: [['slug', '=', slug]] })).items[0]?.id ?? '';

let made = 0;
export const aTool = (): string => `Scribbler ${++made}`;

export const ask = async (world: World, number: number, more: object = {}) =>
  asPerson(world, number).post('/api/requests', {
    ...{ toolName: aTool(), need: 'To sum up meetings', dataClassId: await classOf(world, 'internal') },
    ...more,
  });

export async function asked(world: World, number: number, more: object = {}): Promise<string> {
  const { status, body } = await ask(world, number, more);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return String(body.item.id);
}

export const read = async (world: World, number: number, id: string) =>
  (await asPerson(world, number).get(`/api/requests/${id}`)).body;

/** An event on what this person reads now. */
export async function happens(world: World, number: number, id: string, event: string, body: object = {}) {
  const { version } = await read(world, number, id);
  return asPerson(world, number).post(`/api/requests/${id}/${event}`, body, version ?? 'none');
}
