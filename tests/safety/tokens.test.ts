import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { statusOf } from '../../src/core/errors.ts';
import { channelKeys } from '../../src/teams/keys.ts';
import { everyone, guardKit, listedHost, ours } from '../helpers/guard-kit.ts';
import { movingClock } from '../helpers/moving-clock.ts';
import { type OpenIdStub, openIdStub, signingKey } from '../helpers/openid-stub.ts';
import { controlRows, hostileRows, type TokenRequest, type TokenRow, type TokenWorld } from '../helpers/token-rows.ts';

const appId = 'b6a7c1de-0000-4000-8000-00000000b071';
let stub: OpenIdStub;
let kit: ReturnType<typeof guardKit>;
let world: TokenWorld;
const passed = { hostile: 0, controls: 0 };

beforeAll(async () => {
  const [trusted, unendorsed, foreign] = await Promise.all([
    signingKey('k1'),
    signingKey('k2', ['webchat']),
    signingKey('k3'),
  ]);
  stub = await openIdStub([trusted, unendorsed]);
  const clock = movingClock();
  const keys = channelKeys({ metadataUrl: stub.metadataUrl, clock, plainHttp: true });
  kit = guardKit({ bot: { appId, keys, members: everyone('member') }, allowedTenants: [ours], clock });
  const serviceUrl = `https://${listedHost}/emea/`;
  world = { appId, tenantId: ours, serviceUrl, now: clock.now(), keys: { trusted, unendorsed, foreign } };
});

afterAll(async () => {
  await stub.close();
  const { hostile, controls } = passed;
  process.stdout.write(
    `E1 token matrix: ${hostile} of ${hostileRows.length} hostile refused, ${controls} of ${controlRows.length} controls admitted\n`,
  );
});

async function answer({ body, authorization }: TokenRequest) {
  kit.refusals.length = 0;
  const admission = await kit.admit(body, authorization);
  const status = admission.kind === 'refused' ? statusOf(admission.code) : 200;
  return { ran: admission.kind === 'admitted', status, stoppedBy: kit.refusals[0]?.detail };
}

async function check(row: TokenRow) {
  const expected = { ran: row.status === 200, status: row.status, stoppedBy: row.stoppedBy };
  const requests = await row.requests(world);
  expect(requests.length).toBeGreaterThan(0);
  for (const request of requests) expect({ request, ...(await answer(request)) }).toEqual({ request, ...expected });
}

describe('E1 token matrix, hostile', () => {
  it('has 25 rows', () => expect(new Set(hostileRows.map((row) => row.name)).size).toBe(25));

  for (const row of hostileRows) {
    it(row.name, async () => {
      await check(row);
      passed.hostile++;
    });
  }
});

describe('E1 token matrix, controls', () => {
  for (const row of controlRows) {
    it(row.name, async () => {
      await check(row);
      passed.controls++;
    });
  }
});
