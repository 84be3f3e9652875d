/** Where we send: to stored addresses on the list, in the open mode to this machine, and to nobody else. */
import { request } from 'node:http';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChatAddress } from '../../src/core/person.ts';
import { neutralCard } from '../../src/features/playbook/cards/neutral.card.ts';
import { cardMessage, sendTo } from '../../src/teams/send.ts';
import { wordsFor } from '../../src/text/words.ts';
import { botId, mention, message, tenantId } from '../helpers/activities.ts';
import { watchEgress } from '../helpers/egress.ts';
import { listedServiceUrl, startWorld } from '../helpers/world.ts';

const world = await startWorld({ bot: true });
const open = await startWorld();
afterAll(async () => void (await Promise.all([world.close(), open.close()])));

const { connector } = world;
const byConnector = { deliveryMode: undefined };
beforeEach(() => {
  connector.requests.length = 0;
  connector.behave = () => undefined;
});

const card = neutralCard.render(
  { summary: 'A line', heading: 'A line', text: 'More', hasStart: false, scenarioId: '' },
  wordsFor('en'),
  'message',
);

describe('a card to a stored address', () => {
  const address: ChatAddress = {
    serviceUrl: listedServiceUrl,
    channelId: 'msteams',
    conversation: { id: 'a:stored', conversationType: 'personal', tenantId },
    bot: { id: `28:${botId}` },
    user: { id: '29:person-1' },
  };
  const send = (change: Partial<ChatAddress> = {}) =>
    sendTo(world.running.teams.adapter, botId, { ...address, ...change }, cardMessage(card));

  it('arrives', async () => {
    expect(await send()).toEqual({ kind: 'sent', activityId: '1:1' });
    expect(connector.requests).toMatchObject([
      {
        path: expect.stringMatching('^/v3/conversations/a%3Astored/activities'),
        body: { summary: 'A line', attachments: [{}] },
      },
    ]);
  });

  it.each([403, 404, 500])('says that it failed with %d, after one attempt', async (status) => {
    connector.behave = () => ({ status });
    expect(await send()).toEqual({ kind: 'failed', status });
    expect(connector.requests).toHaveLength(1);
  });

  it.each([
    'http://smba.trafficmanager.net/emea/',
    'https://evil.example/',
    'http://169.254.169.254/',
    'http://127.0.0.1:1/',
  ])('is not sent to %s, whatever the store says', async (serviceUrl) => {
    const egress = watchEgress();
    // As clear a refusal as one of the service.
    expect(await send({ serviceUrl })).toEqual({ kind: 'failed', status: 400 });
    egress.stop();
    expect(egress.foreign).toEqual([]);
    expect(connector.requests).toEqual([]);
  });
});

describe('a line', () => {
  const to = (serviceUrl: string): ChatAddress => ({
    ...{ serviceUrl, channelId: 'msteams', bot: { id: `28:${botId}` } },
    conversation: { id: 'a:stored', conversationType: 'personal', tenantId },
  });

  it('that is not there has taken nothing, so that it may be tried again', async () => {
    const { adapter } = open.running.teams;
    expect(await sendTo(adapter, '', to('http://127.0.0.1:1/'), cardMessage(card))).toEqual({ kind: 'notSent' });
  });

  it('that leads elsewhere is not followed', async () => {
    const headers = { location: `${open.connector.url}v3/conversations/a/activities` };
    connector.behave = () => ({ status: 307, headers });
    const { adapter } = world.running.teams;
    expect(await sendTo(adapter, botId, to(listedServiceUrl), cardMessage(card))).toEqual({
      kind: 'failed',
      status: 307,
    });
    expect(connector.requests).toHaveLength(1);
    expect(open.connector.requests).toEqual([]);
  });
});

describe('the open mode', () => {
  it('sends to this machine only', async () => {
    const egress = watchEgress();
    for (const serviceUrl of [listedServiceUrl, 'https://smba.trafficmanager.net/'])
      for (const asked of [
        message('help', { serviceUrl, ...byConnector }),
        mention('flag x', { serviceUrl, ...byConnector }),
      ])
        expect(await open.post(asked)).toMatchObject({ status: 200, text: '' });
    expect(await open.post(message('help', byConnector))).toMatchObject({ status: 200 });
    egress.stop();
    expect(egress.foreign).toEqual([]);
    expect(open.connector.messages()).toHaveLength(1);
  });

  it('is watched by a recorder that sees foreign hosts', async () => {
    const egress = watchEgress();
    const sent = request({ host: 'foreign.invalid', lookup: (_host, _options, done) => done(new Error('no'), '', 4) });
    await new Promise((resolve) => sent.on('error', resolve).end());
    egress.stop();
    expect(egress.foreign).toEqual(['foreign.invalid']);
  });
});
