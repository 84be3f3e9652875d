/** Owners by the app role of Entra: given once, ended by a newer token or by silence, never the last one, and a right taken here stays taken (reliability.md 1). */
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { readPerson } from '../../src/features/people/documents.ts';
import { ensureOwner } from '../../src/features/people/owners.ts';
import { ownersByRole } from '../../src/features/people/owners-by-role.ts';
import { person, tenantId } from '../helpers/activities.ts';
import { type Caller, caller } from '../helpers/api.ts';
import { type Entra, entraStub } from '../helpers/entra.ts';
import { givenTo } from '../helpers/people.ts';
import { startWorld, type World } from '../helpers/world.ts';

const dayMs = 86_400_000;
const role = { roles: ['Playbook.Owner'] };
let world: World;
let entra: Entra;
let last = 800;
/** Somebody new for each test. */
let me = 0;
const store = () => world.running.store.forTenant(tenantId);
const id = (number: number) => person(number).aadObjectId;

beforeAll(async () => {
  entra = await entraStub(tenantId, { now: () => world.clock.now() });
  world = await startWorld({
    ...{ bot: true, config: { firstLoad: 'starter' } },
    overrides: { web: { entraUrl: entra.metadataUrl } },
  });
});
afterAll(async () => {
  await world.close();
  await entra.close();
});
beforeEach(() => {
  me = ++last;
});

/** Signs in with a token of this moment. */
async function as(number: number, claims: object = {}): Promise<Caller> {
  return caller(world, `Bearer ${await entra.token(id(number), { name: person(number).name, ...claims })}`);
}
async function grantsAfter(number: number, claims: object = {}): Promise<string[]> {
  const { status, body } = await (await as(number, claims)).get('/api/me');
  expect(status).toBe(200);
  return body.grants.map(({ grant }: { grant: string }) => grant);
}
const stored = async (number: number) => (await readPerson(store(), id(number)))?.person;
const audit = async (number: number) =>
  (await store().find({ kind: 'auditEntry', where: [['entityId', '=', id(number)]], limit: 50 })).items
    .map(({ body }) => Object(body))
    .map(({ action, changes, reason }) =>
      `${action} ${changes.grant.before || changes.grant.after} ${reason ?? ''}`.trim(),
    )
    .toSorted();

async function otherAdmin(): Promise<number> {
  const number = ++last;
  await givenTo(store(), number, ['admin']);
  return number;
}
const noOtherAdmin = async (...stay: number[]) => {
  for (const { id: each } of (await store().find({ kind: 'person', limit: 100 })).items) {
    const found = await store().get('person', each);
    if (!found || [me, ...stay].some((number) => each === id(number))) continue;
    const body = { ...Object(found.body), grants: [] };
    await store().write([{ op: 'replace', kind: 'person', id: each, version: found.version, body }]);
  }
};

it('a token with the role gives both grants in the same request, once, and says so in the audit log', async () => {
  expect(await grantsAfter(me)).toEqual([]);
  world.clock.pass(1_000);
  expect(await grantsAfter(me, role)).toEqual(['admin', 'owner']);
  expect(await stored(me)).toMatchObject({ displayName: person(me).name, status: 'active' });
  world.clock.pass(3_600_000);
  expect(await grantsAfter(me, role)).toEqual(['admin', 'owner']);
  expect(await audit(me)).toEqual(['person.grant admin Playbook.Owner', 'person.grant owner Playbook.Owner']);
});

it('twenty requests at once give them once', async () => {
  const who = await as(me, role);
  const answers = await Promise.all(Array.from({ length: 20 }, () => who.get('/api/me')));
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
  expect((await stored(me))?.grants).toHaveLength(2);
  expect(await audit(me)).toHaveLength(2);
});

it.each([['Playbook.Reader'], ['playbook.owner'], [7], [['Playbook.Owner']]])(
  'a role %j gives nothing',
  async (name) => {
    expect(await grantsAfter(me, { roles: [name] })).toEqual([]);
    expect(await stored(me)).toBeUndefined();
  },
);

it('a newer token without the role ends what it brought, and nothing else', async () => {
  await otherAdmin();
  await givenTo(store(), me, ['hrLead']);
  await grantsAfter(me, role);
  world.clock.pass(1_000);
  expect(await grantsAfter(me)).toEqual(['hrLead']);
  expect(await audit(me)).toContain('person.revoke admin Playbook.Owner');
});

