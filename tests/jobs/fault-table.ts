/** Which faults of reliability 12 the outbox got through: one line each, printed as a table when the test file ends. */
import { afterAll } from '@jest/globals';

export interface Survived {
  readonly fault: string;
  readonly on: string;
  readonly injected: string;
  readonly held: string;
  readonly figures?: string;
}

/** Call the result as the last step of a test that proves the fault is met. */
export function faultTable(title: string): (row: Survived) => void {
  const rows: string[][] = [];
  afterAll(() => {
    const table = [['fault', 'on', 'injected', 'what held', 'figures'], ...rows.toSorted(byFault)];
    const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
    const lines = table.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
    process.stdout.write(`${title}: ${rows.length} rows\n${lines.map((line) => `  ${line.trimEnd()}\n`).join('')}`);
  });
  return ({ fault, on, injected, held, figures = '' }) => void rows.push([fault, on, injected, held, figures]);
}

const numberOf = (row: readonly string[]): number => Number(/\d+/.exec(row[0] ?? '')?.[0] ?? 0);
const byFault = (a: readonly string[], b: readonly string[]): number => numberOf(a) - numberOf(b);
