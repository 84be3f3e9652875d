/** Thousands of requests to the tab's API that nobody meant to send: each is answered in time, by a code of ours, and gives nothing away. */
import { request } from 'node:http';
import { afterAll, describe, expect, it } from '@jest/globals';
import { findAll } from '../../src/core/documents.ts';
import { problems } from '../../src/core/errors.ts';
import type { Route } from '../../src/core/route.ts';
import { person, tenantId } from '../helpers/activities.ts';
import { asPerson } from '../helpers/api.ts';
import { bodyFor, queryFor, spoiled, textFieldsOf } from '../helpers/api-made.ts';
import { hostileTexts, textOf } from '../helpers/hostile.ts';
import { offered } from '../helpers/offered.ts';
import { givenTo } from '../helpers/people.ts';
import { type Dice, dice, inParallel, isLong, scaled, seeds } from '../helpers/scale.ts';
import { startWorld } from '../helpers/world.ts';

const total = scaled(2_000, 20_000);
const slowestMs = 3_000;
const world = await startWorld();
const store = world.running.store.forTenant(tenantId);
const routes: readonly Route[] = offered.flatMap((feature) => feature.routes ?? []);
const [strong, others] = [6_001, 6_100];
const unhandled: unknown[] = [];
const onUnhandled = (reason: unknown) => void unhandled.push(reason);
process.on('unhandledRejection', onUnhandled);
const counts = { done: 0, refused: 0, worst: 0, slowest: 0 };
afterAll(async () => {
  process.off('unhandledRejection', onUnhandled);
  await world.close();
  const { done, refused, worst, slowest } = counts;
  process.stdout.write(
    `API fuzz: ${done + refused} requests to ${routes.length} routes, ${done} done, ${refused} refused, ${worst} x 5xx but 501 and 503, slowest ${Math.round(slowest)} ms, seeds ${seeds.join(' and ')}\n`,
  );
});

for (let at = 0; at < 10; at++)
  await givenTo(store, strong + at, ['admin', 'owner', 'hrLead', 'governance', 'manager', 'author', 'host']);
const dataClassId = (await store.find({ kind: 'dataClass', limit: 1 })).items[0]?.id ?? '';
for (let at = 0; at < 30; at++) {
  const asker = asPerson(world, others + at);
  await asker.post('/api/flags', { question: `May I use thing ${at}?` });
  await asker.post('/api/discoveries', { what: `Notes number ${at}`, dataClassId, clean: true, anyway: true });
  await asker.post('/api/requests', { toolName: `Tool ${at}`, need: 'To sum up meetings', dataClassId });
}

const kinds: Readonly<Record<string, string>> = {
  ...{ flags: 'flag', scenarios: 'scenario', tools: 'tool', decisions: 'decision', discoveries: 'discovery' },
  ...{ requests: 'toolRequest', people: 'person', 'tool-changes': 'toolChange', workflows: 'workflow' },
  ...{ communities: 'community', sessions: 'session', series: 'series' },
};
const idsOf = new Map<string, string[]>();
for (const kind of [...Object.values(kinds), 'dataClass', 'role', 'department']) {
  const ids: string[] = [];
  for await (const { id } of findAll(store, { kind })) ids.push(id);
  idsOf.set(kind, ids);
}
const everyId = [...idsOf.values()].flatMap((ids) => ids.slice(0, 20));

interface Made {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly text: string;
  /** What its sender read, for `If-Match`. */
  readonly seen?: { readonly kind: string; readonly id: string };
}

const kindOf = ({ path }: Route): string => kinds[path.split('/')[2] ?? ''] ?? 'view';

/** Characters that a header can hold. */
const header = (random: Dice): string =>
  random
    .pick(hostileTexts)
    .slice(0, 200)
    .replaceAll(/[^\x20-\x7e]/g, '?');

/** All dice fall before anything is waited for, so that a seed brings the same requests back. */
function made(random: Dice): Made {
  const route = random.pick(routes);
  const kind = kindOf(route);
  const id = random.chance(0.9) ? random.pick(idsOf.get(kind) ?? everyId) : random.pick(everyId);
  const path = route.path.replace(':id', random.chance(0.95) ? id : encodeURIComponent(header(random)));
  const isForgetting = route.path.endsWith('/forget');
  const number = random.chance(0.6) && !isForgetting ? strong + random.number(10) : others + random.number(30);
  const body = bodyFor(route, random, everyId);
  const sent = { ...Object(random.chance(0.5) ? spoiled(body, random) : body) };
  const tag = random.chance(0.85) ? undefined : header(random);
  const isPlain = random.chance(0.8);
  return {
    method: random.chance(0.97) ? route.method : random.pick(['PUT', 'HEAD', 'OPTIONS', 'DELETE']),
    ...(route.needsVersion && tag === undefined ? { seen: { kind, id } } : {}),
    path: `${path.replace(':version', String(random.number(3)))}${random.chance(0.2) || route.query || route.isList ? queryFor(route, random, everyId) : ''}`,
    headers: {
      authorization: random.chance(0.97) ? `Bearer open:${person(number).aadObjectId}` : header(random),
      ...(route.needsVersion && tag !== undefined ? { 'if-match': tag } : {}),
      ...(isPlain ? {} : { 'accept-language': header(random), 'time-zone': header(random), origin: header(random) }),
      ...(route.method === 'GET' ? {} : { 'content-type': random.chance(0.97) ? 'application/json' : header(random) }),
    },
    text: route.method === 'GET' && random.chance(0.9) ? '' : textOf(sent, random),
  };
}

