/** How long a piece of work takes in this process. */

/** Microseconds of one call, one value for each run; the first, warming run is left out. */
export async function microseconds(calls: number, work: (at: number) => unknown, runs = 9): Promise<number[]> {
  const values: number[] = [];
  for (let run = 0; run <= runs; run++) {
    const began = performance.now();
    for (let at = 0; at < calls; at++) await work(at);
    values.push(((performance.now() - began) * 1_000) / calls);
  }
  return values.slice(1);
}

/** The same for work that does not wait: an `await` costs what a ready card does. */
export function microsecondsInOne(calls: number, work: (at: number) => unknown, runs = 9): number[] {
  const values: number[] = [];
  for (let run = 0; run <= runs; run++) {
    const began = performance.now();
    for (let at = 0; at < calls; at++) work(at);
    values.push(((performance.now() - began) * 1_000) / calls);
  }
  return values.slice(1);
}
