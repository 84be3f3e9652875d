/** From a question to a rule that everyone sees: asked, passed on, decided once, told to all who asked (product 6.4, D4). */
import { afterAll, describe, expect, it } from '@jest/globals';
import { fetchTask, person, tenantId } from '../helpers/activities.ts';
import { hand } from '../helpers/hand.ts';
import { dataOf, inputsIn, textsUnder, wordsIn } from '../helpers/in-json.ts';
import { givenTo } from '../helpers/people.ts';
import type { World } from '../helpers/world.ts';
import { closed, flowStores, worldsOn } from '../helpers/worlds.ts';

const worlds = await worldsOn(flowStores);
const [[, onFile]] = worlds;
afterAll(() => closed(worlds));

const [manager, tools, lead, second] = [901, 902, 903, 904];
for (const [, world] of worlds) {
  const store = world.running.store.forTenant(tenantId);
  await givenTo(store, manager, ['hrLead']);
  await givenTo(store, tools, ['governance']);
  await givenTo(store, lead, ['governance', 'hrLead']);
  await givenTo(store, second, ['hrLead']);
}

let next = 300;
const as = (world: World, number: number) =>
  hand(world, { from: person(number), conversation: { id: `a:${number}`, conversationType: 'personal', tenantId } });
const somebody = (world: World) => as(world, ++next);
for (const [, world] of worlds)
  for (const number of [manager, tools, lead, second]) await as(world, number).say('help');

const question = 'can i use copilot chat with a staff list';

/** As a person reads it. */
const plain = (json: string): string => json.replaceAll('\\', '');

/** The message action: the form with the message's words, then sent with a question of one's own below them. */
async function flaggedFrom(world: World, text: string) {
  const me = somebody(world);
  const number = next;
  await me.say('help');
  const form = await world.post(fromMessage(number, text));
  const inputs = { ...inputsIn(form.body), ...dataOf(form.body, 'sendFlag') };
  expect(inputs.question).toContain(text);
  expect(wordsIn(form.body)).toContain('About: Copilot Chat · Personal');
  const sent = await world.post({
    ...fetchTask('flagGrayArea'),
    ...from(number),
    name: 'composeExtension/submitAction',
    value: { commandId: 'flagGrayArea', commandContext: 'message', data: { ...inputs, verb: 'sendFlag' } },
  });
  expect(wordsIn(sent.body)).toContain('Thank you for asking');
  return { number, form: wordsIn(form.body) };
}

const from = (number: number) => ({ from: person(number), conversation: { id: '19:team-talk@thread.v2', tenantId } });

const fromMessage = (number: number, text: string) => ({
  ...fetchTask('flagGrayArea', {
    commandContext: 'message',
    messagePayload: {
      body: { contentType: 'html', content: `<p>${text}</p>` },
      linkToMessage: 'https://teams.example.com/l/message/7',
    },
  }),
  ...from(number),
});

/** The cards that the bot sent to this person's own chat, the newest last. */
const cardsTo = (world: World, number: number) =>
  world.connector.requests
    .filter(({ method, path }) => method === 'POST' && path.includes(encodeURIComponent(`a:${number}`)))
    .map(({ body }) => body);

/** The form of a scenario for such data, with its verdict for each tool, and the scenarios as they are stored. */
async function scenarioCard(world: World) {
  const me = somebody(world);
  await me.say('use scheduling and decline notes to candidates');
  const { items } = await world.running.store.forTenant(tenantId).find({ kind: 'scenario', limit: 100 });
  return { shown: me.text(), documents: items.map(({ id, version }) => [id, version]) };
}

const nextMorning = ({ clock }: World) => clock.pass(23 * 3_600_000);

async function openFirst(world: World, number: number, words: string) {
  const me = as(world, number);
  await me.say('to do');
  await me.press('Open', words);
  return me;
}

