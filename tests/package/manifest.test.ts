import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { buildAppPackage } from '../../src/files/app-package.ts';
import { manifestSchemas } from '../../src/files/manifest-schema.ts';
import { folder, home, manifestOf, settingsOf, spanish, template } from './package-files.ts';
import { writePng } from './png-kit.ts';

const execute = promisify(execFile);
const manifest = manifestOf('dev');
const [bot] = manifest.bots;
const [extension] = manifest.composeExtensions;
const values = settingsOf('dev');

describe('the package', () => {
  it.each(['dev', 'local'])('is built from env/.env.%s and equal to the last byte each time', async (name) => {
    const [first, second] = await Promise.all([1, 2].map(() => buildAppPackage(folder, settingsOf(name))));
    expect(first).toMatchObject({ kind: 'built', files: ['manifest.json', 'es.json', 'color.png', 'outline.png'] });
    expect(second).toEqual(first);
  });

  it('bears no mark of the time zone', async () => {
    const program = `const { buildAppPackage } = await import(${JSON.stringify(`${home}/src/files/app-package.ts`)});
      for (const zone of ['Asia/Tokyo', 'America/New_York']) {
        process.env.TZ = zone;
        const made = await buildAppPackage(${JSON.stringify(folder)}, ${JSON.stringify(values)});
        console.log(new Date(0).getHours(), made.bytes.toString('base64'));
      }`;
    const { stdout } = await execute(process.execPath, ['--input-type=module', '-e', program]);
    const [far, near] = stdout.split('\n').map((line) => line.split(' '));
    expect([far?.[0], near?.[0]]).toEqual(['9', '19']);
    expect(far?.[1]?.length).toBeGreaterThan(1000);
    expect(far?.[1]).toBe(near?.[1]);
  });

  it('holds what the manifest names and nothing else', async () => {
    expect((await readdir(folder)).toSorted()).toEqual(['color.png', 'es.json', 'manifest.json', 'outline.png']);
  });

  it('has all its values in the env files, without a secret', () => {
    const names = [...template.matchAll(/\$\{\{(\w+)\}\}/g)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(0);
    for (const file of ['dev', 'local', 'testtool']) {
      const found = Object.keys(settingsOf(file));
      expect(found.filter((name) => /SECRET|PASSWORD|KEY|TOKEN/.test(name))).toEqual([]);
      if (file !== 'testtool') expect(found).toEqual(expect.arrayContaining(names));
    }
  });
});

describe('what is wrong with a package is said', () => {
  let copy = '';
  beforeAll(async () => {
    copy = await mkdtemp(join(tmpdir(), 'fieldbook-package-'));
  });
  afterAll(() => rm(copy, { recursive: true }));

  const greenSquare = { width: 32, height: 32, channels: 4, pixels: new Uint8Array(32 * 32 * 4).fill(120) } as const;
  const edited = (from: string, to: string) => ({ 'manifest.json': template.replace(from, to) });
  const rows: readonly (readonly [string, () => Promise<Record<string, string | Buffer>>, string])[] = [
    ['an unknown key', async () => edited('"accentColor"', '"extra": 1, "accentColor"'), 'additional properties'],
    ['a long name', async () => edited('"short": "Fieldbook"', `"short": "${'x'.repeat(31)}"`), '30 characters'],
    ['a variable without value', async () => edited('#17594A', `$${'{{NOWHERE}}'}`), 'no value for NOWHERE'],
    ['a stray file', async () => ({ 'notes.txt': 'x' }), 'notes.txt: not named'],
    ['a file that is not there', async () => edited('es.json', 'fr.json'), 'fr.json: not in the folder'],
    ['a wrong word', async () => ({ 'es.json': JSON.stringify({ 'name.shirt': 'x' }) }), 'es.json: / must'],
    [
      'swapped icons',
      async () => ({ 'color.png': await readFile(join(folder, 'outline.png')) }),
      'color.png: must be 192',
    ],
    ['a coloured outline', async () => ({ 'outline.png': writePng(greenSquare) }), 'outline.png: may be white'],
    ['no picture', async () => ({ 'outline.png': 'GIF89a' }), 'outline.png: not a plain'],
  ];
  it.each(rows)('%s', async (_, change, sentence) => {
    const place = join(copy, 'app');
    await rm(place, { recursive: true, force: true });
    await cp(folder, place, { recursive: true });
    for (const [name, content] of Object.entries(await change())) await writeFile(join(place, name), content);
    const made = await buildAppPackage(place, values);
    expect(made.kind === 'refused' ? made.problems.join('\n') : made.kind).toContain(sentence);
  });

  it('puts a value into its place only', async () => {
    const made = await buildAppPackage(folder, { ...values, DEVELOPER_NAME: 'A "quoted" name' });
    expect(made.kind).toBe('built');
  });
});

describe('the store and the platform', () => {
  it('finds manifest and words valid by the official schemas', async () => {
    const schemas = await manifestSchemas();
    expect(schemas.manifest(manifestWithValues())).toEqual([]);
    expect(schemas.words(spanish)).toEqual([]);
    expect(schemas.manifest({})).not.toEqual([]);
  });

  const manifestWithValues = (): unknown =>
    JSON.parse(template.replace(/\$\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? ''));

  it('meets one version, the one of the project', async () => {
    const project = z
      .object({ version: z.string() })
      .parse(JSON.parse(await readFile(join(home, 'package.json'), 'utf8')));
    for (const name of ['dev', 'local']) expect(manifestOf(name).version).toBe(project.version);
  });

  it('writes ids, addresses, names of people and the version as variables only', () => {
    expect(template).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/i);
    expect(template.replaceAll('https://developer.microsoft.com/json-schemas/', '')).not.toMatch(/https?:|www\./);
  });

  it.each(['dev', 'local'])('gets own https addresses in %s, no wildcard, no shared platform', (name) => {
    const { validDomains, developer, composeExtensions } = manifestOf(name);
    const { PUBLIC_URL, PUBLIC_HOST } = settingsOf(name);
    expect(PUBLIC_URL).toBe(`https://${PUBLIC_HOST}`);
    expect(validDomains).toEqual([PUBLIC_HOST]);
    expect(composeExtensions[0].messageHandlers.map(({ value }) => value)).toEqual([
      { domains: [PUBLIC_HOST], supportsAnonymizedPayloads: true },
    ]);
    expect(`${PUBLIC_HOST}`).not.toMatch(/\*|azurewebsites\.net|botframework\.com/);
    expect([developer.websiteUrl, developer.privacyUrl, developer.termsOfUseUrl]).toEqual(
      ['help', 'privacy', 'terms'].map((page) => `${PUBLIC_URL}/about/${page}`),
    );
  });

  it('gets a name and descriptions by its rules', () => {
    for (const name of [manifest.name.short, manifest.name.full, spanish['name.short'], spanish['name.full']]) {
      expect(name).not.toMatch(/teams|microsoft/i);
    }
    for (const short of [manifest.description.short, spanish['description.short'] ?? '']) {
      expect(short).toMatch(/^[^.!?]+\.$/);
      expect(short).not.toMatch(/\bapp\b|aplicación/i);
    }
    for (const full of [manifest.description.full, spanish['description.full'] ?? '']) {
      expect(full.search('Microsoft Teams')).toBeLessThan(full.search(/(?<!Microsoft )Teams|$/));
    }
  });

  it('gets commands without slash or double in every scope', () => {
    expect(bot.commandLists.map(({ scopes }) => scopes)).toEqual(bot.scopes.map((scope) => [scope]));
    const spoken = (i: number, j: number) => spanish[`bots[0].commandLists[${i}].commands[${j}].title`] ?? '';
    bot.commandLists.forEach(({ commands }, i) => {
      for (const titles of [commands.map(({ title }) => title), commands.map((_, j) => spoken(i, j))]) {
        expect(new Set(titles).size).toBe(titles.length);
        for (const title of titles) expect(title).toMatch(/^[\p{Ll} ]{2,32}$/u);
      }
      expect(commands.length).toBeLessThanOrEqual(12);
    });
    expect(bot.commandLists.length).toBeLessThanOrEqual(3);
  });

  it('gets an extension within its limits', () => {
    const ids = extension.commands.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeLessThanOrEqual(10);
    for (const { type, parameters, samplePrompts, semanticDescription, fetchTask } of extension.commands) {
      expect(parameters.length).toBeLessThanOrEqual(5);
      expect(fetchTask).toBe(type === 'action');
      if (type === 'action') continue;
      expect(parameters.length).toBeGreaterThan(0);
      expect(semanticDescription).toBeDefined();
      expect(samplePrompts.length).toBeGreaterThanOrEqual(3);
      expect(samplePrompts.length).toBeLessThanOrEqual(5);
    }
  });

  it('gets tabs that exist', async () => {
    const ids = manifest.staticTabs.map(({ entityId }) => entityId);
    expect(ids).toEqual(['conversations', 'playbook', 'review', 'tools', 'me', 'about']);
    const shown = manifest.staticTabs.flatMap(({ contentUrl }) => contentUrl ?? []);
    const set = manifest.configurableTabs.map(({ configurationUrl }) => configurationUrl);
    const listed = await readFile(new URL('../../src/tab/pages.ts', import.meta.url), 'utf8');
    const { PUBLIC_URL } = settingsOf('dev');
    const served = [...listed.matchAll(/path: '([^']+)'/g)].map(([, path]) => `${PUBLIC_URL}/tab${path}`);
    expect([...shown, ...set].filter((url) => !served.includes(url))).toEqual([]);
    expect(shown).toHaveLength(4);
  });

  it('signs the tab in with its own app, not with the bot', () => {
    const { webApplicationInfo, bots } = manifest;
    const { TAB_APP_ID, PUBLIC_HOST } = settingsOf('dev');
    expect(webApplicationInfo).toEqual({ id: TAB_APP_ID, resource: `api://${PUBLIC_HOST}/${TAB_APP_ID}` });
    expect(bots.map(({ botId }) => botId)).not.toContain(webApplicationInfo.id);
  });
});

