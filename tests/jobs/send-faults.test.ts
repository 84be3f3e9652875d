/** F25 to F30: what the service may answer to a message of the outbox, through the real SDK, on both stores (reliability 8). */
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import type { WriteOperation } from '../../src/core/documents.ts';
import { message, person, tenantId } from '../helpers/activities.ts';
import type { Behaviour } from '../helpers/connector-stub.ts';
import { second } from '../helpers/moving-clock.ts';
import { listedServiceUrl } from '../helpers/world.ts';
import { bothStores, closed, worldsOn } from '../helpers/worlds.ts';
import { bell, reachable, ring } from './bell.ts';
import { faultTable } from './fault-table.ts';
import { outbox, written } from './outbox-kit.ts';

/** Entra as a test asks for it: a token, none, or no answer. */
const entra = { how: 'token' as 'token' | 'down' | 'hang', refreshes: 0, number: 1 };
const credentials = new ConfigurationServiceClientCredentialFactory({
  MicrosoftAppId: '',
  MicrosoftAppType: 'MultiTenant',
});
credentials.createCredentials = async () =>
  ({
    async getToken() {
      entra.refreshes++;
      entra.number++;
    },
    async signRequest(request: { headers: { set(name: string, value: string): void } }) {
      if (entra.how === 'hang') await new Promise(() => {});
      // As the library says it: with a status that must not be taken for the connector's.
      if (entra.how === 'down') throw Object.assign(new Error('entra is down'), { statusCode: 403 });
      request.headers.set('authorization', `Bearer ${entra.number}`);
      return request;
    },
  }) as never;

const options = {
  bot: true,
  config: { firstLoad: 'none' as const },
  teams: { sendMs: 250, credentials },
};
const worlds = await worldsOn(bothStores, { ...options, overrides: { features: [bell] } });
afterAll(() => closed(worlds));
const survived = faultTable('outbox, what the service answers');

let next = 400;

