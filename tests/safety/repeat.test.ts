/** Teams delivers again what it thinks was lost: one effect and the same answer, however often and however close (F17). */
import { afterAll, describe, expect, it } from '@jest/globals';
import type { WriteOperation } from '../../src/core/documents.ts';
import { aRequest } from '../features/tool-requests/requests-kit.ts';
import {
  execute,
  installed,
  message,
  person,
  query,
  type RawActivity,
  submit,
  submitAction,
  taskSubmit,
  tenantId,
} from '../helpers/activities.ts';
import { inputsIn, textsUnder } from '../helpers/in-json.ts';
import { givenTo } from '../helpers/people.ts';
import { dice, inParallel, scaled, seeds } from '../helpers/scale.ts';
import { storedCount } from '../helpers/stored.ts';
import { type Reply, startWorld } from '../helpers/world.ts';

/** All instances of one deployment have the same key. */
const config = { signingKey: Buffer.alloc(32, 'repeat') };
const world = await startWorld({ config });
/** A second instance on the same store, which knows of the first one's answers only what is stored. */
const twin = await startWorld({ config, overrides: { store: world.running.store } });
afterAll(async () => {
  await twin.close();
  await world.close();
});

/** An administrator, and people enough that each activity gives something to another one. */
const admin = 99;
const store = world.running.store.forTenant(tenantId);
await givenTo(store, admin, ['admin']);
const named = (n: number) => person(100_000 + n);
const most = 200 + scaled(300, 2_000);
for (let n = 0; n < most; n += 90) await store.write(Array.from({ length: 90 }, (_, at) => knownPerson(named(n + at))));

const count = (kind: string) => storedCount(world.running.store, kind);

const found = await world.post(query('findScenario', 'job description'));
const scenarioId = textsUnder('scenarioId', found.body)[0] ?? '';
const example = await world.post(taskSubmit({ verb: 'exampleScenario', scenarioId }));
const filled = { ...inputsIn(example.body), confirmed: 'true', verb: 'fillScenario', scenarioId };
const roleId = textsUnder('value', (await world.post(execute('openSettings'))).body).find((v) => v.length > 3) ?? '';

const joins = 'the same tool asked for by another';
const sameTool = { toolName: 'Togetherbot', need: 'Minutes' };
await world.post(execute('sendRequest', sameTool, { from: person(1) }));
const classOf = (n: number) => (n % 2 === 0 ? 'a staff list' : 'process notes');

const discoveryIn = (reply: Reply) => textsUnder('discoveryId', reply.body)[0] ?? '';
const dataClassId = (await store.find({ kind: 'dataClass', limit: 1 })).items[0]?.id ?? '';
const finding = (n: number) => ({ what: `Shared by person ${n}`, dataClassId, clean: 'true', go: 'anyway' });
/** How many used it is told as of now. */
const reuses = 'that I used it too';
const popular = discoveryIn(await world.post(execute('sendDiscovery', finding(1), { from: person(1) })));

/** Questions and requests that wait for a decision, one for each activity, and somebody of governance who is no HR lead. */
const tools = 98;
await givenTo(store, tools, ['governance']);
const restricted = aRequest({ lane: 'restricted', state: 'inReview', assigneeId: person(tools).aadObjectId });
const waits = (n: number): WriteOperation[] => [
  { op: 'create', kind: 'flag', id: `flag-${n}`, body: waitingFlag(n) },
  { op: 'create', kind: 'toolRequest', id: `request-${n}`, body: restricted },
];
for (let n = 100; n < most; n += 40) await store.write(Array.from({ length: 40 }, (_, at) => waits(n + at)).flat());
const proposes = 'propose it';

