/** The command line: `node src/cli.ts <verb>`. Thin: a verb reads its arguments, calls the code that the server uses, prints. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs, parseEnv } from 'node:util';
import { exitCodeOf, moveVerbs, Usage } from './cli-moves.ts';
import { peopleVerbs } from './cli-people.ts';
import { readConfig } from './config.ts';
import { buildAppPackage } from './files/app-package.ts';
import { manifestVersion } from './files/manifest-schema.ts';
import { buildTab } from './tab/build.ts';

interface Verb {
  readonly usage: string;
  /** The lines to print; throws a sentence for the person at the keyboard. */
  run(args: string[]): Promise<string[]>;
}

const home = join(import.meta.dirname, '..');

const verbs = new Map<string, Verb>([
  ...moveVerbs,
  ...peopleVerbs,
  ['build', { usage: 'build', run: async () => [`.build/tab  ${await buildTab()}`] }],
  ['package', { usage: 'package [--env dev|local]', run: makePackage }],
  ['playground', { usage: 'playground', run: playground }],
]);

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

/** A local evaluation tool, started through npx and never a dependency; its folder for notes lies in `.build`. */
const playgroundArgs = ['-y', '-p', '@microsoft/m365agentsplayground@0.2.28', 'agentsplayground', 'start'];
const playgroundPort = 56_150;

async function playground(args: string[]): Promise<string[]> {
  parseArgs({ args, options: {} });
  const read = readConfig(process.env);
  if (read.kind === 'bad') throw new Error(`cli: the configuration needs a look\n  ${read.problems.join('\n  ')}`);
  if (read.config.bot)
    throw new Error('cli: the Playground signs nobody in, so it needs the open mode: leave BOT_ID out');
  const folder = join(home, '.build', 'playground');
  await mkdir(folder, { recursive: true });
  const address = `http://127.0.0.1:${read.config.port}/api/messages`;
  const options = ['-e', address, '-c', 'msteams', '-p', String(playgroundPort), '--disable-telemetry'];
  const children = [
    spawn(process.execPath, ['--disable-proto=delete', join(home, 'src', 'main.ts')], { stdio: 'inherit', cwd: home }),
    spawn('npx', [...playgroundArgs, ...options], { stdio: 'inherit', cwd: folder }),
  ];
  console.log(
    `The Agents Playground opens at http://127.0.0.1:${playgroundPort}; it listens on all interfaces, so stop it when done (Ctrl+C).`,
  );
  const stop = () => {
    for (const child of children) child.kill();
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  await Promise.race(children.map((child) => once(child, 'exit')));
  stop();
  return ['stopped'];
}

try {
  const [name = '', ...args] = process.argv.slice(2);
  const verb = verbs.get(name);
  if (!verb) throw new Usage(`cli: verbs are\n  ${[...verbs.values()].map(({ usage }) => usage).join('\n  ')}`);
  console.log((await verb.run(args)).join('\n'));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = exitCodeOf(error);
}
