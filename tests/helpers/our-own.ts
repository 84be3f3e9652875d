/**
 * Stands for a file of ours, and for a helper beside this one, in every test file: Node itself loads it, once in each process,
 * and a test gets what it exports. To read, strip and link all of it anew for each test file costs more than most tests.
 * Nothing happens when a file is loaded (src/README.md), so what one test leaves in it is at most a warm copy; a helper that
 * itself says `it` or `expect` stands beside the tests that it serves, not here.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

export default {
  process(_source: string, path: string) {
    const file = JSON.stringify(path);
    const names = Object.keys(require(path)).filter((name) => name !== 'default');
    return { code: `const { ${names.join(', ')} } = requireOnce(${file});\nexport { ${names.join(', ')} };\n` };
  },
};