describe.each(worlds)('on %s', (_name, world) => {
  it('three flag the same from messages, in other words; one decision answers all, changes the matrix, and is told', async () => {
    const texts = [
      'Shall I paste the staff list into Copilot Chat?',
      'Employee names in Copilot Chat, is that fine?',
      'Somebody wants to run phone numbers through copilot chat',
    ];
    const scenarioBefore = await scenarioCard(world);
    expect(scenarioBefore.shown).toContain('Copilot Chat (Not decided yet)');
    const askers = [];
    for (const text of texts) askers.push(await flaggedFrom(world, text));
    expect(askers[2]?.form).toContain('Others asked this too');

    await world.tick();
    expect(cardsTo(world, manager)).toHaveLength(0);
    nextMorning(world);
    await world.tick();
    expect(cardsTo(world, manager).map(({ summary }) => summary)).toEqual(['Your day']);
    const reviewer = await openFirst(world, manager, `"${texts[1]}"`);
    await reviewer.press('Pass to IT');
    expect(reviewer.text()).toContain('With the people who decide about tools');
    await world.tick();

    const governance = await openFirst(world, tools, `"${texts[1]}"`);
    await governance.press('Decide');
    expect(governance.text()).toContain('3 people asked the same');
    governance.pick('ruling', 'yesWithConditions');
    governance.type('why', 'Our contract covers it.');
    governance.type('condition', 'Take out private addresses.');
    await governance.press('Decide');
    expect(governance.text()).toContain('Decided, for everyone who asked the same.');

    await world.tick();
    for (const { number } of askers) {
      const told = cardsTo(world, number).at(-1);
      expect(told?.summary).toBe('Your question has an answer');
      expect(plain(wordsIn(told))).toContain('Take out private addresses.');
      expect(plain(wordsIn(told))).toContain('Our contract covers it.');
    }
    const scenarioAfter = await scenarioCard(world);
    expect(scenarioAfter.shown).toContain('Copilot Chat (Allowed with conditions)');
    expect(scenarioAfter.documents).toEqual(scenarioBefore.documents);
    const fourth = somebody(world);
    await fourth.say(question);
    expect(fourth.text()).toContain('Allowed with conditions');
    expect(fourth.text()).toContain('Take out private addresses.');
    const instead = await world.post(fromMessage(next, 'May the staff list go into copilot chat?'));
    expect(wordsIn(instead.body)).toContain('This was decided');
    expect(plain(wordsIn(instead.body))).toContain('Our contract covers it.');
  });

  it('who asks about what was decided gets the decision instead of the form, and may ask all the same', async () => {
    const store = world.running.store.forTenant(tenantId);
    const [decision] = (await store.find({ kind: 'decision', where: [['state', '=', 'active']], limit: 100 })).items
      .map(({ body }) => Object(body))
      .filter(({ fromFlagIds }) => fromFlagIds.length === 3);
    const [toolId, dataClassId] = [decision.scope.toolIds[0], decision.scope.dataClassIds[0]];
    const me = somebody(world);
    await me.openDialog('flagGrayArea');
    const reply = await world.post({
      ...fetchTask('flagGrayArea'),
      name: 'task/fetch',
      value: { data: { verb: 'flagForm', toolId, dataClassId } },
    });
    expect(JSON.stringify(reply.body)).toContain('This was decided');
    expect(JSON.stringify(reply.body)).toContain('Our contract covers it');
    const anyway = await world.post({
      ...fetchTask('flagGrayArea'),
      name: 'task/fetch',
      value: { data: { verb: 'flagForm', toolId, dataClassId, anyway: 'true' } },
    });
    expect(JSON.stringify(anyway.body)).toContain('Your question');
  });

  it('a question goes back and forth, is answered, and opened again', async () => {
    const me = somebody(world);
    await me.say('flag');
    me.type('question', 'May I sum up a team call?');
    await me.press('Send');
    const reviewer = await openFirst(world, manager, 'May I sum up a team call?');
    reviewer.type('text', 'Which call do you mean?');
    await reviewer.press('Ask back');
    await me.say('my items');
    await me.press('Open');
    expect(me.text()).toContain('Which call do you mean?');
    me.type('text', 'The weekly one.');
    await me.press('Reply');
    await reviewer.say('to do');
    await reviewer.press('Open', 'May I sum up a team call?');
    expect(reviewer.text()).toContain('The weekly one.');
    await reviewer.press('Answer');
    expect(reviewer.text()).toContain('please fill this in');
    reviewer.type('text', 'Yes, when all agree.');
    await reviewer.press('Answer');
    await me.say('my items');
    await me.press('Open');
    expect(me.text()).toContain('Yes, when all agree.');
    me.type('text', 'And who writes it down?');
    await me.press('Not answered');
    expect(me.text()).toContain('Somebody looks at it again');
    await me.press('Withdraw');
    expect(me.text()).toContain('Withdrawn');
  });

  it('nobody answers their own question, and an employee decides nothing', async () => {
    const me = as(world, second);
    await me.say('flag');
    me.type('question', 'My own question?');
    await me.press('Send');
    await me.press('Open');
    expect(me.text()).not.toContain('Your answer, or what you want to know');
    const flagId = textsUnder('flagId', me.card)[0] ?? '';
    const press = (number: number, verb: string) =>
      world.post({
        ...fetchTask('x'),
        name: 'adaptiveCard/action',
        from: person(number),
        value: { action: { verb, data: { flagId, text: 'Yes.', ruling: 'yes', why: 'Because.' } } },
      });
    expect((await press(second, 'answerFlag')).text).toContain('You asked this yourself');
    for (const verb of [
      'openFlag',
      'answerFlag',
      'passFlag',
      'askReporter',
      'decideFlag',
      'decideForm',
      'withdrawFlag',
    ])
      expect((await press(299, verb)).text).toContain('This item is not available.');
    const stranger = as(world, 299);
    await stranger.say('to do');
    expect(stranger.reply.text).toContain('You do not have the rights for this');
    expect((await world.running.store.forTenant(tenantId).get('flag', flagId))?.body).toMatchObject({ state: 'open' });
  });
});

