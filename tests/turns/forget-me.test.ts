/** `forget me`: what is theirs goes, what others need stays without their name, and nothing breaks for those who read it later. */
import { afterAll, describe, expect, it } from '@jest/globals';
import type { Store } from '../../src/core/documents.ts';
import { writeStamped } from '../../src/core/stamp.ts';
import { aCommunity, aSeries, aSession } from '../helpers/a-session.ts';
import { channel, execute, group, person, query, type RawActivity, tenantId } from '../helpers/activities.ts';
import { asPerson } from '../helpers/api.ts';
import { hand } from '../helpers/hand.ts';
import { inputsIn, textsUnder, wordsOf } from '../helpers/in-json.ts';
import { givenTo } from '../helpers/people.ts';
import { scaled } from '../helpers/scale.ts';
import { storedCount } from '../helpers/stored.ts';
import type { World } from '../helpers/world.ts';
import { bothStores, closed, worldsOn } from '../helpers/worlds.ts';

const config = { firstLoad: 'starter', signingKey: Buffer.alloc(32, 'forget') } as const;
const worlds = await worldsOn(bothStores, { config });
afterAll(() => closed(worlds));

const storeOf = (world: World) => world.running.store.forTenant(tenantId);
const [admin, lead, colleague, visitor] = [601, 602, 603, 604];
for (const [, world] of worlds) {
  await givenTo(storeOf(world), admin, ['admin']);
  await givenTo(storeOf(world), lead, ['hrLead', 'governance']);
}

const plainOf = (number: number): RawActivity => ({
  from: person(number),
  conversation: { id: `a:${number}`, conversationType: 'personal', tenantId },
});
const as = (world: World, number: number) => hand(world, plainOf(number));

/** Somebody whose id, name, chat and user id are found wherever they stand. */
const marks = {
  id: 'ca4a4100-0000-4000-8000-000000000abc',
  name: 'Canary Quill',
  chat: 'a:canary-own-chat',
  user: '29:canary-user',
};
const canary: RawActivity = {
  from: { id: marks.user, name: marks.name, aadObjectId: marks.id },
  conversation: { id: marks.chat, conversationType: 'personal', tenantId },
};

async function traces(store: Store): Promise<string[]> {
  const found: string[] = [];
  const archive = store.archive(tenantId);
  for (let page = await archive.read(); page.length > 0; page = await archive.read(page.at(-1)))
    for (const { kind, id, body } of page) {
      const text = JSON.stringify([id, body]);
      for (const [what, mark] of Object.entries(marks)) if (text.includes(mark)) found.push(`${kind}: ${what}`);
    }
  return [...new Set(found)].toSorted();
}

async function flagIn(world: World, question: string) {
  const [found] = (await storeOf(world).find({ kind: 'flag', where: [['question', '=', question]] })).items;
  return { id: found?.id ?? '', body: Object(found?.body) };
}

const asked = (world: World, who: RawActivity, question: string, more: object = {}) =>
  world.post(execute('sendFlag', { question, ...more }, who));
const press = (world: World, who: RawActivity, verb: string, data: object) => world.post(execute(verb, data, who));

/** All that somebody can do here today, as employee, reviewer, governance, administrator and owner. */
async function livedHere(world: World): Promise<void> {
  const me = hand(world, canary);
  const store = storeOf(world);
  await me.say('role recruiter');
  for (const grant of ['HR lead', 'tools lead', 'administrator', 'project owner'])
    await as(world, admin).say(`grant ${grant} ${marks.id}`);
  const scenarioId = textsUnder('scenarioId', (await world.post(query('findScenario', '', canary))).body)[0] ?? '';
  const example = await press(world, canary, 'exampleScenario', { scenarioId });
  await press(world, canary, 'fillScenario', { ...inputsIn(example.body), confirmed: 'true', scenarioId });
  await asked(world, canary, 'Named by the canary?', { scenarioId });
  const [tool, other] = (await store.find({ kind: 'tool', limit: 2 })).items;
  const [dataClass] = (await store.find({ kind: 'dataClass', limit: 1 })).items;
  const pair = { toolId: tool?.id, dataClassId: dataClass?.id };
  const sealed = { ...pair, toolId: other?.id, anonymous: 'true', anyway: 'true' };
  await asked(world, canary, 'Sealed by the canary?', sealed);

  for (const question of ['Answered by the canary?', 'Asked back?', 'Taken?', 'Decided?'])
    await asked(world, plainOf(colleague), question, question === 'Decided?' ? { ...pair, anyway: 'true' } : {});
  const on = async (question: string, verb: string, text = 'Yes.') =>
    press(world, canary, verb, { flagId: (await flagIn(world, question)).id, text });
  await on('Answered by the canary?', 'answerFlag');
  await on('Asked back?', 'askReporter', 'Which one?');
  await on('Taken?', 'takeFlag');
  await on('Decided?', 'passFlag');
  const decided = await flagIn(world, 'Decided?');
  await press(world, canary, 'decideFlag', { flagId: decided.id, ruling: 'yes', why: 'It is covered.' });

  await sharedAndAsked(world, dataClass?.id ?? '');
  await met(world);
  await me.say(`grant curator Person ${lead} in HR`);
  await wroteIn(world, scenarioId);
  const scenario = await store.get('scenario', scenarioId);
  const workflow = await store.get('workflow', Object(scenario?.body).workflowId);
  await writeStamped(
    store,
    ['content'],
    [scenario, workflow].flatMap((found) =>
      found
        ? [{ op: 'replace', ...found, body: { ...Object(found.body), ownerId: marks.id, updatedBy: marks.id } }]
        : [],
    ),
  );
  await world.tick();
  await world.tick();
}

