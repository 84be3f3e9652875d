/** The two first loads of a store: what they hold, and that loading again changes nothing (content 1). */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { demoPeople } from '../../../src/content/demo-people.ts';
import { demoDiscoveries } from '../../../src/content/discoveries.ts';
import { loadStarter } from '../../../src/content/load.ts';
import { findAll, type StoredDocument, type TenantStore, type WriteOperation } from '../../../src/core/documents.ts';
import { silentLog } from '../../../src/core/log.ts';
import { community } from '../../../src/features/communities/model.ts';
import { likened, likeness, similarFrom, twinFrom } from '../../../src/features/discoveries/likeness.ts';
import { discovery } from '../../../src/features/discoveries/model.ts';
import { loadRules } from '../../../src/features/guardrails/documents.ts';
import { decision, tool } from '../../../src/features/guardrails/model.ts';
import { outcome, series, session, topic } from '../../../src/features/office-hours/model.ts';
import { loadBook } from '../../../src/features/playbook/documents.ts';
import { scenario, workflow } from '../../../src/features/playbook/model.ts';
import { isFindable } from '../../../src/features/playbook/visibility.ts';
import { createSearch } from '../../../src/search/search.ts';
import { aGrant, aPerson, type MemoryStore, memoryStore, tenantId, today } from '../../helpers/builders.ts';
import { day } from '../../helpers/moving-clock.ts';

let memory: MemoryStore;
beforeEach(() => {
  memory = memoryStore();
});
afterEach(() => memory.close());

const kinds = [
  'department',
  'role',
  'dataClass',
  'workflow',
  'tool',
  'guardrail',
  'decision',
  'pack',
  'scenario',
  'scenarioVersion',
  'community',
  'person',
] as const;

const load = (which: 'starter' | 'demo', store: TenantStore = memory.store, ownerId?: string) =>
  loadStarter(store, { which, tenantId, now: memory.clock.now(), ...(ownerId ? { ownerId } : {}) });

async function stored(kind: string): Promise<StoredDocument[]> {
  const found: StoredDocument[] = [];
  for await (const document of findAll(memory.store, { kind })) found.push(document);
  return found;
}

async function bodies<T>(kind: string, schema: { parse(body: unknown): T }): Promise<T[]> {
  return (await stored(kind)).map((d) => schema.parse(d.body));
}

/** Every document with its version: what differs afterwards was written. */
async function everything(): Promise<string[]> {
  const lists = await Promise.all([...kinds, 'starterLoad', 'stamp'].map(stored));
  return lists.flat().map((d) => `${d.kind}/${d.id}/${d.version}`);
}

const counts = async () => Object.fromEntries(await Promise.all(kinds.map(async (k) => [k, (await stored(k)).length])));
const same = { department: 5, role: 14, dataClass: 5, tool: 9, guardrail: 12, decision: 11, pack: 13, community: 2 };

describe('starter', () => {
  it('holds what content says, and no people', async () => {
    const loaded = await load('starter');
    expect(await counts()).toEqual({ ...same, workflow: 12, scenario: 18, scenarioVersion: 18, person: 0 });
    expect(loaded).toEqual({ which: 'starter', created: 119, renewed: 0, unchanged: 0 });
  });

  it('has one workflow for everyone and prepares the others', async () => {
    await load('starter');
    const workflows = await bodies('workflow', workflow);
    expect(workflows.filter((w) => w.stage === 'scaled').map((w) => w.slug)).toEqual(['getting-started']);
    expect(workflows.filter((w) => w.stage === 'candidate')).toHaveLength(11);
    expect(workflows.every((w) => w.worksheet?.isExample)).toBe(true);
  });

  it('publishes S18 with the first owner; all others are drafts', async () => {
    await load('starter', memory.store, 'owner-1');
    const scenarios = await bodies('scenario', scenario);
    const live = scenarios.filter((s) => s.state !== 'draft');
    expect(live).toHaveLength(1);
    expect(live[0]).toMatchObject({
      slug: 'is-this-a-good-task',
      state: 'published',
      liveVersion: 1,
      ownerId: 'owner-1',
      reviewDue: '2027-02-21',
    });
    for (const s of scenarios.filter((each) => each !== live[0])) {
      expect(s).toMatchObject({ draftVersion: 1, draftState: 'draft', origin: 'starter', credit: [] });
      expect(s.liveVersion ?? s.ownerId).toBeUndefined();
    }
  });

  it('shows a newcomer S18 and nothing else', async () => {
    await load('starter');
    const book = await loadBook(memory.store);
    const seen = [...book.entries.values()].filter((e) => isFindable(e, aPerson(), book, today));
    expect(seen.map((e) => e.head.slug)).toEqual(['is-this-a-good-task']);
  });

  it('decides nothing: no decision in force, no cell allowed for personal or restricted data', async () => {
    await load('starter');
    const decisions = await bodies('decision', decision);
    expect(decisions.map((d) => d.state)).toEqual(decisions.map(() => 'template'));
    expect(decisions.some((d) => d.answer || d.text || d.decidedBy.length > 0)).toBe(false);
    const { classes, tools } = await loadRules(memory.store);
    const yes = [...tools.values()].flatMap((t) =>
      t.rules.filter((r) => /^(?:allowed|withConditions)$/.test(r.verdict)),
    );
    expect([...new Set(yes.map((r) => classes.get(r.dataClassId)?.slug))]).toEqual(['public']);
    expect(yes.every((r) => r.reviewDue === '2027-02-21' && r.reason)).toBe(true);
  });
});

