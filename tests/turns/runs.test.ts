/** A run from the prompt to a word on how it went, in a world over a file and in one over Cosmos DB (product 7.7, 8.6). */
import { afterAll, describe, expect, it } from '@jest/globals';
import { findAll } from '../../src/core/documents.ts';
import { qualityRating, type Use, use } from '../../src/core/run.ts';
import { pilot } from '../../src/features/pilots/model.ts';
import { nextFriday } from '../../src/features/uses/friday-times.ts';
import { execute, person, tenantId } from '../helpers/activities.ts';
import { type Hand, hand } from '../helpers/hand.ts';
import { hour } from '../helpers/moving-clock.ts';
import type { World } from '../helpers/world.ts';
import { closed, flowStores, worldsOn } from '../helpers/worlds.ts';

const minute = 60_000;
const worlds = await worldsOn(flowStores);
afterAll(() => closed(worlds));

let last = 700;
const chatOf = (number: number) => ({
  from: person(number),
  conversation: { id: `a:${number}`, conversationType: 'personal', tenantId },
});
const newcomer = (world: World) => {
  const number = ++last;
  return { number, me: hand(world, chatOf(number)), chat: chatOf(number) };
};

/** Fills in the start scenario with their own words, from whatever form stands there. */
function filled(me: Hand) {
  me.type('v_taskKind', 'Sum up our shift notes');
  me.type('v_whoJudges', 'The team lead');
  for (const id of ['v_howOften', 'v_dataKind']) {
    const [, choice = ''] =
      new RegExp(`"id":"${id}".*?"choices":\\[\\{"title":"([^"]+)"`).exec(JSON.stringify(me.card)) ?? [];
    me.pick(id, choice);
  }
  me.pick('v_dataKind', 'Internal');
  me.pick('confirmed', 'true');
}

const startTitle = 'Is this a good task for AI, and may I?';

async function usedByBot(me: Hand, timed: 'true' | 'false' = 'false') {
  await me.say('use is this a good task');
  filled(me);
  me.pick('timed', timed);
  await me.press('Get prompt');
}

/** What people made; not the samples of the demo. */
const all = async (world: World, kind: string) => {
  const found = [];
  for await (const document of findAll(world.running.store.forTenant(tenantId), { kind })) found.push(document);
  return found.filter(({ body }) => !String(Object(body).personKey).startsWith('sample-'));
};

async function runsOf(world: World): Promise<(Use & { id: string })[]> {
  const found: (Use & { id: string })[] = [];
  for await (const { id, body } of findAll(world.running.store.forTenant(tenantId), { kind: 'use' }))
    found.push({ ...use.parse(body), id });
  return found;
}
const newest = async (world: World) =>
  (await runsOf(world)).toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1))[0];
const saidTo = (world: World, number: number) =>
  world.connector.requests.filter(({ path, body }) => path.includes(`a%3A${number}`) && body.type === 'message');

