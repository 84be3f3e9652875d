/** Two organisations on one server: with tokens of the one, nothing of the other is read, changed or even there (reliability.md 4). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findAll } from '../../src/core/documents.ts';
import type { Route } from '../../src/core/route.ts';
import { person, tenantId } from '../helpers/activities.ts';
import { type Caller, caller } from '../helpers/api.ts';
import { bodyFor, queryFor } from '../helpers/api-made.ts';
import { type Entra, entraStub } from '../helpers/entra.ts';
import { movingClock } from '../helpers/moving-clock.ts';
import { offered } from '../helpers/offered.ts';
import { givenTo } from '../helpers/people.ts';
import { type Dice, dice, inParallel, isLong, scaled, seeds } from '../helpers/scale.ts';
import { send } from '../helpers/sent.ts';
import { startWorld, type World } from '../helpers/world.ts';
import { base64 } from '../web/portable-kit.ts';
import { otherTenant } from './roles-stage.ts';

/** Stands in texts of the other organisation; nobody here ever sends it. */
const canary = 'CANARY-7f3a';
const total = scaled(2_000, 20_000);
const routes: readonly Route[] = offered.flatMap((feature) => feature.routes ?? []);
const [ours, theirs] = [8_001, 8_002];
const everything = ['admin', 'owner', 'hrLead', 'governance', 'manager', 'author', 'host'] as const;
const kinds: Readonly<Record<string, string>> = {
  ...{ flags: 'flag', scenarios: 'scenario', tools: 'tool', decisions: 'decision', discoveries: 'discovery' },
  ...{ sessions: 'session', series: 'series', wins: 'win', guardrails: 'guardrail' },
  ...{
    communities: 'community',
    // A link is named by its community.
    feeds: 'community',
    requests: 'toolRequest',
    people: 'person',
    'tool-changes': 'toolChange',
    workflows: 'workflow',
    pilots: 'pilot',
    playbook: 'playbookImport',
  },
};

let world: World;
let entra: Entra;
/** Ids of theirs by kind; with their versions as tags. */
const idsOf = new Map<string, string[]>();
const tagOf = new Map<string, string>();
const counts = { tries: 0, canaries: 0 };

beforeAll(async () => {
  entra = await entraStub(tenantId, movingClock());
  const config = { firstLoad: 'demo', allowedTenants: [tenantId, otherTenant] } as const;
  world = await startWorld({ bot: true, config, overrides: { web: { entraUrl: entra.metadataUrl } } });
  await givenTo(world.running.store.forTenant(tenantId), ours, everything);
  await givenTo(storeOfTheirs(), theirs, everything, undefined, `Person ${canary}`);
  await marked();
  for (const kind of new Set([...Object.values(kinds), 'dataClass', 'role', 'department']))
    for await (const { id, version } of findAll(storeOfTheirs(), { kind })) {
      // The people of the example have the same ids everywhere.
      if (await world.running.store.forTenant(tenantId).get(kind, id)) continue;
      idsOf.set(kind, [...(idsOf.get(kind) ?? []), id]);
      tagOf.set(id, Buffer.from(version).toString('base64url'));
    }
});
afterAll(async () => {
  await world.close();
  await entra.close();
  process.stdout.write(`two tenants: ${counts.canaries} canaries in ${counts.tries} answers, seed ${seeds[1]}\n`);
});

const storeOfTheirs = () => world.running.store.forTenant(otherTenant);
const issuer = (tid: string) => ({ tid, iss: `https://login.microsoftonline.com/${tid}/v2.0` });
const bearer = async (number: number, tid: string) =>
  `Bearer ${await entra.token(person(number).aadObjectId, issuer(tid))}`;

