/** The command line: `node src/cli.ts <verb>`. Thin: a verb reads its arguments, calls the code that the server uses, prints. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs, parseEnv } from 'node:util';
import { buildAppPackage } from './files/app-package.ts';
import { manifestVersion } from './files/manifest-schema.ts';

interface Verb {
  readonly usage: string;
  /** The lines to print; throws a sentence for the person at the keyboard. */
  run(args: string[]): Promise<string[]>;
}

const home = join(import.meta.dirname, '..');

const verbs = new Map<string, Verb>([['package', { usage: 'package [--env dev|local]', run: makePackage }]]);

async function makePackage(args: string[]): Promise<string[]> {
  const { values } = parseArgs({ args, options: { env: { type: 'string', default: 'dev' } } });
  if (!/^[a-z]{1,20}$/.test(values.env)) throw new Error('cli: --env takes the name of a file in env/, such as dev');
  const settings = parseEnv(await readFile(join(home, 'env', `.env.${values.env}`), 'utf8'));
  const made = await buildAppPackage(join(home, 'appPackage'), settings);
  if (made.kind === 'refused') throw new Error(`cli: the package was not made\n  ${made.problems.join('\n  ')}`);

  const target = join(home, '.build', 'fieldbook.zip');
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, made.bytes);
  return [
    `.build/fieldbook.zip  ${made.bytes.length} bytes  (${made.files.join(', ')})`,
    `sha256 ${createHash('sha256').update(made.bytes).digest('hex')}`,
    `valid against manifest schema ${manifestVersion}`,
  ];
}

try {
  const [name = '', ...args] = process.argv.slice(2);
  const verb = verbs.get(name);
  if (!verb) throw new Error(`cli: verbs are\n  ${[...verbs.values()].map(({ usage }) => usage).join('\n  ')}`);
  console.log((await verb.run(args)).join('\n'));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
