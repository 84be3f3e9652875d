/** A move whose process is killed goes on where it stopped, and a wrong file, folder or tenant changes nothing. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { StoredDocument } from '../../src/core/documents.ts';
import { silentLog } from '../../src/core/log.ts';
import { openSqlite } from '../../src/stores/sqlite.ts';
import { movingClock } from '../helpers/moving-clock.ts';
import { scratchFolder } from '../helpers/server-process.ts';
import { callCli, type Ran, runCli, type Setting } from './cli-kit.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);
const path = (name: string): string => join(scratch.path, name);
const [ours, theirs] = ['10000000-0000-4000-8000-00000000000a', '20000000-0000-4000-8000-00000000000b'];
const tenants = [ours, theirs];
const count = 2_000;

const opened = (folder: string) => openSqlite({ dataDir: path(folder), clock: movingClock(), log: silentLog });

async function fill(folder: string, tenantId: string, documents: number, text: string): Promise<void> {
  const store = opened(folder);
  const one = (n: number) => ({ op: 'create' as const, kind: 'item', id: `n${n}`, body: { text: `${text} ${n}` } });
  for (let at = 0; at < documents; at += 100)
    await store.forTenant(tenantId).write(Array.from({ length: Math.min(100, documents - at) }, (_, n) => one(at + n)));
  await store.close();
}

async function documentsOf(folder: string, tenantId: string): Promise<StoredDocument[]> {
  const store = opened(folder);
  const archive = store.archive(tenantId);
  const all: StoredDocument[] = [];
  for (let page = await archive.read(); page.length > 0; page = await archive.read(page.at(-1))) all.push(...page);
  await store.close();
  return all;
}

const said: string[] = [];
type In = Omit<Setting, 'dataDir'> & { folder: string };
const noted = (ran: Ran): Ran => {
  said.push(ran.out, ran.err);
  return ran;
};
const settingOf = (given: In): Setting => ({ tenants, ...given, dataDir: path(given.folder) });
const run = (given: In, ...args: string[]) => noted(runCli(settingOf(given), ...args));
const call = async (given: In, name: string, ...args: string[]) =>
  noted(await callCli(settingOf(given), name, ...args));

await fill('from', ours, count, 'canary ours');
await fill('from', theirs, 3, 'canary theirs');
const whole = path('whole.jsonl');
run({ folder: 'from' }, 'export', '--tenant', ours, '--file', whole);
const inWhole = readFileSync(whole, 'utf8');
/** Each export has its own entry in the audit log, so that two files differ in that. */
const itemsIn = (text: string) => text.split('\n').filter((line) => line.includes('"kind":"item"'));
/** The items, and the entry of the export. */
const inFile = count + 1;

describe('a process killed', () => {
  it('twice in an export leaves a part, which the same call makes whole', () => {
    const file = path('killed.jsonl');
    const call = ['export', '--tenant', ours, '--file', file];
    // The first read only asks whether there is anything.
    const sizes = [3, 3].map((nth) => {
      expect(run({ folder: 'from', dies: `ORDER BY kind, id LIMIT#${nth}` }, ...call).signal).toBe('SIGKILL');
      expect(existsSync(file)).toBe(false);
      return statSync(`${file}.part`).size;
    });
    expect(sizes[1]).toBeGreaterThan(sizes[0] ?? 0);
    const last = run({ folder: 'from' }, ...call);
    expect(last).toMatchObject({ code: 0, err: '' });
    expect(last.out).toContain('went on with');
    expect(itemsIn(readFileSync(file, 'utf8'))).toEqual(itemsIn(inWhole));
    expect(existsSync(`${file}.part`)).toBe(false);
  });

  it('twice in an import loses nothing: the next one brings the rest', async () => {
    const call = ['import', '--tenant', ours, '--file', whole];
    for (const nth of [12, 9]) expect(run({ folder: 'into', dies: `COMMIT#${nth}` }, ...call).signal).toBe('SIGKILL');
    const partly = (await documentsOf('into', ours)).length;
    expect(partly).toBeGreaterThan(0);
    expect(partly).toBeLessThan(count);
    const last = run({ folder: 'into' }, ...call);
    expect(last.code).toBe(0);
    expect(last.out).toContain(`${inFile - partly} created, ${partly} present`);
    const own = (documents: StoredDocument[]) => documents.map(({ version: _, ...rest }) => rest);
    const there = own(await documentsOf('into', ours)).filter(({ kind }) => kind === 'item');
    expect(there).toEqual(own(await documentsOf('from', ours)).filter(({ kind }) => kind === 'item'));
  });
});

describe('a full disk', () => {
  it('ends an export with a sentence, and the same call makes it whole once there is room', () => {
    const file = path('full.jsonl');
    const call = ['export', '--tenant', ours, '--file', file];
    const full = run({ folder: 'from', blocks: 150 }, ...call);
    expect(full).toMatchObject({ code: 1, out: '' });
    expect(full.err).toContain('there is no room for');
    expect(existsSync(file)).toBe(false);
    expect(statSync(`${file}.part`).size).toBe(150 * 512);
    expect(run({ folder: 'from' }, ...call)).toMatchObject({ code: 0 });
    expect(itemsIn(readFileSync(file, 'utf8'))).toEqual(itemsIn(inWhole));
  });
});

