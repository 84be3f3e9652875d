/** Tool requests in the store: many at once, one batch for a decision, and what it writes (product 6.5). */
import { setImmediate as macrotask } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { findAll, type TenantStore, type WriteOperation } from '../../../src/core/documents.ts';
import { decision, tool } from '../../../src/features/guardrails/model.ts';
import { demandOf } from '../../../src/features/tool-requests/model.ts';
import { aTool } from '../../helpers/builders.ts';
import {
  ask,
  by,
  cardOf,
  feature,
  memory,
  press,
  put,
  requests,
  say,
  turnAt,
  who,
  withRequests,
} from './requests-kit.ts';

withRequests();

/** Answers reads late, so that everybody reads before anybody writes. */
const slow = (): TenantStore => ({
  ...memory.store,
  get: async (kind, id) => {
    const found = await memory.store.get(kind, id);
    await macrotask();
    return found;
  },
});
const tools = () => by('tools', 'governance');
const both = () => by('lead', 'governance', 'hrLead');
const idOf = async (name = 'Notebot') => (await requests()).find(({ toolName }) => toolName === name)?.id ?? '';
const decide = async (data: object, turn = tools(), name = 'Notebot') =>
  press(turn, 'decideRequest', { requestId: await idOf(name), ruling: 'approved', why: 'Fine.', ...data });
const toolNamed = async (name: string) => {
  const { items } = await memory.store.find({ kind: 'tool', where: [['name', '=', name]] });
  return items.map(({ body }) => tool.parse(body));
};
const entries = z.looseObject({ action: z.string(), actorId: z.string(), entityType: z.string() });

describe('at the same moment', () => {
  it('fifty ask for the same: one request, nobody lost, nobody twice', async () => {
    const people = Array.from({ length: 50 }, (_, n) => `p${n}`);
    const data = { toolName: 'Notebot', need: 'Minutes', dataClassId: 'internal' };
    const answers = await Promise.all(
      people.map((id) => press(turnAt({ store: slow(), who: who(id) }), 'sendRequest', data)),
    );
    expect(answers.map(({ kind }) => kind)).toEqual(people.map(() => 'form'));
    const found = await requests();
    expect(found.map(demandOf)).toEqual([50]);
    expect([found[0]?.requesterId, ...(found[0]?.supporterIds ?? [])].toSorted()).toEqual(people.toSorted());
  });

  it('one asks twice: one request, one person', async () => {
    const data = { toolName: 'Notebot', need: 'Minutes', dataClassId: 'internal' };
    await Promise.all([1, 2, 3].map(() => press(turnAt({ store: slow() }), 'sendRequest', data)));
    expect((await requests()).map(demandOf)).toEqual([1]);
  });

  it('five decide: one decision, the others hear who', async () => {
    await ask('one');
    const requestId = await idOf();
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map((n) =>
        press(turnAt({ store: slow(), who: { ...both().who, personId: `t${n}` } }), 'decideRequest', {
          ...{ requestId, ruling: 'approved', why: `By ${n}` },
        }),
      ),
    );
    expect(answers.filter(({ kind }) => kind === 'form')).toHaveLength(1);
    for (const answer of answers.filter(({ kind }) => kind !== 'form'))
      expect(answer).toMatchObject({ code: 'already_resolved', text: expect.stringMatching(/Name of t\d/) });
    expect((await memory.store.find({ kind: 'decision' })).items).toHaveLength(1);
  });
});

