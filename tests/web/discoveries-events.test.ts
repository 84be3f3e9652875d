/** Every event of a discovery through the tab's API: done, refused, too late, hidden, at once. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findAll } from '../../src/core/documents.ts';
import { message } from '../helpers/activities.ts';
import { asPerson } from '../helpers/api.ts';
import { startWorld, type World } from '../helpers/world.ts';
import { chatOf, toldTo } from '../turns/discoveries-kit.ts';
import {
  author,
  employee,
  happens,
  host,
  idOf,
  manager,
  owner,
  peopled,
  read,
  shared,
  storeOf,
} from './discoveries-kit.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await peopled(world);
});
afterAll(() => world.close());

const live = async (number: number): Promise<{ id: string; title: string; workflowId: string }> =>
  (await asPerson(world, number).get('/api/scenarios')).body.items[0];

/** What has happened before, as [who, event, body]. */
type Step = readonly [who: number, event: string, body?: object];
const text = { text: 'Because of this and that' };
const declined: Step = [manager, 'decline', text];
const asked: Step = [manager, 'askAuthor', text];

async function having(...steps: readonly Step[]) {
  const { id } = await shared(world, author);
  for (const [who, event, body] of steps) {
    const { status, body: said } = await happens(world, who, id, event, body);
    expect({ event, status, said: status === 200 ? '' : said }).toEqual({ event, status: 200, said: '' });
  }
  return id;
}

const edited = async () => {
  const { items } = await storeOf(world).find({ kind: 'dataClass', limit: 1 });
  return { what: 'Written anew', dataClassId: items[0]?.id ?? '', clean: true };
};

describe('an event that may happen', () => {
  it.each<[string, readonly Step[], Step, string]>([
    ['claim', [], [manager, 'claim'], 'Being looked at'],
    ['claim from another', [[host, 'claim']], [manager, 'claim'], 'Being looked at'],
    ['askAuthor', [], asked, 'Waiting for the person who shared it'],
    ['reply', [asked], [author, 'reply', text], 'Being looked at'],
    ['decline', [], declined, 'Not in the playbook for now'],
    ['reopen by its author', [declined], [author, 'reopen'], 'Waiting to be looked at'],
    ['reopen by a manager', [declined], [manager, 'reopen'], 'Waiting to be looked at'],
    ['withdraw', [], [author, 'withdraw'], 'Taken back by the person who shared it'],
    ['alsoUsed', [], [employee, 'alsoUsed'], 'Shared'],
  ])('%s', async (_, before, [who, event, body], word) => {
    const id = await having(...before);
    const { status, body: item, headers } = await happens(world, who, id, event, body);
    expect({ status, word: item.status?.word }).toEqual({ status: 200, word });
    expect(headers.get('etag')).toBe(`"${item.version}"`);
    expect(item.note).not.toBe('');
  });

  it('edit', async () => {
    const id = await having();
    const { body } = await happens(world, author, id, 'edit', await edited());
    expect(body).toMatchObject({ title: 'Written anew', heading: 'Your discovery' });
  });

  it.each(['newScenario', 'variant', 'newPrompt', 'goodExample'])(
    'accept as %s: a preview first, then a draft',
    async (fold) => {
      const id = await having();
      const { id: scenarioId, workflowId } = await live(owner);
      const body = {
        fold,
        scenarioId,
        workflowId,
        title: 'A new one',
        promptText: 'Do it',
        example: 'So',
        whyGood: 'It is',
        anonymised: true,
      };
      const said = await happens(world, owner, id, 'accept/preview', body);
      expect({ status: said.status, lines: said.body.changes?.length, told: said.body.told?.length }).toEqual({
        ...{ status: 200, lines: 2, told: 1 },
      });
      expect((await read(world, owner, id)).status.word).toBe('Waiting to be looked at');
      const { status, body: item } = await happens(world, owner, id, 'accept', body);
      expect({ status, word: item.status.word }).toEqual({ status: 200, word: 'Being worked into the playbook' });
      const stored = Object((await storeOf(world).get('discovery', id))?.body);
      const head = await storeOf(world).get('scenario', stored.outcome.refId);
      expect(head).toBeDefined();
    },
  );

  it('merge counts its author for the other one', async () => {
    const { id: first } = await shared(world, author, {
      what: 'Summing up the weekly bicycle inventory meeting by owner',
    });
    const { id } = await shared(world, employee, { what: 'Summing up the weekly bicycle inventory meeting by owner' });
    const twin = `discovery/${first}`;
    const item = await read(world, manager, id);
    expect(item.actions.find(({ event }: { event: string }) => event === 'merge').fields[0]).toMatchObject({
      value: twin,
    });
    expect(await happens(world, manager, id, 'merge', { twin })).toMatchObject({ status: 200 });
    expect(await read(world, author, first)).toMatchObject({ people: 2 });
  });

  it('decline says first what it changes, and who reads why', async () => {
    const id = await having();
    const { body } = await happens(world, manager, id, 'decline/preview', text);
    expect(body.changes[0]).toContain('Not in the playbook for now');
    expect(body.told).toHaveLength(1);
    expect((await read(world, manager, id)).status.word).toBe('Waiting to be looked at');
  });
});