/** In the tab: published, sent back, held, and a draft on the way. */
async function wroteIn(world: World, scenarioId: string): Promise<void> {
  const me = asPerson(world, marks.id);
  const press = async (event: string, body: object = {}) => {
    const { body: seen } = await me.get(`/api/scenarios/${scenarioId}/edit`);
    const { status, body: said } = await me.post(`/api/scenarios/${scenarioId}/${event}`, body, seen.version);
    expect([event, status, said.fields]).toEqual([event, 200, undefined]);
  };
  const save = async (change: object) => {
    const { body: seen } = await me.get(`/api/scenarios/${scenarioId}/edit`);
    await me.patch(`/api/scenarios/${scenarioId}/draft`, { changeNote: 'Clearer.', ...change }, seen.version);
  };
  await press('startEdit');
  await save({ ownerId: marks.id, reviewerId: person(lead).aadObjectId, contract: { helpsYou: 'An answer, sooner.' } });
  await press('smallFix');
  await press('startEdit');
  await save({ contract: { tags: ['sooner'] } });
  await press('submit');
  await press('sendBack', { reason: 'One more look.' });
  await press('submit');
  await press('hold', { reason: 'Until it is looked at.' });
  await press('release');
}

async function sharedAndAsked(world: World, dataClassId: string): Promise<void> {
  const idOf = async (kind: string, field: string, value: string) =>
    (await storeOf(world).find({ kind, where: [[field, '=', value]] })).items[0]?.id ?? '';
  const share = (who: RawActivity, what: string, more: object = {}) =>
    press(world, who, 'sendDiscovery', { what, dataClassId, clean: 'true', go: 'anyway', ...more });
  await share({ ...canary, ...channel }, 'Shared by the canary', { postHere: 'true' });
  for (const what of ['Used too', 'Taken to look at', 'Not for now']) await share(plainOf(colleague), what);
  const on = async (what: string, verb: string, text = '') =>
    press(world, canary, verb, { discoveryId: await idOf('discovery', 'what', what), text });
  await on('Used too', 'reuseDiscovery');
  await on('Taken to look at', 'claimDiscovery');
  await on('Not for now', 'declineDiscovery', 'Too special.');

  const ask = (who: RawActivity, toolName: string) =>
    press(world, who, 'sendRequest', { toolName, need: `${toolName} for minutes`, dataClassId });
  const decide = async (who: RawActivity, toolName: string, verb: string, more: object) =>
    press(world, who, verb, { requestId: await idOf('toolRequest', 'toolName', toolName), ...more });
  for (const toolName of ['Askedbot', 'Decidedbot', 'Togetherbot']) await ask(plainOf(colleague), toolName);
  await ask(canary, 'Togetherbot');
  await decide(canary, 'Askedbot', 'askRequester', { text: 'For whom?' });
  await decide(canary, 'Decidedbot', 'decideRequest', {
    ruling: 'approved',
    why: 'It is fine.',
    toolKind: 'assistant',
  });
  await ask(canary, 'Canarybot');
  await decide(plainOf(lead), 'Canarybot', 'askRequester', { text: 'How often?' });
}

