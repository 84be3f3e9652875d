/** The plain last line of `npm test`: how many tests passed and failed. Written at exit, so that nothing follows it. */
import type { AggregatedResult } from '@jest/reporters';

export default class Totals {
  onRunComplete(_contexts: unknown, results: AggregatedResult): void {
    const broken = results.testResults.filter((file) => file.testExecError).length;
    process.once('exit', () => {
      process.stdout.write(`${results.numPassedTests} passed, ${results.numFailedTests + broken} failed\n`);
    });
  }
}
