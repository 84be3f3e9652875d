/**
 * The bad-input rows of reliability.md 13 that the bot endpoint has today: each gets its status or card, its stable code
 * where one shows, and its sentence. The request itself: bad-request.test.ts. Message extension and card buttons:
 * bad-card.test.ts. Rows 3 to 6 are the token matrix (tokens-http.test.ts); row 76 is start.test.ts.
 * Left out until what they are about exists: 35 to 38 for titles, tags and pictures (discoveries; the length of a
 * question is here), 43 to 46 (answering flags); and 27 stands here as "nothing done", since no edit
 * or delete has an effect yet. Row 47 is in tests/turns/can-i-use.test.ts.
 */
import { afterAll, describe, expect, it } from '@jest/globals';
import { memoryRates } from '../../src/teams/rates.ts';
import {
  activity,
  channel,
  execute,
  group,
  membersAdded,
  message,
  person,
  query,
  type RawActivity,
  taskSubmit,
  tenantId,
} from '../helpers/activities.ts';
import { wordsOf } from '../helpers/in-json.ts';
import { storedCount } from '../helpers/stored.ts';
import { startWorld } from '../helpers/world.ts';

const open = await startWorld();
const bot = await startWorld({ bot: true });
afterAll(async () => void (await Promise.all([open.close(), bot.close()])));

const count = (kind: string) => storedCount(open.running.store, kind);
const says = async (text: unknown, change: RawActivity = {}) => wordsOf(await open.post(message(text, change)));
const heading = 'What I do here';

describe('M: the message', () => {
  it.each([undefined, null, 7, ''])('19 text %j: help', async (text) => {
    expect(await says(text)).toContain(heading);
  });

  it('19 silent when a card or a file came with it', async () => {
    for (const change of [
      { attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: {} }] },
      { value: { hello: 1 } },
    ])
      expect((await open.post(message('', change))).replies).toEqual([]);
    const inline = '<span class="inline-compose-card">x</span>';
    expect((await open.post(message(inline, { attachments: [{ contentType: 'image/png' }] }))).replies).toEqual([]);
  });

  it('20 28,000 characters', async () => {
    const text = 'Please keep it under 4,000 characters (yours: 28,000).';
    expect(await says('x'.repeat(28_000))).toBe(text);
    expect(await says('é'.repeat(28_000))).not.toBe('');
  });

  it.each(['   ', '\u200b\u200b', '\u202e'])('21 only %j', async (text) => {
    expect(await says(text)).toMatch(text.trim() === '' ? heading : /I need a few words\./);
  });

  it('21 emoji are words', async () => {
    expect(await says('\u{1f468}\u200d\u{1f469}\u200d\u{1f467}')).not.toContain('I need a few words');
  });

  it('22 broken characters are cleaned away', async () => {
    expect(await says('he\u0000lp')).toContain(heading);
    const text = await says('find \ud800 \u0007job');
    expect(text.isWellFormed()).toBe(true);
  });

  it.each([`$${'{secret}'}`, '{{DATE(x)}}', '<at>CEO</at>', '[x](javascript:1)'])(
    '23 %s is shown literally',
    async (text) => {
      const reply = await open.post(message(`find ${text} zzqq`));
      const shown = JSON.stringify(reply.replies);
      expect(shown).not.toContain('"type":"mention"');
      expect(shown).not.toMatch(/"Action.OpenUrl"|\]\(javascript|\{\{DATE\(|"text":"[^"]*<at>/);
      expect(wordsOf(reply)).toContain(text);
    },
  );

  it('24 a mention of another bot is text', async () => {
    const entities = [
      { type: 'mention', text: '<at>Other</at>', mentioned: { id: '28:other' } },
      { type: 'mention' },
      7,
    ];
    expect(await says('help <at>Other</at>', { entities, ...group })).toContain(heading);
  });

  it.each(['not a date', '9999-12-31T23:59:59Z', '2026-11-23T10:10:00Z', 7])('25 timestamp %j', async (timestamp) => {
    expect(await says('help', { timestamp, localTimestamp: timestamp })).toContain(heading);
  });

  it.each(['messageUpdate', 'messageDelete'])('27 %s of an unknown activity', async (type) => {
    const before = await count('inbound');
    expect(await open.post(activity({ type, text: 'flag something' }))).toMatchObject({ status: 200, text: '' });
    expect(await count('inbound')).toBe(before);
  });

  it('28 5,000 new members: at most one welcome', async () => {
    const conversation = { id: '19:big', conversationType: 'groupChat', isGroup: true, tenantId };
    const members = [
      { id: '28:b6a7c1de-0000-4000-8000-00000000b071' },
      ...Array.from({ length: 5_000 }, (_, n) => ({ id: `29:${n}` })),
    ];
    const welcomes = await Promise.all([1, 2, 3].map(() => open.post(membersAdded(members, { conversation }))));
    expect(welcomes.flatMap((reply) => reply.replies)).toHaveLength(1);
  });

  it('29 a guest, on every surface', async () => {
    const sentence = 'Only members of this organisation can use Fieldbook here.';
    bot.connector.behave = ({ method }) =>
      method === 'GET' ? { status: 200, body: { id: '29:x', userRole: 'guest', tenantId } } : undefined;
    const from = person(77);
    for (const asked of [
      message('help', { from, ...channel }),
      query('findScenario', 'job', { from }),
      execute('openSettings', {}, { from }),
      taskSubmit({ verb: 'openSettings' }, { from }),
    ])
      expect(wordsOf(await bot.post(asked))).toBe(sentence);
    expect((await bot.post(execute('openSettings', {}, { from }))).body).toMatchObject({
      statusCode: 403,
      value: { code: 'members_only' },
    });
    bot.connector.behave = () => undefined;
  });

  it('30 30 messages in 5 s: from the 6th one sentence, then silence', async () => {
    const hasty = await startWorld({ teams: { rates: memoryRates() } });
    const words: string[] = [];
    for (let n = 0; n < 30; n++) words.push(wordsOf(await hasty.post(message('help'))));
    expect(words.filter((text) => text.includes(heading))).toHaveLength(5);
    expect(words[5]).toBe('One moment, too many requests.');
    expect(words.slice(6).filter((text) => text !== '')).toEqual([]);
    const others = wordsOf(await hasty.post(message('help', { from: person(2) })));
    expect(others).toContain(heading);
    await hasty.close();
  });
});
