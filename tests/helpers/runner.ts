/** Jest's own runner, with the parts of it that only compare and describe read once in each process and not for every file. */
import { createRequire } from 'node:module';

type Require = (from: string, name?: string) => unknown;
interface Runtime {
  requireInternalModule: Require;
}
type Runner = (
  ...run: [globals: object, config: object, environment: object, runtime: Runtime, ...rest: unknown[]]
) => Promise<unknown>;

const { default: circus }: { default: Runner } = createRequire(import.meta.url)('jest-circus/runner');

const readOnce = new Set([
  '@jest/expect',
  '@jest/test-result',
  'jest-each',
  'jest-matcher-utils',
  'jest-message-util',
  'jest-snapshot',
  'pretty-format',
]);

const run: Runner = (globals, config, environment, runtime, ...rest) => {
  const within = runtime.requireInternalModule.bind(runtime);
  runtime.requireInternalModule = (from, name) =>
    name !== undefined && readOnce.has(name) ? createRequire(from)(name) : within(from, name);
  return circus(globals, config, environment, runtime, ...rest);
};

export default run;
