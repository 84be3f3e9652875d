/** Who may ask the tab's API: the token matrix of reliability.md E2 over HTTP, and what happens without keys. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { savePerson } from '../../src/features/people/documents.ts';
import { hostClients } from '../../src/web/sign-in.ts';
import { message, person, tenantId } from '../helpers/activities.ts';
import { caller } from '../helpers/api.ts';
import { type Entra, entraStub } from '../helpers/entra.ts';
import { controlToken, furtherTokens, hostileTokens, type TokenRow, type TokenWorld } from '../helpers/entra-rows.ts';
import { movingClock } from '../helpers/moving-clock.ts';
import { signingKey } from '../helpers/openid-stub.ts';
import { givenTo } from '../helpers/people.ts';
import { startWorld, type World } from '../helpers/world.ts';

let world: World;
let entra: Entra;
let tokens: TokenWorld;
const right = { hostile: 0, control: 0 };

beforeAll(async () => {
  entra = await entraStub(tenantId, movingClock());
  world = await startWorld({ bot: true, overrides: { web: { entraUrl: entra.metadataUrl } } });
  const [channel, foreign] = [world.tokens?.keys.trusted, await signingKey('k9')];
  if (!channel) throw new Error('no key of the channel');
  tokens = { entra, url: world.url, channel, foreign, tabAppId: tenantId, now: world.clock.now() };
});
afterAll(async () => {
  await world.close();
  await entra.close();
  process.stdout.write(
    `E2 token matrix: ${right.hostile} of ${hostileTokens.length} refused, ${right.control} of 1 admitted\n`,
  );
});

async function answer({ make }: TokenRow) {
  const { headers = {}, query = '' } = await make(tokens);
  const response = await fetch(`${world.url}/api/me${query}`, { headers });
  const text = await response.text();
  return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
}

describe('the token matrix E2', () => {
  it('has the thirty', () => expect(hostileTokens).toHaveLength(30));

  it.each(hostileTokens.map((each) => [each.name, each] as const))('refuses one %s', async (_, each) => {
    const { status, body } = await answer(each);
    expect({ status, error: body.error }).toEqual({
      status: each.status,
      error: each.status === 403 ? 'scope' : 'unauthorized',
    });
    expect(Object.keys(body).toSorted()).toEqual(['error', 'message', 'requestId']);
    right.hostile++;
  });

  it('admits a proper one', async () => {
    expect(await answer(controlToken)).toMatchObject({ status: 200, body: { id: person(1).aadObjectId } });
    right.control++;
  });
});

describe('beside the matrix', () => {
  it.each(furtherTokens.map((each) => [each.name, each] as const))('refuses one %s', async (_, each) => {
    const { status, body } = await answer(each);
    expect({ status, error: body.error }).toEqual({ status: 401, error: 'unauthorized' });
  });

  it('looks for a token in the header alone, not in a body', async () => {
    const token = await entra.token(person(1).aadObjectId);
    const body = { question: 'May I?', access_token: token, authorization: `Bearer ${token}` };
    expect(await caller(world, undefined).post('/api/flags', body)).toMatchObject({ status: 401 });
  });

  it.each([...hostClients, tenantId])('takes one from client %s', async (azp) => {
    const token = await entra.token(person(1).aadObjectId, { azp });
    expect(await caller(world, `Bearer ${token}`).get('/api/me')).toMatchObject({ status: 200 });
  });

  it('knows a person by oid and tenant, whatever else the token says of them', async () => {
    const other = { preferred_username: 'ceo@example.com', email: 'ceo@example.com', upn: 'ceo@example.com' };
    const token = await entra.token(person(1).aadObjectId.toUpperCase(), { ...other, sub: person(2).aadObjectId });
    const { body } = await caller(world, `Bearer ${token}`).get('/api/me');
    expect(body).toMatchObject({ id: person(1).aadObjectId, grants: [] });
    expect(JSON.stringify(body)).not.toContain('ceo');
  });

  it('gives no right that a token claims', async () => {
    const token = await entra.token(person(1).aadObjectId, { roles: ['Admin', 'admin', 'hrLead'], wids: ['x'] });
    expect(await caller(world, `Bearer ${token}`).get('/api/people')).toMatchObject({ status: 403 });
  });

  it('takes the stored membership where a token says none, and only while it is active', async () => {
    const store = world.running.store.forTenant(tenantId);
    const known = 4;
    await givenTo(store, known, []);
    const token = await entra.token(person(known).aadObjectId, { acct: undefined });
    const ask = () => caller(world, `Bearer ${token}`).get('/api/me');
    expect(await ask()).toMatchObject({ status: 200 });
    const { aadObjectId: personId, name } = person(known);
    await savePerson(store, { personId, name }, world.clock.now(), { status: 'left' });
    expect(await ask()).toMatchObject({ status: 403, body: { error: 'members_only' } });
  });

  it('takes the address of the app for its audience too', async () => {
    const token = await entra.token(person(1).aadObjectId, { aud: `api://fieldbook.example.com/${tenantId}` });
    expect(await caller(world, `Bearer ${token}`).get('/api/me')).toMatchObject({ status: 200 });
  });

  it('refuses a token of the tab at the bot', async () => {
    const token = await entra.token(person(1).aadObjectId);
    expect(await world.post(message('help'), { authorization: `Bearer ${token}` })).toMatchObject({ status: 401 });
  });

  it('gives a guest no role, whoever says so', async () => {
    const asGuest = await entra.token(person(3).aadObjectId, { acct: 1 });
    const unsaid = await entra.token(person(3).aadObjectId, { acct: undefined });
    for (const token of [asGuest, unsaid]) {
      const { status, body } = await caller(world, `Bearer ${token}`).get('/api/me');
      expect({ status, error: body.error }).toEqual({ status: 403, error: 'members_only' });
    }
  });

  it('says "busy" while no key can be had, and lets nobody in', async () => {
    const lost = await startWorld({ bot: true, overrides: { web: { entraUrl: 'http://127.0.0.1:9/none' } } });
    const token = await entra.token(person(1).aadObjectId);
    const { status, body } = await caller(lost, `Bearer ${token}`).get('/api/me');
    expect({ status, error: body.error }).toEqual({ status: 503, error: 'busy' });
    await lost.close();
  });
});