describe('two tenants in one store', () => {
  it('stay apart: a file holds one, and brings one', async () => {
    expect(inWhole).not.toContain('canary theirs');
    const file = path('theirs.jsonl');
    expect(run({ folder: 'from' }, 'export', '--tenant', theirs, '--file', file).out).toContain('4 documents');
    expect(run({ folder: 'apart' }, 'restore', '--tenant', theirs, '--file', file, '--yes').code).toBe(0);
    expect(await documentsOf('apart', ours)).toEqual([]);
  });

  it('must be named, and the file must be of the named one', async () => {
    const nameless = await call({ folder: 'apart' }, 'export', '--file', path('nameless'));
    expect(nameless).toMatchObject({ code: 2, out: '' });
    expect(nameless.err).toContain('--tenant is missing');
    const wrong = await call({ folder: 'apart' }, 'import', '--tenant', theirs, '--file', whole);
    expect(wrong).toMatchObject({ code: 1, out: '' });
    expect(wrong.err).toContain(`holds tenant ${ours}`);
    expect(await documentsOf('apart', ours)).toEqual([]);
  });

  it('need no name where there is one', async () => {
    const one = await call({ folder: 'from', tenants: [theirs] }, 'export', '--file', path('one.jsonl'));
    expect(one).toMatchObject({ code: 0 });
    expect(one.out).toContain('5 documents');
  });
});

describe('an import', () => {
  it('of a dry run counts and writes nothing', async () => {
    const dry = await call({ folder: 'dry' }, 'import', '--tenant', ours, '--file', whole, '--dry-run');
    expect(dry).toMatchObject({ code: 0 });
    expect(dry.out).toContain(`${inFile} created`);
    expect(await documentsOf('dry', ours)).toEqual([]);
  });

  it('of an altered file writes nothing', async () => {
    const file = path('altered.jsonl');
    writeFileSync(file, inWhole.replace('canary ours 1999', 'canary ours 1998'));
    const altered = await call({ folder: 'altered' }, 'import', '--tenant', ours, '--file', file);
    expect(altered).toMatchObject({ code: 1, out: '' });
    expect(altered.err).toContain('was altered');
    expect(await documentsOf('altered', ours)).toEqual([]);
  });

  it('that meets a different document names it, keeps it, and is in the audit log all the same', async () => {
    await fill('mixed', ours, 1, 'canary mine');
    const met = await call({ folder: 'mixed' }, 'import', '--tenant', ours, '--file', whole);
    expect(met).toMatchObject({ code: 1, out: '' });
    expect(met.err).toContain(`${inFile - 1} created`);
    expect(met.err).toContain('different in the store: item n0\n');
    const mixed = await documentsOf('mixed', ours);
    expect(mixed.find(({ id }) => id === 'n0')?.body).toEqual({ text: 'canary mine 0' });
    const entries = mixed.filter(({ kind }) => kind === 'auditEntry');
    // That of the export came in the file.
    const [audit, ...more] = entries.filter(({ body }) => Object(body).action !== 'tenant.exported');
    expect(audit?.body).toMatchObject({
      actorKind: 'cli',
      actorId: expect.stringMatching(/^cli:./),
      action: 'tenant.imported',
      changes: { documents: { after: `${inFile - 1} created, 0 replaced` } },
    });
    expect(more).toEqual([]);
  });

  it('replaces it when told so twice', async () => {
    const call = ['import', '--tenant', ours, '--file', whole, '--overwrite', '--yes'];
    expect(run({ folder: 'mixed' }, ...call)).toMatchObject({ code: 0 });
    const replaced = (await documentsOf('mixed', ours)).find(({ id }) => id === 'n0');
    expect(replaced?.body).toEqual({ text: 'canary ours 0' });
  });
});

describe('what goes wrong is said in a sentence', () => {
  it.each([
    ['an empty store', ['backup'], 1, 'has no documents here'],
    ['a folder in place of a file', ['import', '--file', scratch.path], 1, 'cannot be read'],
    ['a place where nothing may be', ['export', '--file', '/dev/null/x.jsonl'], 1, 'cannot be written'],
    ['an option nobody knows', ['export', '--file', 'x', '--fast'], 2, 'export --file F [--tenant T]'],
    ['an option without its value', ['export', '--file'], 2, 'export --file F [--tenant T]'],
    ['a word too many', ['verify', '--file', 'x', 'y'], 2, 'verify --file F [--tenant T]'],
  ])('%s', async (_name, [name = '', ...args], code, sentence) => {
    const folder = name === 'backup' ? 'nothing here' : 'from';
    const ran = await call({ folder, tenants: [ours] }, name, ...args);
    expect(ran).toMatchObject({ code, out: '' });
    expect(ran.err).toContain(sentence);
    expect(ran.err).not.toMatch(/\n {4}at |node:internal/);
  });
});

it('a file belongs to the account that wrote it', () => {
  expect(statSync(whole).mode & 0o077).toBe(0);
});

it('no call shows what a document says', () => {
  expect(said.length).toBeGreaterThan(30);
  expect(said.filter((text) => text.includes('canary'))).toEqual([]);
});
