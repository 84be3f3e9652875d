/** The command line as it is called, in a process of its own with nothing of our environment. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
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

export function runCli({ dataDir, tenants = [], dies, blocks }: Setting, ...args: string[]): Ran {
  const env = {
    ...compiled,
    PATH: process.env.PATH,
    DATA_DIR: dataDir,
    ALLOWED_TENANTS: tenants.join(','),
    ...(dies ? { DIES_AT: dies } : {}),
  };
  const before = dies ? ['--import', diesAt] : [];
  const shell = ['-c', `ulimit -f ${blocks ?? 'unlimited'}; exec "$0" "$@"`, process.execPath];
  const { status, signal, stdout, stderr } = spawnSync('sh', [...shell, ...before, cli, ...args], {
    env,
    encoding: 'utf8',
  });
  return { code: status, signal, out: stdout, err: stderr };
}
