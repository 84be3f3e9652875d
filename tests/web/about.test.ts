/** What the tab says about itself: to everyone what is stored, to an administrator what of the set-up is to be mended; and how one is forgotten. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { readPerson } from '../../src/features/people/documents.ts';
import type { SqliteStore } from '../../src/stores/sqlite.ts';
import { message, person, tenantId } from '../helpers/activities.ts';
import { asPerson } from '../helpers/api.ts';
import { givenTo } from '../helpers/people.ts';
import { startWorld } from '../helpers/world.ts';

const world = await startWorld({ config: { firstLoad: 'starter' } });
const store = world.running.store.forTenant(tenantId);
afterAll(() => world.close());

it('says everyone what is stored, as the public page does', async () => {
  const { body } = await asPerson(world, 1).get('/api/about');
  expect(body).toMatchObject({ mayCheck: false, where: expect.stringContaining('database file') });
  const page = (await (await fetch(`${world.url}/about/privacy`)).text()).replaceAll('&amp;', '&');
  // Only where a mailbox is set do titles go there.
  expect(page).not.toContain('calendar of one mailbox');
  for (const { what, why, until } of body.stored) for (const text of [what, why, until]) expect(page).toContain(text);
  expect((await asPerson(world, 1).get('/api/about', { 'accept-language': 'es' })).body.stored[0].until).toContain(
    'hasta que',
  );
});

it('checks the set-up for an administrator, and says how to mend it', async () => {
  const admin = 601;
  expect(await asPerson(world, 1).get('/api/about/check')).toMatchObject({ status: 403 });
  await givenTo(store, admin, ['admin']);
  const before = (await asPerson(world, admin).get('/api/about/check')).body.items;
  const texts = (items: { state: string; text: string }[], state: string) =>
    items
      .filter((item) => item.state === state)
      .map(({ text }) => text)
      .join(' ');
  expect(texts(before, 'problem')).toMatch(/no HR lead.*no tools lead.*Nobody may answer questions in/s);
  expect(texts(before, 'warning')).toMatch(/Open mode.*One administrator/s);
  await givenTo(store, 602, ['hrLead', 'governance']);
  const after = (await asPerson(world, admin).get('/api/about/check')).body.items;
  expect(texts(after, 'problem')).toBe('');
  expect(texts(after, 'warning')).toContain('one person');
  await givenTo(store, 603, ['hrLead']);
  await givenTo(store, 604, ['admin']);
  const last = (await asPerson(world, admin).get('/api/about/check')).body.items;
  expect(texts(last, 'warning')).not.toMatch(/one person|One administrator/);
});

it('says how old the newest copy for recovery is', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'fieldbook-about-'));
  const kept = await startWorld({ config: { firstLoad: 'none', dataDir } });
  const { store: files } = kept.running;
  await givenTo(files.forTenant(tenantId), 1, ['admin']);
  const copies = async (): Promise<{ state: string; text: string }> =>
    (await asPerson(kept, 1).get('/api/about/check')).body.items.find(({ text }: { text: string }) =>
      /copy/.test(text),
    );
  expect(await copies()).toMatchObject({ state: 'warning', text: expect.stringContaining('no copy for recovery yet') });
  if (!('backupNow' in files)) throw new Error('not a file');
  await (files as SqliteStore).backupNow();
  expect(await copies()).toMatchObject({ state: 'ok', text: expect.stringContaining('23 Nov 2026') });
  kept.clock.pass(3 * 86_400_000);
  expect(await copies()).toMatchObject({ state: 'problem', text: expect.stringContaining('backup.failed') });
  await kept.close();
  rmSync(dataDir, { recursive: true });
});

it('forgets who asks for it, once they have read what goes', async () => {
  const number = 610;
  const from = person(number);
  await world.post(message('help', { from, conversation: { id: 'a:610', conversationType: 'personal', tenantId } }));
  await world.post(
    message('role recruiter', { from, conversation: { id: 'a:610', conversationType: 'personal', tenantId } }),
  );
  expect(await readPerson(store, from.aadObjectId)).toBeDefined();
  const { body } = await asPerson(world, number).get('/api/me/forget');
  expect({ goes: body.goes.length, stays: body.stays.length, note: body.note }).toEqual({
    goes: 4,
    stays: 3,
    note: '',
  });
  expect(await readPerson(store, from.aadObjectId)).toBeDefined();
  const done = await asPerson(world, number).post('/api/me/forget');
  expect(done).toMatchObject({ status: 200, body: { note: expect.any(String) } });
  expect((await readPerson(store, from.aadObjectId))?.person.displayName ?? '').not.toBe(from.name);
});

it('does not forget the last administrator', async () => {
  const alone = await startWorld({ config: { firstLoad: 'starter' } });
  await givenTo(alone.running.store.forTenant(tenantId), 1, ['admin']);
  expect(await asPerson(alone, 1).post('/api/me/forget')).toMatchObject({ status: 409 });
  await alone.close();
});
