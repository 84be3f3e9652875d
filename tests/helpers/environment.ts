/** The place that test files run in: Node's own, a way to what another file has loaded before, and what both must mean the same by. */
import { statfsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { TestEnvironment } from 'jest-environment-node';

/** Where memory serves as a disk: a write that waits for a real one costs thirty times as much, and no test here cuts the power. */
const inMemory = '/dev/shm';
const enough = 2 ** 30;

function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > enough;
  } catch {
    return false;
  }
}

if (hasRoom(inMemory)) process.env.TMPDIR = inMemory;

export default class Environment extends TestEnvironment {
  constructor(...options: ConstructorParameters<typeof TestEnvironment>) {
    super(...options);
    Object.assign(this.global, {
      requireOnce: createRequire(import.meta.url),
      Error,
      TypeError,
      RangeError,
      SyntaxError,
      String,
      Number,
      Boolean,
    });
  }
}