/** Each kind of activity that leaves something behind: as person `n`, and what must then be in the store once. */
const kinds: Record<string, { make: (n: number) => RawActivity; effect: string }> = {
  'flag sent from a dialog': {
    make: (n) => submitAction({ verb: 'sendFlag', question: `May I ask this, number ${n}?` }, { from: person(n) }),
    effect: 'flag',
  },
  'discovery shared from a dialog': {
    make: (n) => submitAction({ verb: 'sendDiscovery', ...finding(n) }, { from: person(n) }),
    effect: 'discovery',
  },
  'discovery shared from a card': {
    make: (n) => execute('sendDiscovery', finding(n), { from: person(n) }),
    effect: 'discovery',
  },
  [reuses]: {
    make: (n) => execute('reuseDiscovery', { discoveryId: popular }, { from: person(n) }),
    effect: 'reuse',
  },
  'flag sent from a card': {
    make: (n) => execute('sendFlag', { question: `May I ask that, number ${n}?` }, { from: person(n) }),
    effect: 'flag',
  },
  'a tool asked for': {
    make: (n) => execute('sendRequest', { toolName: `Repeatbot ${n}`, need: 'Minutes' }, { from: person(n) }),
    effect: 'toolRequest',
  },
  [joins]: {
    make: (n) => submitAction({ verb: 'sendRequest', ...sameTool }, { from: person(n) }),
    // Of those who join nothing new is there but their entry in the log.
    effect: 'auditEntry',
  },
  'a tool asked about that nobody has decided': {
    make: (n) => message(`can i use askbot with ${classOf(n)}`, { from: person(n), deliveryMode: undefined }),
    effect: 'inbound',
  },
  'role set on a card': { make: (n) => execute('saveSettings', { roleId }, { from: person(n) }), effect: 'person' },
  'role set by an old client': {
    make: (n) => submit({ verb: 'saveSettings', roleId }, { from: person(n), deliveryMode: undefined }),
    effect: 'person',
  },
  'role set by words': {
    make: (n) => message('role recruiter', { from: person(n), deliveryMode: undefined }),
    effect: 'person',
  },
  'form filled in': { make: (n) => submitAction(filled, { from: person(n) }), effect: 'personScenario' },
  'a question to the bot': {
    make: (n) => message('find job description', { from: person(n), deliveryMode: undefined }),
    effect: 'inbound',
  },
  'a right given by words': {
    make: (n) =>
      message(`grant project owner ${named(n).aadObjectId}`, { from: person(admin), deliveryMode: undefined }),
    effect: 'auditEntry',
  },
  'a person forgotten': {
    make: (n) => execute('forgetMe', {}, { from: named(n) }),
    effect: 'auditEntry',
  },
  'a decision about people proposed': {
    make: (n) =>
      execute(
        'decideFlag',
        { flagId: `flag-${n}`, ruling: 'yes', why: proposes, aboutPeople: 'true' },
        { from: person(tools) },
      ),
    effect: 'auditEntry',
  },
  'a decision about a tool for sensitive data proposed': {
    make: (n) =>
      execute(
        'decideRequest',
        { requestId: `request-${n}`, ruling: 'approved', why: proposes },
        { from: person(tools) },
      ),
    effect: 'auditEntry',
  },
  'the app added': {
    make: (n) =>
      installed('add', {
        from: person(n),
        conversation: { id: `a:${n}`, conversationType: 'personal', tenantId },
        deliveryMode: undefined,
      }),
    effect: 'conversation',
  },
};

function knownPerson({ aadObjectId, name }: ReturnType<typeof person>): WriteOperation {
  const at = '2026-11-23T09:00:00.000Z';
  const stamps = { createdAt: at, createdBy: 'system', updatedAt: at, updatedBy: 'system' };
  const body = { ...stamps, displayName: name, status: 'active', roleIds: [], grants: [] };
  return { op: 'create', kind: 'person', id: aadObjectId, body };
}

function waitingFlag(n: number) {
  const at = '2026-11-23T09:00:00.000Z';
  return {
    ...{ question: `Waits, number ${n}?`, category: 'other', categoryBy: 'context', urgency: 'normal' },
    ...{ anonymous: false, context: { surface: 'bot' }, scope: {}, state: 'needsDecision', dueAt: at, reopenCount: 0 },
    ...{ createdAt: at, createdBy: 'system', updatedAt: at, updatedBy: 'system' },
  };
}

const flagIdIn = (reply: Reply) => textsUnder('flagId', reply.body)[0] ?? '';

let next = 100;
const fresh = (kind: string): RawActivity => kinds[kind]?.make(++next) ?? {};

/** What one activity did: every answer, and how many messages reached the connector. */
function outcome(activity: RawActivity, replies: readonly Reply[]) {
  const { id } = activity;
  const requests = [...world.connector.requests, ...twin.connector.requests];
  const sent = requests.filter((r) => r.path.endsWith(`/activities/${String(id)}`)).length;
  return { statuses: replies.map((r) => r.status), different: new Set(replies.map((r) => r.text)).size, sent };
}

const replied = (activity: RawActivity) => (activity.type === 'invoke' ? 0 : 1);
const once = (activity: RawActivity) => ({ statuses: [200, 200, 200], different: 1, sent: replied(activity) });

