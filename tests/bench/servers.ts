/** The two servers as processes of their own, and what can be read of them from outside. */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { load, type Target } from './load.ts';

export interface Kind {
  readonly name: 'ours' | 'bare';
  readonly arguments: readonly string[];
  /** A search for the server at this port. */
  search(port: number): Target;
}

export interface Server {
  readonly port: number;
  /** Milliseconds from the start of the process to its first answered search. */
  readonly coldMs: number;
  residentMb(): number;
  /** Warnings and errors that it wrote. */
  complaints(): string[];
  stop(): Promise<void>;
}

const startMs = 30_000;
export const scriptOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export async function start(kind: Kind, folder: string): Promise<Server> {
  const port = await freePort();
  const logFile = join(folder, `${kind.name}-${port}.log`);
  const output = openSync(logFile, 'a');
  const began = performance.now();
  const child = spawn(process.execPath, [...kind.arguments], {
    env: { PATH: process.env.PATH, PORT: String(port), DATA_DIR: folder },
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  await answered(kind.search(port), child, logFile);
  return {
    port,
    coldMs: performance.now() - began,
    residentMb: () => residentMb(child.pid ?? 0),
    complaints: () =>
      readFileSync(logFile, 'utf8')
        .split('\n')
        .filter((line) => /"level":[456]0/.test(line)),
    stop: () => stop(child),
  };
}

/** A server that is still loading may say that it is busy: only the right answer counts. */
async function answered(search: Target, child: ChildProcess, logFile: string): Promise<void> {
  const until = performance.now() + startMs;
  while (performance.now() < until) {
    if (child.exitCode !== null)
      throw new Error(`bench: a server ended at its start\n${readFileSync(logFile, 'utf8')}`);
    const first = await load(search, 1, 0);
    if (first.answers === 1 && first.wrong.size === 0) return;
    await pause(5);
  }
  throw new Error('bench: a server never answered');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

function residentMb(pid: number): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1_024;
}

async function stop(child: ChildProcess): Promise<void> {
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  if (child.exitCode !== null || !child.kill('SIGTERM')) return;
  const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await gone;
  clearTimeout(late);
}
