/** The house holds: who may import whom, how large a file is, and that the SDKs stay in their folder (src/README.md). */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { foreignAllowed, oursAllowed, roomOf } from './helpers/house.ts';

const root = resolve(import.meta.dirname, '..');
const src = join(root, 'src');

interface Import {
  readonly file: string;
  readonly target: string;
}

const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

/** Static, dynamic, side-effect and re-exporting imports, and `createRequire(...)('x')`. */
const importPattern =
  /(?:^|[\s;])(?:import|export)\s+(?:type\s+)?(?:[\w*{}\s,$]+\s+from\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|\brequire(?:\([^)]*\))?\(\s*['"]([^'"]+)['"]\s*\)/g;

const importsOf = (file: string): Import[] =>
  [
    ...readFileSync(file, 'utf8')
      .replaceAll(/`[^`]*`/g, '``')
      .matchAll(importPattern),
  ].map((m) => ({ file, target: m[1] ?? m[2] ?? m[3] ?? '' }));

const nameOf = (file: string) => relative(src, file).split(sep).join('/');
const packageOf = (target: string) =>
  target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');

function problemsOf({ file, target }: Import): string[] {
  const room = roomOf(nameOf(file));
  if (target.startsWith('.')) {
    const to = nameOf(resolve(dirname(file), target));
    return oursAllowed(room, nameOf(file), to) ? [] : [`${nameOf(file)} imports ${to}`];
  }
  if (target.startsWith('node:') && target !== 'node:sqlite') return [];
  const name = target === 'node:sqlite' ? target : packageOf(target);
  return foreignAllowed(room, name) ? [] : [`${nameOf(file)} imports ${name}`];
}

describe('the import table', () => {
  it('holds for every file', () => {
    expect(files(src).flatMap(importsOf).flatMap(problemsOf)).toEqual([]);
  });

  it.each([
    ['src/features/flags/index.ts', 'botbuilder'],
    ['src/core/turn.ts', '@microsoft/teams-ai'],
    ['src/web/server.ts', 'botframework-connector'],
    ['src/web/server.ts', 'openai'],
    ['src/features/flags/lifecycle.ts', 'express'],
    ['src/search/search.ts', 'node:sqlite'],
    ['src/features/flags/lifecycle.ts', '../playbook/book.ts'],
    ['src/core/turn.ts', '../features/playbook/model.ts'],
    ['src/teams/mount.ts', '../stores/sqlite.ts'],
    ['src/features/flags/page.tsx', './lifecycle.ts'],
    ['src/features/flags/page.tsx', '../playbook/page.tsx'],
    ['src/tab/shell.tsx', '../features/flags/page.tsx'],
    ['src/web/server.ts', '../teams/door.ts'],
    ['src/features/flags/lifecycle.ts', '../../graph/calendar.ts'],
    ['src/web/server.ts', 'windows-iana'],
  ])('refuses that %s imports %s', (file, target) => {
    expect(problemsOf({ file: join(root, file), target })).toHaveLength(1);
  });

  it('sees every way to import', () => {
    const text =
      "import a from 'one';\nimport 'two';\nexport { b } from 'three';\nconst c = await import('four');\nconst d = createRequire(x)('five');\n";
    const found = [...text.matchAll(importPattern)].map((m) => m[1] ?? m[2] ?? m[3]);
    expect(found).toEqual(expect.arrayContaining(['one', 'two', 'three', 'four']));
  });
});

/** Texts and word lists are as long as they are. */
const dataFile = (file: string) => /^(?:content\/|search\/(?:synonyms|stop-words)\.ts)/.test(nameOf(file));

describe('the style of the house', () => {
  it('keeps every file within 250 lines, data apart', () => {
    const long = files(src).filter((f) => !dataFile(f) && readFileSync(f, 'utf8').split('\n').length > 251);
    expect(long.map(nameOf)).toEqual([]);
  });

  it('reads the environment in one place', () => {
    const code = (f: string) => readFileSync(f, 'utf8').replaceAll(/^\s*(?:\/\*\*|\*|\/\/).*$/gm, '');
    const readers = files(src).filter((f) => code(f).includes('process.env'));
    expect(readers.map(nameOf)).toEqual(['cli-moves.ts', 'cli.ts', 'main.ts']);
  });

  it('compiles card templates in one module only', () => {
    expect(
      files(src)
        .filter((f) => /new Template\(/.test(readFileSync(f, 'utf8')))
        .map(nameOf),
    ).toEqual(['core/card-values.ts']);
  });

  it('loads the distributed store only when it is configured', () => {
    const statically = /^import (?!type ).*from '\.\/cosmos\.ts';$/m;
    const inStores = files(join(src, 'stores'));
    expect(inStores.filter((f) => statically.test(readFileSync(f, 'utf8'))).map(nameOf)).toEqual([]);
    const client = /^import (?!type ).*from '@azure\//m;
    const users = inStores.filter((f) => client.test(readFileSync(f, 'utf8'))).map(nameOf);
    expect(users).toEqual(['stores/cosmos-wire.ts']);
    const importers = files(src)
      .flatMap(importsOf)
      .filter(({ target }) => /\/cosmos(?:-wire)?\.ts$/.test(target));
    expect(importers.map(({ file, target }) => `${nameOf(file)} ${target}`).toSorted()).toEqual([
      'stores/cosmos.ts ./cosmos-wire.ts',
      'stores/open.ts ./cosmos.ts',
    ]);
  });

  it('loads the calendar of a mailbox only when one is configured', () => {
    const statically = /^import (?!type ).*from '(?:\.\/calendar\.ts|@azure\/.*)';$/m;
    const inGraph = files(join(src, 'graph'));
    expect(inGraph.filter((f) => statically.test(readFileSync(f, 'utf8'))).map(nameOf)).toEqual([]);
    const intoGraph = files(src)
      .filter((f) => !inGraph.includes(f))
      .flatMap(importsOf)
      .filter(({ target }) => target.includes('/graph/'));
    expect(intoGraph.map(({ file, target }) => `${nameOf(file)} ${target}`)).toEqual(['server.ts ./graph/open.ts']);
  });

  it('has no barrels: an index is the door of a feature or of a seam', () => {
    const doors = files(src)
      .filter((f) => f.endsWith(`${sep}index.ts`))
      .map(nameOf);
    expect(doors.filter((d) => !/^features\/[^/]+\/index\.ts$/.test(d))).toEqual(['teams/index.ts']);
  });

  it('lists every decision with its five parts', () => {
    const folder = join(src, 'decisions');
    const bad = readdirSync(folder).filter((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return (
        !/^\d{3}-[a-z0-9-]+\.md$/.test(name) ||
        !['Date:', 'Context:', 'Decision:', 'Consequence:', 'Would change it:'].every((part) => text.includes(part))
      );
    });
    expect(bad).toEqual([]);
  });

  it('names no folder of its own at the top', () => {
    const allowed = new Set(['src', 'appPackage', 'infra', 'env', 'tests', 'node_modules']);
    const folders = readdirSync(root, { withFileTypes: true }).filter(
      (e) => e.isDirectory() && !e.name.startsWith('.') && !allowed.has(e.name),
    );
    expect(folders.map((e) => e.name)).toEqual([]);
    expect(existsSync(join(root, 'scripts'))).toBe(false);
  });
});
