/** Start-up: a bad configuration is refused with all its problems, a good one serves (reliability.md 13, rows 76 and 78). */
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readConfig } from '../../src/config.ts';
import { startServer } from '../../src/server.ts';
import { isLong } from '../helpers/scale.ts';
import { scratchFolder, spawnServer } from '../helpers/server-process.ts';

const folder = scratchFolder();
afterAll(folder.remove);
const file = join(folder.path, 'a-file');
writeFileSync(file, '');

const dataDir = join(folder.path, 'data');
const id = (number: number) => `b6a7c1de-0000-4000-8000-00000000000${number}`;
const open = { DATA_DIR: dataDir };
const bot = {
  DATA_DIR: dataDir,
  BOT_ID: id(1),
  BOT_TYPE: 'SingleTenant',
  BOT_TENANT_ID: id(2),
  BOT_PASSWORD: 'a-password-of-some-length',
  TAB_APP_ID: id(3),
  ALLOWED_TENANTS: id(2),
  OWNER_IDS: id(4),
  PUBLIC_URL: 'https://fieldbook.example.com',
};
const { BOT_TENANT_ID: _, ...noTenant } = bot;
const { ALLOWED_TENANTS: __, ...noList } = bot;
const { TAB_APP_ID: ___, ...noTab } = bot;
const { BOT_PASSWORD: ____, ...noPassword } = bot;
const { PUBLIC_URL: _____, ...noUrl } = bot;

const cosmos = { COSMOS_ENDPOINT: 'https://fieldbook.documents.azure.com', SIGNING_KEY: 'x'.repeat(32) };

