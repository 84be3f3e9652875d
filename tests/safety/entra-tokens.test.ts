/** Who may ask the tab's API: the token matrix of reliability.md E2 over HTTP, and what happens without keys. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { message, person, tenantId } from '../helpers/activities.ts';
import { caller } from '../helpers/api.ts';
import { type Entra, entraStub } from '../helpers/entra.ts';
import { controlToken, hostileTokens, type TokenRow, type TokenWorld } from '../helpers/entra-rows.ts';
import { movingClock } from '../helpers/moving-clock.ts';
import { signingKey } from '../helpers/openid-stub.ts';
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
    `E2 token matrix: ${right.hostile} of ${hostileTokens.length} hostile refused, ${right.control} of 1 control admitted\n`,
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
