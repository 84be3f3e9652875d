/** Which faults of reliability.md 12 a store got through, printed when its test file ends. */
import { afterAll } from '@jest/globals';

/** Call the result as the last step of a test that proves the fault is met. */
export function survivedFaults(store: string): (...faults: readonly string[]) => void {
  const met = new Set<string>();
  afterAll(() => {
    const names = [...met].toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
    process.stdout.write(`store faults, ${store}: ${names.length} survived: ${names.join(' ')}\n`);
  });
  return (...faults) => {
    for (const fault of faults) met.add(fault);
  };
}
