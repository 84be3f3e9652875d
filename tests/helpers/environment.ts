/** The place that test files run in: Node's own, a way to what another file has loaded before, and errors of the same kind as there. */
import { createRequire } from 'node:module';
import { TestEnvironment } from 'jest-environment-node';

export default class Environment extends TestEnvironment {
  constructor(...options: ConstructorParameters<typeof TestEnvironment>) {
    super(...options);
    Object.assign(this.global, {
      requireOnce: createRequire(import.meta.url),
      Error,
      TypeError,
      RangeError,
      SyntaxError,
    });
  }
}
