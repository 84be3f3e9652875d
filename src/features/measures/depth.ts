/** How deep one person's use goes, by the first band that fits (product 7.8, M3). Pure. */
import { dayOf } from '../../core/time.ts';
import { weekStart } from '../../core/weeks.ts';

export const bands = ['none', 'tried', 'lapsed', 'occasional', 'regular', 'deep'] as const;
export type Band = (typeof bands)[number];

const dayMs = 86_400_000;
const trialDays = 2;
const newDays = 14;
const lately = 4;

export interface BandUse {
  /** Number of the week. */
  readonly week: number;
  readonly item: { readonly endedAt: string; readonly scenarioId: string };
}

/** At the end of the week `asOf`; later uses are not known yet. The last 28 days are its last four weeks. */
export function bandOf(uses: readonly BandUse[], asOf: number): Band {
  const known = uses.filter(({ week }) => week <= asOf);
  if (known.length === 0) return 'none';
  const days = new Set(known.map(({ item }) => item.endedAt.slice(0, 10)));
  const first = [...days].toSorted()[0] ?? '';
  const end = weekStart(asOf + 1);
  if (days.size <= trialDays || first > dayOf(new Date(end.getTime() - newDays * dayMs))) return 'tried';
  const recent = known.filter(({ week }) => week > asOf - lately);
  const weeks = new Set(recent.map(({ week }) => week)).size;
  if (weeks === 0) return 'lapsed';
  const scenarios = new Set(recent.map(({ item }) => item.scenarioId)).size;
  if (weeks === lately && scenarios >= 2) return 'deep';
  return weeks >= 3 ? 'regular' : 'occasional';
}
