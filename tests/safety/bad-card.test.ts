/** Bad input, rows 31 to 50 of reliability.md 13: message extension and card buttons; bad-input.test.ts says what is where. */
import { afterAll, describe, expect, it } from '@jest/globals';
import { aCommunity, aSeries, aSession } from '../helpers/a-session.ts';
import {
  execute,
  invoke,
  person,
  query,
  queryLink,
  submitAction,
  taskSubmit,
  tenantId,
} from '../helpers/activities.ts';
import { inputsIn, textsUnder, wordsOf } from '../helpers/in-json.ts';
import { storedCount } from '../helpers/stored.ts';
import { type Reply, startWorld } from '../helpers/world.ts';

const open = await startWorld();
afterAll(() => open.close());

const store = open.running.store.forTenant(tenantId);
const count = (kind: string) => storedCount(open.running.store, kind);
const scenarioId = textsUnder('scenarioId', (await open.post(query('findScenario', 'job'))).body)[0] ?? '';

const attachments = (reply: Reply) => {
  const { body } = reply;
  const extension =
    typeof body === 'object' && body !== null && 'composeExtension' in body ? body.composeExtension : {};
  return typeof extension === 'object' &&
    extension !== null &&
    'attachments' in extension &&
    Array.isArray(extension.attachments)
    ? extension.attachments
    : [];
};

describe('X: the message extension', () => {
  it('31 a query of 500 characters, an empty one, signs alone', async () => {
    const long = await open.post(query('findScenario', `job description ${'x'.repeat(484)}`));
    expect(long.text).not.toContain('x'.repeat(101));
    expect(attachments(await open.post(query('findScenario', ''))).length).toBeGreaterThan(3);
    for (const sign of ['%', '*', "'"])
      expect(wordsOf(await open.post(query('findScenario', sign)))).toContain(`Nothing found for "${sign}".`);
  });

  it('32 paging out of bounds', async () => {
    const page = async (queryOptions: object) =>
      attachments(
        await open.post(invoke('composeExtension/query', { commandId: 'findScenario', parameters: [], queryOptions })),
      ).length;
    const all = await page({ skip: 0, count: 25 });
    expect(all).toBeGreaterThan(3);
    expect(await page({ skip: -1, count: 10_000 })).toBe(all);
    expect(await page({ skip: '1', count: '2' })).toBe(2);
    expect(await page({ skip: 0, count: -5 })).toBe(1);
    expect(await page({ skip: 1e9, count: 25 })).toBe(0);
    expect(await page({ skip: {}, count: [] })).toBeGreaterThan(0);
  });

  it('33 unknown command', async () => {
    const sentence = 'This command is no longer available.';
    for (const commandId of ['gone', '', 5, undefined])
      for (const name of ['composeExtension/query', 'composeExtension/fetchTask'])
        expect(wordsOf(await open.post(invoke(name, { commandId })))).toBe(sentence);
  });

  it('34 a missing field: the form again, the field named, nothing lost', async () => {
    const reply = await open.post(submitAction({ verb: 'fillScenario', scenarioId, v_intakeNotes: 'kept words' }));
    expect(reply.body).toMatchObject({ task: { type: 'continue' } });
    expect(reply.text).toContain('"errorMessage"');
    expect(Object.values(inputsIn(reply.body))).toContain('kept words');
    expect(wordsOf(await open.post(submitAction({ verb: 'sendFlag', urgency: 'today' })))).toContain(
      'please fill this in',
    );
  });

  it('35 a question one over its limit', async () => {
    const before = await count('flag');
    const reply = await open.post(submitAction({ verb: 'sendFlag', question: 'x'.repeat(801) }));
    expect(wordsOf(reply)).toContain('1 to 800 characters.');
    expect(await count('flag')).toBe(before);
    await open.post(submitAction({ verb: 'sendFlag', question: 'x'.repeat(800) }));
    expect(await count('flag')).toBe(before + 1);
  });

  it('39 a link of a foreign domain', async () => {
    for (const url of ['https://evil.example/s/abc', 'https://fieldbook.example.com.evil.example/s/a', 'nonsense', ''])
      expect(await open.post(queryLink(url))).toMatchObject({
        status: 200,
        body: { composeExtension: { attachments: [] } },
      });
    expect(attachments(await open.post(queryLink(`https://fieldbook.example.com/s/${scenarioId}`)))).toHaveLength(1);
  });
});