describe('a decision', () => {
  it('is one write: tool, decision, request, the freed place, log, word to those who asked, and the next look', async () => {
    await ask('one');
    const batches: (readonly WriteOperation[])[] = [];
    const store: TenantStore = {
      ...memory.store,
      write: (operations) => {
        batches.push(operations);
        return memory.store.write(operations);
      },
    };
    await press({ ...tools(), store }, 'decideRequest', { requestId: await idOf(), ruling: 'approved', why: 'Fine.' });
    expect(batches.map((batch) => batch.map(({ op, kind }) => `${op} ${kind}`).toSorted())).toEqual([
      [
        ...['create auditEntry', 'create auditEntry', 'create auditEntry', 'create decision'],
        ...['create dueItem', 'create dueItem', 'create dueItem', 'create stamp', 'create tool'],
        ...['create undo', 'remove requestGuard', 'replace toolRequest'],
      ],
    ]);
    const log = (await memory.store.find({ kind: 'auditEntry' })).items.map(({ body }) => entries.parse(body));
    expect(log.map(({ action, actorId }) => `${action} ${actorId}`).toSorted()).toEqual([
      ...['decision.decide tools', 'toolRequest.ask one', 'toolRequest.claim tools', 'toolRequest.decide tools'],
    ]);
  });

  it('for which a write failed leaves nothing half', async () => {
    await ask('one');
    const store: TenantStore = { ...memory.store, write: async () => ({ kind: 'stale', index: 0 }) };
    const answer = await press({ ...tools(), store }, 'decideRequest', {
      ...{ requestId: await idOf(), ruling: 'approved', why: 'Fine.' },
    });
    expect(answer).toMatchObject({ kind: 'refused', code: 'stale' });
    expect(await requests()).toMatchObject([{ state: 'submitted' }]);
    expect(await toolNamed('Notebot')).toEqual([]);
  });

  it('about decisions on people is made at once by who is HR lead too, also for milder data', async () => {
    await ask('one', { outputAffects: 'decisionsAboutPeople' });
    expect(cardOf(await decide({ dataClassId: 'public' }, both()))).toContain('Decided, for everyone');
    const [call] = (await memory.store.find({ kind: 'decision' })).items.map(({ body }) => decision.parse(body));
    expect(call).toMatchObject({ aboutPeople: true, scope: { dataClassIds: ['public'] }, decidedBy: ['lead'] });
  });

  it('opens a tool again that was shut for everything, and only a grant does', async () => {
    const { id, ...body } = aTool('b', {}, { name: 'Darkbot', status: 'blocked', statusReason: 'No contract.' });
    await put('tool', id, body);
    await ask('one', { toolName: 'Darkbot' });
    await decide({ ruling: 'blocked' }, tools(), 'Darkbot');
    expect(await toolNamed('Darkbot')).toMatchObject([{ status: 'blocked', statusReason: 'No contract.' }]);
    await ask('one', { toolName: 'Darkbot', dataClassId: 'public' });
    const requestId = (await requests()).find(({ state }) => state === 'submitted')?.id;
    await press(tools(), 'decideRequest', { requestId, ruling: 'approved', why: 'Now we have one.' });
    const [open] = await toolNamed('Darkbot');
    expect(open?.status).toBe('active');
    expect(open?.statusReason).toBeUndefined();
    expect(open?.rules.map(({ dataClassId, verdict }) => `${dataClassId} ${verdict}`)).toEqual([
      'internal notAllowed',
      'public allowed',
    ]);
  });

  it('goes to a tool of the list under its own name, and learns what people call it', async () => {
    await ask('one');
    await decide({ listName: 'Tool a', ruling: 'limited', condition: 'Names out.' });
    expect(await toolNamed('Tool a')).toMatchObject([{ aliases: ['Notebot'], status: 'active' }]);
    expect(await toolNamed('Notebot')).toEqual([]);
  });

  it('asks which one when several tools go by the name', async () => {
    for (const id of ['x', 'y']) {
      const { id: _, ...body } = aTool(id, {}, { aliases: ['twin'], accountKind: 'work' });
      await put('tool', id, body);
    }
    await ask('one', { toolName: 'Twin' });
    const answer = cardOf(await decide({}, tools(), 'Twin'));
    expect(answer).toContain('Several tools go by the name \\"Twin\\": Tool x, Tool y.'.replaceAll('\\', ''));
    expect(answer).toContain('"isVisible":true');
  });

  it.each([
    [{ ruling: undefined }, 'The decision: please fill this in.'],
    [{ ruling: 'maybe' }, 'The decision: please fill this in.'],
    [{ why: ' ' }, 'Why: please fill this in.'],
    [{ why: 'x'.repeat(241) }, 'Why: 1 to 240 characters.'],
    [{ ruling: 'limited' }, 'The condition, if there is one: please fill this in.'],
    [{ condition: 'x'.repeat(161) }, 'The condition, if there is one: 1 to 160 characters.'],
    [{ listName: '???' }, 'Name on our list: please fill this in.'],
    [{ listName: 'x'.repeat(81) }, 'Name on our list: 1 to 80 characters.'],
  ])('%j is not whole, and the form says so', async (data, problem) => {
    await ask('one');
    expect(cardOf(await decide(data))).toContain(problem);
    expect(await requests()).toMatchObject([{ state: 'submitted' }]);
  });
});