/** The bad configurations of reliability.md 13 by their number. Several spellings of one number share it. */
const rows: [number: number, names: string[], environment: Record<string, string>][] = [
  [1, ['HOST'], { ...open, HOST: '0.0.0.0' }],
  [1, ['HOST'], { ...open, HOST: 'fieldbook.example.com' }],
  [2, ['BOT_ID'], { ...bot, BOT_ID: 'my-bot' }],
  [3, ['BOT_TYPE'], { ...bot, BOT_TYPE: 'MultiTenant' }],
  [3, ['BOT_PASSWORD'], noPassword],
  [4, ['BOT_PASSWORD'], { ...bot, BOT_PASSWORD: 'short' }],
  [5, ['BOT_TENANT_ID'], noTenant],
  [6, ['ALLOWED_TENANTS'], noList],
  [6, ['ALLOWED_TENANTS'], { ...bot, ALLOWED_TENANTS: ' , ' }],
  [7, ['ALLOWED_TENANTS'], { ...bot, ALLOWED_TENANTS: '*' }],
  [8, ['OWNER_IDS'], { ...bot, OWNER_IDS: 'ana@example.com' }],
  [8, ['OWNER_IDS'], { ...open, OWNER_IDS: `${id(1)}/${id(2)}/${id(3)}` }],
  [9, ['TAB_APP_ID'], noTab],
  [10, ['TAB_APP_ID'], { ...bot, TAB_APP_ID: bot.BOT_ID }],
  [10, ['TAB_APP_ID'], { ...bot, BOT_ID: bot.BOT_ID.toUpperCase(), TAB_APP_ID: bot.BOT_ID }],
  [11, ['PUBLIC_URL'], noUrl],
  [11, ['PUBLIC_URL'], { ...bot, PUBLIC_URL: 'http://fieldbook.example.com' }],
  [12, ['PUBLIC_URL'], { ...bot, PUBLIC_URL: 'https://203.0.113.5' }],
  [12, ['PUBLIC_URL'], { ...bot, PUBLIC_URL: 'https://[2001:db8::1]' }],
  [12, ['PUBLIC_URL'], { ...bot, PUBLIC_URL: 'https://localhost' }],
  [12, ['PUBLIC_URL'], { ...bot, PUBLIC_URL: 'https://fieldbook.localhost' }],
  [13, ['PORT'], { ...open, PORT: 'http' }],
  [13, ['PORT'], { ...open, PORT: '70000' }],
  [13, ['PORT'], { ...open, PORT: '-1' }],
  [14, ['DATA_DIR'], { ...cosmos, DATA_DIR: dataDir }],
  [15, ['COSMOS_ENDPOINT'], { ...cosmos, COSMOS_ENDPOINT: 'http://fieldbook.documents.azure.com' }],
  [15, ['COSMOS_ENDPOINT'], { ...cosmos, COSMOS_ENDPOINT: 'fieldbook' }],
  [16, ['COSMOS_KEY'], { ...cosmos, COSMOS_KEY: 'a-key' }],
  [17, ['DATA_DIR'], { ...open, DATA_DIR: join(file, 'below') }],
  [18, ['SIGNING_KEY'], { ...open, SIGNING_KEY: 'x'.repeat(31) }],
  [18, ['SIGNING_KEY'], { COSMOS_ENDPOINT: cosmos.COSMOS_ENDPOINT }],
  [19, ['SERVICE_URL_HOSTS'], { ...open, SERVICE_URL_HOSTS: '*.trafficmanager.net' }],
  [19, ['SERVICE_URL_HOSTS'], { ...open, SERVICE_URL_HOSTS: 'https://smba.trafficmanager.net' }],
  [19, ['SERVICE_URL_HOSTS'], { ...open, SERVICE_URL_HOSTS: 'smba.trafficmanager.net/emea' }],
  [20, ['BOT_ID'], { ...open, NODE_ENV: 'production' }],
  [0, ['COSMOS_ENDPOINT'], { ...open, COSMOS_KEY: 'a-key' }],
  [0, ['INSTANCES'], { ...open, INSTANCES: '0' }],
  [0, ['FIRST_LOAD'], { ...open, FIRST_LOAD: 'everything' }],
  [0, ['PUBLIC_URL'], { ...open, PUBLIC_URL: 'nonsense' }],
  [0, ['GRAPH_CALENDAR_MAILBOX'], { ...open, GRAPH_CALENDAR_MAILBOX: 'office hours' }],
  [0, ['GRAPH_CALENDAR_MAILBOX'], { ...open, GRAPH_CALENDAR_MAILBOX: 'a@example.com,b@example.com' }],
  [
    0,
    ['GRAPH_CALENDAR_MAILBOX'],
    { ...bot, ALLOWED_TENANTS: `${id(2)},${id(5)}`, OWNER_IDS: '', GRAPH_CALENDAR_MAILBOX: id(6) },
  ],
];

const problemsOf = (environment: Record<string, string>): readonly string[] => {
  const read = readConfig(environment);
  return read.kind === 'bad' ? read.problems : [];
};
const named = (problem: string) => problem.split(':')[0] ?? '';

