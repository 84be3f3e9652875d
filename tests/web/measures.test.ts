/** Measures over the API: who reads which groups, what a hidden figure says, the file, and that nobody is in any of it (product 7.9, R64). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { personKeyOf, type Use } from '../../src/core/run.ts';
import { isoWeekOf } from '../../src/core/time.ts';
import type { Pilot } from '../../src/features/pilots/model.ts';
import { aPilot } from '../features/pilots/pilots-kit.ts';
import { readCsv } from '../files/csv-reader.ts';
import { person, tenantId } from '../helpers/activities.ts';
import { asPerson } from '../helpers/api.ts';
import { givenTo } from '../helpers/people.ts';
import { startWorld, type World } from '../helpers/world.ts';

const [hrLead, manager, owner, member, host] = [971, 972, 973, 974, 975];
const dayMs = 86_400_000;
let world: World;
let hr = '';
let jobs = '';
let guides = '';
const store = () => world.running.store.forTenant(tenantId);
const as = (who: number) => asPerson(world, who);

const idOf = async (kind: string, slug: string): Promise<string> => {
  const { items } = await store().find({ kind, where: [['slug', '=', slug]] });
  return items[0]?.id ?? '';
};

/** Two weeks ago by each of these people, in one workflow. */
async function used(workflowId: string, people: readonly string[], minutes: number): Promise<void> {
  const at = new Date(world.clock.now().getTime() - 14 * dayMs);
  const operations = people.map((personKey, n) => {
    const body: Use = {
      ...{ week: isoWeekOf(at), personKey, workflowId, scenarioId: 's', version: 1, promptId: 'p' },
      ...{ surface: 'bot', action: 'copied', startedAt: at.toISOString(), endedAt: at.toISOString() },
      ...{ minutes, method: 'typed', isTimed: false, result: 'worked', comment: '=1+2 is what somebody said' },
      ...{ timeWentTo: n === 0 ? 'rest' : 'otherWork', warnings: {}, withPack: false, isLapsed: false },
    };
    return { op: 'create', kind: 'use', id: `${workflowId}-${personKey}`, body } as const;
  });
  expect((await store().write(operations)).kind).toBe('ok');
}

beforeAll(async () => {
  world = await startWorld({ config: { firstLoad: 'starter' } });
  hr = await idOf('department', 'hr');
  [jobs, guides] = [await idOf('workflow', 'job-descriptions'), await idOf('workflow', 'interview-guides')];
  await givenTo(store(), hrLead, ['hrLead']);
  const found = await store().get('workflow', jobs);
  const departmentId = String(Object(found?.body).departmentId);
  await givenTo(store(), manager, ['manager'], departmentId);
  await givenTo(store(), owner, ['owner'], departmentId);
  await givenTo(store(), host, ['host', 'author', 'governance', 'admin']);
  const keyOf = (number: number) => personKeyOf((...parts) => parts.join('.'), { tenantId, personId: `p${number}` });
  await used(jobs, [1, 2, 3, 4, 5].map(keyOf), 10);
  await used(guides, [6, 7].map(keyOf), 20);
});
afterAll(() => world.close());

type Line = { label: string; value: string; nLine: string; reason: string };
const linesOf = (body: { measures: { id: string; lines: Line[] }[] }, id: string): Line[] =>
  body.measures.find((measure) => measure.id === id)?.lines ?? [];