describe.each(worlds)('on %s', (on, world) => {
  const { connector, running } = world;
  const { store } = running;
  beforeEach(() => {
    connector.requests.length = 0;
    entra.how = 'token';
  });
  afterEach(() => {
    connector.behave = () => undefined;
  });

  const now = () => world.clock.now();
  const later = async (ms: number) => {
    world.clock.pass(ms);
    await world.tick();
  };
  const write = (...operations: WriteOperation[]) => written(store, operations);
  /** Somebody new with a chat, and something to tell them; the tick has run when it resolves. */
  async function told(how: Behaviour | undefined) {
    const number = ++next;
    connector.behave = () => how;
    await write(reachable(number, listedServiceUrl), ring(now(), `news-${number}`, `only:${number}`));
    await world.tick();
    return { number, aadObjectId: person(number).aadObjectId };
  }
  const recordOf = async (number: number, subject = `news-${number}`) =>
    (await outbox(store)).find((record) => record.subject === subject);
  const sent = () => connector.messages().length;
  const unreachable = async (id: string) =>
    Object(await store.forTenant(tenantId).get('person', id)).body.unreachableSince !== undefined;

  it.each([
    ['F25', 403, 'blocked'],
    ['F26', 404, 'gone'],
    ['F26', 410, 'gone'],
  ])('%s, %d: one attempt, and the next message of that person revives them', async (fault, status, error) => {
    const { number, aadObjectId } = await told({ status });
    await later(3_600 * second);
    expect(sent()).toBe(1);
    expect(await recordOf(number)).toMatchObject({ state: 'failed', error, attempts: 1 });
    expect(await unreachable(aadObjectId)).toBe(true);
    await write(ring(now(), `more-${number}`, `only:${number}`));
    await later(0);
    expect(sent()).toBe(1);
    expect(await recordOf(number, `more-${number}`)).toMatchObject({ state: 'skipped', error: 'unreachable' });
    connector.behave = () => undefined;
    const conversation = { id: `a:${number}`, conversationType: 'personal', tenantId };
    await world.post(message('help', { from: person(number), conversation }));
    expect(await unreachable(aadObjectId)).toBe(false);
    await write(ring(now(), `again-${number}`, `only:${number}`));
    await later(0);
    expect(await recordOf(number, `again-${number}`)).toMatchObject({ state: 'sent' });
    survived({
      fault,
      on,
      injected: `${status}`,
      held: `1 attempt, failed: ${error}; their next message revives them`,
    });
  });

  it('F27: a 429 waits for its Retry-After, to the millisecond, or else a few seconds', async () => {
    const { number } = await told({ status: 429, headers: { 'retry-after': '7' } });
    connector.behave = () => ({ status: 429 });
    await later(7 * second - 1);
    expect(sent()).toBe(1);
    await later(1);
    expect(sent()).toBe(2);
    connector.behave = () => undefined;
    // The second wait of its own: 4 seconds, a fifth more or less.
    await later(3 * second);
    expect(sent()).toBe(2);
    await later(2 * second);
    expect(await recordOf(number)).toMatchObject({ state: 'sent', attempts: 3 });
    survived({
      fault: 'F27',
      on,
      injected: '429 with and without Retry-After',
      held: 'waits its turn, then sent once',
    });
  });

  it('F27: a 429 past its use is not sent at all', async () => {
    const { number } = await told({ status: 429, headers: { 'retry-after': '3600' } });
    for (let days = 0; days < 31 * 24; days += 12) world.clock.pass(12 * 3_600 * second);
    await world.tick();
    expect(await recordOf(number)).toMatchObject({ state: 'skipped', error: 'late' });
    expect(sent()).toBe(1);
  });

  it.each<Behaviour>([
    { status: 500 },
    { status: 502 },
    { status: 503 },
    { status: 504 },
    { status: 408 },
    'reset',
    'hang',
  ])('F28, %j after it was taken: repeated once after 30 seconds, then unclear', async (how) => {
    const { number } = await told(how);
    await later(29 * second);
    expect(sent()).toBe(1);
    await later(second);
    expect(sent()).toBe(2);
    await later(3_600 * second);
    expect(sent()).toBe(2);
    expect(await recordOf(number)).toMatchObject({ state: 'failed', error: 'unclear', unclear: 2 });
    const name = typeof how === 'string' ? how : how.status;
    survived({
      fault: 'F28',
      on,
      injected: `${name} after delivery, twice`,
      held: 'repeated once, then failed: unclear',
    });
  });

  it('F28: once unclear, then taken, is sent', async () => {
    const { number } = await told('reset');
    connector.behave = () => undefined;
    await later(30 * second);
    expect(await recordOf(number)).toMatchObject({ state: 'sent', unclear: 1 });
    expect(sent()).toBe(2);
  });

  it('F29: 412 is tried three times, 413 comes as its summary, 401 with a new token', async () => {
    const conflict = await told({ status: 412 });
    for (let n = 0; n < 5; n++) await later(30 * second);
    expect(sent()).toBe(3);
    expect(await recordOf(conflict.number)).toMatchObject({ state: 'failed', error: 'refused' });

    connector.requests.length = 0;
    connector.behave = () => undefined;
    const number = ++next;
    connector.behave = ({ body }) => (body.attachments ? { status: 413 } : undefined);
    await write(reachable(number, listedServiceUrl), ring(now(), `news-${number}`, `only:${number}`));
    await world.tick();
    expect(sent()).toBe(2);
    expect(connector.messages()[1]).toMatchObject({ text: expect.stringContaining(`news-${number}`) });
    expect(await recordOf(number)).toMatchObject({ state: 'sent', isShort: true });

    connector.requests.length = 0;
    const before = entra.refreshes;
    const refused = await told({ status: 401 });
    connector.behave = () => undefined;
    await later(second);
    const tokens = connector.requests.map(({ authorization }) => authorization);
    expect(entra.refreshes).toBe(before + 1);
    expect(new Set(tokens).size).toBe(2);
    expect(await recordOf(refused.number)).toMatchObject({ state: 'sent', isRefreshed: true });
    survived({ fault: 'F29', on, injected: '412; 413; 401', held: '3 tries; shorter once; new token once' });
  });

  it.each(['down', 'hang'] as const)(
    'F30: Entra %s: nothing leaves, nothing is lost, nobody is taken for gone',
    async (how) => {
      entra.how = how;
      const { number, aadObjectId } = await told(undefined);
      await later(40 * second);
      expect(sent()).toBe(0);
      expect(await recordOf(number)).toMatchObject({ state: 'planned', unclear: 0 });
      expect(await unreachable(aadObjectId)).toBe(false);
      entra.how = 'token';
      await later(400 * second);
      expect(sent()).toBe(1);
      expect(await recordOf(number)).toMatchObject({ state: 'sent' });
      survived({ fault: 'F30', on, injected: `no token: Entra ${how}`, held: 'later, once; 0 lost' });
    },
  );

  it('never leaves for a host that is not on the list', async () => {
    const number = ++next;
    await write(reachable(number, 'https://elsewhere.example/'), ring(now(), `news-${number}`, `only:${number}`));
    await world.tick();
    expect(connector.requests).toEqual([]);
    expect(await recordOf(number)).toMatchObject({ state: 'failed', error: 'refused' });
  });
});