describe('bad configurations', () => {
  it.each(rows)('row %d: %j', (_row, names, environment) => {
    const problems = problemsOf(environment);
    expect(problems.map(named)).toEqual(names);
    for (const problem of problems) expect(problem).toMatch(/^[A-Z_]+: \S.{8,}/);
  });

  it('cover every number', () => {
    const numbers = new Set(rows.map(([number]) => number).filter((number) => number > 0));
    expect([...numbers].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  });

  it('are told all at once, without a value', () => {
    const secrets = { BOT_ID: 'secret-a', BOT_PASSWORD: 'secret-b', SIGNING_KEY: 'secret-c', PORT: 'secret-d' };
    const more = {
      OWNER_IDS: 'secret-e',
      ALLOWED_TENANTS: 'secret-f',
      SERVICE_URL_HOSTS: 'secret://g',
      PUBLIC_URL: 'secret-h',
      GRAPH_CALENDAR_MAILBOX: 'secret-k',
    };
    const problems = problemsOf({ ...open, ...secrets, ...more, FIRST_LOAD: 'secret-i', INSTANCES: 'secret-j' });
    const all = [
      ...Object.keys({ ...secrets, ...more }),
      'FIRST_LOAD',
      'INSTANCES',
      'BOT_TYPE',
      'BOT_TENANT_ID',
      'TAB_APP_ID',
    ];
    expect(new Set(problems.map(named))).toEqual(new Set(all));
    expect(problems.join('\n')).not.toContain('secret');
  });
});

describe('good configurations', () => {
  it.each([
    ['nothing set', open],
    ['empty values', { ...open, BOT_ID: '', PORT: '', SIGNING_KEY: '', OWNER_IDS: '' }],
    ['a bot', bot],
    ['a managed identity', { ...noPassword, BOT_TYPE: 'UserAssignedMSI' }],
    ['production', { ...bot, NODE_ENV: 'production', HOST: '0.0.0.0' }],
    ['a mailbox by its address', { ...bot, GRAPH_CALENDAR_MAILBOX: 'office-hours@example.com' }],
    ['a mailbox by its id', { ...bot, GRAPH_CALENDAR_MAILBOX: id(6) }],
    ['several tenants', { ...bot, ALLOWED_TENANTS: `${id(2)}, ${id(5)}`, OWNER_IDS: `${id(5)}/${id(4)}` }],
  ])('%s', (_name, environment) => expect(problemsOf(environment)).toEqual([]));
});

describe('the program', () => {
  it('says all problems and ends with 78', async () => {
    const server = spawnServer({ ...open, HOST: '0.0.0.0', PORT: 'x', SIGNING_KEY: 'secret' });
    expect(await server.ended).toBe(78);
    expect(server.errors()).toMatch(/cannot start.*PORT:.*HOST:.*SIGNING_KEY:/s);
    expect(server.errors() + server.out()).not.toMatch(/secret|\n\s+at /);
  });

  it('starts, says where it is, serves, and stops', async () => {
    // Whose calendar is asked only when a series is put there.
    const server = spawnServer({ ...open, PORT: '0', GRAPH_CALENDAR_MAILBOX: 'office-hours@example.com' });
    const url = await server.url;
    expect(await (await fetch(`${url}/readyz`)).text()).toBe('ready');
    expect((await fetch(`${url}/about/help`)).status).toBe(200);
    expect(await (await fetch(`${url}/about/privacy`)).text()).toContain('calendar of one mailbox');
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(server.errors()).toBe('');
  }, 20_000);

  // The normal run sees the sentence in this process (below), and the code where the database is none.
  if (isLong)
    it('names a port that is taken, and ends with 1', async () => {
      const other = createServer();
      await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
      const { port } = other.address() as AddressInfo;
      const server = spawnServer({ ...open, PORT: String(port) });
      expect(await server.ended).toBe(1);
      expect(server.errors()).toContain(`port ${port} is taken`);
      expect(server.errors()).not.toMatch(/\n\s+at /);
      await new Promise((resolve) => other.close(resolve));
    }, 20_000);

  it('names a database that is none, and ends with 1', async () => {
    const broken = scratchFolder();
    writeFileSync(
      join(broken.path, 'fieldbook.db'),
      'this is no database, but long enough to be looked at '.repeat(100),
    );
    const server = spawnServer({ DATA_DIR: broken.path, PORT: '0' });
    expect(await server.ended).toBe(1);
    expect(server.errors()).toContain('fieldbook.db');
    expect(server.errors()).not.toMatch(/\n\s+at /);
    broken.remove();
  }, 20_000);
});

describe('a start that fails', () => {
  it('leaves nothing running behind', async () => {
    const read = readConfig({ ...open, PORT: '0' });
    if (read.kind === 'bad') throw new Error(read.problems.join());
    const first = await startServer({ ...read.config, dataDir: ':memory:' });
    const second = startServer({ ...read.config, dataDir: ':memory:', port: first.port });
    await expect(second).rejects.toThrow(`port ${first.port} is taken`);
    await first.close();
  });
});
