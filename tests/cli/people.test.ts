/** Who may do what, given and taken at the keyboard: also to people who never wrote, never the last one taken, always audited. */
import { userInfo } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localTenant } from '../../src/config.ts';
import { loadStarter } from '../../src/content/load.ts';
import { findAll, type TenantStore } from '../../src/core/documents.ts';
import { silentLog } from '../../src/core/log.ts';
import { readStamp } from '../../src/core/stamp.ts';
import { readPerson } from '../../src/features/people/documents.ts';
import { openSqlite } from '../../src/stores/sqlite.ts';
import { movingClock } from '../helpers/moving-clock.ts';
import { scratchFolder } from '../helpers/server-process.ts';
import { callCli, runCli } from './cli-kit.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);
const one = 'b6a7c1de-0000-4000-8000-000000000701';
const two = 'b6a7c1de-0000-4000-8000-000000000702';
const run = (...args: string[]) => runCli({ dataDir: scratch.path }, ...args);
const call = (name: string, ...args: string[]) => callCli({ dataDir: scratch.path }, name, ...args);

async function looking<T>(look: (store: TenantStore) => Promise<T>): Promise<T> {
  const store = openSqlite({ dataDir: scratch.path, clock: movingClock(), log: silentLog });
  try {
    return await look(store.forTenant(localTenant));
  } finally {
    await store.close();
  }
}
const grantsOf = (id: string) =>
  looking(async (store) =>
    (await readPerson(store, id))?.person.grants.map(({ grant, scopeKind }) => [grant, scopeKind]),
  );

beforeAll(() => looking((store) => loadStarter(store, { which: 'starter', tenantId: localTenant, now: new Date() })));

describe('the command line', () => {
  it('names somebody who never wrote, and notes who typed it', async () => {
    const before = await looking(readStamp);
    const ran = run('grant', '--person', one.toUpperCase(), '--grant', 'hrlead', '--name', 'Sam Sample');
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain(`${one} now holds hrLead`);
    const by = `cli:${userInfo().username}`;
    expect(ran.out).toContain(by);
    await looking(async (store) => {
      expect((await readPerson(store, one))?.person).toMatchObject({
        displayName: 'Sam Sample',
        status: 'active',
        grants: [{ grant: 'hrLead', scopeKind: 'tenant', givenBy: by }],
      });
      const entries: unknown[] = [];
      for await (const { body } of findAll(store, { kind: 'auditEntry' })) entries.push(body);
      expect(entries).toEqual([
        expect.objectContaining({ actorKind: 'cli', actorId: by, action: 'person.grant', entityId: one }),
      ]);
      // What a running server keeps warm is old now.
      expect((await readStamp(store)).people).toBe(before.people + 1);
    });
  });

  it('gives in a department, and takes again', async () => {
    expect(run('grant', '--person', two, '--grant', 'manager', '--department', 'finance').out).toContain(
      'manager in finance',
    );
    expect(await grantsOf(two)).toEqual([['manager', 'department']]);
    expect(await call('revoke', '--person', two, '--grant', 'manager')).toMatchObject({ code: 0 });
    expect(await grantsOf(two)).toEqual([]);
  });

  it('says that one person now is both', async () => {
    expect((await call('grant', '--person', one, '--grant', 'governance')).out).toContain('now one person');
  });

  it('ends a call that is wrong with 2, and one that cannot be done with 1', () => {
    const wrong = run('grant', '--person', 'sam', '--grant', 'admin');
    expect(wrong).toMatchObject({ code: 2, out: '' });
    expect(wrong.err).toContain('--person takes the object id');
    const refused = run('revoke', '--person', one, '--grant', 'hrLead');
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('is the last hrLead');
  });

  it.each([
    ['no person', ['--grant', 'admin'], 2, '--person takes the object id'],
    ['a name for an id', ['--person', 'sam', '--grant', 'admin'], 2, '--person takes the object id'],
    ['no such grant', ['--person', two, '--grant', 'king'], 2, '--grant is one of author'],
    ['a community grant', ['--person', two, '--grant', 'host'], 2, '--grant is one of author'],
    ['no department', ['--person', two, '--grant', 'manager'], 1, 'add --department with one of '],
    ['an unknown one', ['--person', two, '--grant', 'manager', '--department', 'x'], 1, '--department is one of '],
    ['one too many', ['--person', two, '--grant', 'admin', '--department', 'hr'], 2, 'leave --department out'],
    ['a stray option', ['--person', two, '--grant', 'admin', '--force'], 2, '--force'],
    ['already so', ['--person', one, '--grant', 'hrLead'], 1, 'holds hrLead already'],
  ])('refuses to give: %s', async (_name, args, code, sentence) => {
    const ran = await call('grant', ...args);
    expect(ran).toMatchObject({ code, out: '' });
    expect(ran.err).toContain(sentence);
  });

  it.each([
    ['the last HR lead', ['--person', one, '--grant', 'hrLead'], 'is the last hrLead'],
    ['what is not held', ['--person', one, '--grant', 'admin'], 'does not hold admin'],
    ['of nobody', ['--person', 'b6a7c1de-0000-4000-8000-0000000007ff', '--grant', 'admin'], 'is nobody who may'],
  ])('refuses to take %s', async (_name, args, sentence) => {
    const ran = await call('revoke', ...args);
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toContain(sentence);
    expect(await grantsOf(one)).toContainEqual(['hrLead', 'tenant']);
  });
});

describe('erase', () => {
  it('needs to be meant, and a person', async () => {
    const unmeant = await call('erase', '--person', two);
    expect(unmeant).toMatchObject({ code: 2, out: '' });
    expect(unmeant.err).toContain('add --yes');
    expect((await call('erase', '--yes')).err).toContain('--person takes the object id');
    expect((await call('erase', '--person', two, '--yes', '--grant', 'admin')).err).toContain('--grant is no option');
  });

  it('leaves the last HR lead where they are', async () => {
    const ran = await call('erase', '--person', one, '--yes');
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toContain('is the last hrLead');
    expect(await grantsOf(one)).toContainEqual(['hrLead', 'tenant']);
  });

  it('counts what went, says who did it and reads again', async () => {
    expect((await call('grant', '--person', two, '--grant', 'hrLead')).code).toBe(0);
    const ran = run('erase', '--person', one, '--yes');
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toContain('1 person\n');
    expect(ran.out).toContain('auditEntry');
    expect(ran.out).toContain('read again: nothing here names this person');
    await looking(async (store) => {
      for await (const { body } of findAll(store, { kind: 'auditEntry' }))
        expect(JSON.stringify(body)).not.toContain(one);
      const [entry] = (await store.find({ kind: 'auditEntry', where: [['action', '=', 'person.erase']] })).items;
      expect(entry?.body).toMatchObject({ actorKind: 'cli', entityId: 'removed' });
    });
    expect((await call('erase', '--person', one, '--yes')).out).toContain('nothing here names this person');
  });
});