describe.each([
  ['starter', 'paused', [], []],
  ['demo', 'active', ['Example author and host'], ['pilotEnd', 'pilotMidpoint', 'seriesExpand', 'seriesExpand']],
] as const)('the communities of %s', (which, state, hosts, jobs) => {
  it(`are ${state}, and nothing is posted before somebody chooses a channel`, async () => {
    await load(which);
    const departments = new Map((await stored('department')).map(({ id, body }) => [id, Object(body).slug]));
    const names = new Map(demoPeople.map(({ id, name }) => [id, name]));
    const found = await bodies('community', community);
    expect(
      found.map(({ slug, departmentIds, digest }) => [slug, departmentIds.map((id) => departments.get(id)), digest]),
    ).toEqual(
      expect.arrayContaining([
        [
          'hr-recruiting-circle',
          ['hr', 'recruiting'],
          { cadence: 'weekly', weekday: 4, at: '10:00', zone: 'America/New_York' },
        ],
        [
          'ops-finance-circle',
          ['operations', 'finance'],
          { cadence: 'everyTwoWeeks', weekday: 3, at: '09:30', zone: 'Europe/London' },
        ],
      ]),
    );
    for (const each of found) {
      expect(each).toMatchObject({ state, channels: [], roleIds: [] });
      expect(each.hostIds.map((id) => names.get(id))).toEqual(hosts);
    }
    expect((await stored('dueItem')).map(({ body }) => Object(body).job).toSorted()).toEqual(jobs);
  });
});

describe('demo', () => {
  it('holds the starter, the pilot and its people', async () => {
    expect(await load('demo')).toMatchObject({ which: 'demo', created: 119 + 3 + 12 + 31 + 3 });
    expect(await counts()).toEqual({ ...same, workflow: 13, scenario: 19, scenarioVersion: 19, person: 12 });
  });

  it('has discoveries, and office hours that were held and go on, the same when it is loaded a week later', async () => {
    await load('demo');
    const before = await everything();
    const found = await bodies('discovery', discovery);
    expect(found).toHaveLength(12);
    expect(found.every(({ title }) => title.startsWith('Example: '))).toBe(true);
    const held = await bodies('session', session);
    expect(held.map(({ state }) => state)).toEqual(Array(6).fill('recapped'));
    expect(held.every(({ endsAt }) => endsAt < today.toISOString())).toBe(true);
    expect((await bodies('outcome', outcome)).map(({ kind }) => kind).toSorted()).toEqual([
      'action',
      'decisionProposed',
      'discovery',
      'discovery',
      'scenarioEdit',
    ]);
    expect((await bodies('series', series)).map(({ state }) => state)).toEqual(['active', 'active']);
    expect(await bodies('topic', topic)).toHaveLength(4);
    memory.clock.pass(7 * day);
    await load('demo');
    expect(await everything()).toEqual(before);
  });

  it('has one discovery that is nearly another, and one that is like it (product 7.5)', () => {
    const { terms } = createSearch({ log: silentLog });
    const all = demoDiscoveries.map(({ title, what, promptText, workflow: workflowId, role, tool: used }) =>
      likened(
        { said: `${title} ${what}`, prompt: promptText, context: { workflowId, roleIds: [role], toolIds: [used] } },
        terms,
      ),
    );
    const scores = all.flatMap((one, at) => all.slice(at + 1).map((other) => likeness(one, other)));
    expect(scores.filter((score) => score >= twinFrom)).toHaveLength(1);
    expect(scores.some((score) => score >= similarFrom && score < twinFrom)).toBe(true);
  });

  it('publishes every scenario, and every workflow but the pilot is for everyone', async () => {
    await load('demo');
    expect((await bodies('scenario', scenario)).map((s) => `${s.state} ${s.liveVersion}`)).toEqual(
      Array(19).fill('published 1'),
    );
    const workflows = await bodies('workflow', workflow);
    expect(workflows.filter((w) => w.stage !== 'scaled').map((w) => `${w.slug} ${w.stage}`)).toEqual([
      'shift-handover pilot',
    ]);
  });

  it('shows the pilot to its members alone, and to those who look after it', async () => {
    await load('demo');
    const book = await loadBook(memory.store);
    const pilot = [...book.entries.values()].find((e) => e.workflow.stage === 'pilot');
    if (!pilot) throw new Error('the demo has a pilot');
    const sees = (personId: string) => isFindable(pilot, aPerson({ personId }), book, today);
    const members = demoPeople.filter((p) => p.pilotMember).map((p) => p.id);
    expect(members).toHaveLength(6);
    expect(members.filter(sees)).toEqual(members);
    const leads = [pilot.workflow.ownerId, pilot.workflow.hrLeadId];
    const others = demoPeople.map((p) => p.id).filter((id) => !members.includes(id) && !leads.includes(id));
    expect(others.filter(sees)).toEqual([]);
    expect(isFindable(pilot, aPerson({ grants: [aGrant('host')] }), book, today)).toBe(false);
  });

  it('marks everything that is invented as an example', async () => {
    await load('demo');
    const active = (await bodies('decision', decision)).filter((d) => d.state === 'active');
    expect(active).toHaveLength(3);
    expect(active.every((d) => d.text?.startsWith('Example, not your rule'))).toBe(true);
    const { classes, tools } = await loadRules(memory.store);
    const decided = [...tools.values()]
      .filter((t) => t.accountKind !== 'personal')
      .flatMap((t) => t.rules.filter((r) => classes.get(r.dataClassId)?.slug !== 'public'));
    expect(decided).toHaveLength(11);
    expect(decided.every((r) => r.reason?.startsWith('Example, not your rule'))).toBe(true);
    const named = z.object({ displayName: z.string().startsWith('Example ') });
    expect(await bodies('person', named)).toHaveLength(12);
    expect((await bodies('workflow', workflow)).every((w) => w.worksheet?.isExample)).toBe(true);
  });
});