describe('who reads', () => {
  it('HR leads everything, managers and owners their own, nobody else anything', async () => {
    const answers = async (who: number, path: string) => (await as(who).get(`/api/measures${path}`)).status;
    const other = (await as(hrLead).get('/api/measures')).body.departments.find(
      ({ id }: { id: string }) => id !== Object(manager).id && id !== hr,
    );
    expect(await answers(hrLead, '')).toBe(200);
    expect(await answers(hrLead, `?departmentId=${hr}`)).toBe(200);
    expect(await answers(manager, `?workflowId=${jobs}`)).toBe(200);
    expect(await answers(owner, `?workflowId=${jobs}`)).toBe(200);
    expect(other).toBeDefined();
    for (const who of [member, host]) expect(await answers(who, '')).toBe(403);
    expect(await answers(manager, '?workflowId=not-there')).toBe(403);
    expect(await answers(hrLead, '?workflowId=not-there')).toBe(403);
  });

  it('whoever reads no whole begins with their department', async () => {
    const { body } = await as(manager).get('/api/measures');
    expect(body.mayAll).toBe(false);
    expect(body.departments).toHaveLength(1);
    expect(body.view.departmentId).toBe(body.departments[0].id);
    expect(linesOf(body, 'M9')).toMatchObject([{ value: '', reason: 'Shown for everyone only.' }]);
  });

  it('takes fixed weeks and two filters only, and no part of a pilot', async () => {
    const status = async (query: string) => (await as(hrLead).get(`/api/measures?${query}`)).status;
    for (const query of [
      'range=5',
      `range=pilot&workflowId=${jobs}`,
      `range=4&pilotId=x`,
      `range=pilot&pilotId=x&workflowId=${jobs}`,
    ])
      expect([query, await status(query)]).toEqual([query, 400]);
    for (const query of ['personId=x', 'from=2026-W40', 'range=4&range=8'])
      expect([query, await status(query)]).toEqual([query, 400]);
  });

  it('of a pilot without saying which, takes the only one, else lets choose', async () => {
    const made = (id: string, change: Partial<Pilot> = {}) =>
      store().write([{ op: 'create', kind: 'pilot', id, body: aPilot({ ...begun, name: `Pilot ${id}`, ...change }) }]);
    const begun = { workflowId: jobs, state: 'stopped', startDate: '2026-11-09', endDate: '2026-12-21' } as const;
    const path = '/api/measures?range=pilot';
    const seen = async () => {
      const { about, view, measures, pilots } = (await as(hrLead).get(path)).body;
      return [about, view.pilotId, measures.length, pilots.map(({ id }: { id: string }) => id).toSorted()];
    };
    expect(await seen()).toEqual(['There is no pilot yet.', undefined, 0, []]);
    await made('planned', { state: 'draft' });
    await made('first');
    expect(await seen()).toEqual([expect.stringContaining('Pilot first'), 'first', 13, ['first', 'planned']]);
    await made('second');
    expect(await seen()).toEqual(['Which pilot?', undefined, 0, ['first', 'second']]);
    expect((await as(hrLead).post('/api/measures/export', { range: 'pilot' })).status).toBe(400);
    expect((await as(member).get(path)).status).toBe(403);
  });
});

describe('what they read', () => {
  it('figures of five people, and of fewer not even how many', async () => {
    const jobsSeen = (await as(hrLead).get(`/api/measures?workflowId=${jobs}`)).body;
    expect(linesOf(jobsSeen, 'M10')[1]).toEqual({
      ...{ label: 'Other work', value: '80%', share: 80, nLine: '5 answers', reason: '' },
    });
    const guidesSeen = (await as(hrLead).get(`/api/measures?workflowId=${guides}`)).body;
    expect(linesOf(guidesSeen, 'M10')).toMatchObject([{ value: '', reason: 'Not shown yet: fewer than 5 people.' }]);
    // Everyone is not seven: two would be what is left over.
    expect(linesOf((await as(hrLead).get('/api/measures')).body, 'M10')[1]?.nLine).toBe('5 answers');
    expect(jobsSeen.measures.map(({ id }: { id: string }) => id)).toHaveLength(13);
  });

  it('names nobody and no run', async () => {
    for (const path of ['', `?workflowId=${jobs}`]) {
      const text = JSON.stringify((await as(hrLead).get(`/api/measures${path}`)).body);
      expect(text).not.toMatch(/personKey|p1\b|what somebody said/);
    }
    for (const path of ['/api/measures/people', `/api/measures/${person(manager).aadObjectId}`])
      expect((await as(hrLead).get(path)).status).toBe(404);
  });
});

describe('the file', () => {
  it('holds the same figures under the same rules, and says in the log who took it', async () => {
    const { status, body } = await as(hrLead).post('/api/measures/export', { range: '8', workflowId: jobs });
    expect(status).toBe(200);
    const [header = [], ...rows] = readCsv(body.text);
    expect(header.slice(0, 5)).toEqual(['Id', 'Measure', 'Figure', 'Value', 'Unit']);
    expect(rows.find(([, , figure]) => figure === 'Other work')?.slice(3, 5)).toEqual(['80', 'percent']);
    expect(rows.flat().filter((cell) => /^[=+@]|^-\D/.test(cell))).toEqual([]);
    const hidden = await as(hrLead).post('/api/measures/export', { workflowId: guides });
    expect(readCsv(hidden.body.text).find(([id]) => id === 'M10')?.[9]).toBe('Not shown yet: fewer than 5 people.');
    const { items } = await store().find({ kind: 'auditEntry', where: [['action', '=', 'measures.export']] });
    expect(items.map((item) => [Object(item.body).actorId, Object(item.body).entityId]).toSorted()).toEqual(
      [jobs, guides].map((id) => [person(hrLead).aadObjectId, id]).toSorted(),
    );
    expect((await as(member).post('/api/measures/export', {})).status).toBe(403);
    expect((await as(manager).post('/api/measures/export', { workflowId: 'not-there' })).status).toBe(403);
  });
});