/** Comes to one session, waits for another, brings a topic, wishes for one, hosts a third and says what came of it. */
async function met(world: World): Promise<void> {
  const on = async (verb: string, data: object) => press(world, canary, verb, data);
  const hours = (each: number) => new Date(world.clock.now().getTime() + each * 3_600_000);
  const session = (id: string, series: string, each: number, change: object = {}) =>
    ({ op: 'create', kind: 'session', id, body: aSession(series, 'circle', hours(each), change) }) as const;
  await storeOf(world).write([
    { op: 'create', kind: 'community', id: 'circle', body: aCommunity() },
    { op: 'create', kind: 'series', id: 'small', body: aSeries('circle', { capacity: 1 }) },
    { op: 'create', kind: 'series', id: 'theirs', body: aSeries('circle', { hostIds: [marks.id] }) },
    session('seat', 'small', 48),
    session('line', 'small', 96, { seatsTaken: 1 }),
    session('theirs-over', 'theirs', -2, { hostId: marks.id, state: 'awaitingNotes' }),
  ]);
  await on('rsvpYes', { sessionId: 'seat' });
  await press(world, plainOf(visitor), 'rsvpYes', { sessionId: 'seat' });
  await on('rsvpYes', { sessionId: 'line' });
  await on('sendTopic', { sessionId: 'seat', title: 'Brought by the canary' });
  await press(world, plainOf(visitor), 'sendTopic', { sessionId: 'seat', title: 'Wished for by the canary' });
  const topic = async (title: string) =>
    (await storeOf(world).find({ kind: 'topic', where: [['title', '=', title]] })).items[0];
  await on('wantTopic', { sessionId: 'seat', topicId: (await topic('Wished for by the canary'))?.id });
  await on('sendRecap', { sessionId: 'theirs-over', line_1: 'Taken on by the canary', kind_1: 'action' });
  await on('itHelped', { sessionId: 'theirs-over' });
}

const found = async (world: World, kind: string, field: string, value: string) =>
  Object((await storeOf(world).find({ kind, where: [[field, '=', value]] })).items[0]?.body);

