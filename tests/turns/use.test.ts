/** The whole use loop: fill in a prompt, have it checked, take it along; and how many presses it takes. */
import { afterAll, describe, expect, it } from '@jest/globals';
import { findAll } from '../../src/core/documents.ts';
import { mention, person, tenantId } from '../helpers/activities.ts';
import { hand } from '../helpers/hand.ts';
import { startWorld } from '../helpers/world.ts';

const world = await startWorld();
afterAll(() => world.close());

let next = 100;
const newcomer = () => {
  const number = ++next;
  return hand(world, { from: person(number), conversation: { id: `a:${number}`, conversationType: 'personal' } });
};
const startTitle = 'Is this a good task for AI, and may I?';

async function fillOwnData(me: ReturnType<typeof hand>, text = 'Sum up our shift notes') {
  me.type('v_taskKind', text);
  me.type('v_whoJudges', 'The team lead');
  const choice = (id: string) =>
    [
      ...JSON.stringify(me.card).matchAll(new RegExp(`"id":"${id}".*?"choices":\\[\\{"title":"([^"]+)"`, 'g')),
    ][0]?.[1] ?? '';
  me.pick('v_howOften', choice('v_howOften'));
  me.pick('v_dataKind', 'Internal');
  me.pick('confirmed', 'true');
}

describe('presses to the first filled prompt (product 11)', () => {
  it('with invented data: at most 6 and nothing typed', async () => {
    const me = newcomer();
    await me.openDialog('useScenario');
    await me.press('Use it', startTitle);
    await me.press('Try example');
    me.pick('confirmed', 'true');
    await me.press('Insert');
    expect(me.reply.text).toContain('Prompt from the playbook');
    expect([me.presses, me.fields]).toEqual([6, 0]);
  });

  it('with own data: at most 7 and three fields', async () => {
    const me = newcomer();
    await me.openDialog('useScenario');
    await me.press('Use it', startTitle);
    await fillOwnData(me);
    await me.press('Insert');
    expect(me.reply.text).toContain('Sum up our shift notes');
    expect(me.presses).toBeLessThanOrEqual(7);
    expect(me.fields).toBeLessThanOrEqual(3);
  });

  it('may I, in a chat: 2; with the bot: 0', async () => {
    const me = newcomer();
    await me.search('canIUse', 'chatgpt business plan with price list');
    expect(me.hits()[0]).toMatch(/^(?:Allowed|Not allowed|Not decided yet)/);
    expect(me.presses).toBe(2);
    const bot = newcomer();
    await bot.say('can i use copilot chat with a staff list');
    expect(bot.text()).toContain('Not decided yet');
    expect(bot.presses).toBe(0);
  });
});

describe('the form', () => {
  it('comes back with every problem at its field and loses nothing', async () => {
    const me = newcomer();
    await me.openDialog('useScenario');
    await me.press('Use it', startTitle);
    me.type('v_taskKind', 'Sum up our shift notes');
    await me.press('Insert');
    expect(me.text()).toContain('fields need a look');
    expect(me.text()).toContain('please fill this in');
    expect(me.text()).toContain('Sum up our shift notes');
  });

  it('asks for the tick once per version', async () => {
    const me = newcomer();
    await me.openDialog('useScenario');
    await me.press('Use it', startTitle);
    await me.press('Try example');
    await me.press('Insert');
    expect(me.text()).toContain('Please tick that you have read the rules.');
    me.pick('confirmed', 'true');
    await me.press('Insert');
    await me.openDialog('useScenario');
    await me.press('Use it', startTitle);
    expect(me.text()).not.toContain('Rules for this scenario');
  });

  it('warns of likely personal data, and goes three ways', async () => {
    const me = newcomer();
    await me.say('use is this a good task');
    await fillOwnData(me, 'Answer maria.lopez@contoso.com about her CV');
    await me.press('Get prompt');
    expect(me.text()).toContain('E-mail address in "');
    expect(me.text()).not.toContain('maria.lopez');
    await me.press('Back');
    expect(me.text()).toContain('maria.lopez@contoso.com');
    await me.press('Get prompt');
    await me.press('Replace it');
    expect(me.text()).toContain('Answer [email] about her CV');
    expect(me.text()).not.toContain('maria.lopez');
    await me.press('Fill in again');
    await fillOwnData(me, 'Answer maria.lopez@contoso.com about her CV');
    await me.press('Get prompt');
    await me.press('Not personal');
    expect(me.text()).toContain('maria.lopez@contoso.com');
  });

  it('refuses a password, whatever the person says', async () => {
    const me = newcomer();
    await me.say('use is this a good task');
    await fillOwnData(me, 'Log in with password: Tr0ub4dor&3x and sum up');
    await me.press('Get prompt');
    expect(me.text()).toContain('Password or key');
    expect(JSON.stringify(me.card)).not.toContain('Not personal');
  });

  it('ends with a text to copy and a check prompt where there is no message box', async () => {
    const me = newcomer();
    await me.say('find job description');
    await me.press('Open', 'Job description from intake notes');
    await me.press('Use it');
    await me.press('Try example');
    me.pick('confirmed', 'true');
    await me.press('Get prompt');
    expect(me.text()).toContain('Your prompt is ready');
    expect(me.text()).toContain('Select the text and copy it');
    expect(me.text()).toContain('Check prompt, ready to copy');
    expect(me.text()).not.toContain('{{');
  });

  it('works from an inserted card, where the bot is not', async () => {
    const me = newcomer();
    await me.search('findScenario', 'weekly report');
    await me.insert(0);
    await me.press('Use it');
    await me.press('Try example');
    me.pick('confirmed', 'true');
    await me.press('Get prompt');
    expect(me.text()).toContain('Your prompt is ready');
  });

  it('keeps no text that was typed', async () => {
    const words = [];
    const store = world.running.store.forTenant(tenantId);
    for (const kind of ['personScenario', 'inbound', 'person', 'auditEntry', 'conversation'])
      for await (const document of findAll(store, { kind })) words.push(JSON.stringify(document));
    expect(words.length).toBeGreaterThan(3);
    expect(words.join('\n')).not.toMatch(/shift notes|maria|Tr0ub4dor/);
    expect(JSON.stringify(world.log)).not.toMatch(/shift notes|maria|Tr0ub4dor/);
  });

  it('remembers what I used last, for me alone', async () => {
    const me = newcomer();
    await me.say('use variance commentary');
    await me.press('Try example');
    me.pick('confirmed', 'true');
    await me.press('Get prompt');
    await me.openDialog('useScenario');
    expect(me.text()).toContain('Variance commentary from an approved table');
    await me.search('findScenario');
    expect(me.reply.text).toContain('You used this last');
    const other = newcomer();
    await other.search('findScenario');
    expect(other.reply.text).not.toContain('You used this last');
  });

  it('moves from a group to the own chat', async () => {
    const from = person(++next);
    const reply = await world.post(mention('use job description', { from }));
    expect(reply.replies.map((r) => r.text)).toEqual(['I sent you the form in our own chat.']);
    expect(
      world.connector
        .messages()
        .map((m) => JSON.stringify(m))
        .join(),
    ).toContain('Job description from intake notes');
  });
});
