/** Bad input at the tab's API: rows 51 to 59, 63 and 64 of reliability.md 13, and what may be added to a body (T4). */
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findAll } from '../../src/core/documents.ts';
import type { Route } from '../../src/core/route.ts';
import { savePerson } from '../../src/features/people/documents.ts';
import { apiRates } from '../../src/web/api-rates.ts';
import { message, person, tenantId } from '../helpers/activities.ts';
import { type ApiAnswer, asPerson, caller } from '../helpers/api.ts';
import { offered } from '../helpers/offered.ts';
import { givenTo } from '../helpers/people.ts';
import { isLong } from '../helpers/scale.ts';
import { startWorld } from '../helpers/world.ts';

const world = await startWorld();
const store = world.running.store.forTenant(tenantId);
const [lead, employee, askers] = [801, 802, 810];
await givenTo(store, lead, ['hrLead', 'governance', 'admin', 'owner', 'author']);
for (let at = 0; at < 6; at++)
  await asPerson(world, askers + at).post('/api/flags', { question: `Question number ${at}` });
afterAll(() => world.close());

const bodyOf = async (response: Response): Promise<ApiAnswer['body']> => response.json();
const said = ({ status, body }: ApiAnswer) => ({ status, error: body?.error });
const routes: readonly Route[] = offered.flatMap((feature) => feature.routes ?? []);
/** With an id of our form that nothing has. */
const pathOf = ({ path }: Route): string => path.replaceAll(/:\w+/g, '00000000-0000-4000-8000-00000000dead');

describe('T: who asks', () => {
  it.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '51 nobody: %s',
    async (_, route) => {
      const response = await fetch(`${world.url}${pathOf(route)}`, { method: route.method });
      expect({ status: response.status, error: (await bodyOf(response)).error }).toEqual({
        status: 401,
        error: 'unauthorized',
      });
    },
  );

  it('53 a right that is gone, from the next request on', async () => {
    const number = 803;
    await givenTo(store, number, ['hrLead']);
    expect(said(await asPerson(world, number).get('/api/flags'))).toMatchObject({ status: 200 });
    await savePerson(store, { personId: person(number).aadObjectId, name: '' }, world.clock.now(), { grants: [] });
    expect(said(await asPerson(world, number).get('/api/flags'))).toEqual({ status: 403, error: 'forbidden' });
  });

  it('54 what is of another tenant, what nobody has and what may not be seen: one answer', async () => {
    const [first] = (await asPerson(world, lead).get('/api/flags')).body.items;
    const hidden = await asPerson(world, employee).get(`/api/flags/${first.id}`);
    const missing = await asPerson(world, employee).get('/api/flags/00000000-0000-4000-8000-00000000dead');
    for (const answer of [hidden, missing]) expect(said(answer)).toEqual({ status: 404, error: 'not_found' });
    expect({ ...hidden.body, requestId: '' }).toEqual({ ...missing.body, requestId: '' });
  });

  it('54 an id of no form of ours', async () => {
    for (const id of ['%2e%2e', 'a%2Fb', 'x'.repeat(101), '%00', 'ä'])
      expect(said(await asPerson(world, lead).get(`/api/flags/${id}`))).toEqual({ status: 404, error: 'not_found' });
  });
});

describe('T: lists', () => {
  it.each(['abc', '-1', '101', '0', '1.5', '', '1e1'])('55 limit %j', async (limit) => {
    const answer = await asPerson(world, lead).get(`/api/flags?limit=${limit}`);
    expect(said(answer)).toEqual({ status: 400, error: 'bad_limit' });
    expect(answer.body.fields[0]).toMatchObject({ path: 'limit', error: 'bad_limit' });
  });

  it('55 a cursor that was made up, cut, changed, or made for somebody or something else', async () => {
    const { next } = (await asPerson(world, lead).get('/api/flags?limit=2')).body;
    expect(said(await asPerson(world, lead).get(`/api/flags?limit=2&cursor=${next}`))).toMatchObject({ status: 200 });
    const other = 804;
    await givenTo(store, other, ['hrLead']);
    const tries: [number, string][] = [
      [lead, '/api/flags?cursor=abc'],
      [lead, `/api/flags?cursor=${next.slice(0, -3)}`],
      // Another letter than the one that chance had put there.
      [lead, `/api/flags?cursor=${next.slice(0, 5)}${next[5] === 'A' ? 'B' : 'A'}${next.slice(6)}`],
      [lead, `/api/flags?sort=newest&cursor=${next}`],
      [lead, `/api/review?cursor=${next}`],
      [other, `/api/flags?cursor=${next}`],
    ];
    for (const [number, path] of tries)
      expect(said(await asPerson(world, number).get(path))).toEqual({ status: 400, error: 'bad_cursor' });
  });

  it.each(routes.filter(({ method }) => method === 'GET').map((route) => [route.path, route] as const))(
    '57 and 58: %s takes nothing twice and nothing it does not know',
    async (_, route) => {
      const twice = await asPerson(world, lead).get(`${pathOf(route)}?a=1&a=2`);
      expect(said(twice)).toEqual({ status: 400, error: 'duplicate_parameter' });
      const unknown = await asPerson(world, lead).get(`${pathOf(route)}?zzz=1`);
      expect(said(unknown)).toEqual({ status: 400, error: 'unknown_field' });
      expect(unknown.body.fields[0]).toMatchObject({ path: 'zzz' });
    },
  );
});