describe('an anonymous question', () => {
  it('is answered, rated and withdrawn without its asker standing anywhere but under seal', async () => {
    const before = next;
    const me = somebody(onFile);
    await me.say('flag');
    me.type('question', 'Something odd happened, may I say so?');
    me.pick('anonymous', 'true');
    await me.press('Send');
    const canary = person(before + 1).aadObjectId;
    await me.press('Open');
    expect(me.text()).toContain('Your question');
    const reviewer = await openFirst(onFile, manager, 'Something odd happened, may I say so?');
    expect(reviewer.reply.text).not.toContain(canary);
    expect(reviewer.reply.text).not.toContain(`Person ${before + 1}`);
    reviewer.type('text', 'Yes. Thank you.');
    await reviewer.press('Answer');
    const flagId = textsUnder('flagId', me.card)[0] ?? '';
    const rated = await onFile.post({
      ...fetchTask('x'),
      name: 'adaptiveCard/action',
      from: person(before + 1),
      value: { action: { verb: 'flagHelps', data: { flagId } } },
    });
    expect(plain(rated.text)).toContain('Good to know');
    // Another one cannot: the receipt is worth nothing in other hands.
    const other = await onFile.post({
      ...fetchTask('x'),
      name: 'adaptiveCard/action',
      from: person(298),
      value: { action: { verb: 'openFlag', data: { flagId } } },
    });
    expect(other.text).toContain('This item is not available.');

    const sealedIn = new Set(['person', 'conversation', 'personScenario']);
    const archive = onFile.running.store.archive(tenantId);
    for (let page = await archive.read(); page.length > 0; page = await archive.read(page.at(-1)))
      for (const document of page)
        if (!sealedIn.has(document.kind)) expect(JSON.stringify(document)).not.toContain(canary);
    expect(JSON.stringify(onFile.log)).not.toContain(canary);
    onFile.clock.pass(60_000);
    await onFile.tick();
    const toOthers = onFile.connector.requests.filter(({ body }) => Object(body.recipient).aadObjectId !== canary);
    const sent = toOthers.map(({ body }) => JSON.stringify(body)).join('\n');
    expect(sent).not.toContain(canary);
    expect(sent).not.toContain(`Person ${before + 1}`);
  });
});
