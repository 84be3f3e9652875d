/** Who may do what, given and taken in the chat: by administrators alone, at once, never the last one, told to whom it concerns. */
import { afterAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { findAll } from '../../src/core/documents.ts';
import { dueItem } from '../../src/core/due-item.ts';
import { noticeFacts } from '../../src/core/notice.ts';
import type { Turn } from '../../src/core/turn.ts';
import { readPerson, savePerson } from '../../src/features/people/documents.ts';
import { changeGrant } from '../../src/features/people/giving.ts';
import { wordsFor } from '../../src/text/words.ts';
import { group, person, tenantId } from '../helpers/activities.ts';
import { aGrant, aPerson } from '../helpers/builders.ts';
import { hand } from '../helpers/hand.ts';
import { wordsOf } from '../helpers/in-json.ts';
import { offered } from '../helpers/offered.ts';
import { givenTo } from '../helpers/people.ts';
import { scaled } from '../helpers/scale.ts';
import type { World } from '../helpers/world.ts';
import { closed, flowStores, worldsOn } from '../helpers/worlds.ts';

const config = { firstLoad: 'starter' } as const;
const worlds = await worldsOn(flowStores, { config });
const [[, onFile]] = worlds;
afterAll(() => closed(worlds));

const [admin, second, lead, employee] = [801, 802, 803, 804];
const storeOf = (world: World) => world.running.store.forTenant(tenantId);
for (const [, world] of worlds) {
  await givenTo(storeOf(world), admin, ['admin', 'owner']);
  await givenTo(storeOf(world), second, ['admin']);
  await givenTo(storeOf(world), lead, ['hrLead']);
  await givenTo(storeOf(world), employee, []);
}

const idOf = (number: number) => person(number).aadObjectId;
const as = (world: World, number: number) =>
  hand(world, { from: person(number), conversation: { id: `a:${number}`, conversationType: 'personal', tenantId } });
const grantsOf = async (world: World, number: number) =>
  ((await readPerson(storeOf(world), idOf(number)))?.person.grants ?? []).map(({ grant }) => grant);

let next = 820;
async function somebody(world: World): Promise<number> {
  const number = ++next;
  await givenTo(storeOf(world), number, []);
  return number;
}

async function told(world: World, number: number, words: string): Promise<string> {
  const me = as(world, number);
  await me.say(words);
  return wordsOf(me.reply);
}

const audit = z.object({ action: z.string(), actorId: z.string(), actorKind: z.string(), entityId: z.string() });
async function audited(world: World, personId: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { body } of findAll(storeOf(world), { kind: 'auditEntry', where: [['entityId', '=', personId]] })) {
    const { action, actorId, actorKind } = audit.parse(body);
    found.push(`${action} by ${actorKind} ${actorId}`);
  }
  return found;
}

describe.each(worlds)('on %s', (_name, world) => {
  it('is given by name, holds from the next request, and is taken again', async () => {
    const number = await somebody(world);
    expect(await told(world, number, 'to do')).toContain('You do not have the rights for this');
    expect(await told(world, admin, `grant manager Person ${number} in HR`)).toContain(
      `Person ${number} now acts as manager in HR.`,
    );
    expect(await told(world, number, 'to do')).toContain('Nothing is waiting for you');
    expect(await told(world, admin, `revoke manager Person ${number} in HR`)).toContain('no longer acts as manager');
    expect(await told(world, number, 'to do')).toContain('You do not have the rights for this');
    expect((await audited(world, idOf(number))).toSorted()).toEqual([
      `person.grant by person ${idOf(admin)}`,
      `person.revoke by person ${idOf(admin)}`,
    ]);
  });

  it('is given by id, and in Spanish', async () => {
    const number = await somebody(world);
    expect(await told(world, admin, `grant HR lead ${idOf(number).toUpperCase()}`)).toContain('acts as HR lead');
    const me = as(world, admin);
    await me.say('idioma español');
    expect(await told(world, admin, `conceder responsable de herramientas a Person ${number}`)).toContain(
      'Ahora una misma persona lleva RR. HH. y las herramientas',
    );
    expect(await told(world, admin, `revocar responsable de RR. HH. de Person ${number}`)).toContain('ya no tiene');
    await me.say('language english');
    expect(await grantsOf(world, number)).toEqual(['governance']);
  });

  it.each([
    ['grant', 'Write "grant" or "revoke"'],
    ['grant king Person 804', 'Write "grant" or "revoke"'],
    ['grant manager Nobody Known in HR', 'I know nobody called "Nobody Known"'],
    ['grant manager b6a7c1de-0000-4000-8000-0000000fffff in HR', 'I know nobody called'],
    ['grant manager Person 804', 'Add "in" and one of these: '],
    ['grant manager Person 804 in Narnia', 'I do not know the department "Narnia"'],
    ['grant manager Person 801 in HR', 'Nobody makes themself manager'],
    ['grant HR lead Person 801', 'Nobody makes themself HR lead'],
    ['grant tools lead Person 801', 'Nobody makes themself tools lead'],
    ['grant administrator Person 802', 'acts as administrator for the whole organisation already'],
    ['revoke tools lead Person 804', 'so nothing has changed'],
    ['revoke HR lead Person 803', 'is the only one who acts as HR lead'],
  ])('%s', async (words, sentence) => {
    const number = words.includes('HR lead Person 803') ? lead : employee;
    const before = await grantsOf(world, number);
    expect(await told(world, admin, words)).toContain(sentence);
    expect(await grantsOf(world, number)).toEqual(before);
  });

  it('tells apart nobody of a name and several', async () => {
    const [one, two] = [await somebody(world), await somebody(world)];
    for (const number of [one, two])
      await savePerson(storeOf(world), { personId: idOf(number), name: 'Sam Sample' }, world.clock.now(), {});
    expect(await told(world, admin, 'grant project owner sam sample')).toContain('Several people are called');
    expect(await told(world, admin, `grant project owner ${idOf(one)}`)).toContain('Sam Sample now acts as');
    // Who is gone holds nothing new.
    await savePerson(storeOf(world), { personId: idOf(two), name: '' }, world.clock.now(), { status: 'left' });
    expect(await told(world, admin, `grant project owner ${idOf(two)}`)).toContain('I know nobody called');
  });

  it.each([employee, lead])('is refused to person %s, who is no administrator', async (number) => {
    for (const words of [`grant admin Person ${number}`, 'revoke admin Person 801', 'grant', 'conceder'])
      expect(await told(world, number, words)).toContain('You do not have the rights for this');
    expect(await grantsOf(world, admin)).toContain('admin');
  });

  it('is answered in the own chat when asked in a group', async () => {
    const number = await somebody(world);
    const me = hand(world, { from: person(admin), ...group });
    await me.say(`grant curator Person ${number} in Finance`);
    expect(me.reply.text).not.toContain(`Person ${number} now`);
    expect(wordsOf(me.reply)).toContain('I sent you the answer in our own chat.');
    expect(await grantsOf(world, number)).toEqual(['author']);
  });

  it('of two last administrators or HR leads taken at once one stays', async () => {
    const store = storeOf(world);
    const giver = { id: 'cli:test', kind: 'cli', now: world.clock.now(), requestId: 'race' } as const;
    for (const grant of ['admin', 'hrLead'] as const) {
      const holders = grant === 'admin' ? [admin, second] : [lead, await somebody(world)];
      const ask = (number: number, give: boolean) =>
        changeGrant(store, giver, { personId: idOf(number), wish: { grant }, give });
      for (const number of [...Array(30).keys()].map((n) => 821 + n)) await ask(number, false);
      for (let round = 0; round < scaled(10, 100); round++) {
        for (const number of holders) await ask(number, true);
        const results = await Promise.all(holders.map((number) => ask(number, false)));
        expect(results.map(({ kind }) => kind).toSorted()).toEqual(['done', 'lastOne']);
        const left = await Promise.all(holders.map((number) => grantsOf(world, number)));
        expect(left.flat().filter((each) => each === grant)).toHaveLength(1);
      }
      for (const number of holders) await ask(number, true);
    }
  });
});

