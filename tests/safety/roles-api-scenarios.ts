/** Scenarios in the API, by the rows of the matrix: read, read a draft, create, edit, publish. */
import { person } from '../helpers/activities.ts';
import {
  type ApiCase,
  type ApiRows,
  type ApiRunner,
  type ApiStage,
  bodyIn,
  says,
  tagIn,
  type Unspoken,
  worked,
} from './roles-api.ts';

const base = '/api/scenarios';
const one = { how: '', isMine: false } as const;

const read: ApiRunner = async ({ scenarioId: id, scenarioTitle, store, strong }) => {
  const { workflowId } = Object((await store.get('scenario', id))?.body);
  const [prompt] = (await strong.get(`${base}/${id}`)).body.prompts;
  const values = Object.fromEntries(
    prompt.variables.map(({ name, example }: Record<string, string>) => [name, example]),
  );
  const filled = { promptId: prompt.id, values, confirmed: true };
  const isDone = says(scenarioTitle);
  const got = (path: string, rest: Partial<ApiCase>, at = path): ApiCase => ({
    ...{ ...one, door: `GET ${path}`, isDone },
    request: (as) => as.get(at),
    ...rest,
  });
  return [
    got(base, { isOfNobody: true }),
    got('/api/workflows', { isOfNobody: true, isDone: says(workflowId) }),
    got(`${base}/:id`, {}, `${base}/${id}`),
    got('/api/workflows/:id', { isDone: says(workflowId) }, `/api/workflows/${workflowId}`),
    {
      ...{ ...one, door: `POST ${base}/:id/fill`, isDone: worked },
      request: (as) => as.post(`${base}/${id}/fill`, filled),
    },
  ];
};

let drafts = 0;
/** A draft of somebody who is none of the columns. */
async function draftOf({ strong, scenarioId, store }: ApiStage): Promise<{ id: string; title: string }> {
  const { workflowId, roleId } = Object((await store.get('scenario', scenarioId))?.body);
  const { roles } = (await strong.get('/api/scenario-options')).body;
  const title = `Matrix draft ${++drafts}`;
  const made = await strong.post(base, { title, workflowId, roleId: roleId ?? roles[0].id, copyOf: scenarioId });
  if (made.status !== 201) throw new Error(`no draft: ${made.status} ${JSON.stringify(made.body)}`);
  return { id: made.body.id, title };
}

const readDraft: ApiRunner = async (stage) => {
  const { id } = await draftOf(stage);
  return ['edit', 'card', 'item', 'versions', 'versions/:version'].map((rest) => ({
    ...{ ...one, door: `GET ${base}/:id/${rest}`, isDraft: true, isDone: worked },
    request: (as) => as.get(`${base}/${id}/${rest.replace(':version', '1')}`),
  }));
};

const create: ApiRunner = async ({ store, scenarioId, strong }) => {
  const { workflowId } = Object((await store.get('scenario', scenarioId))?.body);
  const { roles } = (await strong.get('/api/scenario-options')).body;
  const body = { title: `Matrix scenario ${++drafts}`, workflowId, roleId: roles[0].id };
  return [
    {
      ...{ ...one, door: `POST ${base}`, isDone: worked, isOfNobody: true },
      request: (as) => as.post(base, body),
    },
    {
      ...{ ...one, door: 'GET /api/scenario-options', isDone: worked, isOfNobody: true },
      request: (as) => as.get('/api/scenario-options'),
    },
  ];
};

const edit: ApiRunner = async (stage) => {
  const { scenarioId, strong } = stage;
  const draft = await draftOf(stage);
  const tag = await tagIn(stage, 'scenario', draft.id);
  const live = await tagIn(stage, 'scenario', scenarioId);
  const dropped = async () => {
    const { body } = await strong.get(`${base}/${scenarioId}/edit`);
    return strong.post(`${base}/${scenarioId}/dropDraft`, {}, body.version);
  };
  const subject = { kind: 'scenario', id: scenarioId };
  return [
    {
      ...{ ...one, door: `PATCH ${base}/:id/draft`, isDraft: true, subject: { kind: 'scenario', id: draft.id } },
      request: (as) => as.patch(`${base}/${draft.id}/draft`, { changeNote: 'Clearer.' }, tag),
      isDone: worked,
    },
    {
      ...{ ...one, door: `POST ${base}/:id/startEdit/preview`, subject, isDone: worked },
      request: (as) => as.post(`${base}/${scenarioId}/startEdit/preview`, {}, live),
    },
    {
      ...{ ...one, door: `POST ${base}/:id/startEdit`, subject, isDone: worked, after: dropped },
      request: (as) => as.post(`${base}/${scenarioId}/startEdit`, {}, live),
    },
  ];
};

const somebodyElse = person(9_999).aadObjectId;

/** Sent by its owner; `isNamed` names the person as its reviewer. */
const publish: ApiRunner = async (stage, personId, isNamed) => {
  const { strong, store } = stage;
  const sent = async (): Promise<string> => {
    const { id } = await draftOf(stage);
    await strong.patch(`${base}/${id}/draft`, { changeNote: 'First.' }, await tagIn(stage, 'scenario', id));
    const answer = await strong.post(`${base}/${id}/submit`, {}, await tagIn(stage, 'scenario', id));
    if (!worked(answer)) throw new Error(`not sent: ${JSON.stringify(answer.body)}`);
    const found = await store.get('scenario', id);
    const body = { ...Object(found?.body), reviewerId: isNamed ? personId : somebodyElse };
    if (found) await store.write([{ op: 'replace', kind: 'scenario', id, version: found.version, body }]);
    return id;
  };
  const cases = ['approve/preview', 'approve'].map(async (event): Promise<ApiCase> => {
    const id = await sent();
    const tag = await tagIn(stage, 'scenario', id);
    return {
      ...{
        ...one,
        door: `POST ${base}/:id/${event}`,
        isMine: isNamed,
        isDraft: true,
        subject: { kind: 'scenario', id },
      },
      request: (as) => as.post(`${base}/${id}/${event}`, {}, tag),
      isDone: async (answer) =>
        worked(answer) && (event !== 'approve' || (await bodyIn(stage, 'scenario', id)).liveVersion === 1),
    };
  });
  return Promise.all(cases);
};

export const scenarioRows: ApiRows = [
  [1, read],
  [2, readDraft],
  [3, create],
  [5, edit],
  [6, publish],
];

const life = 'rights by event: tests/web/scenarios-life.test.ts, scenarios-publish.test.ts and scenarios-roles.test.ts';
const events = ['confirm', 'release', 'restore', 'dropDraft', 'submit', 'publish', 'smallFix'];
const more = ['sendBack', 'hold', 'rollBack', 'retire'];
export const scenarioUnspoken: Unspoken = Object.fromEntries(
  [...events, ...more].flatMap((event) => [
    [`POST ${base}/:id/${event}`, life],
    [`POST ${base}/:id/${event}/preview`, life],
  ]),
);
