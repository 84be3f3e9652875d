import { describe, expect, it } from '@jest/globals';
import { channelKeys, type KeysOptions, KeysUnavailable } from '../../src/teams/keys.ts';
import { day, movingClock, second } from '../helpers/moving-clock.ts';
import { signingKey } from '../helpers/openid-stub.ts';

const [k1, k2] = await Promise.all([signingKey('k1'), signingKey('k2', ['msteams', 'webchat'])]);
const metadataUrl = 'https://keys.example/openid';

/** A key service that the test breaks and rolls at will; nothing waits. */
function keyService(options: Partial<KeysOptions> = {}) {
  const clock = movingClock();
  const service = { listed: [k1.listed] as unknown[], state: 'up' as 'up' | 'down' | 'hung', asked: [] as string[] };
  const limits: number[] = [];
  let end = new AbortController();
  const answer = async (input: string | URL | Request): Promise<Response> => {
    const url = String(input);
    service.asked.push(url);
    if (service.state === 'hung') return new Promise(() => {});
    if (service.state === 'down') return new Response('sorry', { status: 503 });
    return Response.json(url === metadataUrl ? { jwks_uri: 'https://keys.example/keys' } : { keys: service.listed });
  };
  const keys = channelKeys({
    metadataUrl,
    clock,
    fetch: answer,
    deadline: (ms) => {
      limits.push(ms);
      end = new AbortController();
      return end.signal;
    },
    ...options,
  });
  const fetches = () => service.asked.filter((url) => url === metadataUrl).length;
  return { keys, clock, service, limits, fetches, timeOut: () => end.abort(new Error('3 s are over')) };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('channel keys', () => {
  it('come with their endorsements', async () => {
    const { keys, service } = keyService();
    service.listed = [k1.listed, k2.listed, { ...k1.listed, kid: 'bare', endorsements: undefined }];
    expect((await keys.find('k1'))?.endorsements).toEqual(['msteams']);
    expect((await keys.find('k2'))?.endorsements).toEqual(['msteams', 'webchat']);
    expect((await keys.find('bare'))?.endorsements).toEqual([]);
  });

  it('are fetched once for many who wait, and once for many turns', async () => {
    const { keys, fetches, service } = keyService();
    await Promise.all(Array.from({ length: 50 }, () => keys.find('k1')));
    await keys.find('k1');
    expect(fetches()).toBe(1);
    expect(service.asked).toEqual([metadataUrl, 'https://keys.example/keys']);
  });

  it('are refreshed for unknown ids at most once in 30 s', async () => {
    const { keys, fetches, clock } = keyService();
    await keys.find('k1');
    for (let turn = 0; turn < 100; turn++) expect(await keys.find(`forged-${turn}`)).toBeUndefined();
    clock.pass(30 * second - 1);
    await keys.find('forged');
    expect(fetches()).toBe(1);
    clock.pass(1);
    await Promise.all(Array.from({ length: 100 }, (_, turn) => keys.find(`forged-${turn}`)));
    expect(fetches()).toBe(2);
  });

  it('follow a roll of the key, and forget the key that is no longer listed', async () => {
    const { keys, service, clock } = keyService();
    await keys.find('k1');
    service.listed = [k2.listed];
    clock.pass(30 * second);
    expect(await keys.find('k2')).toBeDefined();
    expect(await keys.find('k1')).toBeUndefined();
  });

  it('are renewed behind the turn after a day', async () => {
    const { keys, service, clock, fetches } = keyService();
    await keys.find('k1');
    service.listed = [k2.listed];
    clock.pass(day);
    expect(await keys.find('k1')).toBeDefined();
    await settle();
    expect(fetches()).toBe(2);
    expect(await keys.find('k1')).toBeUndefined();
  });

  it.each(['down', 'hung'] as const)('stay usable for 7 days while the service is %s', async (state) => {
    const { keys, service, clock, timeOut } = keyService();
    await keys.find('k1');
    service.state = state;
    clock.pass(7 * day - 1);
    expect(await keys.find('k1')).toBeDefined();
    await settle();
    timeOut();
    await settle();
    clock.pass(30 * second);
    const refused = expect(keys.find('k1')).rejects.toThrow(KeysUnavailable);
    await settle();
    timeOut();
    await refused;
    service.state = 'up';
    clock.pass(30 * second);
    expect(await keys.find('k1')).toBeDefined();
  });

  it('do not let an unknown id fail the known ones while the service is down', async () => {
    const { keys, service, clock } = keyService();
    await keys.find('k1');
    service.state = 'down';
    clock.pass(30 * second);
    expect(await keys.find('forged')).toBeUndefined();
    expect(await keys.find('k1')).toBeDefined();
  });

  it('give a hung service 3 s and end with it', async () => {
    const { keys, service, limits, timeOut } = keyService();
    service.state = 'hung';
    const found = keys.find('k1');
    await settle();
    timeOut();
    await expect(found).rejects.toThrow(KeysUnavailable);
    await expect(keys.check()).rejects.toThrow('keys: ');
    expect(limits).toEqual([3_000]);
  });

  it('come back a second after a start without the service', async () => {
    const { keys, service, clock } = keyService();
    service.state = 'down';
    await expect(keys.find('k1')).rejects.toThrow(KeysUnavailable);
    service.state = 'up';
    await expect(keys.find('k1')).rejects.toThrow(KeysUnavailable);
    clock.pass(second);
    expect(await keys.find('k1')).toBeDefined();
    await keys.check();
  });

  it.each([
    ['no keys', []],
    ['keys of another kind', [{ kty: 'oct', kid: 'k1', k: 'AAAA' }]],
    ['broken keys', [null, 'x', { kty: 'RSA', kid: 'k1', n: '!', e: 7 }]],
  ])('known before are kept when the service lists %s', async (_, listed) => {
    const { keys, service, clock } = keyService();
    await keys.find('k1');
    service.listed = listed;
    clock.pass(30 * second);
    expect(await keys.find('forged')).toBeUndefined();
    expect(await keys.find('k1')).toBeDefined();
  });

  it('are never fetched over plain http', async () => {
    const { keys, service } = keyService({ metadataUrl: 'http://keys.example/openid' });
    await expect(keys.find('k1')).rejects.toThrow(KeysUnavailable);
    expect(service.asked).toEqual([]);
  });
});