describe('who is told', () => {
  const feature = offered.find(({ name }) => name === 'people');
  const kind = feature?.notices?.find((each) => each.kind === 'programStep');
  if (!kind) throw new Error('people tells of grants');

  const turnFor = (number: number | undefined): Turn => ({
    requestId: 'job',
    who: aPerson(
      number === undefined
        ? { personId: 'system', name: '' }
        : { personId: idOf(number), grants: number === lead ? [aGrant('hrLead')] : [] },
    ),
    where: { surface: 'bot', conversation: 'personal', conversationId: 'a:x' },
    now: onFile.clock.now(),
    stamp: { content: 9_000 + next, tools: 0, people: 9_000 + next },
    store: storeOf(onFile),
    words: wordsFor('en'),
  });

  async function planned(subject: string) {
    const entries: string[] = [];
    for await (const { id } of findAll(storeOf(onFile), { kind: 'auditEntry', where: [['entityId', '=', subject]] }))
      entries.push(id);
    const found = [];
    for await (const { body } of findAll(storeOf(onFile), { kind: 'dueItem' })) {
      const item = dueItem.parse(body);
      if (!entries.includes(item.subject)) continue;
      found.push({ ...noticeFacts.parse(item.facts), subject: item.subject, isUrgent: false });
    }
    return found;
  }

  it.each([
    ['manager', ' in HR', true],
    ['tools lead', '', true],
    ['curator', ' in HR', false],
    ['project owner', '', false],
  ])('of a new %s%s', async (right, place, isWatched) => {
    const number = await somebody(onFile);
    await told(onFile, admin, `grant ${right} Person ${number}${place}`);
    const notices = await planned(idOf(number));
    expect(notices).toHaveLength(1);
    const [notice] = notices;
    if (!notice) return;
    const recipients = await kind.recipients(turnFor(undefined), notice);
    const leads = isWatched ? [idOf(admin), idOf(second), idOf(lead)] : [];
    expect(recipients).toEqual(expect.arrayContaining([...leads, idOf(number)]));
    expect(recipients.includes(idOf(lead))).toBe(isWatched);
    expect(JSON.parse((await kind.card(turnFor(number), notice))?.json ?? '{}').body[1].text).toContain(
      `You now act as ${right}`,
    );
    const forLead = await kind.card(turnFor(lead), notice);
    expect(forLead?.json.includes(`Person ${number} now acts as ${right}`) ?? false).toBe(isWatched);
    if (isWatched) expect(forLead?.json).toContain(`Given by Person ${admin}`);
    expect(await kind.card(turnFor(employee), notice)).toBeUndefined();
  });

  it('of nothing when the entry is gone', async () => {
    const notice = { kind: 'programStep', subject: 'gone', audience: '', isUrgent: false, occurrence: 'x' };
    expect(await kind.recipients(turnFor(undefined), notice)).toEqual([]);
    expect(await kind.card(turnFor(lead), notice)).toBeUndefined();
  });
});
