/** Bad input, rows 1 to 26 of reliability.md 13 that the request itself decides; bad-input.test.ts says what is where. */
import { request } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from '@jest/globals';
import { activity, invoke, message, person, query } from '../helpers/activities.ts';
import { wordsOf } from '../helpers/in-json.ts';
import { startWorld } from '../helpers/world.ts';

const open = await startWorld();
const bot = await startWorld({ bot: true });
afterAll(async () => void (await Promise.all([open.close(), bot.close()])));

const refusal = (status: number, error: string) => ({ status, body: { error, requestId: expect.any(String) } });

describe('M: the request', () => {
  it('1 no Authorization', async () => {
    expect(await bot.post(message('help'), { authorization: '' })).toMatchObject(refusal(401, 'unauthorized'));
  });

  it.each(['Basic abc', 'bearer a.b.c', 'Bearer  a.b.c', 'Bearer', 'Bearer x'])('2 %j', async (authorization) => {
    expect(await bot.post(message('help'), { authorization })).toMatchObject(refusal(401, 'unauthorized'));
  });

  it.each(['slack', 'webchat', 'emulator', '', null, 7, 'AseChannel'])('7 channel %j', async (channelId) => {
    for (const world of [open, bot])
      expect(await world.post(message('help', { channelId }))).toMatchObject(refusal(401, 'unauthorized'));
  });

  it('8 tenant missing or two', async () => {
    const none = { conversation: { id: 'a:1' }, channelData: {} };
    const two = { channelData: { tenant: { id: person(9).aadObjectId } } };
    for (const change of [none, two])
      expect(await bot.post(message('help', change))).toMatchObject(refusal(401, 'unauthorized'));
  });

  it('8 tenant not allowed: no turn, and one sentence a day', async () => {
    const theirs = person(9).aadObjectId;
    const conversation = { id: 'a:1', conversationType: 'personal', tenantId: theirs };
    const change = { conversation, channelData: { tenant: { id: theirs } } };
    const ask = async () => wordsOf(await bot.post(message('help', change)));
    expect(await ask()).toBe('Your organisation has not set up Fieldbook.');
    expect(await ask()).toBe('');
    bot.clock.pass(25 * 3_600_000);
    expect([await ask(), await ask()]).toEqual(['Your organisation has not set up Fieldbook.', '']);
    expect(wordsOf(await bot.post(query('findScenario', 'job', change)))).toBe(
      'Your organisation has not set up Fieldbook.',
    );
  });

  it('9 a token of 9 kB, headers over 16 kB', async () => {
    const header = (bytes: number) => ({ authorization: `Bearer ${'a'.repeat(bytes)}.b.c` });
    expect(await bot.post(message('help'), header(9_000))).toMatchObject(refusal(401, 'unauthorized'));
    const status = await raw('POST', '/api/messages', { 'x-long': 'a'.repeat(17_000) });
    expect(status.status).toBe(431);
  });

  it.each(['GET', 'PUT', 'DELETE', 'TRACE', 'PATCH', 'OPTIONS'])('10 %s', async (method) => {
    const { status, allow, text } = await raw(method, '/api/messages');
    expect({ status, allow, code: JSON.parse(text).error }).toEqual({
      status: 405,
      allow: 'POST',
      code: 'method_not_allowed',
    });
  });

  it.each(['', 'null', '[]', '"text"', '7', '{"type":', '\ufeff{}', '{"type":"message",}'])('11 %j', async (text) => {
    expect(await open.post(text)).toMatchObject(refusal(400, 'bad_json'));
  });

  it.each([undefined, 5, '', null, {}])('12 type %j', async (type) => {
    expect(await open.post(activity({ type }))).toMatchObject(refusal(400, 'bad_activity'));
  });

  it('13 unknown type or event: nothing happens', async () => {
    for (const change of [{ type: 'somethingNew' }, { type: 'event', name: 'somethingNew' }, { type: 'handoff' }])
      expect(await open.post(activity({ ...change, text: 'help' }))).toMatchObject({ status: 200, text: '' });
  });

  it.each(['config/fetch', 'composeExtension/setting', '', 'toString'])('14 invoke %j', async (name) => {
    expect(await open.post(invoke(name, {}))).toMatchObject({ status: 501, text: '' });
  });

  it('15 too large, also when it unfolds', async () => {
    expect(await open.post(message('x'.repeat(300_000)))).toMatchObject(refusal(413, 'too_large'));
    const megabytes = Buffer.alloc(50_000_000, ' ');
    expect(await sent(gzipSync(megabytes), { 'content-encoding': 'gzip' })).toEqual([413, 'too_large']);
    const bomb = brotliCompressSync(megabytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });
    expect(await sent(bomb, { 'content-encoding': 'br' })).toEqual([413, 'too_large']);
    const sound = gzipSync(JSON.stringify(message('help')));
    expect(await sent(sound, { 'content-encoding': 'gzip' })).toEqual([200, undefined]);
  });

  it('16 encodings and types we do not read', async () => {
    expect(await sent(Buffer.from('not gzip'), { 'content-encoding': 'gzip' })).toEqual([400, 'bad_encoding']);
    expect(await sent(gzipSync('{"a":1}').subarray(0, 12), { 'content-encoding': 'gzip' })).toEqual([
      400,
      'bad_encoding',
    ]);
    const body = Buffer.from('{}');
    for (const headers of [
      { 'content-encoding': 'compress' },
      { 'content-encoding': 'constructor' },
      { 'content-type': 'application/json; charset=foo' },
      { 'content-type': 'text/plain' },
      { 'content-type': 'application/json-patch+json' },
      { 'content-type': '' },
    ])
      expect(await sent(body, headers)).toEqual([415, 'unsupported_media']);
  });

  it('16 a sender that leaves in the middle frees its place', async () => {
    const world = await startWorld();
    const whole = gzipSync(JSON.stringify(message('x'.repeat(1_000))));
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip', 'content-length': whole.length };
    const sending = request(`${world.url}/api/messages`, { method: 'POST', headers });
    sending.on('error', () => undefined).write(whole.subarray(0, 40), () => sending.destroy());
    while (!world.log.some((line) => line.event === 'http.messages')) await new Promise(setImmediate);
    expect(world.log.find((line) => line.event === 'http.messages')).toMatchObject({ status: 400 });
    await world.close();
  });

  it('17 100,000 nested lists', async () => {
    expect(await open.post(`{"type":"message","a":${'['.repeat(100_000)}`)).toMatchObject(refusal(400, 'too_deep'));
  });

  it('18 keys that poison objects', async () => {
    const text = () => JSON.stringify(message('help')).slice(1);
    for (const key of ['__proto__', 'constructor', '\\u005f_proto__', 'prototype'])
      expect(await open.post(`{"${key}":{"polluted":true},${text()}`)).toMatchObject({ status: 200, replies: [{}] });
    expect('polluted' in {}).toBe(false);
  });

  it.each(['recipient', 'from', 'conversation'])('26 no %s', async (field) => {
    expect(await open.post(message('help', { [field]: undefined }))).toMatchObject(refusal(400, 'bad_activity'));
    expect(await open.post(message('help', { [field]: {} }))).toMatchObject(refusal(400, 'bad_activity'));
  });
});

/** `fetch` refuses some methods and sets headers of its own; a socket does not. */
function raw(method: string, path: string, headers: Record<string, string> = {}, body?: Buffer) {
  return new Promise<{ status: number; allow: string | undefined; text: string }>((resolve, reject) => {
    const sending = request(`${open.url}${path}`, { method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8');
        resolve({ status: response.statusCode ?? 0, allow: response.headers.allow, text });
      });
    });
    sending.on('error', reject).end(body);
  });
}

async function sent(body: Buffer, headers: Record<string, string>): Promise<[number, string]> {
  const all = { 'content-type': 'application/json', ...headers };
  const { status, text } = await raw('POST', '/api/messages', all, body);
  return [status, JSON.parse(text).error];
}