it('an older token counts no more, with the role or without', async () => {
  await otherAdmin();
  const [without, withRole] = [await as(me), await as(me, { ...role, iat: seconds() + 1 })];
  world.clock.pass(2_000);
  await withRole.get('/api/me');
  expect((await without.get('/api/me')).body.grants).toHaveLength(2);
  expect(await grantsAfter(me)).toEqual([]);
  expect((await withRole.get('/api/me')).body.grants).toEqual([]);
});
const seconds = () => Math.floor(world.clock.now().getTime() / 1_000);

it('given again in Entra after it had ended, it holds again', async () => {
  await otherAdmin();
  await grantsAfter(me, role);
  world.clock.pass(1_000);
  await grantsAfter(me);
  world.clock.pass(1_000);
  expect(await grantsAfter(me, role)).toEqual(['admin', 'owner']);
});

it('what an administrator took stays taken, until OWNER_IDS names them at a start', async () => {
  const admin = await otherAdmin();
  await grantsAfter(me, role);
  const boss = await as(admin);
  const { version } = (await boss.get(`/api/people/${id(me)}`)).body;
  expect((await boss.post(`/api/people/${id(me)}/revoke`, { right: 'admin' }, version)).status).toBe(200);
  for (const claims of [role, {}, role]) {
    world.clock.pass(1_000);
    expect(await grantsAfter(me, claims)).not.toContain('admin');
  }
  await ensureOwner(store(), id(me), world.clock);
  expect(await grantsAfter(me)).toEqual(expect.arrayContaining(['admin', 'owner']));
  world.clock.pass(1_000);
  expect(await grantsAfter(me)).toHaveLength(2);
  expect(await audit(me)).toContain('person.grant admin OWNER_IDS');
});

it('seven days after the last sign-in it ends by itself; a sign-in in between counts anew', async () => {
  await otherAdmin();
  await grantsAfter(me, role);
  world.clock.pass(6 * dayMs);
  await grantsAfter(me, role);
  world.clock.pass(2 * dayMs);
  await world.tick();
  expect((await stored(me))?.grants).toHaveLength(2);
  world.clock.pass(6 * dayMs);
  await world.tick();
  expect((await stored(me))?.grants).toEqual([]);
  expect(await audit(me)).toContain('person.revoke owner Playbook.Owner');
});

it('the last administrator stays, with a warning, until there is another one', async () => {
  await grantsAfter(me, role);
  await noOtherAdmin();
  world.clock.pass(1_000);
  expect(await grantsAfter(me)).toEqual(['admin', 'owner']);
  expect(world.log).toContainEqual(expect.objectContaining({ level: 'warn', event: 'owner.lastByRole' }));
  const checks = async () => JSON.stringify((await (await as(me)).get('/api/about/check')).body);
  expect(await checks()).toContain('a role in Entra that has ended');
  world.clock.pass(8 * dayMs);
  await world.tick();
  expect((await stored(me))?.grants).toHaveLength(2);
  await otherAdmin();
  world.clock.pass(dayMs);
  await world.tick();
  expect((await stored(me))?.grants).toEqual([]);
});

it('of two whose role ends at the same moment one stays (R2)', async () => {
  const other = ++last;
  for (const each of [me, other]) await grantsAfter(each, role);
  await noOtherAdmin(other);
  world.clock.pass(1_000);
  const now = world.clock.now();
  const take = ownersByRole();
  const ended = [me, other].map(async (number) => {
    const bearer = { personId: id(number), name: '', appRoles: [], issuedAt: now };
    const grants = (await stored(number))?.grants ?? [];
    const who = { ...{ tenantId, personId: id(number), name: '', roleIds: [] }, grants, locale: 'en', zone: 'UTC' };
    return take(store(), bearer, who, { now, requestId: 'test' });
  });
  expect((await Promise.all(ended)).toSorted()).toEqual(['changed', 'last']);
  const left = (await Promise.all([stored(me), stored(other)])).map((each) => each?.grants.length);
  expect(left.toSorted()).toEqual([0, 2]);
});

it('a guest with the role gets nothing', async () => {
  expect(await (await as(me, { ...role, acct: 1 })).get('/api/me')).toMatchObject({ status: 403 });
  expect(await stored(me)).toBeUndefined();
});
