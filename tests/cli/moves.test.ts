/** The verbs that move a tenant, as an administrator types them: exit codes, sentences, and nothing of the content. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { localTenant } from '../../src/config.ts';
import { silentLog } from '../../src/core/log.ts';
import { openSqlite } from '../../src/stores/sqlite.ts';
import { movingClock } from '../helpers/moving-clock.ts';
import { scratchFolder } from '../helpers/server-process.ts';
import { callCli, type Ran, runCli } from './cli-kit.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);
const folder = (name: string): string => join(scratch.path, name);
const file = folder('tenant.jsonl');

const run = (dataDir: string, ...args: string[]) => runCli({ dataDir: folder(dataDir) }, ...args);

const store = openSqlite({ dataDir: folder('first'), clock: movingClock(), log: silentLog });
await store.forTenant(localTenant).write(
  Array.from({ length: 30 }, (_, n) => ({
    op: 'create' as const,
    kind: 'item',
    id: `n${n}`,
    body: { text: `canary ${n}` },
  })),
);
await store.close();

const ways: Ran[] = [];
const told = (ran: Ran): Ran => {
  ways.push(ran);
  return ran;
};

describe('the way from one folder to another', () => {
  it('exports, restores and finds both sides equal', () => {
    const exported = told(run('first', 'export', '--file', file));
    expect(exported).toMatchObject({ code: 0, err: '' });
    const [, documents, hash] = /(\d+) documents, hash ([0-9a-f]{16})/.exec(exported.out) ?? [];
    expect(documents).toBe('31');
    expect(readFileSync(file, 'utf8')).toContain('tenant.exported');
    expect(told(run('first', 'verify', '--file', file)).out).toContain('equal');
    const restored = told(run('second', 'restore', '--file', file, '--yes'));
    expect(restored.code).toBe(0);
    expect(restored.out).toContain(`read back: 31 documents, hash ${hash}`);
    expect(restored.out).toContain('noted in the audit log');
    const verified = told(run('second', 'verify', '--file', file));
    expect(verified.code).toBe(1);
    expect(verified.err).toMatch(/extra in the store: auditEntry [0-9a-f-]{36}\n/);
  });

  it('imports once more without a change', () => {
    const again = told(run('second', 'import', '--file', file));
    expect(again).toMatchObject({ code: 0 });
    expect(again.out).toContain('0 created, 31 present');
  });

  it('makes a backup that can be restored, and the file copy beside it', () => {
    expect(told(run('first', 'backup')).code).toBe(0);
    const made = readdirSync(join(folder('first'), 'backups'));
    expect(made.some((name) => /^fieldbook-.*\.db$/.test(name))).toBe(true);
    const lines = made.find((name) => name.endsWith('.jsonl')) ?? '';
    expect(lines).toContain(localTenant);
    const from = join(folder('first'), 'backups', lines);
    expect(told(run('third', 'restore', '--file', from, '--yes')).code).toBe(0);
  });
});

describe('a call that is refused', () => {
  it.each([
    ['an unknown verb', ['explode'], 2, 'verbs are'],
    ['an option without its value', ['export', '--file'], 2, 'export --file F [--tenant T]'],
    ['a full tenant', ['restore', '--file', file, '--yes'], 1, 'so nothing was restored'],
  ])('ends the program: %s', (_name, args, code, sentence) => {
    const ran = told(run('first', ...args));
    expect(ran).toMatchObject({ code, out: '' });
    expect(ran.err).toContain(sentence);
  });

  it.each([
    ['restore without --yes', ['restore', '--file', file], 2, 'add --yes'],
    ['replace without --yes', ['import', '--file', file, '--overwrite'], 2, 'add --yes'],
    ['a file that is there', ['export', '--file', file], 2, 'is there already'],
    ['no file', ['import'], 2, '--file is missing'],
    ['an unknown option', ['export', '--file', file, '--fast'], 2, '--fast'],
    [
      'an option of another verb',
      ['verify', '--file', file, '--overwrite'],
      2,
      '--overwrite is no option of this verb',
    ],
    [
      'a tenant that is not ours',
      ['export', '--file', folder('x'), '--tenant', 'nobody'],
      2,
      'tenant nobody is not found',
    ],
    ['a file that is not there', ['import', '--file', folder('nothing')], 1, 'cannot be read'],
  ])('%s', async (_name, [name = '', ...args], code, sentence) => {
    const ran = told(await callCli({ dataDir: folder('first') }, name, ...args));
    expect(ran).toMatchObject({ code, out: '' });
    expect(ran.err).toContain(sentence);
    expect(existsSync(folder('x'))).toBe(false);
  });
});

it('no verb ever shows what a document says', () => {
  expect(ways.length).toBeGreaterThan(12);
  expect(ways.filter(({ out, err }) => `${out}${err}`.includes('canary'))).toEqual([]);
});