describe('three at once', () => {
  it('finds its way in the example playbook', () => {
    expect(scenarioId).not.toBe('');
    expect(roleId).not.toBe('');
    expect(Object.keys(filled).length).toBeGreaterThan(4);
  });

  it.each(Object.keys(kinds))('%s', async (kind) => {
    const { effect = '' } = kinds[kind] ?? {};
    const [before, rowsBefore] = [await count(effect), await count('inbound')];
    const activity = fresh(kind);
    const replies = await Promise.all([1, 2, 3].map(() => world.post(activity)));
    expect(outcome(activity, replies)).toEqual(once(activity));
    expect(await count(effect)).toBe(before + 1);
    expect(await count('inbound')).toBe(rowsBefore + 1);
    expect(replies[0]?.text).not.toContain('"code"');
  });

  it.each(Object.keys(kinds))('%s, at two instances', async (kind) => {
    const { effect = '' } = kinds[kind] ?? {};
    const before = await count(effect);
    const activity = fresh(kind);
    const replies = await Promise.all([twin, world, twin].map((instance) => instance.post(activity)));
    expect(outcome(activity, replies)).toEqual(once(activity));
    expect(await count(effect)).toBe(before + 1);
  });

  it('finds the flag it made even a day later, when the row is gone', async () => {
    const activity = fresh('flag sent from a card');
    const first = await world.post(activity);
    const flags = await count('flag');
    for (const { clock } of [world, twin]) clock.pass(25 * 3_600_000);
    const later = await world.post(activity);
    expect(flagIdIn(later)).toBe(flagIdIn(first));
    expect(flagIdIn(first)).not.toBe('');
    expect(await count('flag')).toBe(flags);
  });

  it('counts a press once and tells the same a day later; another press is told so', async () => {
    const activity = fresh(reuses);
    const first = await world.post(activity);
    const used = await count('reuse');
    for (const { clock } of [world, twin]) clock.pass(25 * 3_600_000);
    expect((await twin.post(activity)).text).toBe(first.text);
    expect((await twin.post({ ...activity, id: 'pressed-again' })).text).toContain('You are counted already');
    expect(await count('reuse')).toBe(used);
  });

  it('keeps the answer of the last flag that a day allows', async () => {
    const from = person(90);
    const send = (n: number) =>
      world.post(execute('sendFlag', { question: `Question ${n}` }, { from, id: `day-${n}` }));
    for (let n = 1; n <= 19; n++) await send(n);
    const [first, second] = [await send(20), await send(20)];
    expect(first.text).toContain('Question 20');
    expect(second.text).toBe(first.text);
    expect((await send(21)).body).toMatchObject({ value: { code: 'daily_limit' } });
  });
});

describe('many, shuffled', () => {
  it.each(seeds)(
    'seed %d',
    async (seed) => {
      const random = dice(seed);
      const rounds = scaled(300, 2_000) / seeds.length;
      // How many asked for the same tool is told as of now, so that one's repeats differ once another has joined.
      const names = Object.keys(kinds).filter((name) => name !== joins && name !== reuses);
      const activities = Array.from({ length: rounds }, () => fresh(random.pick(names)));
      const [flags, audits, rows] = [await count('flag'), await count('auditEntry'), await count('inbound')];
      const [requests, discoveries] = [await count('toolRequest'), await count('discovery')];
      const deliveries = random.shuffle(activities.flatMap((activity) => [activity, activity, activity]));
      const replies = await inParallel(deliveries, 24, (activity) =>
        (random.chance(0.5) ? world : twin).post(activity),
      );
      for (const activity of activities) {
        const own = replies.filter((_, at) => deliveries[at] === activity);
        expect({ activity, ...outcome(activity, own) }).toEqual({ activity, ...once(activity) });
      }
      const has = (mark: string) => activities.filter((a) => JSON.stringify(a).includes(mark)).length;
      const [flagged, granted, requested] = [has('sendFlag'), has('grant project owner'), has('sendRequest')];
      const [forgotten, proposed] = [has('forgetMe'), has(proposes)];
      expect(await count('flag')).toBe(flags + flagged);
      expect(await count('toolRequest')).toBe(requests + has('Repeatbot'));
      expect(await count('discovery')).toBe(discoveries + has('sendDiscovery'));
      const audited = flagged + granted + requested + proposed + has('sendDiscovery') + forgotten;
      expect(await count('auditEntry')).toBe(audits + audited);
      expect(await count('inbound')).toBe(rows + activities.length);
      process.stdout.write(`repeats: ${rounds} activities, 3 times each, ${flagged} flags, seed ${seed}\n`);
    },
    60_000,
  );
});