describe('an event that may not happen', () => {
  it.each<[string, readonly Step[], Step, number, string]>([
    ['claim by its author', [], [author, 'claim'], 403, 'forbidden'],
    ['claim of one’s own by a reviewer', [], [author, 'claim'], 403, 'forbidden'],
    ['claim of what one has', [[manager, 'claim']], [manager, 'claim'], 409, 'already_done'],
    ['askAuthor by an employee', [], [employee, 'askAuthor', text], 403, 'forbidden'],
    ['askAuthor without a text', [], [manager, 'askAuthor', { text: ' ' }], 400, 'field_required'],
    ['reply by another', [asked], [employee, 'reply', text], 403, 'forbidden'],
    ['reply to no question', [], [author, 'reply', text], 409, 'already_done'],
    ['decline of what another has', [[host, 'claim']], declined, 409, 'taken'],
    ['decline without a reason', [], [manager, 'decline', { text: '' }], 400, 'field_required'],
    ['decline with too long a reason', [], [manager, 'decline', { text: 'x'.repeat(401) }], 400, 'field_length'],
    ['decline by an employee', [], [employee, 'decline', text], 403, 'forbidden'],
    ['decline twice', [declined], [host, 'decline', text], 409, 'already_resolved'],
    [
      'accept by a manager who owns nothing',
      [],
      [manager, 'accept', { fold: 'newScenario', title: 'x' }],
      403,
      'forbidden',
    ],
    ['accept without a title', [], [owner, 'accept', { fold: 'newScenario' }], 400, 'field_required'],
    [
      'accept into what is not there',
      [],
      [owner, 'accept', { fold: 'newScenario', title: 'x', scenarioId: 'no' }],
      400,
      'field_choice',
    ],
    ['accept as something else', [], [owner, 'accept', { fold: 'song' }], 400, 'field_choice'],
    ['merge with what is not there', [], [manager, 'merge', { twin: 'discovery/none' }], 400, 'field_choice'],
    ['reopen of what is open', [], [author, 'reopen'], 409, 'already_done'],
    ['reopen by an employee', [declined], [employee, 'reopen'], 404, 'not_found'],
    ['withdraw by a reviewer', [], [owner, 'withdraw'], 403, 'forbidden'],
    ['edit of another’s', [], [owner, 'edit', { what: 'mine', dataClassId: 'x', clean: true }], 403, 'forbidden'],
    [
      'edit without the tick',
      [],
      [author, 'edit', { what: 'mine', dataClassId: 'x', clean: false }],
      400,
      'field_choice',
    ],
    ['an unknown field', [], [manager, 'claim', { force: true }], 400, 'unknown_field'],
  ])('%s', async (_, before, [who, event, body], status, error) => {
    const id = await having(...before);
    const { version } = await read(world, manager, id);
    const answer = await asPerson(world, who).post(`/api/discoveries/${id}/${event}`, body ?? {}, version);
    expect({ status: answer.status, error: answer.body.error }).toEqual({ status, error });
    expect((await read(world, manager, id)).version).toBe(version);
  });

  const events = [
    'claim',
    'askAuthor',
    'reply',
    'accept',
    'merge',
    'decline',
    'reopen',
    'withdraw',
    'alsoUsed',
    'edit',
  ];
  const bodies: Record<string, object> = {
    ...{ askAuthor: text, reply: text, decline: text, merge: { twin: 'discovery/x' } },
    ...{ accept: { fold: 'newScenario', title: 'x' }, edit: { what: 'x', dataClassId: 'x', clean: true } },
  };
  it.each(events)('%s: 428 without a version, 412 with an old one, 404 for what is not there', async (event) => {
    const { id, version } = await shared(world, author);
    const me = asPerson(world, manager);
    const path = `/api/discoveries/${id}/${event}`;
    const body = event === 'edit' ? await edited() : (bodies[event] ?? {});
    const who = event === 'edit' ? asPerson(world, author) : me;
    expect(await who.post(path, body)).toMatchObject({ status: 428, body: { error: 'precondition_required' } });
    await happens(world, host, id, 'claim');
    expect(await who.post(path, body, version)).toMatchObject({ status: 412, body: { error: 'stale' } });
    expect(await me.post(`/api/discoveries/nothing/${event}`, bodies[event] ?? {}, version)).toMatchObject({
      status: 404,
    });
  });
});

