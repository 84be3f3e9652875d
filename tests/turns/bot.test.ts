/** What the bot says in each kind of conversation: one welcome, help, role and language, and a friendly way on. */
import { afterAll, describe, expect, it } from '@jest/globals';
import {
  channel,
  group,
  installed,
  membersAdded,
  mention,
  message,
  person,
  type RawActivity,
} from '../helpers/activities.ts';
import { hand } from '../helpers/hand.ts';
import { startWorld } from '../helpers/world.ts';

const world = await startWorld();
afterAll(() => world.close());

let next = 500;
const own = (): RawActivity => {
  const number = ++next;
  return { from: person(number), conversation: { id: `a:${number}`, conversationType: 'personal' } };
};
const shown = (reply: { replies: readonly Record<string, unknown>[] }) => JSON.stringify(reply.replies);

describe('the welcome', () => {
  it.each([
    ['personal', own()],
    ['group', group],
    ['channel', channel],
  ] as const)('comes once, in a %s conversation', async (_, where) => {
    const first = await world.post(installed('add', where));
    const again = await Promise.all([world.post(installed('add', where)), world.post(membersAdded(undefined, where))]);
    expect(first.replies).toHaveLength(1);
    expect(shown(first)).toContain('Welcome to Fieldbook');
    expect(again.flatMap((r) => r.replies)).toEqual([]);
  });

  it('comes once when Teams says it three times at the same moment', async () => {
    const where = own();
    const replies = await Promise.all(
      [installed('add', where), installed('add', where), membersAdded(undefined, where)].map((a) => world.post(a)),
    );
    expect(replies.flatMap((r) => r.replies)).toHaveLength(1);
  });

  it('leaves others who join in peace, however many', async () => {
    const crowd = Array.from({ length: 5_000 }, (_, at) => ({ id: `29:new-${at}` }));
    expect(
      (await world.post(membersAdded(crowd, { ...group, conversation: { ...group.conversation, id: '19:crowd' } })))
        .replies,
    ).toEqual([]);
  });

  it('asks for the role once and opens where to start: two presses from nothing to a card', async () => {
    const me = hand(world, own());
    await me.say('hello');
    expect(me.text()).toContain('This is the example playbook.');
    const recruiter = /"title":"Recruiter","value":"([^"]+)"/.exec(JSON.stringify(me.card))?.[1] ?? '';
    me.pick('roleId', recruiter);
    await me.press('Save, start');
    expect(me.text()).toContain('Channel plan and search strings');
    expect(me.presses).toBe(2);
    await me.say('help');
    expect(me.text()).not.toContain('Your role');
  });
});

describe('words', () => {
  it.each(['hi', 'Hello', 'HELP', 'help.', '  help  ', 'ayuda'])('"%s" is help', async (text) => {
    expect(shown(await world.post(message(text, own())))).toContain('What I do here');
  });

  it.each([
    ['role recruiter', 'Your role is now Recruiter.'],
    ['role HRBP', 'Your role is now HR business partner.'],
    ['role astronaut', 'I do not know the role \\"astronaut\\".'],
    ['find quantum chromodynamics', 'Nothing found'],
    ['ask how do I tell a candidate no', 'Scheduling and decline notes'],
    ['how do I tell a candidate no', 'This may help'],
    ['asdfgh qwertz', 'Nothing found'],
    ['use job description', 'Job description from intake notes'],
    ['use quantum chromodynamics', 'Nothing found for'],
    ['find', 'Scenarios for you'],
    ['flag may I?', 'may I?'],
    ['request notebot', 'Request a tool'],
    ['we use notebot for the weekly minutes', 'the weekly minutes'],
    ['ya usamos notebot para las actas', 'las actas'],
    ['solicitar notebot', 'notebot'],
    ['settings', 'Your settings'],
    ['next', 'Office hours'],
    ['next!', 'Office hours'],
    ['Next week I write a job description', 'Job description from intake notes'],
    ['host an interview, what do I prepare', 'This may help'],
    ['start', 'Is this a good task for AI, and may I?'],
  ])('"%s" leads on', async (text, answer) => {
    expect(shown(await world.post(message(text, own())))).toContain(answer);
  });

  it('mentions are left out in groups and channels', async () => {
    expect(shown(await world.post(mention('find interview', { from: person(++next) })))).toContain(
      'Structured interview guide',
    );
    expect(shown(await world.post(mention('help', { ...channel, from: person(++next) })))).toContain(
      'Here I answer when you mention me',
    );
  });

  it('settings move from a channel to the own chat', async () => {
    const reply = await world.post(mention('settings', { from: person(++next) }));
    expect(reply.replies.map((r) => r.text)).toEqual(['I sent your settings to our own chat.']);
  });

  it('stays quiet for a file, a sticker or a sent card, and helps on nothing at all', async () => {
    const file = {
      attachments: [{ contentType: 'application/vnd.microsoft.teams.file.download.info', name: 'a.pdf' }],
    };
    expect((await world.post(message('', { ...own(), ...file }))).replies).toEqual([]);
    expect(shown(await world.post(message(undefined, own())))).toContain('What I do here');
  });
});

describe('language', () => {
  it('is what Teams says, until the person chooses', async () => {
    const where = own();
    expect(shown(await world.post(message('ayuda', { ...where, locale: 'es-ES' })))).not.toContain('What I do here');
    const reply = await world.post(message('language español', where));
    expect(shown(reply)).not.toContain('Language');
    expect(shown(await world.post(message('help', where)))).not.toContain('What I do here');
    await world.post(message('language english', where));
    expect(shown(await world.post(message('help', { ...where, locale: 'es-ES' })))).toContain('What I do here');
  });
});