const awkward = ['x'.repeat(6_000), 'é '.repeat(9_000), '\ud800', 'a?b/c', ' ', `${'$'}{secret}`, '__proto__'];

/** As somebody with every right would send it, but for these fields. */
function whole(route: Route, random: Dice, fields: object): Made {
  const kind = kindOf(route);
  const id = random.pick(idsOf.get(kind) ?? everyId);
  const authorization = `Bearer open:${person(strong + random.number(10)).aadObjectId}`;
  return {
    ...{ method: route.method, path: route.path.replace(':id', id).replace(':version', '1') },
    headers: { authorization, 'content-type': 'application/json' },
    ...(route.needsVersion ? { seen: { kind, id } } : {}),
    text: JSON.stringify({ ...Object(bodyFor(route, random, everyId)), ...fields }),
  };
}

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly ms: number;
}

/** `fetch` refuses some of what is sent here. */
async function send({ method, path, headers, text, seen }: Made): Promise<Answer> {
  const version = seen && (await store.get(seen.kind, seen.id))?.version;
  const ifMatch = version ? { 'if-match': `"${Buffer.from(version).toString('base64url')}"` } : {};
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const length = text === '' ? {} : { 'content-length': String(Buffer.byteLength(text)) };
    const sending = request(
      `${world.url}${path}`,
      { method, headers: { ...headers, ...ifMatch, ...length } },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const said = Buffer.concat(parts).toString('utf8');
          resolve({ status: response.statusCode ?? 0, text: said, ms: performance.now() - begun });
        });
      },
    );
    sending.on('error', reject).end(text);
  });
}

const traces = [
  /\bat [\w.<> ]+ \(?(?:file:|\/|node:)/,
  /node_modules/,
  /\.ts:\d+/,
  /SQLITE|SELECT .* FROM/,
  /ZodError/,
];
const catalogue = new Set(Object.keys(problems));

function judged(sent: Made, { status, text, ms }: Answer): void {
  const what = `${sent.method} ${sent.path} ${sent.text.slice(0, 600)} => ${status} ${text.slice(0, 300)}`;
  counts.slowest = Math.max(counts.slowest, ms);
  counts[status < 300 ? 'done' : 'refused']++;
  if (status >= 500 && ![501, 503].includes(status)) {
    counts.worst++;
    throw new Error(what);
  }
  if (traces.some((trace) => trace.test(text))) throw new Error(`gives something away: ${what}`);
  if (ms > slowestMs) throw new Error(`${Math.round(ms)} ms: ${what}`);
  if (status < 400 || text === '') return;
  const body = JSON.parse(text);
  if (!catalogue.has(body.error) || problems[body.error as keyof typeof problems] !== status)
    throw new Error(`no code of ours: ${what}`);
}

describe('the API under fire', () => {
  it.each(seeds)(
    'holds, seed %d',
    async (seed) => {
      const random = dice(seed);
      const batch = Array.from({ length: total / seeds.length }, (_, at) => at);
      const wrong: string[] = [];
      await inParallel(batch, 8, async () => {
        const sent = made(random);
        await send(sent)
          .then((answer) => judged(sent, answer))
          .catch((error: unknown) => void wrong.push(String(error)));
      });
      expect(wrong).toEqual([]);
    },
    300_000,
  );

  it('takes in each text of each body what nobody should type there', async () => {
    const random = dice(seeds[0]);
    const aimed = routes
      .filter(({ path }) => !path.endsWith('/forget'))
      .flatMap((route) => textFieldsOf(route).flatMap((name) => awkward.map((text) => ({ route, name, text }))))
      // Two or three of the seven for each field, others for the next one.
      .filter((_, at) => isLong || at % 3 === 0);
    const wrong: string[] = [];
    await inParallel(aimed, 8, async ({ route, name, text }) => {
      const sent = whole(route, random, { [name]: text });
      await send(sent)
        .then((answer) => judged(sent, answer))
        .catch((error: unknown) => void wrong.push(String(error)));
    });
    expect(wrong).toEqual([]);
    expect(aimed.length).toBeGreaterThan(500);
  }, 300_000);

  it('met no fault of its own', () => {
    const faults = world.log.filter((line) => line.level === 'error');
    expect(faults.map(({ event, code, error }) => ({ event, code, error }))).toEqual([]);
    expect(unhandled).toEqual([]);
  });

  it('reached what it aimed at, left the language as it was, and still serves', async () => {
    expect(counts.done).toBeGreaterThan(total / 10);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect('polluted' in {}).toBe(false);
    expect(await asPerson(world, 1).get('/api/me')).toMatchObject({ status: 200 });
  });
});
