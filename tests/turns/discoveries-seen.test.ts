/** Who sees a discovery, and what stands in a channel: never more than the least allowed reader may see (product 5.2, T22). */
import { afterAll, describe, expect, it } from '@jest/globals';
import { demoPeople } from '../../src/content/demo-people.ts';
import { channel, execute, mention, person, queryLink, type RawActivity, tenantId } from '../helpers/activities.ts';
import { inputsIn, textsUnder, wordsIn } from '../helpers/in-json.ts';
import { startWorld } from '../helpers/world.ts';
import { as, bodiesOf, chatOf, discoveryOf, idIn, plain, press, sent, storeOf } from './discoveries-kit.ts';

const world = await startWorld();
afterAll(() => world.close());

const pilotTitle = 'Handover note from shift notes';
const workflows = (await storeOf(world).find({ kind: 'workflow', limit: 100 })).items;
const pilot = workflows.find(({ body }) => Object(body).stage === 'pilot');
const scenarios = (await storeOf(world).find({ kind: 'scenario', limit: 100 })).items;
const inPilot = scenarios.find(({ body }) => Object(body).workflowId === pilot?.id)?.id ?? '';
const dataClassId = (await storeOf(world).find({ kind: 'dataClass', limit: 1 })).items[0]?.id ?? '';

/** Somebody of the pilot without any grant, and somebody who knows nothing of it. */
const member = demoPeople.find(({ pilotMember, grants }) => pilotMember && grants.length === 0)?.id ?? '';
const memberChat = (): RawActivity => ({
  from: { id: '29:member', name: 'Pilot Member', aadObjectId: member },
  conversation: { id: 'a:member', conversationType: 'personal', tenantId },
});
const by = (chat: RawActivity, verb: string, data: object) => world.post(execute(verb, data, chat));
const secret = 'Numbat handover in five lines';
const inChannel = (number: number): RawActivity => ({ from: person(number), ...channel });

async function secretOne(): Promise<string> {
  const data = { what: secret, scenarioId: inPilot, dataClassId, clean: 'true', go: 'anyway', promptText: 'Numbat.' };
  const id = idIn((await by(memberChat(), 'sendDiscovery', data)).body);
  expect((await discoveryOf(world, id)).workflowId).toBe(pilot?.id);
  return id;
}

describe('a discovery of a pilot', () => {
  it('is there for who joined, and answers like what does not exist for everyone else', async () => {
    const id = await secretOne();
    const other = demoPeople.find(
      ({ pilotMember, grants, id: one }) => pilotMember && one !== member && grants.length < 2,
    );
    const colleague = { ...memberChat(), from: { id: '29:other', name: 'Other', aadObjectId: other?.id ?? '' } };
    expect(plain(wordsIn((await by(colleague, 'openDiscovery', { discoveryId: id })).body))).toContain(secret);
    const none = await press(world, 3_000, 'openDiscovery', { discoveryId: '00000000-0000-4000-8000-000000000000' });
    for (const verb of [
      'openDiscovery',
      'reuseDiscovery',
      'editDiscovery',
      'foldForm',
      'withdrawDiscovery',
      'claimDiscovery',
    ])
      expect([verb, (await press(world, 3_000, verb, { discoveryId: id })).text]).toEqual([verb, none.text]);
    for (const verb of ['declineDiscovery', 'askAuthor', 'replyDiscovery'])
      expect([verb, (await press(world, 3_000, verb, { discoveryId: id, text: 'x' })).text]).toEqual([verb, none.text]);
    const item = await press(world, 3_000, 'openItem', { itemKind: 'discovery', itemId: id });
    expect(item.text).toBe(none.text);
    expect((await bodiesOf(world, 'reuse')).filter((body) => body.discoveryId === id)).toEqual([]);
  });

  it('is no twin of what somebody else shares, nor similar to it', async () => {
    await secretOne();
    const me = as(world, 3_001);
    await me.say('role recruiter');
    await me.say(`share ${secret}`);
    me.pick('clean', 'true');
    me.type('promptText', 'Numbat.');
    await me.press('Share');
    expect(me.text()).toContain('Thank you for sharing');
    expect(me.text()).not.toContain('Similar');
    const id = idIn(me.card);
    expect((await discoveryOf(world, id)).similar.length).toBeGreaterThan(0);
    const opened = await press(world, 3_001, 'openDiscovery', { discoveryId: id });
    expect(plain(wordsIn(opened.body))).not.toContain('Similar');
    // Who looks at it sees both.
    const lead = demoPeople.find(({ grants }) => grants.includes('owner'))?.id ?? '';
    const seen = await by({ ...memberChat(), from: { id: '29:lead', aadObjectId: lead } }, 'openDiscovery', {
      discoveryId: id,
    });
    expect(plain(wordsIn(seen.body))).toContain('Similar');
  });

  it('nor are its scenario and its prompts', async () => {
    const version = (await bodiesOf(world, 'scenarioVersion')).find((body) => body.scenarioId === inPilot);
    const [prompt] = Object(version).prompts;
    const data = { what: prompt.text.slice(0, 700), title: prompt.title, promptText: prompt.text };
    const copy = await sent(world, 3_002, { ...data, go: '' });
    const kept = await discoveryOf(world, copy);
    expect(kept.similar.some(({ id }) => id === prompt.id)).toBe(true);
    const opened = await press(world, 3_002, 'openDiscovery', { discoveryId: copy });
    expect(plain(wordsIn(opened.body))).not.toContain(pilotTitle);
    expect(JSON.stringify(opened.body)).not.toContain(inPilot);
  });

  it('unfolds in a chat without a title', async () => {
    const id = await secretOne();
    const open = await sent(world, 3_003, { what: 'Dingo rota for everyone' });
    const unfolded = async (one: string) =>
      plain(wordsIn((await world.post(queryLink(`https://fieldbook.example.com/d/${one}`, memberChat()))).body));
    expect(await unfolded(open)).toContain('Dingo rota for everyone');
    expect(await unfolded(id)).toContain('It is not open to everyone yet.');
    expect(await unfolded(id)).not.toContain('Numbat');
    expect(await unfolded('nothing')).toBe('');
  });

  it('offers its task in no form that a channel reads, and is not posted there', async () => {
    const chat = { ...channel, from: memberChat().from } as RawActivity;
    const form = await world.post(mention('share Numbat', chat));
    expect(JSON.stringify(form.replies)).toContain('One text is enough');
    expect(JSON.stringify(form.replies)).not.toContain(inPilot);
    const before = (await bodiesOf(world, 'post')).length;
    const data = { what: secret, scenarioId: inPilot, dataClassId, clean: 'true', go: 'anyway', postHere: 'true' };
    const receipt = await by(chat, 'sendDiscovery', data);
    expect(plain(wordsIn(receipt.body))).toContain('so it was not posted here');
    expect((await bodiesOf(world, 'post')).length).toBe(before);
    const opened = await by(chat, 'openDiscovery', { discoveryId: idIn(receipt.body) });
    expect(opened.text).toContain('This item is not available.');
  });
});