describe('T: changes', () => {
  const changing = routes.filter(({ method }) => method !== 'GET');
  const smuggled = ['tenantId', 'role', 'status', 'reporterId', 'createdBy', '_etag', '__proto__', 'grants'];

  /** All of them in the long run; three in the normal one, others for the next route. */
  const namesFor = (at: number) => smuggled.filter((_, name) => isLong || (name + at * 3) % smuggled.length < 3);
  describe('a field beside its own', () => {
    let asItStood: string;
    beforeAll(async () => {
      asItStood = await fingerprint();
    });

    it.each(changing.map((route, at) => [`${route.method} ${route.path}`, route, namesFor(at)] as const))(
      '58: %s takes no field beside its own, and writes nothing then',
      async (_, { method, path }, names) => {
        const before = asItStood;
        for (const name of names) {
          const response = await fetch(`${world.url}${path.replaceAll(/:\w+/g, 'none')}`, {
            method,
            headers: {
              authorization: `Bearer open:${person(lead).aadObjectId}`,
              'content-type': 'application/json',
              'if-match': '"MQ"',
            },
            body: JSON.stringify({ [name]: 'x' }),
          });
          const { error, fields } = await bodyOf(response);
          expect(response.status).toBe(400);
          const named = fields.map((field: { path: string; error: string }) => `${field.error} ${field.path}`);
          // Where a field of that name is one of its own, it is refused for what it holds.
          expect(named.some((each: string) => each === `unknown_field ${name}` || each.endsWith(` ${name}`))).toBe(
            true,
          );
          expect(error).not.toBe('internal');
        }
        asItStood = await fingerprint();
        expect(asItStood).toBe(before);
      },
    );
  });

  it.each(['2026-02-30', '2026-13-01', '30.11.2026', '2026-11-23T10:00:00Z', 'tomorrow', '+002026-11-23', 20261123])(
    '56 a day such as %j',
    async (day) => {
      const before = await fingerprint();
      const [tool] = (await asPerson(world, lead).get('/api/tools')).body.items;
      const { version } = (await asPerson(world, lead).get(`/api/tools/${tool.id}`)).body;
      const change = { toolId: tool.id, title: 'Down', what: 'All of it.', kind: 'outage', needsCheck: false };
      const tries: [field: string, answer: ApiAnswer][] = [
        ['happenedOn', await asPerson(world, lead).post('/api/tool-changes', { ...change, happenedOn: day })],
        ['reviewDue', await asPerson(world, lead).patch(`/api/tools/${tool.id}`, { reviewDue: day }, version)],
      ];
      const error = typeof day === 'string' ? 'bad_date' : 'field_form';
      for (const [path, answer] of tries) {
        expect(said(answer)).toEqual({ status: 400, error });
        expect(answer.body.fields).toEqual([expect.objectContaining({ path, error })]);
      }
      expect(await fingerprint()).toBe(before);
    },
  );

  it('58: a prototype is not to be had', async () => {
    const response = await fetch(`${world.url}/api/flags`, {
      method: 'POST',
      headers: { authorization: `Bearer open:${person(lead).aadObjectId}`, 'content-type': 'application/json' },
      body: '{"question":"Is it fine?","__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}',
    });
    expect(response.status).toBe(400);
    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false);
  });

  it.each(
    changing
      .filter(({ needsVersion }) => needsVersion)
      .map((route) => [`${route.method} ${route.path}`, route] as const),
  )('59 without a version: %s', async (_, { method, path }) => {
    const response = await fetch(`${world.url}${path.replaceAll(/:\w+/g, 'none')}`, {
      method,
      headers: { authorization: `Bearer open:${person(lead).aadObjectId}` },
    });
    expect({ status: response.status, error: (await bodyOf(response)).error }).toEqual({
      status: 428,
      error: 'precondition_required',
    });
  });

  it('59 an old version', async () => {
    const [first] = (await asPerson(world, lead).get('/api/flags')).body.items;
    const manager = asPerson(world, lead);
    expect(said(await manager.post(`/api/flags/${first.id}/claim`, {}, first.version))).toMatchObject({ status: 200 });
    expect(said(await manager.post(`/api/flags/${first.id}/passToGovernance`, {}, first.version))).toEqual({
      status: 412,
      error: 'stale',
    });
  });

  it('bodies: no JSON, a list, a bomb, another type, too much', async () => {
    const send = async (body: string, type = 'application/json') => {
      const response = await fetch(`${world.url}/api/flags`, {
        method: 'POST',
        headers: { authorization: `Bearer open:${person(lead).aadObjectId}`, 'content-type': type },
        body,
      });
      return [response.status, (await bodyOf(response)).error];
    };
    expect(await send('{')).toEqual([400, 'bad_json']);
    expect(await send('[]')).toEqual([400, 'bad_json']);
    expect(await send('null')).toEqual([400, 'bad_json']);
    expect(await send(`{"question":${'['.repeat(40)}${']'.repeat(40)}}`)).toEqual([400, 'too_deep']);
    expect(await send('{}', 'text/plain')).toEqual([415, 'unsupported_media']);
    expect(await send(JSON.stringify({ question: 'x'.repeat(300_000) }))).toEqual([413, 'too_large']);
  });
});