describe.each(worlds)('on %s', (_name, world) => {
  it('leaves no trace of somebody who did all that can be done here', async () => {
    await as(world, colleague).say('settings');
    await livedHere(world);
    const before = await traces(world.running.store);
    const more = ['discovery', 'reuse', 'toolRequest', 'tool', 'sendRecord', 'workflow', 'rsvp', 'topic', 'outcome'];
    for (const kind of ['person', 'personScenario', 'flag', 'auditEntry', 'decision', 'scenario', ...more])
      expect(before).toContain(`${kind}: id`);
    expect(before).toEqual(expect.arrayContaining(['person: name', 'person: chat', 'person: user']));

    const me = hand(world, canary);
    await me.say('forget me');
    for (const sentence of ['Delete what I know about you', 'This goes at once', 'This stays', 'cannot be undone'])
      expect(me.text()).toContain(sentence);
    expect(await traces(world.running.store)).toEqual(before);
    const count = (kind: string) => storedCount(world.running.store, kind);
    const [guards, tallies, seals] = [await count('guard'), await count('tally'), await count('flagReporter')];
    await me.press('Delete it');
    // Under keyed ids and under seal, so that no mark shows them: open questions, the count of the day, one without a name.
    const left = [await count('guard'), await count('tally'), await count('flagReporter')];
    expect(left).toEqual([guards - 2, tallies - 1, seals - 1]);
    expect(me.text()).toContain('Done. Nothing here names you any more.');
    expect(me.text()).not.toContain('This goes at once');
    expect(await traces(world.running.store)).toEqual([]);
    const lines = JSON.stringify(world.log);
    expect(Object.entries(marks).filter(([, mark]) => lines.includes(mark))).toEqual([]);
  }, 30_000);

  it('their seat goes to whoever waits, their topics stay without a name, what they took on waits for somebody', async () => {
    const get = async (kind: string, id: string) => Object((await storeOf(world).get(kind, id))?.body);
    world.clock.pass(6_000);
    await world.tick();
    expect(await get('session', 'seat')).toMatchObject({ seatsTaken: 1, waiting: 0 });
    expect(await get('session', 'line')).toMatchObject({ seatsTaken: 1, waiting: 0 });
    expect(await get('session', 'theirs-over')).toMatchObject({ helped: { yes: 1, no: 0 }, state: 'recapped' });
    const rsvps = (await storeOf(world).find({ kind: 'rsvp' })).items.map(({ body }) => Object(body));
    expect(rsvps).toMatchObject([{ personId: person(visitor).aadObjectId, answer: 'yes' }]);
    expect(await found(world, 'topic', 'title', 'Brought by the canary')).toMatchObject({ proposedBy: 'removed' });
    expect((await found(world, 'topic', 'title', 'Wished for by the canary')).wanted).toBe(0);
    expect(await found(world, 'outcome', 'text', 'Taken on by the canary')).not.toHaveProperty('ownerId');
    expect(await storedCount(world.running.store, 'helpedMark')).toBe(0);
    expect(await storedCount(world.running.store, 'topicWish')).toBe(0);
  });

  it('says in one audit entry what went, and not who asked something without a name', async () => {
    const { items } = await storeOf(world).find({ kind: 'auditEntry', where: [['action', '=', 'person.erase']] });
    expect(items).toHaveLength(1);
    const body = Object(items[0]?.body);
    expect(body).toMatchObject({ actorId: 'system', actorKind: 'system', entityId: 'removed' });
    expect(Object.keys(body.changes)).toEqual(expect.arrayContaining(['private row', 'flag', 'decision', 'person']));
    expect(JSON.stringify(body)).not.toMatch(/flagReporter|guard|tally/);
    expect(Number(body.changes['private row'].before)).toBeGreaterThan(4);
  });

  it('breaks nothing for those who read on', async () => {
    const them = as(world, colleague);
    await them.say('my items');
    await them.press('Open', 'Answered by the canary?');
    expect(them.text()).toContain('Answer by Name removed');
    await them.say('my items');
    await them.press('Open', 'Decided?');
    expect(them.text()).toContain('It is covered.');
    await them.say('my items');
    await them.press('Open', 'Asked back?');
    expect(them.text()).toContain('Which one?');
    expect(them.text()).toContain('Name removed');
    them.type('text', 'This one.');
    await them.press('Reply');

    const reviewer = as(world, lead);
    const late = await press(world, plainOf(lead), 'answerFlag', {
      flagId: (await flagIn(world, 'Answered by the canary?')).id,
      text: 'Late.',
    });
    expect(late.text.replaceAll('\\', '')).toContain('Already answered by Name removed at');
    expect((await flagIn(world, 'Taken?')).body).toMatchObject({ state: 'open' });
    expect((await flagIn(world, 'Taken?')).body).not.toHaveProperty('assigneeId');
    for (const question of ['Named by the canary?', 'Sealed by the canary?', 'Taken?', 'Asked back?']) {
      await reviewer.say('to do');
      await reviewer.press('Open', question);
      reviewer.type('text', 'Yes, you may.');
      await reviewer.press('Answer');
      expect((await flagIn(world, question)).body.state).toBe('answered');
    }
    expect((await flagIn(world, 'Named by the canary?')).body).toMatchObject({
      reporterId: 'removed',
      createdBy: 'removed',
    });
    await world.tick();
    await world.tick();
    const errors = world.log.filter(({ level, event }) => level === 'error' || event === 'due.failed');
    expect(errors).toEqual([]);
    const shopper = as(world, 640);
    await shopper.say('start');
    expect(shopper.text()).toContain('Use it');
    expect(shopper.text()).not.toContain('Owner:');
  });

  it('leaves what was shared and asked for, to go on with', async () => {
    const them = as(world, colleague);
    expect(await found(world, 'discovery', 'what', 'Shared by the canary')).toMatchObject({ authorId: 'removed' });
    const taken = await found(world, 'discovery', 'what', 'Taken to look at');
    expect([taken.state, taken.assigneeId]).toEqual(['submitted', undefined]);
    await them.say('my items');
    const declined = (await storeOf(world).find({ kind: 'discovery', where: [['what', '=', 'Not for now']] })).items[0];
    const opened = await press(world, plainOf(colleague), 'openDiscovery', { discoveryId: declined?.id });
    expect(wordsOf(opened)).toContain('Too special.');
    expect(await found(world, 'toolRequest', 'toolName', 'Canarybot')).toMatchObject({
      state: 'inReview',
      requesterId: 'removed',
    });
    expect(await found(world, 'toolRequest', 'toolName', 'Togetherbot')).toMatchObject({ supporterIds: ['removed'] });
    for (const toolName of ['Askedbot', 'Decidedbot', 'Togetherbot', 'Canarybot']) {
      const { id } =
        (await storeOf(world).find({ kind: 'toolRequest', where: [['toolName', '=', toolName]] })).items[0] ?? {};
      for (const number of [colleague, lead]) {
        const mine = number === colleague && toolName === 'Canarybot' ? 'not available' : 'bot';
        const reply = await press(world, plainOf(number), 'openItem', { itemKind: 'request', itemId: id });
        expect([toolName, wordsOf(reply).includes(mine)]).toEqual([toolName, true]);
      }
    }
    await world.tick();
    await world.tick();
    const posted = world.connector.requests.filter(({ path }) => path.includes('channel'));
    expect(JSON.stringify(posted.at(0)?.body)).toContain(marks.name);
    expect(JSON.stringify(posted.at(-1)?.body)).not.toContain(marks.name);
    expect(world.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('begins anew with the next message, and lets the same thing be asked again', async () => {
    const me = hand(world, canary);
    await me.say('help');
    const known = Object((await storeOf(world).get('person', marks.id))?.body);
    expect(known).toMatchObject({ displayName: marks.name, roleIds: [], grants: [] });
    await me.say('to do');
    expect(me.reply.text).toContain('You do not have the rights for this');
    await me.say('my items');
    expect(me.text()).toContain('Nothing of yours yet');
    const scenarioId = textsUnder('scenarioId', (await world.post(query('findScenario', '', canary))).body)[0];
    expect(wordsOf(await asked(world, canary, 'Once more?', { scenarioId }))).toContain('Thank you for asking');
    await me.say('forget me');
    await me.press('Delete it');
    expect(await traces(world.running.store)).toEqual([]);
  });

  it('also from a chat that was never noted', async () => {
    await storeOf(world).write([
      { op: 'create', kind: 'personScenario', id: 'of-the-canary', body: { personId: marks.id, lastUsedAt: 'x' } },
    ]);
    const reply = await press(world, canary, 'forgetMe', {});
    expect(reply.text).toContain('Done');
    expect(await traces(world.running.store)).toEqual([]);
  });

  it('forgets who presses, whoever the button names', async () => {
    const victim = person(colleague).aadObjectId;
    const before = await storeOf(world).get('person', victim);
    const smuggled = {
      personId: victim,
      id: victim,
      who: { personId: victim },
      from: person(colleague),
      tenantId: 'x',
    };
    expect((await press(world, plainOf(643), 'forgetMe', smuggled)).text).toContain('Done');
    expect(await storeOf(world).get('person', victim)).toEqual(before);
    expect((await found(world, 'discovery', 'what', 'Used too')).authorId).toBe(victim);
  });

  it('in a group is answered in the own chat, and in Spanish', async () => {
    const there = hand(world, { from: person(641), ...group });
    await there.say('forget me');
    expect(there.reply.text).not.toContain('This goes at once');
    expect(wordsOf(there.reply)).toContain('I sent you the answer in our own chat.');
    const me = as(world, 642);
    await me.say('idioma español');
    await me.say('olvídame');
    expect(me.text()).toContain('Esto se borra ahora');
    await me.press('Borrar');
    expect(me.text()).toContain('Aquí ya nada lleva tu nombre');
  });

  it('keeps the last administrator and the last HR lead, and says what to do', async () => {
    for (const [number, right] of [
      [admin, 'administrator'],
      [lead, 'HR lead'],
    ] as const) {
      const me = as(world, number);
      await me.say('forget me');
      await me.press('Delete it');
      expect(me.text()).toContain(`You are the only one who acts as ${right}, so you stay`);
      expect(await storeOf(world).get('person', person(number).aadObjectId)).toBeDefined();
    }
  });

  it('of two last administrators who ask at once one stays', async () => {
    for (let round = 0; round < scaled(3, 50); round++) {
      const pair = [700 + 2 * round, 701 + 2 * round];
      const store = storeOf(world);
      for (const number of pair) await givenTo(store, number, ['admin']);
      const others = (await store.find({ kind: 'person', limit: 100 })).items.filter(
        ({ id, body }) =>
          !pair.some((number) => person(number).aadObjectId === id) &&
          Object(body).grants.some(({ grant }: { grant: string }) => grant === 'admin'),
      );
      await writeStamped(
        store,
        ['people'],
        others.map((found) => ({ op: 'replace', ...found, body: { ...Object(found.body), grants: [] } })),
      );
      const replies = await Promise.all(pair.map((number) => press(world, plainOf(number), 'forgetMe', {})));
      expect(replies.filter(({ text }) => text.includes('so you stay'))).toHaveLength(1);
      const left = await Promise.all(pair.map((number) => store.get('person', person(number).aadObjectId)));
      expect(left.filter(Boolean)).toHaveLength(1);
    }
  });
});