describe('who asks', () => {
  it('joins a request by name after the tool came onto the list for other data', async () => {
    await ask('one');
    await ask('two', { dataClassId: 'public' });
    await press(tools(), 'decideRequest', {
      ...{ requestId: (await requests()).find(({ dataClassId }) => dataClassId === 'public')?.id },
      ...{ ruling: 'approved', why: 'Fine.' },
    });
    await ask('three');
    const open = (await requests()).filter(({ state }) => state === 'submitted');
    expect(open).toMatchObject([{ requesterId: 'one', supporterIds: ['three'] }]);
    const { items } = await memory.store.find({ kind: 'tool', where: [['name', '=', 'Notebot']] });
    await feature.countAsks(by('four'), [{ toolId: items[0]?.id ?? '', dataClassId: 'internal' }]);
    const card = cardOf(await say(tools(), 'demand'));
    expect(card).toContain('one ask · one request · 2 people');
    expect(card.match(/Notebot · Internal/g)).toHaveLength(1);
  });

  it('asks twice and gets the receipt again, with what can still be said', async () => {
    expect(cardOf(await ask('one'))).toContain('enoughRequest');
    await press(tools(), 'askRequester', { requestId: await idOf(), text: 'Which?' });
    const again = cardOf(await ask('one'));
    expect(again).toContain('Waiting for you');
    expect(again).not.toContain('enoughRequest');
    expect(cardOf(await ask('two'))).toContain('enoughRequest');
  });

  it('asks anew once it was decided', async () => {
    await ask('one');
    await decide({ ruling: 'blocked' });
    await ask('two');
    expect((await requests()).map(({ state }) => state).toSorted()).toEqual(['blocked', 'submitted']);
  });

  it('finds the nearest approved tool at once, or hears that there is none', async () => {
    expect(cardOf(await ask('one'))).toContain('Instead: Tool a (Allowed with conditions)');
    const none = cardOf(await ask('two', { dataClassId: 'restricted' }));
    expect(none).toContain('No other tool is cleared for this data yet. Use invented data for now.');
    expect(none).not.toContain('enoughRequest');
    const listed = cardOf(await ask('three', { toolName: 'tool a', dataClassId: 'restricted' }));
    expect(listed).toContain('Fine with Internal data.');
    const known = cardOf(await ask('four', { toolName: 'Tool A', dataClassId: 'public' }));
    expect(known).toContain('You can use it now: Tool a (Allowed)');
  });

  it('is counted as using it in a number alone, in no entry of the log and on no card', async () => {
    await ask('one', { alreadyUsing: 'true' });
    await ask('two');
    expect(await requests()).toMatchObject([{ usingCount: 1 }]);
    const written: string[] = [];
    for await (const { body } of findAll(memory.store, { kind: 'auditEntry' })) written.push(JSON.stringify(body));
    expect(written.join()).not.toMatch(/using/i);
  });

  it('takes nothing from the card that is not asked for', async () => {
    await ask('one', { requesterId: 'boss', state: 'approved', lane: 'fast', supporterIds: ['x'], toolKey: 'y' });
    expect(await requests()).toMatchObject([
      { requesterId: 'one', state: 'submitted', lane: 'review', supporterIds: [] },
    ]);
  });

  it.each([
    ['notebot for the minutes', 'notebot', 'the minutes'],
    ['Notebot para las actas', 'Notebot', 'las actas'],
    ['for', 'for', ''],
    ['', '', ''],
  ])('says "%s"', async (words, toolName, need) => {
    const card = cardOf(await say(by('one'), 'weUse', words));
    expect(card).toContain(`"value":"${toolName}"`);
    if (need) expect(card).toContain(`"value":"${need}"`);
    expect(card).toContain('"value":"true"');
  });
});
