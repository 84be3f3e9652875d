/** The program as it is deployed: `src/main.ts` in a process of its own, with nothing of our environment. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Processes of the tests start faster with what the ones before them compiled. */
export const compiled = {
  NODE_COMPILE_CACHE: fileURLToPath(new URL('../../.build/compiled/', import.meta.url)),
};

export interface ServerProcess {
  readonly child: ChildProcess;
  /** What it has written so far. */
  readonly out: () => string;
  readonly errors: () => string;
  /** Its address, once it says that it runs; rejects when it ends before. */
  readonly url: Promise<string>;
  readonly ended: Promise<number | null>;
}

export function spawnServer(environment: Record<string, string>): ServerProcess {
  const child = spawn(process.execPath, ['--disable-proto=delete', 'src/main.ts'], {
    env: { ...compiled, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let errors = '';
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const url = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (part: Buffer) => {
      out += part.toString();
      const found = /running at (\S+)/.exec(out)?.[1];
      if (found) resolve(found);
    });
    ended.then((code) => reject(new Error(`the server ended with ${code}: ${errors}`)));
  });
  url.catch(() => undefined);
  child.stderr.on('data', (part: Buffer) => {
    errors += part.toString();
  });
  return { child, out: () => out, errors: () => errors, url, ended };
}

/** A folder for one test's data, and its end. */
export function scratchFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'fieldbook-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