/** Something of every kind that people write, in their organisation. */
async function marked(): Promise<void> {
  const me = caller(world, await bearer(theirs, otherTenant));
  const dataClassId = (await storeOfTheirs().find({ kind: 'dataClass', limit: 1 })).items[0]?.id ?? '';
  const toolId = (await storeOfTheirs().find({ kind: 'tool', limit: 1 })).items[0]?.id ?? '';
  const { workflows, roles } = (await me.get('/api/scenario-options')).body;
  const digest = { cadence: 'off', weekday: 1, at: '09:00', zone: 'UTC' };
  const what = `Written by them: ${canary}`;
  const written: readonly [path: string, body: object][] = [
    ['/api/flags', { question: what }],
    ['/api/discoveries', { what, dataClassId, clean: true, anyway: true }],
    ['/api/requests', { toolName: canary, need: what, dataClassId }],
    ['/api/scenarios', { title: what, workflowId: workflows[0].id, roleId: roles[0].id }],
    ['/api/tools', { name: canary, kind: 'assistant', account: 'work' }],
    ['/api/tool-changes', { toolId, title: what, what, kind: 'outage', happenedOn: '2026-11-20', needsCheck: false }],
    ['/api/me/views', { name: canary, query: 'q=x' }],
    [
      '/api/playbook/import',
      { name: canary, file: base64(`PromptTitle,Prompt\n${canary},x`), dryRun: false, workflowId: workflows[0].id },
    ],
    ['/api/communities', { name: canary, purpose: what, language: 'en', digest }],
  ];
  for (const [path, body] of written) await post(me, path, body);
  await storeOfTheirs().write([{ op: 'create', kind: 'win', id: 'win-of-theirs', body: await aWin(what) }]);
  const { items } = (await me.get('/api/communities')).body;
  const communityId = items.find(({ name }: { name: string }) => name === canary)?.id;
  const hours = { communityId, activate: true, title: what, purpose: what, hostIds: [person(theirs).aadObjectId] };
  const when = {
    firstDate: '2026-12-01',
    startsAt: '11:00',
    every: 'week',
    durationMinutes: 45,
    zone: 'Europe/London',
  };
  await post(me, '/api/series', { ...hours, ...when, meetingKind: 'newMeetingLink', agendaOpensHours: 72 });
  const departmentId = (await storeOfTheirs().find({ kind: 'department', limit: 1 })).items[0]?.id ?? '';
  const steps = [
    { title: canary, isAiStep: true },
    { title: canary, isAiStep: false },
  ];
  await post(me, '/api/workflows', { name: canary, problem: what, departmentId, steps });
  const made = (await storeOfTheirs().find({ kind: 'workflow', where: [['name', '=', canary]] })).items[0]?.id;
  const hrLeadId = '00000000-0000-4000-8000-000000000102';
  await post(me, '/api/pilots', { workflowId: made, name: canary, goal: what, hrLeadId });
  expect(JSON.stringify((await me.get('/api/review')).body)).toContain(canary);
}

/** What was measured is what no request can say. */
async function aWin(story: string): Promise<object> {
  const { items } = await storeOfTheirs().find({ kind: 'scenario', where: [['state', '=', 'published']], limit: 1 });
  const [at, by] = [movingClock().now().toISOString(), person(theirs).aadObjectId];
  return {
    ...{ workflowId: Object(items[0]?.body).workflowId, scenarioId: items[0]?.id, story, authorId: by },
    evidence: { beforeMedian: 9, afterMedian: 5, nBefore: 5, nAfter: 5, meetBarShare: 90, nRatings: 5 },
    ...{ communityIds: [], state: 'shared', createdAt: at, createdBy: by, updatedAt: at, updatedBy: by },
  };
}

async function post(me: Caller, path: string, body: object): Promise<void> {
  const { status, body: answer } = await me.post(path, body);
  expect([path, status, answer]).toEqual([path, status < 300 ? status : 'done', answer]);
}

/** Every document of theirs with its version, which is another one after each write. */
async function fingerprint(): Promise<string> {
  const archive = world.running.store.archive(otherTenant);
  const lines: string[] = [];
  for (let page = await archive.read(); page.length > 0; page = await archive.read(page.at(-1)))
    lines.push(...page.map(({ kind, id, version }) => `${kind} ${id} ${version}`));
  return lines.join('\n');
}

