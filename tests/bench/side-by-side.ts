/** Both servers under the same load in turns: only the ratio within one round counts, the machine's mood changes. */
import { load, type Measured, type Target } from './load.ts';
import type { Kind, Server } from './servers.ts';
import { start } from './servers.ts';

export interface Pair<T> {
  readonly ours: T;
  readonly bare: T;
}

export interface Compared {
  readonly rounds: readonly Pair<Measured>[];
  /** What went wrong on either side; then the row is void. */
  readonly wrong: readonly string[];
}

export interface Plan {
  readonly rounds: number;
  readonly seconds: number;
}

/** Both alike: the compiler and the warm copies of a thousand scenarios and 8,000 people need some seconds to settle. */
const warmSeconds = 8;

export async function compare(targets: Pair<Target>, connections: number, plan: Plan): Promise<Compared> {
  const rounds: Pair<Measured>[] = [];
  for (const target of [targets.ours, targets.bare]) await load(target, connections, warmSeconds);
  for (let round = 0; round < plan.rounds; round++) {
    const first = round % 2 === 0 ? 'ours' : 'bare';
    const second = first === 'ours' ? 'bare' : 'ours';
    const one = await load(targets[first], connections, plan.seconds);
    const other = await load(targets[second], connections, plan.seconds);
    rounds.push(first === 'ours' ? { ours: one, bare: other } : { ours: other, bare: one });
  }
  const wrong = rounds.flatMap(({ ours, bare }) => [...complaints('ours', ours), ...complaints('bare', bare)]);
  return { rounds, wrong };
}

const complaints = (name: string, { wrong }: Measured): string[] =>
  [...wrong].map(([what, times]) => `${name}: ${what} (${times} times)`);

export const ratios = ({ rounds }: Compared, of: (measured: Measured) => number): number[] =>
  rounds.map(({ ours, bare }) => of(ours) / of(bare));

export interface Started {
  /** Ours divided by bare, for each round. */
  readonly cold: readonly number[];
  readonly memory: readonly number[];
  readonly coldMs: readonly Pair<number>[];
}

const idleMs = 1_500;

/** Cold starts in turns; the first round only warms the file cache and gives the memory of both at rest. */
export async function compareStarts(kinds: Pair<Kind>, folder: string, rounds: number): Promise<Started> {
  const coldMs: Pair<number>[] = [];
  const memory: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const ours = await startAlone(kinds.ours, folder, round === 0);
    const bare = await startAlone(kinds.bare, folder, round === 0);
    if (round === 0) memory.push(ours.residentMb / bare.residentMb);
    else coldMs.push({ ours: ours.coldMs, bare: bare.coldMs });
  }
  return { cold: coldMs.map(({ ours, bare }) => ours / bare), memory, coldMs };
}

async function startAlone(kind: Kind, folder: string, rests: boolean): Promise<{ coldMs: number; residentMb: number }> {
  const server: Server = await start(kind, folder);
  if (rests) await new Promise((resolve) => setTimeout(resolve, idleMs));
  const residentMb = server.residentMb();
  await server.stop();
  return { coldMs: server.coldMs, residentMb };
}
