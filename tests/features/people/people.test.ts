/** People in the store: met, known, changed, and greeted once. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { findAll, type TenantStore } from '../../../src/core/documents.ts';
import { readStamp, type Stamp } from '../../../src/core/stamp.ts';
import type { Answer, Turn } from '../../../src/core/turn.ts';
import { firstMeeting, identify, readPerson, savePerson } from '../../../src/features/people/documents.ts';
import { ensureOwner } from '../../../src/features/people/owners.ts';
import { welcome } from '../../../src/features/welcome/index.ts';
import { aGrant, aTurn, type MemoryStore, memoryStore, today } from '../../helpers/builders.ts';

let memory: MemoryStore;
let store: TenantStore;
beforeEach(() => {
  memory = memoryStore();
  store = memory.store;
});
afterEach(() => memory.close());

const sam = { personId: 'person-1', name: 'Sam Sample' };
const met = { ...sam, locale: 'en-GB', zone: 'Europe/London' };
const ids = (count: number) => Array.from({ length: count }, (_, at) => at);
const stampAt = (people: number): Stamp => ({ content: 0, tools: 0, people });

async function stored(kind: string): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const { body } of findAll(store, { kind })) found.push(body);
  return found;
}

/** The store, with the people it was asked for. */
function counted(): { store: TenantStore; asked: string[] } {
  const asked: string[] = [];
  const get: TenantStore['get'] = (kind, id) => {
    if (kind === 'person') asked.push(id);
    return store.get(kind, id);
  };
  return { store: { ...store, get }, asked };
}

describe('who acts', () => {
  it('is somebody new: no role, no grant, language and zone from Teams', async () => {
    expect(await identify()(store, stampAt(0), met)).toEqual({
      tenantId: store.tenantId,
      ...met,
      roleIds: [],
      grants: [],
    });
    expect(await stored('person')).toEqual([]);
  });

  it('is somebody known: their own choice first, the name from Teams', async () => {
    const choice = { roleIds: ['recruiter'], departmentId: 'hr', language: 'es', zone: 'Europe/Madrid' };
    await savePerson(store, { ...sam, name: 'Old Name' }, today, { ...choice, grants: [aGrant('author', 'hr')] });
    expect(await identify()(store, stampAt(1), met)).toMatchObject({
      name: 'Sam Sample',
      roleIds: ['recruiter'],
      departmentId: 'hr',
      locale: 'es',
      zone: 'Europe/Madrid',
      grants: [{ grant: 'author', scopeId: 'hr' }],
    });
    expect((await identify()(store, stampAt(1), { ...met, name: ' \u200b' })).name).toBe('Old Name');
  });

  it.each(['left', 'guest'] as const)('has no grant once they are %s', async (status) => {
    await savePerson(store, sam, today, { status, grants: [aGrant('admin')] });
    expect((await identify()(store, stampAt(1), met)).grants).toEqual([]);
  });

  it('cleans and shortens a name', async () => {
    const { name } = await identify()(store, stampAt(0), { ...met, name: `\u202e${'x'.repeat(300)}` });
    expect(name).toBe(`${'x'.repeat(119)}…`);
  });

  it('is looked up once while nobody changed, and again when somebody did', async () => {
    const { store: watched, asked } = counted();
    const who = identify();
    for (const _ of ids(3)) await who(watched, stampAt(0), met);
    expect(asked).toHaveLength(1);
    await savePerson(store, sam, today, { roleIds: ['recruiter'] });
    expect((await who(watched, await readStamp(store), met)).roleIds).toEqual(['recruiter']);
    expect(asked).toHaveLength(2);
  });

  it('keeps no more people than it may', async () => {
    const { store: watched, asked } = counted();
    const who = identify(3);
    const come = async (number: number) => who(watched, stampAt(0), { ...met, personId: `person-${number}` });
    for (const number of ids(3)) await come(number);
    for (const number of ids(3)) await come(number);
    expect(asked).toHaveLength(3);
    await come(4);
    await come(4);
    await come(0);
    expect(asked).toEqual(['person-0', 'person-1', 'person-2', 'person-4', 'person-0']);
  });

  it('is another person in another tenant', async () => {
    const other: TenantStore = { ...store, tenantId: 'other', get: async () => undefined };
    await savePerson(store, sam, today, { roleIds: ['recruiter'] });
    const who = identify();
    expect((await who(store, stampAt(1), met)).roleIds).toEqual(['recruiter']);
    expect(await who(other, stampAt(1), met)).toMatchObject({ tenantId: 'other', roleIds: [] });
  });
});