async function ask(route: Route, path: string, token: string, body: unknown, tag?: string) {
  const { status, bytes } = await send(`${world.url}${path}`, {
    method: route.method,
    headers: {
      ...{ authorization: token, 'content-type': 'application/json' },
      ...(tag === undefined ? {} : { 'if-match': `"${tag}"` }),
    },
    ...(route.method === 'GET' ? {} : { body: JSON.stringify(body) }),
  });
  const text = new TextDecoder().decode(bytes);
  counts.tries++;
  if (text.includes(canary)) counts.canaries++;
  return { status, text };
}

/** Their own page of views is a list of one's own, whatever it is asked to remove. */
const withId = routes.filter(({ path }) => path.includes(':id') && !path.startsWith('/api/me/'));

describe('an id of theirs', () => {
  let before: string;
  beforeAll(async () => {
    before = await fingerprint();
  });

  it.each(withId.map((route) => [`${route.method} ${route.path}`, route] as const))('%s: 404', async (_, route) => {
    const random = dice(seeds[0]);
    const token = await bearer(ours, tenantId);
    for (const id of (idsOf.get(kinds[route.path.split('/')[2] ?? ''] ?? '') ?? []).slice(isLong ? -3 : -1)) {
      const path = route.path.replace(':id', id).replace(':version', '1');
      let answer = { status: 400, text: '' };
      // What is sent must be fit before it is said that there is nothing.
      for (let tries = 0; answer.status === 400 && tries < 50; tries++)
        answer = await ask(route, path, token, bodyFor(route, random, [id]), tagOf.get(id));
      expect([path, answer.status, JSON.parse(answer.text).error]).toEqual([path, 404, 'not_found']);
    }
    expect(idsOf.get(kinds[route.path.split('/')[2] ?? ''] ?? '')).not.toEqual(undefined);
    if (isLong) expect(await fingerprint()).toBe(before);
  });

  it('stands after all of them as it stood before', async () => expect(await fingerprint()).toBe(before));
});

const words = ['written', 'them', 'canary', 'Person', ''];

/** A request with ids of theirs wherever an id may stand, by somebody with every right here. */
function made(random: Dice): { route: Route; path: string; body: unknown; tag: string | undefined } {
  const route = random.pick(routes.filter(({ path }) => !path.endsWith('/forget')));
  const some = [...idsOf.values()].flatMap((ids) => [random.pick(ids), ids.at(-1) ?? '']);
  const id = random.pick(idsOf.get(kinds[route.path.split('/')[2] ?? ''] ?? '') ?? some);
  const path = route.path.replace(':id', id).replace(':version', '1');
  const search = route.query || route.isList ? queryFor(route, random, [...some, ...words]) : '';
  return { route, path: path + search, body: bodyFor(route, random, some), tag: tagOf.get(id) };
}

describe('two thousand tries', () => {
  it.each(seeds)(
    'show nothing of theirs and leave it as it was, seed %d',
    async (seed) => {
      const random = dice(seed);
      const before = await fingerprint();
      const token = await bearer(ours, tenantId);
      const tries = Array.from({ length: total / seeds.length }, () => made(random));
      const answers = await inParallel(tries, 8, ({ route, path, body, tag }) => ask(route, path, token, body, tag));
      expect(answers.filter(({ text }) => text.includes(canary))).toEqual([]);
      expect(await fingerprint()).toBe(before);
    },
    300_000,
  );

  it('would have seen it: it stands where they read', async () => {
    const me = await bearer(theirs, otherTenant);
    const found = await Promise.all(
      routes
        .filter(({ method, path }) => method === 'GET' && !path.includes(':id'))
        .map(async (route) => Buffer.from((await caller(world, me).get(route.path)).bytes).includes(canary)),
    );
    expect(found.filter(Boolean).length).toBeGreaterThanOrEqual(6);
  });
});
