/** What leaves by the connector, read on the wire: once, in time, and whole. */
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { action, type Feature } from '../../src/core/feature.ts';
import { channelAudience } from '../../src/teams/adapter.ts';
import { botId, execute, mention, message, person, submit } from '../helpers/activities.ts';
import type { Behaviour } from '../helpers/connector-stub.ts';
import { offered } from '../helpers/offered.ts';
import { listedServiceUrl, startWorld } from '../helpers/world.ts';

/** Answer when the test lets them. */
const held: (() => void)[] = [];
const release = () => {
  for (const go of held.splice(0)) go();
};
const slow: Feature = {
  name: 'slow',
  actions: [
    action('slow', z.object({}), async () => {
      await new Promise<void>((resolve) => void held.push(resolve));
      return { kind: 'message', text: 'done' };
    }),
    action('quick', z.object({}), async () => ({ kind: 'message', text: 'done' })),
  ],
};

/** When the server asked to be reminded, in milliseconds; no timer of its own runs in a test. */
const rings: number[] = [];
const world = await startWorld({
  bot: true,
  teams: { sendMs: 300, typingAfterMs: 10, ring: (_, ms) => void rings.push(ms) },
  overrides: { features: [slow] },
});
afterAll(() => world.close());

const { connector } = world;
beforeEach(() => {
  connector.requests.length = 0;
  connector.behave = () => undefined;
  world.log.length = 0;
});

const byConnector = { deliveryMode: undefined };
const warnings = () =>
  world.log.filter((line) => line.level !== 'info').map(({ event, status }) => ({ event, status }));

describe('a reply that fails', () => {
  it.each([400, 403, 404, 408, 412, 413, 429, 500, 502, 503, 504])('%d: one attempt', async (status) => {
    connector.behave = () => ({ status, body: { error: { code: 'x', message: 'secret of the service' } } });
    expect(await world.post(message('help', byConnector))).toMatchObject({ status: 200, text: '' });
    expect(connector.messages()).toHaveLength(1);
    expect(warnings()).toEqual([{ event: 'reply.failed', status }]);
  });

  it.each<Behaviour>(['reset', 'hang'])('%s: one attempt, and the turn ends', async (how) => {
    connector.behave = () => how;
    expect(await world.post(message('help', byConnector))).toMatchObject({ status: 200, text: '' });
    expect(connector.messages()).toHaveLength(1);
    expect(warnings()).toEqual([{ event: 'reply.failed', status: undefined }]);
  });

  it('does not wait for Retry-After, and serves on', async () => {
    connector.behave = () => ({ status: 429, body: {}, headers: { 'retry-after': '30' } });
    await world.post(message('help', byConnector));
    connector.behave = () => undefined;
    await world.post(message('help', byConnector));
    expect(connector.messages()).toHaveLength(2);
  });
});

describe('a reply that clearly did not arrive', () => {
  const later = async (ms: number) => {
    world.clock.pass(ms);
    await world.running.teams.lateReplies.due();
  };
  const refuse = (status: number, headers = {}) => {
    connector.behave = () => ({ status, body: {}, headers });
  };
  const asked = (id: string) => world.post(message('help', { ...byConnector, id }));
  /** What the tests before left behind. */
  beforeEach(async () => {
    await later(900_000);
    connector.requests.length = 0;
    world.log.length = 0;
  });

  it.each([
    [429, { 'retry-after': '30' }, 30_000],
    [429, {}, 2_000],
    [412, {}, 2_000],
    [401, {}, 2_000],
  ])('%d %j: comes once more, to the same conversation, when its time has come', async (status, headers, ms) => {
    refuse(status, headers);
    await asked(`late-${status}-${ms}`);
    expect(rings.at(-1)).toBeGreaterThanOrEqual(ms);
    connector.behave = () => undefined;
    await later(ms - 1);
    expect(connector.messages()).toHaveLength(1);
    await later(1);
    const [first, second] = connector.requests.filter(({ body }) => body.type === 'message');
    expect(second).toMatchObject({
      authorization: 'Bearer stub',
      body: { summary: first?.body.summary, attachments: first?.body.attachments },
    });
    expect(second?.path).toBe(`/v3/conversations/a%3Aone-to-one/activities/late-${status}-${ms}`);
    await later(900_000);
    expect(connector.messages()).toHaveLength(2);
  });

  it('413: comes as its summary', async () => {
    refuse(413);
    await asked('long');
    connector.behave = () => undefined;
    await later(2_000);
    const [first, second] = connector.messages();
    expect(second).toMatchObject({ type: 'message', text: first?.summary, replyToId: 'long' });
    expect(second).not.toHaveProperty('attachments');
  });

  it('is not tried a third time', async () => {
    refuse(429);
    await asked('twice');
    await later(2_000);
    await later(900_000);
    expect(connector.messages()).toHaveLength(2);
    expect(warnings()).toEqual([
      { event: 'reply.failed', status: 429 },
      { event: 'reply.lost', status: 429 },
    ]);
  });

  it('is let go when nobody waits for it any more', async () => {
    refuse(429, { 'retry-after': '901' });
    await asked('old');
    connector.behave = () => undefined;
    await later(901_000);
    expect(connector.messages()).toHaveLength(1);
  });

  it.each<Behaviour>([{ status: 500 }, { status: 503 }, { status: 408 }, { status: 403 }, 'reset', 'hang'])(
    '%j is not: it may have arrived, or never will',
    async (how) => {
      connector.behave = () => how;
      await asked(`unclear ${JSON.stringify(how)}`);
      connector.behave = () => undefined;
      await later(900_000);
      expect(connector.messages()).toHaveLength(1);
    },
  );
});