it('a scenario is proven within the hour, on its card and in the list, and a question of fairness takes that away at once', async () => {
  const scenarioId = await idOf('scenario', 'is-this-a-good-task');
  const workflowId = String(Object((await store().get('scenario', scenarioId))?.body).workflowId);
  const at = new Date(world.clock.now().getTime() - 7 * dayMs).toISOString();
  const week = isoWeekOf(new Date(at));
  const one = { week, workflowId, scenarioId, version: 1 };
  const made = Array.from({ length: 10 }, (_, n) => ({
    ...one,
    ...{ personKey: `k${n % 3}`, promptId: 'p', surface: 'bot', action: 'copied', startedAt: at, endedAt: at },
    ...{ method: 'none', isTimed: false, result: 'worked', warnings: {}, withPack: false, isLapsed: false },
  }));
  const rated = made.slice(0, 5).map(({ personKey }, n) => ({
    ...{ ...one, personKey, useId: `proof-${n}`, raterKind: n < 2 ? 'second' : 'self', raterKey: 'r' },
    ...{ answers: [{ criterionId: 'c', value: 'yes' }], score: 100, meetsBar: true, ratedAt: at },
  }));
  const create = (kind: string, body: object, n: number) => ({ op: 'create', kind, id: `proof-${n}`, body }) as const;
  await store().write([
    ...made.map((body, n) => create('use', body, n)),
    ...rated.map((body, n) => create('qualityRating', body, n)),
  ]);
  const isProven = async () => {
    const { items } = (await as(member).get('/api/scenarios?limit=100')).body;
    return items.find(({ id }: { id: string }) => id === scenarioId)?.isProven;
  };
  const card = async () => (await as(member).get(`/api/scenarios/${scenarioId}`)).body.checkedLine;
  expect(await isProven()).toBe(false);
  world.clock.pass(3_600_000);
  await world.tick();
  // A server goes on for ten minutes with what it has read.
  world.clock.pass(600_000);
  expect(await isProven()).toBe(true);
  expect(await card()).toMatch(/^Proven here · /);
  await as(member).post('/api/flags', { question: 'Is this fair to people who are new?', scenarioId });
  const [flag] = (await store().find({ kind: 'flag' })).items;
  const asked = { ...Object(flag?.body), category: 'fairness' };
  await store().write([{ op: 'replace', kind: 'flag', id: flag?.id ?? '', version: flag?.version ?? '', body: asked }]);
  expect(await isProven()).toBe(false);
  expect(await card()).not.toMatch(/Proven/);
});

it('on the first Monday of a month leads get the figures of what they may read, at nine of their own day', async () => {
  // It is Monday, 23 November; the first Monday of December is the seventh.
  world.clock.pass(Date.parse('2026-12-06T19:00:00Z') - world.clock.now().getTime());
  await world.tick();
  const { items } = await store().find({ kind: 'dueItem', where: [['job', '=', 'notice']] });
  const planned = items.map(({ body }) => Object(body)).filter(({ facts }) => facts.kind === 'ownerMonth');
  expect(planned.map(({ facts }) => facts.audience).toSorted()).toEqual(
    [hrLead, owner].map((who) => person(who).aadObjectId).toSorted(),
  );
  expect(new Set(planned.map(({ dueAt }) => dueAt))).toEqual(new Set(['2026-12-07T09:00:00.000Z']));
  const next = await store().find({
    kind: 'dueItem',
    where: [
      ['job', '=', 'ownerMonth'],
      ['state', '=', 'due'],
    ],
  });
  expect(next.items.map(({ body }) => Object(body).dueAt)).toEqual(['2027-01-03T19:00:00.000Z']);
});