describe('Spanish', () => {
  const readable = /(?:^name|^description|\.title|\.description|Prompts\[\d\]\.text|\]\.name)(?:\.|$)/;
  /** Every sentence of the manifest that people read, by its path in a words file. */
  function sentences(value: unknown, path = ''): string[] {
    if (Array.isArray(value)) return value.flatMap((each, i) => sentences(each, `${path}[${i}]`));
    if (value === null || typeof value !== 'object') return readable.test(path) ? [path] : [];
    return Object.entries(value).flatMap(([key, each]) => sentences(each, path ? `${path}.${key}` : key));
  }
  const paths = sentences(JSON.parse(template)).filter((path) => !/(?<!staticTabs)\[\d+\]\.name$/.test(path));

  it('has every sentence that people read, and no path that leads nowhere', () => {
    expect(paths.length).toBeGreaterThan(50);
    expect(
      Object.keys(spanish)
        .filter((key) => key !== '$schema')
        .toSorted(),
    ).toEqual(paths.toSorted());
  });

  it('calls a command the same in every scope', () => {
    bot.commandLists.forEach((list, i) => {
      list.commands.forEach(({ title }, j) => {
        expect(title).toBe(bot.commandLists[0]?.commands[j]?.title);
        const key = (list: number) => `bots[0].commandLists[${list}].commands[${j}].title`;
        expect(spanish[key(i)]).toBe(spanish[key(0)]);
      });
    });
  });
});
