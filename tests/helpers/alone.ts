/** Work that two test processes must not do at the same time. */
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Whoever died in the middle of it holds nobody up for longer. */
const longestMs = 60_000;

/** `turn` is a folder that is there while somebody is at it. */
export async function alone(turn: string, work: () => void): Promise<void> {
  mkdirSync(dirname(turn), { recursive: true });
  while (!took(turn)) await pause(100);
  try {
    work();
  } finally {
    rmSync(turn, { recursive: true, force: true });
  }
}

function took(turn: string): boolean {
  try {
    mkdirSync(turn);
    return true;
  } catch {
    const since = statSync(turn, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - since > longestMs) rmSync(turn, { recursive: true, force: true });
    return false;
  }
}
