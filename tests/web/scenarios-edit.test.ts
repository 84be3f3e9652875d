/** A scenario is written in the tab: begun, saved unfinished, told what is missing, shown as its card. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { wordsIn } from '../helpers/in-json.ts';
import { startWorld, type World } from '../helpers/world.ts';
import {
  analyst,
  as,
  author,
  bodiesOf,
  demo,
  edited,
  foundBy,
  headOf,
  hrLead,
  owner,
  press,
  said,
  scenarioNamed,
} from './scenarios-kit.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const procedure = 'Procedure from notes or a transcript';

async function begun(number: number, title: string, change: object = {}) {
  const me = as(world, number);
  const { body: options } = await me.get('/api/scenario-options');
  const workflow =
    options.workflows.find(({ name }: { name: string }) => name === 'Process documents') ?? options.workflows[0];
  const body = { title, workflowId: workflow.id, roleId: options.roles[0].id, ...change };
  return { me, options, answer: await me.post('/api/scenarios', body) };
}

describe('a new scenario', () => {
  it('begins blank, with what can be prepared, and says all that is missing at once', async () => {
    const { answer, me } = await begun(author, 'Checklist of a shift');
    expect(answer).toMatchObject({
      status: 201,
      body: { title: 'Checklist of a shift', mayEdit: true, mayName: false },
    });
    const { body } = answer;
    expect(body.state).toEqual({ id: 'draft', word: 'Draft' });
    expect(body.missing.map(({ path }: { path: string }) => path)).toEqual(
      expect.arrayContaining([
        'helpsYou',
        'problem',
        'task',
        'toolIds',
        'dataClassId',
        'goodExample',
        'criteria',
        'prompts',
      ]),
    );
    expect(body.missing).toContainEqual({
      path: 'task',
      error: 'field_required',
      message: 'The task: please fill this in.',
    });
    expect(body.missing).toContainEqual(expect.objectContaining({ path: 'prompts' }));
    expect(body.contract).toMatchObject({ bar: { minScore: 80 }, steps: [{ byHuman: true }, { byHuman: false }, {}] });
    expect(body.guardrails.every(({ isAutomatic }: { isAutomatic: boolean }) => isAutomatic)).toBe(true);
    expect(await headOf(world, body.id)).toMatchObject({
      origin: 'owner',
      ownerId: demo(owner),
      createdBy: demo(author),
    });
    expect(said(await press(me, body.id, 'submit'))).toEqual({ status: 409, error: 'incomplete' });
  });

  it('begins from a copy that could go live as it is', async () => {
    const copyOf = await scenarioNamed(world, procedure);
    const { answer } = await begun(owner, 'Procedure for the late shift', { copyOf });
    expect(answer.body.missing.map(({ path }: { path: string }) => path)).toEqual([]);
    expect(answer.body.reviewer).toEqual({ id: demo(hrLead), name: 'Example HR lead' });
    expect(answer.body.contract).toMatchObject({
      title: 'Procedure for the late shift',
      time: { source: 'assumption' },
    });
  });

  it.each([
    ['workflowId', { workflowId: 'nowhere' }],
    ['roleId', { roleId: 'nobody' }],
    ['copyOf', { copyOf: 'nothing' }],
    ['stepOrder', { stepOrder: 12 }],
  ])('is refused with the field %s that leads nowhere', async (path, change) => {
    const { answer } = await begun(author, 'Nowhere', change);
    expect({ status: answer.status, fields: answer.body.fields }).toMatchObject({ status: 400, fields: [{ path }] });
  });

  it('is not begun in a department where one writes nothing, nor by who writes nowhere', async () => {
    const { answer, options } = await begun(owner, 'Pay letters');
    expect(answer.status).toBe(201);
    const elsewhere = options.workflows.find(({ department }: { department: string }) => department === 'HR');
    expect(said((await begun(author, 'Pay letters', { workflowId: elsewhere.id })).answer)).toMatchObject({
      status: 400,
    });
    const body = { title: 'Mine', workflowId: elsewhere.id, roleId: options.roles[0].id };
    expect(said(await as(world, analyst).post('/api/scenarios', body))).toEqual({ status: 403, error: 'forbidden' });
    expect(said(await as(world, analyst).get('/api/scenario-options'))).toEqual({ status: 403, error: 'forbidden' });
  });
});

describe('a draft', () => {
  it('keeps what is typed, finished or not, and nobody finds it', async () => {
    const { answer, me } = await begun(author, 'Zebra crossing plan');
    const { id, version } = answer.body;
    const typed = { task: 'x'.repeat(400), whenToUse: ['', 'At the end.'], weakExample: { text: '', why: '' } };
    const saved = await me.patch(`/api/scenarios/${id}/draft`, { contract: typed }, version);
    expect(saved.status).toBe(200);
    expect(saved.body.missing).toContainEqual({
      ...{ path: 'task', error: 'field_length', message: 'The task: 1 to 240 characters.' },
    });
    expect(saved.body.missing).toContainEqual(
      expect.objectContaining({ path: 'whenToUse.0', error: 'field_required' }),
    );
    const { body } = await me.get(`/api/scenarios/${id}/edit`);
    expect(body.contract).toMatchObject({ ...typed, title: 'Zebra crossing plan' });
    expect(body.version).toBe(saved.body.version);
    expect(await foundBy(world, owner, 'zebra')).not.toContain('Zebra crossing plan');
  });

  it('shows the card that it would make, gaps and all', async () => {
    const { answer, me } = await begun(author, 'Gap plan');
    const { body, status } = await me.get(`/api/scenarios/${answer.body.id}/card`);
    expect(status).toBe(200);
    expect(body.card.type).toBe('AdaptiveCard');
    expect(wordsIn(body.card)).toContain('Gap plan');
    expect(wordsIn(body.card)).toContain('…');
  });

  it('is saved by the version that its writer saw', async () => {
    const { answer, me } = await begun(author, 'Two windows');
    const { id, version } = answer.body;
    const path = `/api/scenarios/${id}/draft`;
    expect(said(await me.patch(path, { contract: { task: 'First.' } }))).toEqual({
      ...{ status: 428, error: 'precondition_required' },
    });
    expect((await me.patch(path, { contract: { task: 'First.' } }, version)).status).toBe(200);
    expect(said(await me.patch(path, { contract: { task: 'Second.' } }, version))).toEqual({
      status: 412,
      error: 'stale',
    });
    expect((await me.get(`/api/scenarios/${id}/edit`)).body.contract.task).toBe('First.');
    const unknown = await me.patch(path, { contract: { verdict: 'allowed' } }, version);
    expect(unknown).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'contract.verdict', error: 'unknown_field' }] },
    });
  });

  it('is named to people by its owner alone, and only to those who may', async () => {
    const { answer, me } = await begun(author, 'Who looks');
    const { id, version } = answer.body;
    const path = `/api/scenarios/${id}/draft`;
    expect(said(await me.patch(path, { reviewerId: demo(owner) }, version))).toEqual({
      status: 403,
      error: 'forbidden',
    });
    const boss = as(world, owner);
    const wrong = await boss.patch(path, { reviewerId: demo(analyst) }, version);
    expect(wrong).toMatchObject({ status: 400, body: { fields: [{ path: 'reviewerId', error: 'field_choice' }] } });
    const named = await boss.patch(path, { reviewerId: demo(hrLead) }, version);
    expect(named.status).toBe(200);
    expect((await boss.get(`/api/scenarios/${id}/edit`)).body.reviewer).toEqual({
      id: demo(hrLead),
      name: 'Example HR lead',
    });
    const entries = (await bodiesOf(world, 'auditEntry')).filter(({ entityId }) => entityId === id);
    expect(entries.map(({ action }) => action).toSorted()).toEqual(['scenario.create', 'scenario.name']);
  });

  it('is not changed while somebody looks at it', async () => {
    const id = await scenarioNamed(world, procedure);
    await edited(as(world, author), id, { task: 'Turn notes into steps that others can follow.' });
    await press(as(world, author), id, 'submit');
    const { body } = await as(world, author).get(`/api/scenarios/${id}/edit`);
    expect(body).toMatchObject({ mayEdit: false, draft: { state: 'inReview' } });
    const late = await as(world, author).patch(`/api/scenarios/${id}/draft`, { changeNote: 'More' }, body.version);
    expect(said(late)).toEqual({ status: 409, error: 'already_done' });
  });

  it('is there for who writes and reviews, and for nobody else', async () => {
    const { answer } = await begun(author, 'Not yours');
    const path = `/api/scenarios/${answer.body.id}`;
    const me = as(world, analyst);
    for (const rest of ['edit', 'card', 'item', 'versions', 'versions/1'])
      expect([rest, said(await me.get(`${path}/${rest}`))]).toEqual([rest, { status: 404, error: 'not_found' }]);
    expect(said(await me.patch(`${path}/draft`, { changeNote: 'x' }, answer.body.version))).toMatchObject({
      status: 404,
    });
    expect((await as(world, hrLead).get(`${path}/edit`)).body).toMatchObject({ mayEdit: false, actions: [] });
  });
});
