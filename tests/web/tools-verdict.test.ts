/** "Can I use?" over HTTP: the answer of the card, in words or by ids, alone or for a scenario; asks that nobody decided are counted alike. */
import { afterAll, describe, expect, it } from '@jest/globals';
import { findAll } from '../../src/core/documents.ts';
import { person, tenantId } from '../helpers/activities.ts';
import { asPerson } from '../helpers/api.ts';
import { hand } from '../helpers/hand.ts';
import { startWorld } from '../helpers/world.ts';
import { hrLead, matrixAs, member, second, tools, withPeople } from './tools-kit.ts';

const world = await startWorld();
await withPeople(world);
afterAll(() => world.close());
const store = world.running.store.forTenant(tenantId);

const ask = async (query: Record<string, string>, number = member) =>
  asPerson(world, number).get(`/api/verdict?${new URLSearchParams(query)}`);

const chat = (number: number) =>
  hand(world, { from: person(number), conversation: { id: `a:${number}`, conversationType: 'personal', tenantId } });

const counted = async (): Promise<number> => {
  let sum = 0;
  for await (const { body } of findAll(store, { kind: 'toolAsk' })) sum += Number(Object(body).count);
  return sum;
};

describe('in free words', () => {
  it.each([
    ['can I use my own chatgpt account with a candidate cv', 'Not allowed', 'Instead: Microsoft 365 Copilot'],
    ['copilot chat with staff list', 'Not decided yet', 'Microsoft 365 Copilot'],
    ['image maker public', 'Allowed', ''],
  ])('answers "%s" with "%s"', async (q, word, other) => {
    const { status, body } = await ask({ q });
    expect({ status, word: body.answers[0].word }).toEqual({ status: 200, word });
    expect(body.answers[0].alternativeLine).toContain(other);
    const me = chat(member);
    await me.say(`can i use ${q}`);
    expect(me.text()).toContain(word);
  });

  it('shows every tool that a bare name means, and a row for each kind of data when none is named', async () => {
    expect(
      (await ask({ q: 'chatgpt candidate names' })).body.answers.map(({ tool }: { tool: string }) => tool),
    ).toEqual(['ChatGPT business plan, if contracted', 'ChatGPT with a personal account']);
    expect((await ask({ q: 'copilot chat' })).body.answers).toHaveLength(5);
  });

  it('never says yes to a tool that is not on the list, and offers to ask for it', async () => {
    const { answers } = (await ask({ q: 'zorblax with a cv' })).body;
    expect(answers[0]).toMatchObject({
      word: 'Not decided yet',
      offersFlag: true,
      offersRequest: true,
      askedTool: 'zorblax',
    });
  });

  it.each([
    ['', 'Type a tool'],
    ['zorblax', 'I found no tool'],
  ])('helps on with "%s"', async (q, note) => {
    const { body } = await ask({ q });
    expect(body.answers).toEqual([]);
    expect(body.note).toContain(note);
  });

  it('speaks the language of its reader', async () => {
    const me = asPerson(world, member);
    const { body } = await me.get('/api/verdict?q=image%20maker%20public', { 'accept-language': 'es' });
    expect(body.answers[0].word).toBe('Permitido');
  });
});

describe('by ids', () => {
  it('answers as the matrix does, and takes "I do not know" for the strictest kind', async () => {
    const { items, classes } = (await asPerson(world, member).get('/api/tools')).body;
    for (const { id: tool, cells } of items.slice(0, 3))
      for (const { dataClassId: dataClass, word } of cells)
        expect((await ask({ tool, dataClass })).body.answers[0].word).toBe(word);
    const unknown = await ask({ tool: items[0].id, dataClass: 'unknown' });
    expect(unknown.body.answers[0].dataClass).toBe(classes.at(-1).name);
  });

  it('knows what a scenario adds', async () => {
    const { items: scenarios } = (await asPerson(world, member).get('/api/scenarios')).body;
    const { items, classes } = (await asPerson(world, member).get('/api/tools')).body;
    const tool = items.find((each: { name: string }) => each.name === 'Microsoft 365 Copilot').id;
    const dataClass = classes.find((each: { name: string }) => each.name === 'Personal').id;
    const open = scenarios.find((each: { dataClass: string }) => each.dataClass === 'Public');
    const inIt = (await ask({ tool, dataClass, scenario: open.id })).body.answers[0];
    expect(inIt.word).toBe('Not allowed');
    expect(inIt.reasons).toContain('This scenario is for data up to Public.');
  });

  it.each([{ tool: 'nothing', dataClass: 'unknown' }, { tool: 'nothing' }, {}])('does not know %j', async (query) => {
    expect((await ask(query)).status).toBe(404);
  });
});

it('counts an ask that nobody has decided as a card does, each person once a day, and no other', async () => {
  const [inTab, inChat] = [711, 712];
  const start = await counted();
  await ask({ q: 'image maker public' }, inTab);
  expect(await counted()).toBe(start);
  await ask({ q: 'copilot chat with staff list' }, inTab);
  expect(await counted()).toBe(start + 1);
  await chat(inChat).say('can i use copilot chat with staff list');
  expect(await counted()).toBe(start + 2);
  await ask({ q: 'copilot chat and the staff list' }, inTab);
  await ask({ q: 'copilot chat with staff list' }, inChat);
  // Without a kind of data nobody asked about one of them.
  await ask({ q: 'copilot chat' }, inTab);
  expect(await counted()).toBe(start + 2);
});

