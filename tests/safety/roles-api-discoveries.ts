/** Discoveries in the API, by the rows of the matrix: share, write again, take back, decline. */
import { newId } from '../../src/core/ids.ts';
import { person } from '../helpers/activities.ts';
import { type ApiCase, type ApiRows, type ApiRunner, bodyIn, tagIn, type Unspoken, worked } from './roles-api.ts';
import { keptDiscovery } from './roles-discoveries.ts';
import type { Stage } from './roles-try.ts';

const base = '/api/discoveries';
const stranger = person(9_999).aadObjectId;

async function written({ store }: Stage) {
  const dataClassId = (await store.find({ kind: 'dataClass', limit: 1 })).items[0]?.id ?? '';
  return { what: `Shared in the tab ${newId()}`, dataClassId, clean: true };
}

const share: ApiRunner = async (stage) => {
  const body = { ...(await written(stage)), anyway: true };
  const isDone = async () =>
    (await stage.store.find({ kind: 'discovery', where: [['what', '=', body.what]], limit: 1 })).items.length === 1;
  return [
    {
      ...{ door: `POST ${base}`, how: '', isMine: false, isOfNobody: true, isDone },
      request: (as) => as.post(base, body),
    },
  ];
};

const pressed =
  (
    events: readonly string[],
    isOwn: boolean,
    isDone: (found: { state: string; what: string }, what: string) => boolean,
  ) =>
  (stage: Parameters<ApiRunner>[0], personId: string): Promise<ApiCase[]> =>
    Promise.all(
      events.map(async (event): Promise<ApiCase> => {
        const { id } = await keptDiscovery(stage, isOwn ? personId : stranger);
        const tag = await tagIn(stage, 'discovery', id);
        const again = await written(stage);
        const isPreview = event.endsWith('preview');
        const body = event === 'edit' ? again : event === 'withdraw' ? {} : { text: 'For one team only.' };
        return {
          ...{ door: `POST ${base}/:id/${event}`, how: '', isMine: isOwn, subject: { kind: 'discovery', id } },
          request: (as) => as.post(`${base}/${id}/${event}`, body, isPreview ? undefined : tag),
          isDone: async (answer) =>
            worked(answer) && (isPreview || isDone(await bodyIn(stage, 'discovery', id), again.what)),
        };
      }),
    );

export const discoveryRows: ApiRows = [
  [4, pressed(['edit'], true, (found, what) => found.what === what)],
  [7, share],
  [8, pressed(['withdraw'], true, ({ state }) => state === 'withdrawn')],
  [9, pressed(['decline', 'decline/preview'], false, ({ state }) => state === 'declined')],
];

const triage =
  'rights by event and by who wrote it: tests/web/discoveries-events.test.ts and discoveries-roles.test.ts';
export const discoveryUnspoken: Unspoken = {
  'GET /api/discoveries': 'what one may see: tests/web/discoveries-lists.test.ts',
  'GET /api/discoveries/:id': 'what one may see: tests/web/discoveries-lists.test.ts',
  'POST /api/discoveries/:id/alsoUsed': 'of everybody who may see it: tests/web/discoveries-events.test.ts',
  ...Object.fromEntries(
    ['undo', 'claim', 'reopen', 'askAuthor', 'reply', 'merge', 'accept', 'accept/preview'].map((event) => [
      `POST /api/discoveries/:id/${event}`,
      triage,
    ]),
  ),
};
