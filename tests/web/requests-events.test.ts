/** Every event of a tool request through the tab's API: done, refused, too late, hidden, at once. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { message } from '../helpers/activities.ts';
import { asPerson } from '../helpers/api.ts';
import { startWorld, type World } from '../helpers/world.ts';
import { chatOf, toldTo } from '../turns/discoveries-kit.ts';
import {
  ask,
  asked,
  asker,
  aTool,
  classOf,
  governance,
  happens,
  hrLead,
  idOf,
  otherGovernance,
  peopled,
  read,
  second,
  storeOf,
  stranger,
} from './requests-kit.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await peopled(world);
});
afterAll(() => world.close());

type Step = readonly [who: number, event: string, body?: object];
const text = { text: 'Because of this and that' };
const yes = { ruling: 'approved', why: 'It keeps our data to itself' };
const question: Step = [governance, 'askMore', text];
const decision: Step = [governance, 'decide', yes];

async function having(steps: readonly Step[], more: object = {}): Promise<string> {
  const toolName = aTool();
  const id = await asked(world, asker, { toolName, ...more });
  await asked(world, second, { toolName, ...more });
  for (const [who, event, body] of steps) {
    const { status, body: said } = await happens(world, who, id, event, body);
    expect({ event, status, said: status === 200 ? '' : said }).toEqual({ event, status: 200, said: '' });
  }
  return id;
}

const careful = async () => ({ dataClassId: await classOf(world, 'personal') });

describe('asking', () => {
  it('gives an alternative, how it is looked at and by when at once', async () => {
    const { status, body } = await ask(world, asker);
    expect({ status, lane: body.lane, lines: body.meanwhile.length > 0 }).toEqual({
      ...{ status: 201, lane: { id: 'review', word: 'A closer look' }, lines: true },
    });
    expect(body.dueAt).toBe('2026-11-30T10:00:00.000Z');
    expect(body.item).toMatchObject({ kind: 'requests', people: 1, status: { word: 'Waiting to be looked at' } });
  });

  it('for the same joins, and the second one finds the first', async () => {
    const toolName = aTool();
    const id = await asked(world, asker, { toolName });
    expect(await asked(world, second, { toolName })).toBe(id);
    expect(await read(world, second, id)).toMatchObject({ people: 2 });
  });

  it.each([
    ['no tool', { toolName: '  ' }, 'toolName', 'field_required'],
    ['no need', { need: '' }, 'need', 'field_required'],
    ['a need too long', { need: 'x'.repeat(601) }, 'need', 'field_length'],
    ['a choice that is none', { accountKind: 'borrowed' }, 'accountKind', 'field_choice'],
  ])('%s is said with its field', async (_, more, path, error) => {
    const { status, body } = await ask(world, asker, more);
    expect({ status, fields: body.fields }).toEqual({
      status: 400,
      fields: [expect.objectContaining({ path, error })],
    });
  });
});

describe('an event that may happen', () => {
  it.each<[string, readonly Step[], Step, string]>([
    ['claim', [], [governance, 'claim'], 'Being looked at'],
    ['claim from another', [[governance, 'claim']], [otherGovernance, 'claim'], 'Being looked at'],
    ['askMore', [], question, 'Waiting for a reply'],
    ['reply', [question], [asker, 'reply', text], 'Being looked at'],
    [
      'alternativeIsEnough of the first, the other still waits',
      [],
      [asker, 'alternativeIsEnough'],
      'Waiting to be looked at',
    ],
    ['withdraw of the second', [], [second, 'withdraw'], 'Withdrawn'],
    ['withdraw of the first, the other still waits', [], [asker, 'withdraw'], 'Withdrawn'],
    [
      'join again',
      [[second, 'alternativeIsEnough']],
      [second, 'join', { need: 'After all' }],
      'Waiting to be looked at',
    ],
    ['decide', [], decision, 'Approved'],
    [
      'decide while a question stands',
      [question],
      [governance, 'decide', { ...yes, ruling: 'limited', condition: 'No names' }],
      'Approved with a condition',
    ],
  ])('%s', async (_, before, [who, event, body], word) => {
    const id = await having(before);
    const { status, body: item, headers } = await happens(world, who, id, event, body);
    expect({ status, word: item.status?.word }).toEqual({ status: 200, word });
    expect(headers.get('etag')).toBe(`"${item.version}"`);
    expect(item.note).not.toBe('');
  });

  it('a decision says first which cell it changes and who is told, then changes it', async () => {
    const id = await having([]);
    const { body } = await happens(world, governance, id, 'decide/preview', yes);
    const { title } = await read(world, governance, id);
    expect(body.changes).toEqual([
      `${title} comes onto the list of tools.`,
      `${title} with Internal data: Not decided yet → Allowed`,
    ]);
    expect(body.told).toHaveLength(2);
    expect((await read(world, governance, id)).status.word).toBe('Waiting to be looked at');
    await happens(world, governance, id, 'decide', yes);
    const tools = (await storeOf(world).find({ kind: 'tool', where: [['name', '=', title]] })).items;
    expect(Object(tools[0]?.body).rules).toMatchObject([{ verdict: 'allowed' }]);
  });

  it('a careful one is proposed, sent back, proposed anew and confirmed by the HR lead', async () => {
    const id = await having([], await careful());
    const { body: said } = await happens(world, governance, id, 'decide/preview', yes);
    expect({ first: said.changes[0], told: said.told.length }).toEqual({
      first: 'The HR lead confirms this first. Until then nothing changes:',
      told: expect.any(Number),
    });
    await happens(world, governance, id, 'decide', yes);
    const proposed = await read(world, hrLead, id);
    expect(proposed.actions.map(({ event }: { event: string }) => event)).toEqual(['confirm', 'sendBack']);
    expect((await happens(world, hrLead, id, 'sendBack', text)).status).toBe(200);
    expect(await read(world, governance, id)).toMatchObject({ status: { word: 'Being looked at' } });
    await happens(world, governance, id, 'decide', yes);
    const { status, body } = await happens(world, hrLead, id, 'confirm');
    expect({ status, word: body.status?.word }).toEqual({ status: 200, word: 'Approved' });
  });
});

describe('an event that may not happen', () => {
  it.each<[string, readonly Step[], Step, number, string]>([
    ['claim by the asker', [], [asker, 'claim'], 403, 'forbidden'],
    ['claim of what one has', [[governance, 'claim']], [governance, 'claim'], 409, 'already_done'],
    ['askMore by the asker', [], [asker, 'askMore', text], 403, 'forbidden'],
    ['askMore without a text', [], [governance, 'askMore', { text: ' ' }], 400, 'field_required'],
    ['askMore twice', [question], question, 409, 'already_done'],
    ['reply by the second', [question], [second, 'reply', text], 403, 'forbidden'],
    ['reply to no question', [], [asker, 'reply', text], 409, 'already_done'],
    ['alternativeIsEnough of somebody else', [], [governance, 'alternativeIsEnough'], 403, 'forbidden'],
    ['withdraw of somebody else', [], [governance, 'withdraw'], 403, 'forbidden'],
    ['join of one’s own', [], [asker, 'join', { need: 'More' }], 409, 'already_done'],
    ['decide by the asker', [], [asker, 'decide', yes], 403, 'forbidden'],
    ['decide without why', [], [governance, 'decide', { ...yes, why: '' }], 400, 'field_required'],
    [
      'decide on a condition that is none',
      [],
      [governance, 'decide', { ...yes, ruling: 'limited' }],
      400,
      'field_required',
    ],
    ['decide as something else', [], [governance, 'decide', { ...yes, ruling: 'maybe' }], 400, 'field_choice'],
    ['decide twice', [decision], [otherGovernance, 'decide', yes], 409, 'already_resolved'],
    ['confirm of nothing', [], [governance, 'confirm'], 403, 'forbidden'],
    ['sendBack of nothing', [], [governance, 'sendBack', text], 403, 'forbidden'],
    ['an event of a stranger', [], [stranger, 'withdraw'], 404, 'not_found'],
    ['an unknown field', [], [governance, 'claim', { force: true }], 400, 'unknown_field'],
  ])('%s', async (_, before, [who, event, body], status, error) => {
    const id = await having(before);
    const { version } = await read(world, governance, id);
    const answer = await asPerson(world, who).post(`/api/requests/${id}/${event}`, body ?? {}, version);
    expect({ status: answer.status, error: answer.body.error }).toEqual({ status, error });
    expect((await read(world, governance, id)).version).toBe(version);
  });

  it('decide on one’s own', async () => {
    const id = await asked(world, governance);
    expect(await happens(world, governance, id, 'decide', yes)).toMatchObject({
      status: 403,
      body: { error: 'own_request' },
    });
  });

  const bodies: Readonly<Record<string, object>> = {
    ...{ claim: {}, askMore: text, reply: text, alternativeIsEnough: {}, withdraw: {}, join: { need: 'x' } },
    ...{ decide: yes, confirm: {}, sendBack: text },
  };
  it.each(Object.entries(bodies))(
    '%s: 428 without a version, 412 with an old one, 404 for what is not there',
    async (event, body) => {
      const id = await having([]);
      const { version } = await read(world, governance, id);
      const me = asPerson(world, governance);
      const path = `/api/requests/${id}/${event}`;
      expect(await me.post(path, body)).toMatchObject({ status: 428, body: { error: 'precondition_required' } });
      await happens(world, otherGovernance, id, 'claim');
      expect(await me.post(path, body, version)).toMatchObject({ status: 412, body: { error: 'stale' } });
      expect(await me.post(`/api/requests/nothing/${event}`, body, version)).toMatchObject({ status: 404 });
    },
  );
});

it('of two decisions at once one stands, with one call and one rule', async () => {
  const id = await having([]);
  const { version, title } = await read(world, governance, id);
  const answers = await Promise.all(
    [governance, otherGovernance].map((who) => asPerson(world, who).post(`/api/requests/${id}/decide`, yes, version)),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
  const calls = await storeOf(world).find({ kind: 'decision', where: [['fromRequestId', '=', id]] });
  const tools = await storeOf(world).find({ kind: 'tool', where: [['name', '=', title]] });
  expect([calls.items.length, tools.items.length]).toEqual([1, 1]);
});

describe('the queue', () => {
  it('is for those who decide about tools alone', async () => {
    const answers = await Promise.all(
      [asker, governance, hrLead].map((who) => asPerson(world, who).get('/api/requests')),
    );
    expect(answers.map(({ status }) => status)).toEqual([403, 200, 200]);
  });

  it('pages through all of them once, without one’s own, and narrows', async () => {
    const mine = await asked(world, governance);
    const others = await having([]);
    const seen: string[] = [];
    for (let next = ''; ; ) {
      const { body } = await asPerson(world, governance).get(`/api/requests?limit=3${next ? `&cursor=${next}` : ''}`);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      if (!body.next) break;
      next = body.next;
    }
    expect(seen).toHaveLength(new Set(seen).size);
    expect({ mine: seen.includes(mine), others: seen.includes(others) }).toEqual({ mine: false, others: true });
    const { title } = await read(world, governance, others);
    const found = await asPerson(world, governance).get(`/api/requests?q=${encodeURIComponent(title)}`);
    expect(found.body.items.map(({ id }: { id: string }) => id)).toContain(others);
    const late = await asPerson(world, governance).get('/api/requests?state=late');
    expect(late.body.items).toEqual([]);
    const nobodys = await asPerson(world, governance).get('/api/requests?assignee=nobody&sort=newest');
    expect(nobodys.body.items[0].assignee).toBeUndefined();
  });

  it('shows the second asker neither the first one’s words nor who else asked', async () => {
    const id = await having([question]);
    const whole = JSON.stringify(await read(world, second, id));
    expect({ thread: whole.includes(text.text), asker: whole.includes(idOf(asker)) }).toEqual({
      thread: false,
      asker: false,
    });
  });
});

it('tells everybody who asked of a decision', async () => {
  for (const who of [asker, second]) await world.post(message('hello', chatOf(who)));
  await having([decision]);
  await world.tick();
  for (const who of [asker, second]) expect(toldTo(world, who).join()).toContain('Your request has an answer');
});

describe('undo', () => {
  it('of a decision takes its rule away with it', async () => {
    const id = await having([decision]);
    const { title } = await read(world, governance, id);
    const { status, body } = await happens(world, governance, id, 'undo');
    expect({ status, word: body.status.word }).toEqual({ status: 200, word: 'Waiting to be looked at' });
    expect((await storeOf(world).find({ kind: 'tool', where: [['name', '=', title]] })).items).toEqual([]);
    expect((await storeOf(world).find({ kind: 'decision', where: [['fromRequestId', '=', id]] })).items).toEqual([]);
    expect(body.history.map(({ what }: { what: string }) => what)).toContain('took the last step back');
  });

  it('of a request that was taken back opens it again', async () => {
    const id = await asked(world, asker);
    await happens(world, asker, id, 'withdraw');
    expect(await happens(world, asker, id, 'undo')).toMatchObject({
      status: 200,
      body: { status: { word: 'Waiting to be looked at' } },
    });
  });

  it('is refused when somebody acted since, and for another’s event', async () => {
    const id = await having([
      [governance, 'claim'],
      [otherGovernance, 'claim'],
    ]);
    expect(await happens(world, governance, id, 'undo')).toMatchObject({ status: 409, body: { error: 'too_late' } });
    expect(await happens(world, asker, id, 'undo')).toMatchObject({ status: 409, body: { error: 'too_late' } });
  });
});

it('stands in the one list of what waits, and in one’s own', async () => {
  const id = await having([]);
  const ids = async (who: number, path: string): Promise<string[]> =>
    (await asPerson(world, who).get(path)).body.items.map((line: { id: string }) => line.id);
  expect(await ids(governance, '/api/review?kind=requests&limit=100')).toContain(id);
  expect(await ids(asker, '/api/me/items?limit=100')).toContain(id);
  expect(await ids(second, '/api/me/items?limit=100')).toContain(id);
  expect(await ids(stranger, '/api/me/items?limit=100')).toEqual([]);
});
