/** The place that test files run in: Node's own, and a way to packages that were loaded before by another file. */
import { createRequire } from 'node:module';
import { TestEnvironment } from 'jest-environment-node';

export default class Environment extends TestEnvironment {
  constructor(...options: ConstructorParameters<typeof TestEnvironment>) {
    super(...options);
    Object.assign(this.global, { requireOnce: createRequire(import.meta.url) });
  }
}