describe('A: card actions', () => {
  const outdated = { statusCode: 400, value: { code: 'card_outdated', message: 'This card is out of date. Refresh.' } };

  it.each(['gone', '', 5, null, 'toString', '__proto__'])('40 verb %j', async (verb) => {
    expect((await open.post(execute(verb))).body).toMatchObject(outdated);
    expect(wordsOf(await open.post(taskSubmit({ verb })))).toBe(outdated.value.message);
  });

  it.each([undefined, null, [], 'text', 7])('40 data %j', async (data) => {
    expect((await open.post(execute('openScenario', data))).body).toMatchObject(outdated);
    expect((await open.post(invoke('adaptiveCard/action', data))).body).toMatchObject(outdated);
    expect(wordsOf(await open.post(taskSubmit(data)))).toBe(outdated.value.message);
    expect(wordsOf(await open.post(submitAction(data)))).toBe(outdated.value.message);
  });

  it('41 an id that is nothing, of nobody, or badly formed: one answer', async () => {
    for (const verb of ['openScenario', 'useScenario', 'exampleScenario', 'fillScenario'])
      for (const id of ['', 'nonsense', person(1).aadObjectId, "' OR 1=1", '../x', '__proto__'])
        expect((await open.post(execute(verb, { scenarioId: id }))).body).toEqual({
          statusCode: 404,
          type: 'application/vnd.microsoft.error',
          value: { code: 'not_found', message: 'This item is not available.' },
        });
  });

  it('42 tenant, role and reporter smuggled in', async () => {
    const smuggled = {
      tenantId: person(9).aadObjectId,
      role: 'owner',
      grants: [{ grant: 'admin' }],
      reporterId: person(8).aadObjectId,
      createdBy: person(8).aadObjectId,
      state: 'answered',
    };
    const from = person(42);
    await open.post(execute('sendFlag', { question: 'Mine?', ...smuggled }, { from }));
    const { items } = await store.find({ kind: 'flag', where: [['reporterId', '=', from.aadObjectId]] });
    expect(items).toHaveLength(1);
    expect(items[0]?.body).toMatchObject({ reporterId: from.aadObjectId, createdBy: from.aadObjectId, state: 'open' });
    expect(JSON.stringify(items)).not.toContain('grants');
    await open.post(execute('saveSettings', { language: 'en', ...smuggled }, { from }));
    expect((await store.get('person', from.aadObjectId))?.body).toMatchObject({ grants: [] });
  });

  it('48 the 21st flag of a day', async () => {
    const from = person(48);
    const raise = (n: number) => open.post(execute('sendFlag', { question: `Question ${n}?` }, { from }));
    for (let n = 1; n <= 20; n++) expect((await raise(n)).body).toMatchObject({ statusCode: 200 });
    expect((await raise(21)).body).toMatchObject({
      statusCode: 429,
      value: { code: 'daily_limit', message: 'You can raise 20 flags a day.' },
    });
    open.clock.pass(24 * 3_600_000);
    expect((await raise(22)).body).toMatchObject({ statusCode: 200 });
  });

  it.each([
    ['past', -48, {}, 'session_past', 'This session is over.'],
    ['cancelled', 48, { state: 'cancelled' as const }, 'session_cancelled', 'This session was cancelled.'],
    [
      ...(['full', 48, { seatsTaken: 1, waiting: 6, lastNumber: 8 }, 'session_full'] as const),
      'All seats are taken. You are number 9 on the waiting list. I write to you when a seat is yours.',
    ],
  ] as const)('49 coming to a session that is %s', async (id, hours, change, code, message) => {
    const start = new Date(open.clock.now().getTime() + hours * 3_600_000);
    await store.write([
      { op: 'create', kind: 'community', id: `community-${id}`, body: aCommunity() },
      { op: 'create', kind: 'series', id: `series-${id}`, body: aSeries(`community-${id}`, { capacity: 1 }) },
      { op: 'create', kind: 'session', id, body: aSession(`series-${id}`, `community-${id}`, start, change) },
    ]);
    const reply = await open.post(execute('rsvpYes', { sessionId: id }));
    expect(reply.body).toMatchObject({ statusCode: 409, value: { code, message } });
  });

  it('50 a card of an older version', async () => {
    const older = { scenarioId, version: 0, oldField: true, v_gone: 'x' };
    expect((await open.post(execute('useScenario', older))).body).toMatchObject({ statusCode: 200 });
    expect((await open.post(execute('openScenario', { scenario: scenarioId }))).body).toMatchObject(outdated);
  });
});
