/** Twelve marked strings go through every door; none of them may be found in the log (T9, reliability.md 11). */
import { afterAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { action, type Feature } from '../../src/core/feature.ts';
import {
  execute,
  fetchTask,
  installed,
  mention,
  message,
  query,
  type RawActivity,
  submitAction,
  taskSubmit,
  tenantId,
} from '../helpers/activities.ts';
import { connectorStub } from '../helpers/connector-stub.ts';
import { scratchFolder, spawnServer } from '../helpers/server-process.ts';
import { startWorld } from '../helpers/world.ts';

const canaries = {
  name: 'CanaryName-Ana-Ruiz',
  text: 'CanaryText-what-she-typed',
  email: 'canary.mail@example.com',
  token: 'Q2FuYXJ5VG9rZW4',
  question: 'CanaryQuestion-may-I',
  field: 'CanaryField-filled-in',
  search: 'CanarySearch-words',
  person: 'ca4a4100-0000-4000-8000-0000000000ff',
  conversation: 'a:CanaryConversation',
  quoted: 'CanaryQuoted-from-a-message',
  link: 'https://canary.example.com/CanaryLink',
  cookie: 'CanaryCookie=1',
};

const from = { id: '29:CanaryUser', name: canaries.name, aadObjectId: canaries.person, email: canaries.email };
const conversation = { id: canaries.conversation, conversationType: 'personal', tenantId };
const change = { from, conversation };
const headers = { cookie: canaries.cookie, 'x-mail': canaries.email };

const requests: RawActivity[] = [
  message(canaries.text, change),
  message(`find ${canaries.text} ${canaries.email}`, change),
  message(`flag ${canaries.question}`, change),
  mention(`flag ${canaries.question}`, { from }),
  message(canaries.text.repeat(400), change),
  query('findScenario', canaries.search, change),
  query('canIUse', `${canaries.search} with ${canaries.field}`, change),
  execute('sendFlag', { question: canaries.question, sourceLink: canaries.link }, change),
  execute(canaries.text, { [canaries.field]: canaries.link }, change),
  submitAction({ verb: 'fillScenario', scenarioId: canaries.link, v_x: canaries.field }, change),
  taskSubmit({ verb: 'askVerdict', toolId: canaries.field, dataClassId: canaries.text }, change),
  fetchTask(
    'flagGrayArea',
    { commandContext: 'message', messagePayload: { body: { content: canaries.quoted }, linkToMessage: canaries.link } },
    change,
  ),
  installed('add', change),
  message(canaries.text, { ...change, recipient: undefined }),
  message(canaries.text, { ...change, channelId: canaries.text }),
  message(canaries.text, { ...change, serviceUrl: canaries.link }),
];

/** Puts what it was given into its error, as careless code does. */
const careless: Feature = {
  name: 'careless',
  actions: [
    action('careless', z.object({}), async (turn) => {
      throw Object.assign(new Error(`failed for ${canaries.name} at\n    at ${canaries.email}`), {
        turn,
        text: canaries.text,
      });
    }),
  ],
};

const found = (log: string) => Object.entries(canaries).flatMap(([kind, mark]) => (log.includes(mark) ? [kind] : []));

describe('the log, line by line', () => {
  const teams = { busyAfterMs: 2_000 };
  const worlds = [
    startWorld({ teams, overrides: { features: [careless] } }),
    startWorld({ bot: true, teams, overrides: { features: [careless] } }),
  ];
  afterAll(async () => void (await Promise.all(worlds.map(async (world) => (await world).close()))));

  it.each([
    ['open', 0],
    ['with a bot', 1],
  ])('holds no canary, %s', async (_name, at) => {
    const world = await worlds[at];
    if (!world) throw new Error('no world');
    for (const activity of requests) {
      await world.post(activity, headers);
      await world.post({ ...activity, id: `${activity.id}-2`, deliveryMode: undefined }, headers);
      await world.post(activity, { ...headers, authorization: `Bearer ${canaries.token}.b.c` });
    }
    world.connector.behave = () => ({ status: 403, body: { error: { code: 'x', message: canaries.text } } });
    await world.post(message('help', { ...change, deliveryMode: undefined }), headers);
    await world.post(execute('careless', {}, change), headers);
    // What an error says stays out in main.ts, which the child process below shows.
    const lines = world.log.map(({ error: _, ...line }) => line);
    expect(lines.length).toBeGreaterThan(requests.length);
    expect(found(JSON.stringify(lines))).toEqual([]);
  });
});

describe('the log as the program writes it', () => {
  it('holds no canary and no text of an error', async () => {
    const folder = scratchFolder();
    const connector = await connectorStub();
    const server = spawnServer({ DATA_DIR: folder.path, PORT: '0' });
    const url = await server.url;
    const post = (body: string, more: Record<string, string> = {}) =>
      fetch(`${url}/api/messages?mail=${canaries.email}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers, ...more },
        body,
      }).then((response) => response.text());
    for (const activity of requests) {
      const text = JSON.stringify({ serviceUrl: connector.url, ...activity });
      await post(text.replaceAll('http://127.0.0.1:3979/', connector.url));
      await post(text.slice(0, -5), { authorization: `Bearer ${canaries.token}.b.c` });
    }
    connector.behave = () => ({ status: 500, body: { error: { code: 'x', message: canaries.text } } });
    const { deliveryMode: _, ...sent } = message('help', { ...change, serviceUrl: connector.url });
    await post(JSON.stringify(sent));
    await fetch(`${url}/s/${encodeURIComponent(canaries.name)}?${canaries.email}`, { headers });
    await fetch(`${url}/%E0%A4%A`, { headers });
    server.child.kill('SIGTERM');
    await server.ended;
    await connector.close();
    folder.remove();
    const lines = server
      .out()
      .split('\n')
      .filter((line) => line.startsWith('{'));
    expect(lines.length).toBeGreaterThan(requests.length);
    expect(lines.join('\n')).toContain('reply.failed');
    const keys = new Set(lines.flatMap((line) => Object.keys(JSON.parse(line))));
    const allowed = ['level', 'time', 'event', 'requestId', 'tenant', 'person', 'objectId', 'route', 'status'];
    const more = ['durationMs', 'attempts', 'requests', 'code', 'detail', 'error'];
    expect([...keys].filter((key) => ![...allowed, ...more].includes(key))).toEqual([]);
    expect(found(server.out() + server.errors())).toEqual([]);
    process.stdout.write(`log canaries: 0 of ${Object.keys(canaries).length} in ${lines.length} lines\n`);
  }, 60_000);
});