describe('saving a person', () => {
  it('creates, then changes only what is named, and raises the stamp each time', async () => {
    await savePerson(store, sam, today, { roleIds: ['recruiter'] });
    await savePerson(store, sam, new Date('2026-12-01T10:00:00.000Z'), { language: 'es' });
    expect((await readPerson(store, 'person-1'))?.person).toMatchObject({
      displayName: 'Sam Sample',
      status: 'active',
      roleIds: ['recruiter'],
      language: 'es',
      createdAt: today.toISOString(),
      updatedAt: '2026-12-01T10:00:00.000Z',
      updatedBy: 'person-1',
    });
    expect((await readStamp(store)).people).toBe(2);
  });

  it('gives a person without a name a sign for one', async () => {
    await savePerson(store, { personId: 'person-1', name: '\u200b' }, today, {});
    expect((await readPerson(store, 'person-1'))?.person.displayName).toBe('-');
  });

  it('is met by the newer state when twenty come at once: nothing is lost', async () => {
    await savePerson(store, sam, today, { grants: [aGrant('author', 'hr')] });
    const results = await Promise.all(ids(20).map((n) => savePerson(store, sam, today, { roleIds: [`role-${n}`] })));
    expect(results.map((r) => r.kind)).toEqual(Array(20).fill('ok'));
    expect((await readPerson(store, 'person-1'))?.person.grants).toHaveLength(1);
    expect((await readStamp(store)).people).toBe(21);
  });

  it('lets different choices of one moment stand side by side', async () => {
    await Promise.all([
      savePerson(store, sam, today, { roleIds: ['recruiter'] }),
      savePerson(store, sam, today, { language: 'es' }),
      savePerson(store, sam, today, { zone: 'Europe/Madrid' }),
    ]);
    expect((await readPerson(store, 'person-1'))?.person).toMatchObject({
      roleIds: ['recruiter'],
      language: 'es',
      zone: 'Europe/Madrid',
    });
  });

  it('takes fifty people on the first morning', async () => {
    const come = (n: number) => savePerson(store, { personId: `person-${n}`, name: `Person ${n}` }, today, {});
    const results = await Promise.all(ids(50).map(come));
    expect(results.filter((r) => r.kind !== 'ok')).toEqual([]);
    expect((await readStamp(store)).people).toBe(50);
  });
});

describe('the first owners', () => {
  const names = async () =>
    (await readPerson(store, 'person-1'))?.person.grants.map((g) => `${g.grant} ${g.scopeKind}`);
  const audit = z.object({
    action: z.string(),
    entityId: z.string(),
    changes: z.object({ grant: z.object({ after: z.string() }) }),
  });
  const audited = async () => (await stored('auditEntry')).map((e) => audit.parse(e).changes.grant.after).toSorted();

  it('get both grants, with an audit entry each', async () => {
    await ensureOwner(store, 'person-1', memory.clock);
    expect(await names()).toEqual(['admin tenant', 'owner tenant']);
    expect(await audited()).toEqual(['admin', 'owner']);
    expect(await stored('auditEntry')).toContainEqual(
      expect.objectContaining({
        action: 'person.grant',
        entityId: 'person-1',
        actorKind: 'system',
        reason: 'OWNER_IDS',
      }),
    );
  });

  it('get nothing a second time', async () => {
    await ensureOwner(store, 'person-1', memory.clock);
    const before = await store.get('person', 'person-1');
    await ensureOwner(store, 'person-1', memory.clock);
    expect(await store.get('person', 'person-1')).toEqual(before);
    expect(await audited()).toEqual(['admin', 'owner']);
  });

  it('get only what is missing, and keep what they have', async () => {
    await savePerson(store, sam, today, { roleIds: ['recruiter'], grants: [aGrant('admin'), aGrant('author', 'hr')] });
    await ensureOwner(store, 'person-1', memory.clock);
    expect(await names()).toEqual(['admin tenant', 'author department', 'owner tenant']);
    expect((await readPerson(store, 'person-1'))?.person).toMatchObject({
      displayName: 'Sam Sample',
      roleIds: ['recruiter'],
    });
    expect(await audited()).toEqual(['owner']);
  });

  it('get them once when five servers start at once', async () => {
    await Promise.all(ids(5).map(() => ensureOwner(store, 'person-1', memory.clock)));
    expect(await names()).toEqual(['admin tenant', 'owner tenant']);
    expect(await audited()).toEqual(['admin', 'owner']);
  });
});

describe('a conversation', () => {
  it('is met for the first time once', async () => {
    expect(await firstMeeting(store, 'chat-1', today)).toBe(true);
    expect(await firstMeeting(store, 'chat-1', today)).toBe(false);
    expect(await firstMeeting(store, 'chat-2', today)).toBe(true);
  });

  it('also when twenty meet it at once', async () => {
    const met20 = await Promise.all(ids(20).map(() => firstMeeting(store, 'chat-1', today)));
    expect(met20.filter(Boolean)).toHaveLength(1);
  });
});

describe('the welcome', () => {
  const feature = welcome({
    roles: async () => [{ id: 'recruiter', name: 'Recruiter' }],
    chooseRole: async () => ({ kind: 'silent' }),
    firstMeeting: (turn, key) => firstMeeting(turn.store, key, turn.now),
    isExample: false,
  });
  const install = (change: Partial<Turn> = {}): Promise<Answer> => {
    const [handler] = feature.events ?? [];
    if (!handler) throw new Error('welcome hears that the app was installed');
    return handler.run(aTurn(store, change));
  };

  it('is said once in a conversation, however often Teams says that the app was added', async () => {
    const answers = await Promise.all(ids(10).map(() => install()));
    expect(answers.filter((a) => a.kind === 'card')).toHaveLength(1);
    expect(answers.filter((a) => a.kind === 'silent')).toHaveLength(9);
    expect((await install()).kind).toBe('silent');
  });

  it('is said again in another conversation', async () => {
    await install();
    const where = { surface: 'bot', conversation: 'channel', conversationId: 'channel-1' } as const;
    expect((await install({ where })).kind).toBe('card');
  });
});