describe('a cell that is set', () => {
  const flagged = async (number: number, question: string) => {
    const me = chat(number);
    await me.say(`flag ${question}`);
    await me.press('Send');
  };
  const flags = async () => {
    const found = new Map<string, { state: string; answer?: string }>();
    for await (const { body } of findAll(store, { kind: 'flag' })) found.set(Object(body).question, Object(body));
    return found;
  };

  it('answers whoever asked just that, and nobody else, and never the question of who sets it', async () => {
    await flagged(701, 'May the staff list go into Meeting note taker?');
    await flagged(702, 'Is meeting note taker fine with employee names?');
    await flagged(703, 'May I use Image maker with a price list?');
    await flagged(tools, 'Meeting note taker and the staff list, my own question');
    const matrix = matrixAs(world, tools);
    const { body } = await matrix.tool('Meeting note taker');
    const rule = {
      dataClassId: await matrix.classId('Personal'),
      verdict: 'notAllowed',
      conditions: [],
      reason: 'It keeps recordings.',
    };
    const preview = await matrix.as.post(`/api/tools/${body.id}/rule/preview`, rule);
    expect(preview.body.told).toEqual(['Whoever asked just that: 2 open questions are answered']);
    expect((await matrix.as.post(`/api/tools/${body.id}/rule`, rule, body.version)).status).toBe(200);
    const all = await flags();
    expect(all.get('May the staff list go into Meeting note taker?')).toMatchObject({ state: 'answered' });
    expect(all.get('Is meeting note taker fine with employee names?')?.answer).toContain('It keeps recordings.');
    expect(all.get('May I use Image maker with a price list?')?.state).toBe('open');
    expect(all.get('Meeting note taker and the staff list, my own question')?.state).toBe('open');
  });

  it('opened again answers nobody', async () => {
    await flagged(704, 'May the staff list go into Copilot Chat?');
    expect((await matrixAs(world, second).set('Copilot Chat', 'Personal', { verdict: 'undecided' })).status).toBe(200);
    expect((await flags()).get('May the staff list go into Copilot Chat?')?.state).toBe('open');
  });
});

describe('a tool', () => {
  it('comes onto the list with nothing decided, is edited, shut and opened again by who decides about tools', async () => {
    const me = asPerson(world, tools);
    const asked = { name: 'Zorblax', kind: 'assistant', account: 'work', aliases: ['zorb'] };
    expect((await asPerson(world, hrLead).post('/api/tools', asked)).status).toBe(403);
    expect((await me.post('/api/tools', { ...asked, kind: 'toy' })).status).toBe(400);
    expect((await me.post('/api/tools', { ...asked, alternatives: ['nothing'] })).status).toBe(400);
    const made = await me.post('/api/tools', asked);
    expect(made.status).toBe(201);
    const { id } = made.body;
    expect(new Set(made.body.cells.map(({ verdict }: { verdict: string }) => verdict))).toEqual(new Set(['undecided']));
    expect((await ask({ q: 'zorb with a cv' })).body.answers[0]).toMatchObject({
      tool: 'Zorblax',
      offersRequest: false,
    });

    const path = `/api/tools/${id}`;
    expect((await asPerson(world, member).patch(path, { vendor: 'Acme' }, made.body.version)).status).toBe(403);
    const edited = await me.patch(path, { vendor: 'Acme', owner: 'me' }, made.body.version);
    expect(edited.body).toMatchObject({ vendor: 'Acme', owner: `Person ${tools}`, name: 'Zorblax' });
    expect((await me.patch(path, { vendor: 'Other' }, made.body.version)).status).toBe(412);

    const other = (await matrixAs(world, tools).tool('Copilot Chat')).body.id;
    const shut = await me.post(
      `${path}/block`,
      { reason: 'No contract yet.', replacementId: other },
      edited.body.version,
    );
    expect(shut.body.status).toMatchObject({ id: 'blocked', word: 'Not for now', reason: 'No contract yet.' });
    expect(shut.body.alternatives[0].name).toBe('Copilot Chat');
    expect((await ask({ q: 'zorb public' })).body.answers[0]).toMatchObject({
      word: 'Not allowed',
      reasons: ['No contract yet.'],
    });
    expect((await me.post(`${path}/block`, { reason: 'Again.' }, shut.body.version)).status).toBe(409);
    const open = await me.post(`${path}/reopen`, { reason: 'Signed.' }, shut.body.version);
    expect(open.body.status.id).toBe('active');
    expect((await ask({ q: 'zorb public' })).body.answers[0].word).toBe('Not decided yet');
    for (const event of ['block', 'retire', 'reopen'])
      expect(
        (await asPerson(world, hrLead).post(`${path}/${event}`, { reason: 'So.' }, open.body.version)).status,
      ).toBe(403);
    expect((await me.get('/api/tools/nothing')).status).toBe(404);
  });
});
