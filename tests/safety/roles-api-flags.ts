/** Questions in the API, by the rows of the matrix: raise, read, answer, reopen, comment. */
import { person } from '../helpers/activities.ts';
import { givenTo } from '../helpers/people.ts';
import { type ApiCase, type ApiRows, type ApiRunner, bodyIn, says, tagIn, type Unspoken, worked } from './roles-api.ts';
import { keptFlag } from './roles-runners.ts';
import { idOf } from './roles-stage.ts';

const stranger = person(9_999).aadObjectId;
const base = '/api/flags';
const at = '2026-11-23T09:00:00.000Z';
const answered = { state: 'answered', answer: 'Yes.', answeredBy: 'system', answeredAt: at };
const asked = { state: 'waiting', clockStoppedAt: at };

let sent = 0;
const raise: ApiRunner = async ({ store }) => {
  const question = `Question ${++sent} of the matrix in the tab?`;
  const isDone = async () =>
    (await store.find({ kind: 'flag', where: [['question', '=', question]], limit: 1 })).items.length === 1;
  const request: ApiCase['request'] = (as) => as.post(base, { question });
  return [{ door: `POST ${base}`, how: '', isMine: false, isOfNobody: true, request, isDone }];
};

const readOne =
  (isMine: boolean): ApiRunner =>
  async (stage, personId) => {
    const { id, question } = await keptFlag(stage, isMine ? personId : stranger);
    const rest = { how: '', isMine, subject: { kind: 'flag', id }, isDone: says(question) };
    const lists = isMine ? ['/api/me/items'] : [base, '/api/review'];
    return [
      { ...rest, door: `GET ${base}/:id`, request: (as) => as.get(`${base}/${id}`) },
      ...lists.map(
        (path): ApiCase => ({
          ...rest,
          door: `GET ${path}`,
          isList: true,
          request: (as) => as.get(`${path}?limit=100`),
        }),
      ),
    ];
  };

const seeAsker: ApiRunner = async (stage) => {
  if (!(await stage.store.get('person', stranger))) await givenTo(stage.store, 9_999, [], undefined, 'Matrix Asker');
  const { id } = await keptFlag(stage, stranger);
  const request: ApiCase['request'] = (as) => as.get(`${base}/${id}`);
  const rest = { subject: { kind: 'flag', id }, isDone: says('Matrix Asker') };
  return [{ door: `GET ${base}/:id`, how: 'for the name', isMine: false, request, ...rest }];
};

interface Press {
  readonly event: string;
  readonly state?: string;
  readonly body?: object | ((personId: string) => object);
  readonly before?: object;
  readonly isPreview?: boolean;
}

const pressed =
  (presses: readonly Press[]): ApiRunner =>
  (stage, personId, isMine) =>
    Promise.all(
      presses.map(async ({ event, state, body = {}, before = {} }): Promise<ApiCase> => {
        const { id } = await keptFlag(stage, isMine ? personId : stranger, before);
        const tag = await tagIn(stage, 'flag', id);
        const sent = typeof body === 'function' ? body(personId) : body;
        return {
          ...{ door: `POST ${base}/:id/${event}`, how: '', isMine, subject: { kind: 'flag', id } },
          request: (as) => as.post(`${base}/${id}/${event}`, sent, event.endsWith('preview') ? undefined : tag),
          isDone: async (answer) =>
            worked(answer) && (state === undefined || (await bodyIn(stage, 'flag', id)).state === state),
        };
      }),
    );

const text = { text: 'Yes, it is covered.' };
/** Somebody else who answers. */
const colleague = (personId: string) => ({ assigneeId: idOf(personId === idOf('hrLead') ? 'manager' : 'hrLead') });

export const flagRows: ApiRows = [
  [10, raise],
  [11, readOne(true)],
  [12, readOne(false)],
  [13, seeAsker],
  [
    14,
    pressed([
      { event: 'answer', body: text, state: 'answered' },
      { event: 'ask', body: text, state: 'waiting' },
      { event: 'passToGovernance', state: 'needsDecision' },
      { event: 'claim', state: 'assigned' },
      { event: 'assign', body: colleague, state: 'assigned' },
      { event: 'answer/preview', body: text },
      { event: 'passToGovernance/preview' },
    ]),
  ],
  [
    15,
    pressed([
      { event: 'notAnswered', body: text, before: answered, state: 'open' },
      { event: 'helps', before: answered, state: 'closed' },
      { event: 'reply', body: text, before: asked, state: 'assigned' },
      { event: 'withdraw', before: asked, state: 'withdrawn' },
    ]),
  ],
  [16, pressed([{ event: 'comment', body: text, before: answered }])],
];

const governance = 'of governance and the HR lead, not of a reviewer: tests/safety/api-decisions.test.ts';
export const flagUnspoken: Unspoken = {
  'POST /api/flags/:id/decide': governance,
  'POST /api/flags/:id/decide/preview': governance,
  'POST /api/flags/:id/confirm': governance,
  'POST /api/flags/:id/sendBack': governance,
  'POST /api/flags/:id/undo': 'of whoever did the last thing, for ten minutes: tests/web/flags-undo.test.ts',
};