describe('a card in a channel', () => {
  const posts = () =>
    world.connector.requests.filter(({ path }) => path.includes(encodeURIComponent('19:channel@thread.tacv2')));

  it('stands in the thread where it was asked for, once, and is brought up to date in place', async () => {
    const form = await world.post(mention('share Bilby minutes for everyone', inChannel(3_010)));
    const fields = inputsIn(form.replies.at(-1));
    expect(fields).toMatchObject({ what: 'Bilby minutes for everyone', postHere: 'false' });
    const send = { ...fields, clean: 'true', postHere: 'true', verb: 'sendDiscovery' };
    const receipt = await world.post(execute('sendDiscovery', send, inChannel(3_010)));
    expect(plain(wordsIn(receipt.body))).toContain('It is posted here as well.');
    const id = idIn(receipt.body);
    await world.tick();
    expect(posts().map(({ method }) => method)).toEqual(['POST']);
    const [first] = posts();
    expect(decodeURIComponent(first?.path ?? '')).toContain('19:channel@thread.tacv2;messageid=1');
    expect(plain(wordsIn(first?.body))).toContain('Bilby minutes for everyone');
    expect(plain(wordsIn(first?.body))).toContain('Shared by Person 3010');

    const used = await world.post(execute('reuseDiscovery', { discoveryId: id }, inChannel(3_011)));
    expect(plain(wordsIn(used.body))).toContain('Counted. Thank you.');
    world.clock.pass(60_000);
    await world.tick();
    expect(posts().map(({ method }) => method)).toEqual(['POST', 'PUT']);
    expect(plain(wordsIn(posts().at(-1)?.body))).toContain('One person used it too');
    const see = await world.post(execute('openDiscovery', { discoveryId: id }, inChannel(3_010)));
    expect(textsUnder('verb', see.body)).not.toContain('withdrawDiscovery');

    await press(world, 3_010, 'withdrawDiscovery', { discoveryId: id });
    world.clock.pass(60_000);
    await world.tick();
    const last = plain(wordsIn(posts().at(-1)?.body));
    expect(last).toContain('Taken back by the person who shared it');
    expect(last).not.toContain('Bilby');
    expect(last).not.toContain('Person 3010');
    expect(posts().filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('names its author only by their choice, and says nothing of a decision against it', async () => {
    const data = { what: 'Potoroo slides', dataClassId, clean: 'true', postHere: 'true', credit: 'communityOnly' };
    const receipt = await world.post(execute('sendDiscovery', data, inChannel(3_012)));
    const id = idIn(receipt.body);
    await world.tick();
    expect(plain(wordsIn(posts().at(-1)?.body))).toContain('Potoroo slides');
    expect(JSON.stringify(posts().at(-1)?.body)).not.toContain('Person 3012');
    const lead = demoPeople.find(({ grants }) => grants.includes('hrLead'))?.id ?? '';
    const reviewer = { ...chatOf(3_013), from: { id: '29:lead', aadObjectId: lead } };
    await by(reviewer, 'declineDiscovery', { discoveryId: id, text: 'A reason for one person alone.' });
    world.clock.pass(60_000);
    await world.tick();
    const last = plain(wordsIn(posts().at(-1)?.body));
    expect(last).toContain('Potoroo slides');
    expect(last).not.toContain('Not in the playbook');
    expect(last).not.toContain('A reason for one person alone.');
    expect(textsUnder('verb', posts().at(-1)?.body)).toEqual([]);
  });

  it('no dialog posts where the bot may not be', async () => {
    const before = (await bodiesOf(world, 'post')).length;
    const dialog = { what: 'Quoll letters', dataClassId, clean: 'true', postHere: 'true', verb: 'sendDiscovery' };
    const reply = await world.post({
      ...execute('', {}, inChannel(3_014)),
      name: 'composeExtension/submitAction',
      value: { commandId: 'shareDiscovery', commandContext: 'compose', data: dialog },
    });
    expect(wordsIn(reply.body)).toContain('Thank you for sharing');
    expect((await bodiesOf(world, 'post')).length).toBe(before);
  });
});