describe.each(['starter', 'demo'] as const)('%s again', (which) => {
  it('writes nothing the second time, nor a week later', async () => {
    const first = await load(which);
    const before = await everything();
    memory.clock.pass(7 * day);
    expect(await load(which)).toEqual({ which, created: 0, renewed: 0, unchanged: first.created });
    expect(await everything()).toEqual(before);
  });

  it('is the same when two start at once', async () => {
    const both = await Promise.all([load(which), load(which)]);
    expect(both.map((l) => l.which)).toEqual([which, which]);
    const once = await counts();
    expect(once).toMatchObject(same);
    const before = await everything();
    await load(which);
    expect(await everything()).toEqual(before);
  });

  it.each([0, 1, 2])('goes on when it was interrupted after write %i', async (writes) => {
    await expect(load(which, breakingAfter(writes))).rejects.toThrow('the power went');
    await load(which);
    expect(await counts()).toMatchObject(same);
    const before = await everything();
    await load(which);
    expect(await everything()).toEqual(before);
  });
});

/** The store of a process that dies after some writes. */
function breakingAfter(writes: number): TenantStore {
  let left = writes;
  return {
    ...memory.store,
    async write(operations: readonly WriteOperation[]) {
      if (left-- <= 0) throw new Error('the power went');
      return memory.store.write(operations);
    },
  };
}

describe('one store, one kind of load', () => {
  it.each([
    ['starter', 'demo'],
    ['demo', 'starter'],
  ] as const)('a store loaded as %s stays that when asked for %s', async (first, second) => {
    await load(first);
    const before = await everything();
    expect((await load(second)).which).toBe(first);
    expect(await everything()).toEqual(before);
  });

  it('also when the first load was interrupted', async () => {
    await expect(load('starter', breakingAfter(1))).rejects.toThrow();
    expect((await load('demo')).which).toBe('starter');
    expect(await counts()).toMatchObject({ workflow: 12, scenario: 18, person: 0 });
  });

  it('also when both kinds start at once', async () => {
    const [a, b] = await Promise.all([load('starter'), load('demo')]);
    expect(a.which).toBe(b.which);
    expect((await counts()).person).toBe(a.which === 'demo' ? 12 : 0);
  });
});

describe('what the organisation took away', () => {
  it('does not come back with the next start', async () => {
    await load('starter');
    const [gone] = await stored('tool');
    if (!gone) throw new Error('the starter has tools');
    await memory.store.write([{ op: 'remove', kind: 'tool', id: gone.id, version: gone.version }]);
    await load('starter');
    expect(await bodies('tool', tool)).toHaveLength(8);
  });
});