describe('T: the way in', () => {
  it.each(['https://evil.example', 'null'])('63 a page of %s gets no permission', async (origin) => {
    world.log.length = 0;
    const answer = await asPerson(world, employee).get('/api/me', { origin });
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(world.log).toContainEqual(expect.objectContaining({ event: 'api.foreignOrigin', code: 'origin_refused' }));
    const asked = await fetch(`${world.url}/api/me`, { method: 'OPTIONS', headers: { origin } });
    expect(asked.status).toBe(405);
    expect([...asked.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it.each(['/api/../healthz', '/api/%2e%2e/healthz', '//api/me', '/api/me.', '/api/me/'])('64 %s', async (path) => {
    expect(await raw(path)).toMatchObject({ status: 404 });
  });

  it('64 an address of 9 kB', async () => {
    expect(await raw(`/api/me?x=${'a'.repeat(9_000)}`)).toMatchObject({ status: 414 });
  });

  it('open mode: a foreign name for this machine is refused', async () => {
    for (const host of ['evil.example', 'evil.example:80', '127.0.0.1.evil.example'])
      for (const path of ['/api/me', '/api/open/people', '/api/nothing'])
        expect(await raw(path, { host })).toMatchObject({ status: 403 });
    expect(await raw('/api/me', { host: 'localhost:1234' })).toMatchObject({ status: 401 });
  });

  it('open mode: nor does the bot answer to a foreign name', async () => {
    const headers = { host: 'evil.example', 'content-type': 'application/json' };
    expect(await raw('/api/messages', headers, 'POST', JSON.stringify(message('help')))).toMatchObject({ status: 403 });
    expect(await world.post(message('help'))).toMatchObject({ status: 200 });
  });

  it('the 61st request of a person in ten seconds waits; others do not', async () => {
    const limited = await startWorld({ overrides: { web: { mayAsk: apiRates() } } });
    const asked = await Promise.all(Array.from({ length: 61 }, () => asPerson(limited, 1).get('/api/me')));
    const refused = asked.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.headers.get('retry-after')).toBe('10');
    expect(await asPerson(limited, 2).get('/api/me')).toMatchObject({ status: 200 });
    await limited.close();
  });

  it('nobody at all is told more than a code, a sentence and a reference', async () => {
    const { body } = await caller(world, undefined).get('/api/flags');
    expect(Object.keys(body).toSorted()).toEqual(['error', 'message', 'requestId']);
  });
});

const kindsWritten = [
  ...['flag', 'discovery', 'toolRequest', 'tool', 'decision', 'scenario', 'toolChange'],
  ...['community', 'series', 'session', 'topic', 'rsvp'],
];

/** What is stored of the things that a body could have changed. */
async function fingerprint(): Promise<string> {
  const parts: string[] = [];
  for (const kind of kindsWritten)
    for await (const { id, version } of findAll(store, { kind })) parts.push(`${id}/${version}`);
  return parts.join();
}

/** As written: a client that tidies paths would hide what the server makes of them. */
function raw(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  body = '',
): Promise<{ status: number }> {
  const { port } = new URL(world.url);
  const authorization = headers.host ? {} : { authorization: `Bearer open:${person(employee).aadObjectId}` };
  return new Promise((resolve, reject) => {
    const sent = { host: '127.0.0.1', port, method, path, headers: { ...authorization, ...headers } };
    request(sent, (response) => {
      response.resume();
      response.on('end', () => resolve({ status: response.statusCode ?? 0 }));
    })
      .on('error', reject)
      .end(body);
  });
}