describe.each(worlds)('on %s', (_, world) => {
  const { pass } = world.clock;

  it('begins when the prompt leaves, without a word of it, and without a name', async () => {
    const { me, number } = newcomer(world);
    await usedByBot(me);
    const run = await newest(world);
    expect(run).toMatchObject({
      ...{ surface: 'bot', action: 'copied', result: 'notSaid', method: 'none', week: '2026-W48' },
      ...{ isTimed: false, withPack: false, warnings: {} },
    });
    expect(run?.endedAt).toBeUndefined();
    expect(JSON.stringify(run)).not.toContain('shift notes');
    expect(JSON.stringify(run)).not.toContain(person(number).aadObjectId);
  });

  it('keeps the result on press, and a later one for a day', async () => {
    const { me } = newcomer(world);
    pass(hour);
    await usedByBot(me, 'true');
    pass(18 * minute);
    await me.press('Needed edits');
    expect(me.text()).toContain('Noted: it needed edits');
    expect(me.text()).toContain('18 minutes by the clock');
    await me.press('Worked');
    expect(await newest(world)).toMatchObject({ result: 'worked', minutes: 18, method: 'timer' });
    me.type('minutes', '12,5');
    me.type('comment', 'Two facts were wrong');
    me.pick('timeWentTo', 'betterQuality');
    await me.press('Save');
    expect(await newest(world)).toMatchObject({
      ...{ minutes: 12.5, method: 'typed', comment: 'Two facts were wrong', timeWentTo: 'betterQuality' },
    });
    me.type('minutes', '9999');
    await me.press('Save');
    expect(me.reply.text).toContain('Nothing was changed');
    pass(24 * hour);
    await me.press("Didn't work");
    expect((await newest(world))?.result).toBe('worked');
  });

  it('does not believe more than four hours before it is told so', async () => {
    const { me } = newcomer(world);
    pass(hour);
    await usedByBot(me, 'true');
    pass(5 * hour);
    await me.press('Worked');
    expect(me.text()).toContain('The clock ran for 300 minutes');
    const unsure = await newest(world);
    expect(unsure).toMatchObject({ method: 'none', result: 'worked' });
    expect(unsure?.minutes).toBeUndefined();
    await me.press('That is right');
    expect(await newest(world)).toMatchObject({ method: 'timer', minutes: 300 });
  });

  it('is asked about once in the own chat, and closed after a day', async () => {
    const { me, number } = newcomer(world);
    await me.say('help');
    pass(hour);
    await usedByBot(me);
    const before = saidTo(world, number).length;
    pass(9 * minute);
    await world.tick();
    expect(saidTo(world, number)).toHaveLength(before);
    pass(51 * minute);
    await world.tick();
    await world.tick();
    const asked = saidTo(world, number);
    expect(asked).toHaveLength(before + 1);
    me.read(asked.at(-1)?.body);
    expect(me.text()).toContain('How did it go?');
    expect(me.text()).toContain(startTitle);
    await me.press("Didn't work");
    expect((await newest(world))?.result).toBe('stuck');

    await usedByBot(me);
    const open = await newest(world);
    pass(hour);
    await world.tick();
    // One question a day.
    expect(saidTo(world, number)).toHaveLength(before + 1);
    pass(24 * hour);
    await world.tick();
    const closed = (await runsOf(world)).find(({ id }) => id === open?.id);
    expect(closed).toMatchObject({ result: 'notSaid', method: 'none', isLapsed: true });
    await me.press('Worked');
    expect(me.reply.text).toContain('was closed');
    expect((await runsOf(world)).find(({ id }) => id === open?.id)).toEqual(closed);
  });

  it('with invented data is on record, is asked about by nobody, and cannot be judged', async () => {
    const { me, number } = newcomer(world);
    await me.say('use is this a good task');
    await me.press('Try example');
    me.pick('confirmed', 'true');
    pass(minute);
    await me.press('Get prompt');
    expect(me.text()).not.toContain('How did it go?');
    const run = await newest(world);
    expect(run).toMatchObject({ withPack: true, result: 'notSaid', isLapsed: false });
    expect(run?.endedAt).toBe(run?.startedAt);
    pass(2 * hour);
    const before = saidTo(world, number).length;
    await world.tick();
    expect(saidTo(world, number)).toHaveLength(before);
  });

  it('waits at the top of the next form where the bot cannot write', async () => {
    const { me } = newcomer(world);
    pass(hour);
    await me.openDialog('useScenario');
    await me.press('Use it', startTitle);
    filled(me);
    await me.press('Insert');
    expect(me.reply.text).toContain('Prompt from the playbook');
    expect(await newest(world)).toMatchObject({ surface: 'extension', action: 'inserted' });
    pass(20 * minute);
    await me.openDialog('useScenario');
    expect(me.text()).toContain(`How did it go? ${startTitle}`);
    await me.press('Worked');
    expect(me.text()).toContain('Noted: it worked');
    await me.openDialog('useScenario');
    expect(me.text()).not.toContain('How did it go?');
  });

  it('is nobody else’s to see or to judge, and a press that comes twice counts once', async () => {
    const { me, chat } = newcomer(world);
    const { chat: theirs } = newcomer(world);
    pass(hour);
    await usedByBot(me);
    const { id: useId } = (await newest(world)) ?? { id: '' };
    const data = { useId, result: 'worked' };
    const stranger = await world.post(execute('sayResult', data, theirs));
    const nobody = await world.post(execute('sayResult', { ...data, useId: 'there-is-none' }, theirs));
    expect(stranger.text).toBe(nobody.text);
    expect((await newest(world))?.result).toBe('notSaid');
    const press = { ...execute('sayResult', data, chat), id: '1700000099999' };
    const [first, again] = [await world.post(press), await world.post(press)];
    expect(again.text).toBe(first.text);
    expect((await newest(world))?.result).toBe('worked');
  });

  it('is rated by who ran it and by a second person, each once, and by nobody else', async () => {
    const { me, chat } = newcomer(world);
    const second = newcomer(world);
    const third = newcomer(world);
    for (const each of [me, second.me, third.me]) await each.say('help');
    pass(hour);
    await usedByBot(me);
    await me.press('Worked');
    await me.press('Rate it');
    const inputs = [...JSON.stringify(me.card).matchAll(/"id":"(c_\d)"/g)].map(([, id = '']) => id);
    expect(inputs.length).toBeGreaterThanOrEqual(3);
    expect(me.text()).toContain('What good looks like');
    for (const id of inputs.slice(1)) me.pick(id, 'yes');
    await me.press('Send');
    expect(me.text()).toContain('Please answer every question');
    for (const id of inputs) me.pick(id, 'yes');
    await me.press('Send');
    expect(me.text()).toContain('Rated 100 of 100: it meets the bar');
    await me.press('Second look');
    me.type('name', `Person ${second.number}`);
    await me.press('Ask');
    expect(me.reply.text).toContain('gets the questions');
    await world.tick();
    second.me.read(saidTo(world, second.number).at(-1)?.body);
    expect(second.me.text()).toContain('asks you to look at what came out');
    const { id: askId } = (await all(world, 'ratingAsk'))[0] ?? { id: '' };
    const answers = Object.fromEntries(inputs.map((id) => [id, 'no']));
    for (const someone of [third.chat, chat]) {
      const stranger = await world.post(execute('sendRating', { askId, ...answers }, someone));
      expect(stranger.text).toContain('not_found');
    }
    for (const id of inputs) second.me.pick(id, id === 'c_1' ? 'no' : 'yes');
    await second.me.press('Send');
    expect(second.me.text()).toContain('below the bar');
    await world.post(execute('sendRating', { askId, ...answers }, second.chat));
    const { id: useId } = (await newest(world)) ?? { id: '' };
    const again = await world.post(execute('rateForm', { useId }, chat));
    expect(again.text).toContain('rated this one already');
    const ratings = (await all(world, 'qualityRating')).map(({ body }) => qualityRating.parse(body));
    expect(ratings.map(({ raterKind, meetsBar }) => [raterKind, meetsBar]).toSorted()).toEqual([
      ['second', false],
      ['self', true],
    ]);
    expect(new Set(ratings.map(({ raterKey }) => raterKey)).size).toBe(2);
    expect(new Set(ratings.map(({ personKey }) => personKey)).size).toBe(1);
    expect(await all(world, 'ratingAsk')).toEqual([]);
    // Nobody is their own second person, whatever is sent or stands there.
    const personId = String(chat.from.aadObjectId);
    await world.post(execute('askSecond', { useId, personId }, chat));
    expect(await all(world, 'ratingAsk')).toEqual([]);
    const body = { useId, raterId: personId, askedBy: personId, askedAt: world.clock.now().toISOString() };
    await world.running.store.forTenant(tenantId).write([{ op: 'create', kind: 'ratingAsk', id: 'own', body }]);
    expect((await world.post(execute('sendRating', { askId: 'own', ...answers }, chat))).text).toContain('not_found');
  });

  it('shows its questions in the chat where somebody shows what came out', async () => {
    const { me } = newcomer(world);
    pass(hour);
    await me.openDialog('useScenario');
    await me.press('Use it', startTitle);
    filled(me);
    await me.press('Insert');
    await me.openDialog('useScenario');
    await me.press('Needed edits');
    await me.press('Rate it');
    for (const id of ['c_1', 'c_2', 'c_3', 'c_4', 'c_5', 'c_6']) me.pick(id, 'partly');
    await me.press('Send');
    await me.press('Second look');
    expect(me.reply.text).toContain('What to look at');
    expect(JSON.stringify(me.reply.body)).not.toContain('Action.Submit');
  });

  it('of somebody in a pilot is timed and counted to it, and on Friday they say how many they did', async () => {
    const [trial] = await all(world, 'pilot');
    const { roster, workflowId } = pilot.parse(trial?.body);
    const { personId = '' } = roster.find(({ joinedAt, leftAt }) => joinedAt && !leftAt) ?? {};
    const scenarios = (await all(world, 'scenario')).filter(({ body }) => Object(body).workflowId === workflowId);
    const member = { id: `29:${personId}`, name: 'A member', aadObjectId: personId };
    const chat = { from: member, conversation: { id: 'a:member', conversationType: 'personal', tenantId } };
    const me = hand(world, chat);
    await me.say('help');
    pass(hour);
    const opened = await world.post(execute('useScenario', { scenarioId: scenarios[0]?.id }, chat));
    expect(opened.text).toMatch(/"id":"timed"[^}]*"value":"true"/);
    const inputs = Object.fromEntries(
      [...opened.text.matchAll(/"id":"(v_\w+)"/g)].map(([, id = '']) => [id, 'Our own words']),
    );
    const picked = [...opened.text.matchAll(/"id":"(v_\w+)"[^[]*?"choices":\[\{"title":"([^"]+)"/g)];
    for (const [, id = '', choice = ''] of picked) inputs[id] = choice;
    const data = { scenarioId: scenarios[0]?.id, ...inputs, confirmed: 'true', go: 'on' };
    await world.post(execute('fillScenario', data, chat));
    expect(await newest(world)).toMatchObject({ pilotId: trial?.id, isTimed: true, workflowId });
    const friday = nextFriday(world.clock.now(), 'Europe/London');
    pass(friday.at.getTime() - world.clock.now().getTime());
    await world.tick();
    const asked = world.connector.requests.filter(({ path }) => path.includes('a%3Amember'));
    me.read(asked.find(({ body }) => JSON.stringify(body).includes('how many did you do'))?.body);
    expect(me.text()).toContain('how many did you do this week');
    await me.press('3');
    expect(me.text()).toContain('Noted: 3');
    const counts = (await all(world, 'runCount')).map(({ body }) => body);
    expect(counts).toMatchObject([{ workflowId, runs: 3, week: friday.week }]);
  });

  it('goes with the person who asks to be forgotten', async () => {
    const { me } = newcomer(world);
    pass(hour);
    await usedByBot(me);
    pass(8 * 24 * hour);
    await usedByBot(me);
    const { personKey } = (await newest(world)) ?? {};
    const mine = async () => (await runsOf(world)).filter((run) => run.personKey === personKey);
    expect(await mine()).toHaveLength(2);
    await me.say('forget me');
    await me.press('Delete it');
    expect(await mine()).toHaveLength(0);
  });
});
