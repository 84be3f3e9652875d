/** How the rows of the matrix about discoveries are tried: share, write again, take back, decline. */
import { newId } from '../../src/core/ids.ts';
import { aDiscovery } from '../helpers/a-discovery.ts';
import { fetchTask, message, person } from '../helpers/activities.ts';
import type { Case, Runner } from './roles-runners.ts';
import type { Stage } from './roles-try.ts';
import { pressed, shows } from './roles-ways.ts';

interface Kept {
  readonly id: string;
  readonly title: string;
}

/** A discovery as its author shared it, put into the store. */
export async function keptDiscovery(stage: Stage, authorId: string, change: object = {}): Promise<Kept> {
  const { store, departmentId } = stage;
  const id = newId();
  const title = `Matrix discovery ${id}`;
  const dataClassId = await dataClassOf(stage);
  const body = { ...aDiscovery({ title, authorId, departmentId, dataClassId, createdBy: authorId }), ...change };
  const result = await store.write([{ op: 'create', kind: 'discovery', id, body }]);
  if (result.kind !== 'ok') throw new Error(`the discovery was not written: ${result.kind}`);
  return { id, title };
}

const dataClassOf = async ({ store }: Stage): Promise<string> =>
  (await store.find({ kind: 'dataClass', limit: 1 })).items[0]?.id ?? '';
const bodyOf = async ({ store }: Stage, id: string) => Object((await store.get('discovery', id))?.body);
const subjectOf = ({ id }: Kept) => ({ kind: 'discovery', id });

export const post: Runner = async (stage) => {
  const dataClassId = await dataClassOf(stage);
  const isForm = shows('One text is enough');
  const isOfNobody = true;
  const sent = pressed('sendDiscovery', async () => {
    const what = `Matrix share ${newId()}`;
    const isDone = async () =>
      (await stage.store.find({ kind: 'discovery', where: [['what', '=', what]], limit: 1 })).items.length === 1;
    return { data: { what, dataClassId, clean: 'true', go: 'anyway' }, isOfNobody, isDone };
  });
  return [
    ...(await sent),
    ...(await pressed('shareForm', async () => ({ data: {}, isOfNobody, isDone: isForm }))),
    {
      ...{ door: 'command share', how: '', isMine: false, isOfNobody, isDone: isForm },
      activity: (c) => message('share Notes became tasks', c),
    },
    {
      ...{ door: 'dialog shareDiscovery', how: '', isMine: false, isOfNobody, isDone: isForm },
      activity: (c) => fetchTask('shareDiscovery', {}, c),
    },
  ];
};

export const editOwn: Runner = async (stage, personId) => {
  const form = pressed('editDiscovery', async () => {
    const kept = await keptDiscovery(stage, personId);
    const isDone: Case['isDone'] = shows('Change what you shared');
    return { data: { discoveryId: kept.id }, subject: subjectOf(kept), isDone };
  });
  const sent = pressed('sendDiscovery', async () => {
    const kept = await keptDiscovery(stage, personId);
    const what = `Written again ${kept.id}`;
    const data = { discoveryId: kept.id, what, dataClassId: await dataClassOf(stage), clean: 'true' };
    return { data, subject: subjectOf(kept), isDone: async () => (await bodyOf(stage, kept.id)).what === what };
  });
  return [...(await form), ...(await sent)];
};

export const withdrawOwn: Runner = async (stage, personId) =>
  pressed('withdrawDiscovery', async () => {
    const kept = await keptDiscovery(stage, personId);
    const isDone = async () => (await bodyOf(stage, kept.id)).state === 'withdrawn';
    return { data: { discoveryId: kept.id }, subject: subjectOf(kept), isDone };
  });

export const declineOthers: Runner = async (stage) =>
  pressed('declineDiscovery', async () => {
    const kept = await keptDiscovery(stage, person(9_999).aadObjectId);
    const isDone = async () => (await bodyOf(stage, kept.id)).state === 'declined';
    return { data: { discoveryId: kept.id, text: 'For one team only.' }, subject: subjectOf(kept), isDone };
  });
