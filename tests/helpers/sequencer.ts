/** In a fresh checkout nobody knows how long a file takes: those that start browsers and programs begin, so that none ends alone. */
import { createRequire } from 'node:module';

/** Its types are those of another module format than what Node loads. */
const { default: Sequencer } = createRequire(import.meta.url)('@jest/test-sequencer');

interface TestFile {
  readonly path: string;
}

const slow =
  /\/tests\/(?:tab|cli|safety\/(?:shutdown|fuzz|start|swaps|roles)|text\/pseudo|jobs\/processes|stores\/kill)/;

export default class LongOnesFirst extends Sequencer {
  sort(tests: TestFile[]): TestFile[] {
    const sorted: readonly TestFile[] = super.sort(tests);
    const first = sorted.filter(({ path }) => slow.test(path.replaceAll('\\', '/')));
    return [...first, ...sorted.filter((each) => !first.includes(each))];
  }
}
