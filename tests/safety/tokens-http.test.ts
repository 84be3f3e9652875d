/** The E1 token matrix through the HTTP door of a real server with a bot identity. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { controlRows, hostileRows, type TokenRequest, type TokenRow, type TokenWorld } from '../helpers/token-rows.ts';
import { startWorld, type World } from '../helpers/world.ts';

let world: World;
let tokens: TokenWorld;
const passed = { hostile: 0, controls: 0 };
const refusal = z.strictObject({ error: z.string(), requestId: z.guid() });

beforeAll(async () => {
  world = await startWorld({ bot: true });
  if (!world.tokens) throw new Error('the world has no tokens');
  tokens = world.tokens;
});

afterAll(async () => {
  await world.close();
  process.stdout.write(
    `E1 token matrix over HTTP: ${passed.hostile} of ${hostileRows.length} hostile refused, ${passed.controls} of ${controlRows.length} controls as expected\n`,
  );
});

async function send({ body, authorization }: TokenRequest) {
  return world.post(JSON.stringify(body), { authorization: authorization ?? '' });
}

async function refusedAs(row: TokenRow, code: string) {
  const requests = await row.requests(tokens);
  expect(requests.length).toBeGreaterThan(0);
  for (const request of requests) {
    world.log.length = 0;
    const sentBefore = world.connector.requests.length;
    const reply = await send(request);
    expect({ request, status: reply.status, error: refusal.parse(reply.body).error }).toEqual({
      request,
      status: row.status,
      error: code,
    });
    expect(world.connector.requests).toHaveLength(sentBefore);
    const refusals = world.log.filter((line) => line.event === 'guard.refused');
    expect(refusals.map((line) => line.detail)).toEqual(row.stoppedBy === 'header' ? [] : [row.stoppedBy]);
  }
}

describe('hostile', () => {
  it('has 25 rows', () => expect(hostileRows).toHaveLength(25));

  for (const row of hostileRows) {
    it(row.name, async () => {
      await refusedAs(row, 'unauthorized');
      passed.hostile++;
    });
  }
});

describe('controls', () => {
  for (const row of controlRows) {
    it(row.name, async () => {
      if (row.status === 200) {
        const [request] = await row.requests(tokens);
        if (!request) throw new Error('the row has no request');
        expect(await send(request)).toMatchObject({ status: 200, replies: [{ type: 'message' }] });
      } else await refusedAs(row, 'bad_activity');
      passed.controls++;
    });
  }
});

describe('the answers', () => {
  it('come before the body is read when the header is wrong', async () => {
    const reply = await world.post('x'.repeat(300_000), { authorization: 'Basic abc', 'content-type': 'text/plain' });
    expect(reply).toMatchObject({ status: 401, body: { error: 'unauthorized' } });
  });

  it('are not kept back by a guard of the web framework', async () => {
    const response = await fetch(`${world.url}/api/messages`, { method: 'POST' });
    expect(response.status).toBe(401);
    expect(response.headers.get('x-powered-by')).toBeNull();
    expect(response.headers.get('www-authenticate')).toBeNull();
  });
});
