/** People in the API, by the rows of the matrix: give and take a right. */
import { person } from '../helpers/activities.ts';
import { givenTo } from '../helpers/people.ts';
import { type ApiCase, type ApiRows, type ApiRunner, bodyIn, tagIn, type Unspoken, worked } from './roles-api.ts';

const base = '/api/people';

let number = 40_000;
const giveAndTake: ApiRunner = (stage) => {
  const { store, departmentId } = stage;
  const chair = { chair: 'manager', departmentId };
  const right = { right: `manager/${departmentId}` };
  const pressed = async (event: string, body: object): Promise<ApiCase> => {
    const { aadObjectId: id } = person(++number);
    const gives = event.startsWith('grant');
    await givenTo(store, number, gives ? [] : ['manager'], departmentId);
    const tag = await tagIn(stage, 'person', id);
    const isHeld = async () => (await bodyIn(stage, 'person', id)).grants.length > 0;
    const isPreview = event.endsWith('preview');
    return {
      ...{ door: `POST ${base}/:id/${event}`, how: '', isMine: false, subject: { kind: 'person', id } },
      request: (as) => as.post(`${base}/${id}/${event}`, body, isPreview ? undefined : tag),
      isDone: async (answer) => worked(answer) && (isPreview || (await isHeld()) === gives),
    };
  };
  const { aadObjectId: id, name } = person(++number);
  const added: ApiCase = {
    ...{ door: `POST ${base}`, how: '', isMine: false, isOfNobody: true },
    request: (as) => as.post(base, { id, name }),
    isDone: async (answer) => worked(answer) && (await store.get('person', id)) !== undefined,
  };
  return Promise.all([
    pressed('grant', chair),
    pressed('grant/preview', chair),
    pressed('revoke', right),
    pressed('revoke/preview', right),
    added,
  ]);
};

export const peopleRows: ApiRows = [[21, giveAndTake]];

const own = 'about the person who asks, whoever they are (R12)';
const views = `${own}: tests/web/views.test.ts`;
const read = 'administrators and HR leads read who may do what: tests/web/people.test.ts';
export const peopleUnspoken: Unspoken = {
  'GET /api/me': own,
  'GET /api/me/views': views,
  'POST /api/me/views': views,
  'DELETE /api/me/views/:id': views,
  'GET /api/me/forget': own,
  'GET /api/me/settings': own,
  'PATCH /api/me/settings': own,
  'GET /api/me/data': own,
  'POST /api/me/forget': own,
  'GET /api/people': read,
  'GET /api/people/:id': read,
  'GET /api/about': 'the same for everybody of the organisation',
  'GET /api/about/check': 'of an administrator alone: tests/web/about.test.ts',
};