describe('at once', () => {
  it('of two decisions one stands, and the other hears so', async () => {
    const { id, version } = await shared(world, author);
    const path = `/api/discoveries/${id}/decline`;
    const answers = await Promise.all([manager, host].map((who) => asPerson(world, who).post(path, text, version)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
  });

  it('of 20 presses of one person on "I used it too" one counts', async () => {
    const { id, version } = await shared(world, author);
    const me = asPerson(world, employee);
    const presses = Array.from({ length: 20 }, () => me.post(`/api/discoveries/${id}/alsoUsed`, {}, version));
    expect((await Promise.all(presses)).map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(await read(world, author, id)).toMatchObject({ people: 2 });
    const used = [];
    for await (const found of findAll(storeOf(world), { kind: 'reuse', where: [['discoveryId', '=', id]] }))
      used.push(found);
    expect(used).toHaveLength(1);
  });
});

it('writes each event to the audit log with who did it', async () => {
  const id = await having([manager, 'claim'], declined, [author, 'reopen']);
  const found: string[] = [];
  for await (const { body } of findAll(storeOf(world), { kind: 'auditEntry', where: [['entityId', '=', id]] })) {
    const { action, actorId } = Object(body);
    found.push(`${action} ${actorId}`);
  }
  expect(found.toSorted()).toEqual([
    `discovery.claim ${idOf(manager)}`,
    `discovery.decline ${idOf(manager)}`,
    `discovery.reopen ${idOf(author)}`,
    `discovery.share ${idOf(author)}`,
  ]);
});

it('tells the author why, in their own chat', async () => {
  await world.post(message('hello', chatOf(author)));
  await having(declined);
  await world.tick();
  expect(toldTo(world, author).join()).toContain(text.text);
});

describe('undo', () => {
  const undo = (who: number, id: string) => happens(world, who, id, 'undo');

  it.each<[string, Step]>([
    ['claim', [manager, 'claim']],
    ['askAuthor', asked],
    ['decline', declined],
  ])('of %s puts everything back and says so in the history', async (event, step) => {
    const id = await having();
    const before = Object((await storeOf(world).get('discovery', id))?.body);
    const { body } = await happens(world, step[0], id, step[1], step[2]);
    expect(body.undo).toMatchObject({ label: 'Undo' });
    const { status, body: item } = await undo(manager, id);
    expect({ status, word: item.status.word, undo: item.undo }).toEqual({
      ...{ status: 200, word: 'Waiting to be looked at', undo: undefined },
    });
    const { updatedAt: _, updatedBy: _by, ...after } = Object((await storeOf(world).get('discovery', id))?.body);
    const { updatedAt: _b, updatedBy: _c, ...was } = before;
    expect({ event, after }).toEqual({ event, after: was });
    expect(item.history.map(({ what }: { what: string }) => what)).toContain('took the last step back');
  });

  it('of an accept takes the draft away with it', async () => {
    const id = await having();
    const { id: scenarioId, workflowId } = await live(owner);
    const body = { fold: 'newScenario', scenarioId, workflowId, title: 'A passing one' };
    await happens(world, owner, id, 'accept', body);
    const { refId } = Object((await storeOf(world).get('discovery', id))?.body).outcome;
    expect((await undo(owner, id)).status).toBe(200);
    expect(await storeOf(world).get('scenario', refId)).toBeUndefined();
  });

  it('is refused when somebody acted since, for another’s event, and for what was taken back', async () => {
    const id = await having([manager, 'claim'], [host, 'claim']);
    expect(await undo(manager, id)).toMatchObject({ status: 409, body: { error: 'too_late' } });
    expect(await undo(owner, id)).toMatchObject({ status: 409, body: { error: 'too_late' } });
    const gone = await having([author, 'withdraw']);
    expect(await undo(author, gone)).toMatchObject({ status: 409, body: { error: 'too_late' } });
  });
});
