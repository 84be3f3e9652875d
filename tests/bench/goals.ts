/** The figures, what they must reach, and how they are printed. The goals are those of the project's plan for speed. */

export interface Goal {
  readonly id: string;
  readonly what: string;
  readonly unit: string;
  readonly goal?: number;
  readonly stretch?: number;
  readonly better?: 'more' | 'less';
}

export const goals: readonly Goal[] = [
  { id: 'P1', what: 'search, 10 cards, 16 connections / bare', unit: '', better: 'more', goal: 0.9, stretch: 1.2 },
  { id: 'P3', what: 'message turn (help), 16 connections / bare', unit: '', better: 'more', goal: 1.3, stretch: 1.8 },
  { id: 'P3f', what: 'find: search, 5 scenarios / bare', unit: '' },
  { id: 'P4', what: 'search p99, 64 connections / bare', unit: '', better: 'less', goal: 2, stretch: 1.2 },
  { id: 'P5', what: 'memory idle, 1,000 scenarios / bare', unit: '', better: 'less', goal: 1.35, stretch: 1.15 },
  { id: 'P7', what: 'start to first answered search / bare', unit: '', better: 'less', goal: 1.15, stretch: 0.95 },
  { id: 'P8', what: 'scenario card as inserted, expanded', unit: 'us', better: 'less', goal: 100 },
  { id: 'P8w', what: 'whole scenario card, 195 elements, expanded', unit: 'us' },
  { id: 'P8t', what: 'small card from ready text', unit: 'us', better: 'less', goal: 100, stretch: 5 },
  { id: 'P9', what: 'answer of 10 results', unit: 'kB', better: 'less', goal: 60, stretch: 30 },
  { id: 'P11', what: 'search p50 at 1,000 scenarios', unit: 'us' },
  { id: 'P12', what: 'heap of one document in the index', unit: 'kB', better: 'less', goal: 6, stretch: 4 },
  { id: 'P15', what: 'store read / bare statement', unit: '', better: 'less', goal: 1.5, stretch: 1.2 },
  { id: 'P17s', what: 'requests of a search on Cosmos DB', unit: '', better: 'less', goal: 1 },
  { id: 'P17o', what: 'requests of opening a scenario', unit: '', better: 'less', goal: 1 },
  { id: 'P17i', what: 'requests of an insert', unit: '' },
  { id: 'P17f', what: 'requests of a flag', unit: '', better: 'less', goal: 2 },
  { id: 'P17r', what: 'requests of an RSVP (its writes alone)', unit: '', better: 'less', goal: 2 },
  { id: 'P17l', what: 'requests of a list of 50', unit: '', better: 'less', goal: 1 },
  { id: 'P18', what: 'tab list of 50 / express hello', unit: '', better: 'more', goal: 0.15, stretch: 0.27 },
  { id: 'P19', what: 'tab, first load of the playbook, gzip', unit: 'kB', better: 'less', goal: 180, stretch: 125 },
  { id: 'P19r', what: 'tab, first load of the review page, gzip', unit: 'kB', better: 'less', goal: 180, stretch: 125 },
  { id: 'P24', what: 'first page of 10,000 flags, review list', unit: 'ms', better: 'less', goal: 200 },
  { id: 'P24f', what: 'first page of 10,000 flags, flags alone', unit: 'ms', better: 'less', goal: 200 },
  { id: 'P24q', what: 'search in 10,000 flags, nothing fits', unit: 'ms', better: 'less', goal: 200 },
];

/** One value for each round. */
export type Figures = ReadonlyMap<string, readonly number[]>;

export function print(figures: Figures, isVoid: ReadonlySet<string>): void {
  for (const goal of goals) {
    const values = figures.get(goal.id);
    if (values) process.stdout.write(`${lineOf(goal, values, isVoid.has(goal.id))}\n`);
  }
}

function lineOf({ id, what, unit, ...rest }: Goal, values: readonly number[], isVoid: boolean): string {
  const middle = median(values);
  const spread = values.length > 1 ? `${short(Math.min(...values))}-${short(Math.max(...values))}` : '';
  const verdict = isVoid ? 'VOID' : verdictOf(middle, rest);
  return [
    id.padEnd(5),
    what.padEnd(46),
    `${short(middle)} ${unit}`.padStart(10),
    spread.padStart(13),
    '  ',
    aimOf(rest).padEnd(24),
    verdict,
  ].join(' ');
}

function aimOf({ goal, stretch, better }: Omit<Goal, 'id' | 'what' | 'unit'>): string {
  if (goal === undefined) return '';
  return `${better === 'more' ? '>=' : '<='} ${goal}${stretch === undefined ? '' : `, stretch ${stretch}`}`;
}

function verdictOf(value: number, { goal, stretch, better }: Omit<Goal, 'id' | 'what' | 'unit'>): string {
  if (goal === undefined) return '';
  const reached = (aim: number) => (better === 'more' ? value >= aim : value <= aim);
  if (stretch !== undefined && reached(stretch)) return 'met, and stretch';
  return reached(goal) ? 'met' : 'NOT MET';
}

const short = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const high = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? high : ((sorted[half - 1] ?? 0) + high) / 2;
}