describe('a reply', () => {
  it('is signed, goes to the conversation, and answers the activity', async () => {
    await world.post(message('help', { ...byConnector, id: '1700-x' }));
    expect(connector.requests).toMatchObject([
      {
        method: 'POST',
        path: '/v3/conversations/a%3Aone-to-one/activities/1700-x',
        authorization: 'Bearer stub',
        body: {
          type: 'message',
          replyToId: '1700-x',
          summary: expect.stringContaining('Fieldbook'),
          attachments: [{}],
        },
      },
    ]);
  });

  it('keeps the AI label, citations and sensitivity', async () => {
    const entity = {
      type: 'https://schema.org/Message',
      '@type': 'Message',
      '@context': 'https://schema.org',
      '@id': '',
      additionalType: ['AIGeneratedContent'],
      citation: [{ '@type': 'Claim', position: 1, appearance: { '@type': 'DigitalDocument', name: 'Scenario 1' } }],
      usageInfo: { '@type': 'CreativeWork', name: 'Internal' },
    };
    const { adapter } = world.running.teams;
    const reference = {
      serviceUrl: listedServiceUrl,
      channelId: 'msteams',
      conversation: { id: 'a:1' },
      bot: { id: botId },
    };
    await adapter.continueConversationAsync(botId, reference as never, channelAudience, async (context) => {
      await context.sendActivity({ type: 'message', text: 'hello [1]', entities: [entity] });
    });
    expect(connector.messages()[0]?.entities).toEqual([entity]);
  });
});

describe('a sign of work', () => {
  const kinds = () => connector.requests.map(({ body }) => body.type);

  it('comes before a slow answer, once, and never after it', async () => {
    const answered = world.post(submit({ verb: 'slow' }, byConnector));
    await connector.until(1);
    expect(kinds()).toEqual(['typing']);
    release();
    await answered;
    await world.post(submit({ verb: 'quick' }, byConnector));
    expect(kinds()).toEqual(['typing', 'message', 'message']);
  });

  it('does not overtake the answer when it is slow itself', async () => {
    let typed = () => {};
    connector.behave = ({ body }) =>
      body.type === 'typing'
        ? new Promise((resolve) => {
            typed = () => resolve(undefined);
          })
        : undefined;
    const answered = world.post(submit({ verb: 'slow' }, byConnector));
    await connector.until(1);
    release();
    await new Promise(setImmediate);
    expect(kinds()).toEqual(['typing']);
    typed();
    await answered;
    expect(kinds()).toEqual(['typing', 'message']);
  });

  it('that fails costs nothing', async () => {
    connector.behave = ({ body }) => (body.type === 'typing' ? { status: 500 } : undefined);
    const answered = world.post(submit({ verb: 'slow' }, byConnector));
    await connector.until(1);
    release();
    await answered;
    expect(kinds()).toEqual(['typing', 'message']);
    expect(warnings()).toEqual([]);
  });

  it('is not shown for an invoke', async () => {
    const answered = world.post(execute('slow'));
    const other = world.post(submit({ verb: 'slow' }, byConnector));
    await connector.until(1);
    release();
    await other;
    await answered;
    expect(kinds()).toEqual(['typing', 'message']);
  });
});

describe('a card button', () => {
  const verbs = offered.flatMap((feature) => feature.actions ?? []).map(({ verb }) => verb);

  it.each(verbs)('%s answers in the HTTP answer and changes no message for others', async (verb) => {
    const data = { scenarioId: 'x', roleId: 'x', question: 'May I?', refresh: { action: {} } };
    const reply = await world.post(execute(verb, data, { from: person(3), replyToId: '1:2' }));
    expect(reply).toMatchObject({ status: 200, body: { statusCode: expect.any(Number) } });
    expect(connector.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });
});

describe('a personal matter asked in a group', () => {
  it('moves to the own chat; the group reads a line without it', async () => {
    connector.behave = ({ path }) =>
      path === '/v3/conversations' ? { status: 201, body: { id: 'a:own' } } : undefined;
    await world.post(mention('flag May I show salaries?', { ...byConnector, from: person(4) }));
    // A busy machine may show that it works before it answers.
    const posts = connector.requests.filter(({ method, body }) => method === 'POST' && body.type !== 'typing');
    expect(posts.map(({ path }) => path.split('/').slice(0, 4).join('/'))).toEqual([
      '/v3/conversations',
      '/v3/conversations/a%3Aown',
      '/v3/conversations/19%3Agroup%40thread.v2',
    ]);
    expect(JSON.stringify(posts[1]?.body)).toContain('salaries');
    expect(JSON.stringify(posts[2]?.body)).not.toContain('salaries');
    expect(JSON.stringify(posts[0]?.body)).not.toContain('salaries');
  });
});
