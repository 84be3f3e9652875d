/** The API's own rules, whatever a route does: sign-in, strict input, limits, headers. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asPerson, caller } from '../helpers/api.ts';
import { startWorld, type World } from '../helpers/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe('the API in the open mode', () => {
  it('says who the reader is', async () => {
    const { status, body, headers } = await asPerson(world, 1).get('/api/me');
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { grants: [], locale: 'en', zone: 'UTC', isExample: true },
    });
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('takes language and zone from the request', async () => {
    const { body } = await asPerson(world, 1).get('/api/me', {
      'accept-language': 'es-ES,es;q=0.9',
      'time-zone': 'Europe/Madrid',
    });
    expect(body).toMatchObject({ locale: 'es-ES', zone: 'Europe/Madrid' });
  });

  it.each([
    ['no token', undefined],
    ['no person', 'Bearer open:'],
    ['no id', 'Bearer open:me'],
    ['another scheme', 'Basic open:11111111-1111-4111-8111-111111111111'],
  ])('refuses %s', async (_, authorization) => {
    const { status, body } = await caller(world, authorization).get('/api/me');
    expect({ status, error: body.error }).toEqual({ status: 401, error: 'unauthorized' });
  });

  it.each([
    ['/api/me?x=1', 'unknown_field', 400],
    ['/api/scenarios?a=1&a=2', 'duplicate_parameter', 400],
    ['/api/nothing', 'not_found', 404],
    ['/api/me/', 'not_found', 404],
    ['/api//me', 'not_found', 404],
    ['/API/me', 'not_found', 404],
  ])('answers %s with %s', async (path, error, status) => {
    const answer = await asPerson(world, 1).get(path);
    expect({ status: answer.status, error: answer.body.error }).toEqual({ status, error });
  });

  it('says which methods a path takes', async () => {
    const { status, headers, body } = await asPerson(world, 1).post('/api/me');
    expect({ status, allow: headers.get('allow'), error: body.error }).toEqual({
      status: 405,
      allow: 'GET',
      error: 'method_not_allowed',
    });
  });

  it('lists whom one may be, without a sign-in', async () => {
    const { body } = await caller(world, undefined).get('/api/open/people');
    expect(body.items).toContainEqual(expect.objectContaining({ name: 'Example HR lead', about: 'HR lead' }));
  });
});

describe('the API of a deployment', () => {
  it('knows no open sign-in and lists nobody', async () => {
    const own = await startWorld({ bot: true });
    expect(await asPerson(own, 1).get('/api/me')).toMatchObject({ status: 401 });
    expect(await caller(own, undefined).get('/api/open/people')).toMatchObject({ status: 404 });
    await own.close();
  });
});
