/** The command line as it is called, in a process of its own with nothing of our environment. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { exitCodeOf, moveVerbs } from '../../src/cli-moves.ts';
import { peopleVerbs } from '../../src/cli-people.ts';
import { isLong } from '../helpers/scale.ts';
import { compiled } from '../helpers/server-process.ts';

export interface Ran {
  /** Null for a process that was killed. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

const cli = join(import.meta.dirname, '..', '..', 'src', 'cli.ts');
const diesAt = join(import.meta.dirname, 'dies-at.ts');

export interface Setting {
  readonly dataDir: string;
  readonly tenants?: readonly string[];
  /** Words of a statement and which one of them it does not outlive: `COMMIT#3`. */
  readonly dies?: string;
  /** No file may grow beyond so many blocks of 512 bytes, as on a full disk. */
  readonly blocks?: number;
}

const environment = ({ dataDir, tenants = [] }: Setting) => ({
  DATA_DIR: dataDir,
  ALLOWED_TENANTS: tenants.join(','),
});

export function runCli(setting: Setting, ...args: string[]): Ran {
  const { dies, blocks } = setting;
  const env = { ...compiled, ...environment(setting), PATH: process.env.PATH, ...(dies ? { DIES_AT: dies } : {}) };
  const before = dies ? ['--import', diesAt] : [];
  const shell = ['-c', `ulimit -f ${blocks ?? 'unlimited'}; exec "$0" "$@"`, process.execPath];
  const { status, signal, stdout, stderr } = spawnSync('sh', [...shell, ...before, cli, ...args], {
    env,
    encoding: 'utf8',
  });
  return { code: status, signal, out: stdout, err: stderr };
}

declare const requireOnce: NodeJS.Require;
/** Node itself loads the verbs (our-own.ts), so they read its environment and not that of the test file. */
const around: NodeJS.Process = requireOnce('node:process');

const verbs = new Map([...moveVerbs, ...peopleVerbs]);

/** The same verb in this process, which costs a hundredth; the long run starts the program for each. */
export async function callCli(setting: Setting, name: string, ...args: string[]): Promise<Ran> {
  if (isLong) return runCli(setting, name, ...args);
  const ours = around.env;
  around.env = environment(setting);
  try {
    const lines = await verbs.get(name)?.run(args);
    return { code: 0, signal: null, out: `${lines?.join('\n')}\n`, err: '' };
  } catch (error) {
    const err = error instanceof Error ? `${error.message}\n` : `${error}`;
    return { code: exitCodeOf(error), signal: null, out: '', err };
  } finally {
    around.env = ours;
  }
}
