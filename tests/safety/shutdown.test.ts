/** A stop under load: told first, nothing begun is lost, nothing acknowledged is lost (F39). */
import { afterAll, describe, expect, it } from '@jest/globals';
import { systemClock } from '../../src/core/clock.ts';
import { silentLog } from '../../src/core/log.ts';
import { openSqlite } from '../../src/stores/sqlite.ts';
import { execute, message, person, type RawActivity, tenantId } from '../helpers/activities.ts';
import { type ConnectorStub, connectorStub } from '../helpers/connector-stub.ts';
import { scaled } from '../helpers/scale.ts';
import { type ServerProcess, scratchFolder, spawnServer } from '../helpers/server-process.ts';
import { storedCount } from '../helpers/stored.ts';

const rounds = scaled(5, 100);
const inFlight = 50;
const folder = scratchFolder();
afterAll(folder.remove);

async function post(url: string, body: RawActivity): Promise<{ status: number; text: string }> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/api/messages`, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, text: await response.text() };
}

/** The answers to come when the connector is let go. */
function hold(connector: ConnectorStub): () => void {
  let release = () => {};
  const held = new Promise<undefined>((resolve) => {
    release = () => resolve(undefined);
  });
  connector.behave = () => held;
  return release;
}

async function untilRed(url: string): Promise<string> {
  for (;;) {
    const response = await fetch(`${url}/readyz`);
    if (response.status !== 200) return `${response.status} ${await response.text()}`;
    await response.text();
  }
}

async function round(number: number) {
  const connector = await connectorStub();
  const release = hold(connector);
  const server: ServerProcess = spawnServer({ DATA_DIR: folder.path, PORT: '0', ALLOWED_TENANTS: tenantId });
  const url = await server.url;
  const first = number * inFlight;
  const persons = Array.from({ length: inFlight }, (_, n) => person(first + n));
  const flag = (from: object) =>
    execute('sendFlag', { question: 'Is it kept?' }, { from, serviceUrl: connector.url, id: `f${number}` });
  const flags = await Promise.all(
    persons.map((from) => post(url, { ...flag(from), conversation: { id: `a:${from.id}`, tenantId } })),
  );
  const turns = persons.map((from) =>
    post(url, {
      ...message('role recruiter', { from, serviceUrl: connector.url, deliveryMode: undefined }),
      conversation: { id: `a:${from.id}`, conversationType: 'personal', tenantId },
      id: `m${number}`,
    }),
  );
  await connector.until(inFlight);
  server.child.kill('SIGTERM');
  const red = await untilRed(url);
  const late = await post(url, message('help', { serviceUrl: connector.url }));
  release();
  const answers = await Promise.all(turns);
  const code = await server.ended;
  await connector.close();
  return { code, red, late, flags, answers, errors: server.errors(), sent: connector.messages().length };
}

async function stored(kind: string): Promise<number> {
  const store = openSqlite({ dataDir: folder.path, clock: systemClock, log: silentLog });
  const documents = await storedCount(store, kind);
  await store.close();
  return documents;
}

describe('SIGTERM with 50 turns in flight', () => {
  it('finishes them, refuses new ones, ends with 0, and keeps what it acknowledged', async () => {
    let acknowledged = 0;
    for (let number = 0; number < rounds; number++) {
      const { code, red, late, flags, answers, errors, sent } = await round(number);
      expect({ number, code, red, errors, sent }).toEqual({
        number,
        code: 0,
        red: '503 not ready',
        errors: '',
        sent: inFlight,
      });
      expect(late.status).toBe(503);
      expect(JSON.parse(late.text)).toMatchObject({ error: 'busy' });
      expect(answers.map(({ status }) => status)).toEqual(Array(inFlight).fill(200));
      acknowledged += flags.filter(({ text }) => text.includes('"statusCode":200')).length;
    }
    expect(acknowledged).toBe(rounds * inFlight);
    expect(await stored('flag')).toBe(acknowledged);
    process.stdout.write(
      `shutdown: ${rounds} rounds, ${acknowledged} flags kept, 0 of ${rounds * inFlight} turns lost\n`,
    );
  }, 600_000);

  it('kept the role of everybody whose turn was in flight', async () => {
    const store = openSqlite({ dataDir: folder.path, clock: systemClock, log: silentLog });
    const tenant = store.forTenant(tenantId);
    for (let n = 0; n < rounds * inFlight; n++)
      expect((await tenant.get('person', person(n).aadObjectId))?.body).toMatchObject({
        roleIds: [expect.any(String)],
      });
    await store.close();
  });
});
