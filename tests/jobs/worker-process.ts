/** The worker of the outbox as a child process, with the lines it says. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { compiled } from '../helpers/server-process.ts';
import type { WorkerOrder } from './outbox-worker.ts';

const file = join(import.meta.dirname, 'outbox-worker.ts');

export interface Worker {
  readonly child: ChildProcess;
  readonly lines: readonly string[];
  /** The signal that ended it, or nothing; rejects when it failed by itself. */
  readonly ended: Promise<string | undefined>;
}

/** `heard` gets every line as soon as it is there. */
export function startWorker(order: WorkerOrder, heard: (line: string) => void = () => {}): Worker {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, JSON.stringify(order)], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: compiled,
  });
  const lines: string[] = [];
  const errors: string[] = [];
  child.stderr.on('data', (part) => errors.push(String(part)));
  const exit = once(child, 'exit');
  const read = (async () => {
    for await (const line of createInterface({ input: child.stdout })) {
      lines.push(line);
      heard(line);
    }
  })();
  const ended = (async () => {
    const [code, signal] = await exit;
    await read;
    if (signal === null && code !== 0) throw new Error(`the worker failed: ${errors.join('')}`);
    return signal ?? undefined;
  })();
  return { child, lines, ended };
}
