/** "Can I use X with this data?" in a chat and with the bot, and the flag for what nobody has decided. */
import { afterAll, describe, expect, it } from '@jest/globals';
import { findAll } from '../../src/core/documents.ts';
import { flag } from '../../src/features/flags/model.ts';
import { fetchTask, person, query, tenantId } from '../helpers/activities.ts';
import { hand } from '../helpers/hand.ts';
import { startWorld } from '../helpers/world.ts';

const world = await startWorld();
afterAll(() => world.close());

let next = 300;
const somebody = () => {
  const number = ++next;
  return hand(world, { from: person(number), conversation: { id: `a:${number}`, conversationType: 'personal' } });
};
const flags = async () => {
  const found = [];
  for await (const { body } of findAll(world.running.store.forTenant(tenantId), { kind: 'flag' }))
    found.push(flag.parse(body));
  return found;
};

describe('canIUse', () => {
  it('says no to an own account with a CV, why, and what to use instead', async () => {
    const me = somebody();
    await me.search('canIUse', 'my own chatgpt account candidate cv');
    expect(me.hits()[0]).toMatch(/^Not allowed: ChatGPT with a personal account with Personal data/);
    expect(me.reply.text).toContain('A personal account has no agreement with us');
    expect(me.reply.text).toContain('Instead: Microsoft 365 Copilot');
    await me.insert(0);
    expect(me.text()).toContain('Instead: Microsoft 365 Copilot (Allowed with conditions)');
    expect(me.text()).toContain('Fine with Public data.');
    expect(me.text()).not.toContain('Flag it');
  });

  it('says "Not decided yet" for an open cell and offers to flag it', async () => {
    const me = somebody();
    await me.search('canIUse', 'copilot chat with staff list');
    expect(me.hits()[0]).toMatch(/^Not decided yet: Copilot Chat with Personal data/);
    await me.insert(0);
    expect(me.text()).toContain('Flag it');
    await me.press('Flag it');
    expect(me.text()).toContain('Copilot Chat · Personal');
    await me.press('Send');
    expect(me.text()).toContain('Thank you for asking');
    expect(await flags()).toContainEqual(
      expect.objectContaining({
        state: 'open',
        category: 'dataHandling',
        question: 'copilot chat with staff list',
        context: expect.objectContaining({ verdict: 'undecided', surface: 'cardDialog' }),
      }),
    );
  });

  it('shows every tool that a bare name means', async () => {
    const me = somebody();
    await me.search('canIUse', 'chatgpt candidate names');
    expect(me.hits()).toEqual([
      expect.stringContaining('ChatGPT business plan'),
      expect.stringContaining('ChatGPT with a personal account'),
    ]);
  });

  it('shows one row for each kind of data when none is named', async () => {
    const me = somebody();
    await me.search('canIUse', 'copilot chat');
    expect(me.hits().map((t) => /with (\w+) data/.exec(t)?.[1])).toEqual([
      'Public',
      'Internal',
      'Confidential',
      'Personal',
      'Restricted',
    ]);
  });

  it('names the usable tools when only the data is named', async () => {
    const me = somebody();
    await me.search('canIUse', 'price list');
    expect(me.hits().length).toBeGreaterThan(0);
    for (const hit of me.hits()) expect(hit).toMatch(/^Allowed/);
  });

  it('never says allowed of a tool that is not on the list', async () => {
    const me = somebody();
    await me.search('canIUse', 'zorblax with candidate cv');
    expect(me.hits()[0]).toMatch(/^Not decided yet: a tool that is not on our list/);
  });

  it.each([
    ['', 'Type a tool and a kind of data'],
    ['zorblax', 'I found no tool'],
  ])('helps on with "%s"', async (words, help) => {
    const reply = await world.post(query('canIUse', words));
    expect(reply.text).toContain(help);
  });
});

describe('the bot', () => {
  it('answers in one card', async () => {
    const me = somebody();
    await me.say('Can I use ChatGPT with a personal account with a CV?');
    expect(me.text()).toContain('Not allowed');
    await me.press('Instead');
    expect(me.text()).toContain('Microsoft 365 Copilot');
  });

  it('asks for what is missing', async () => {
    const me = somebody();
    await me.say('can i use');
    expect(me.text()).toContain('Pick the tool and the most sensitive data in it.');
    const ids =
      JSON.stringify(me.card)
        .match(/"value":"([0-9a-f-]{36})"/g)
        ?.map((v) => v.slice(9, -1)) ?? [];
    me.pick('toolId', ids[0] ?? '');
    me.pick('dataClassId', 'unknown');
    await me.press('Ask');
    expect(me.text()).toMatch(/with Restricted data/);
  });

  it('takes a question about a tool without the words "can i use"', async () => {
    const me = somebody();
    await me.say('is copilot chat ok for a staff list');
    expect(me.text()).toContain('Not decided yet');
  });
});

describe('a flag', () => {
  it('starts from a message with its words and its link', async () => {
    const me = somebody();
    const payload = {
      body: { contentType: 'html', content: '<p>May I paste <b>this</b> CV?</p>' },
      linkToMessage: 'https://teams.microsoft.com/l/message/1',
    };
    const reply = await world.post(
      fetchTask('flagGrayArea', { commandContext: 'message', messagePayload: payload }, { from: person(++next) }),
    );
    expect(reply.text).toContain('May I paste this CV?');
    expect(reply.text).toContain('https://teams.microsoft.com/l/message/1');
    await me.openDialog('flagGrayArea');
    await me.press('Send');
    expect(me.text()).toContain('Your question: please fill this in.');
  });

  it('keeps a question that is too long in the form', async () => {
    const me = somebody();
    await me.openDialog('flagGrayArea');
    me.type('question', 'long '.repeat(200));
    await me.press('Send');
    expect(me.text()).toContain('Your question: 1 to 800 characters.');
    expect(me.text()).toContain('long long');
  });

  it('is open once for each person and item', async () => {
    const me = somebody();
    for (const answer of ['Thank you for asking', 'You already flagged this.']) {
      await me.search('canIUse', 'meeting note taker with staff list');
      await me.insert(0);
      await me.press('Flag it');
      await me.press('Send');
      expect(me.reply.text).toContain(answer);
    }
    const other = somebody();
    await other.search('canIUse', 'meeting note taker with staff list');
    await other.insert(0);
    await other.press('Flag it');
    await other.press('Send');
    expect(other.reply.text).toContain('Thank you for asking');
  });

  it('is counted: twenty a day', async () => {
    const me = somebody();
    for (let sent = 0; sent < 21; sent++) {
      await me.openDialog('flagGrayArea');
      me.type('question', `Question ${sent}?`);
      await me.press('Send');
    }
    expect(me.reply.text).toContain('You can raise 20 flags a day.');
  });
});
