/** Files in the API, by the rows of the matrix: what is taken along beyond one's own view, and what is brought in. */
import { base64 } from '../web/portable-kit.ts';
import { type ApiCase, type ApiRows, type ApiRunner, type Unspoken, worked } from './roles-api.ts';

const beyond: ApiRunner = async () => [
  {
    ...{ door: 'GET /api/playbook/export', how: 'with drafts', isMine: false, isList: true },
    request: (as) => as.get('/api/playbook/export?drafts=true&as=csv'),
    isDone: ({ bytes }) => bytes.length > 1_000,
  },
];

let number = 0;
const brought: ApiRunner = async ({ store }) => {
  const workflow = (await store.find({ kind: 'workflow', limit: 1 })).items[0]?.id;
  const cases = [true, false].map((dryRun): ApiCase => {
    const title = `Brought in ${++number}`;
    const body = {
      name: 'a.csv',
      file: base64(`PromptTitle,Prompt\r\n${title},Sum it up`),
      dryRun,
      workflowId: workflow,
    };
    return {
      ...{ door: 'POST /api/playbook/import', how: dryRun ? 'to look at' : 'to stay', isMine: false, isOfNobody: true },
      request: (as) => as.post('/api/playbook/import', body),
      isDone: (answer) => worked(answer) && answer.body.counts.new === 1,
    };
  });
  return cases;
};

export const portableRows: ApiRows = [
  [19, beyond],
  [20, brought],
];

export const portableUnspoken: Unspoken = {
  'GET /api/scenarios/:id/guide': 'whoever may read the scenario: tests/files/guides.test.ts',
  'GET /api/playbook/imports/:id': 'administrators, as the import itself: tests/web/portable.test.ts',
};
