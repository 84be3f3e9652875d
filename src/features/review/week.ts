/** The week of somebody who leads: what waits, with one press each; the rest as counts (product L11). Pure. */
import type { PilotView } from '../../core/pilot-view.ts';
import { daysPast } from '../../core/time.ts';
import type { WorkLine } from '../../core/work-item.ts';

export const mostShown = 5;
const fewestTogether = 2;

export interface Week {
  /** Due by age alone, and still right in one press for all of them; none where there are fewer than two. */
  readonly together: readonly WorkLine[];
  readonly rows: readonly WorkLine[];
  /** Lines that are not shown. */
  readonly more: number;
  readonly due: number;
  readonly late: number;
  /** What matters most. */
  readonly first: WorkLine | undefined;
}

/** `lines` with the soonest due first. */
export function weekOf(lines: readonly WorkLine[]): Week {
  const aged = lines.filter(isAged);
  const together = aged.length < fewestTogether ? [] : aged;
  const rest = lines.filter((line) => !together.includes(line));
  const room = mostShown - Math.min(together.length, 1);
  const rows = rest.toSorted((a, b) => weight(b) - weight(a)).slice(0, room);
  return {
    ...{ together, rows, more: rest.length - rows.length, due: lines.length },
    late: lines.filter(({ isLate }) => isLate).length,
    first: lines.toSorted((a, b) => weight(b) - weight(a))[0],
  };
}

const looked: ReadonlySet<string> = new Set(['scenarios', 'decisions', 'guardrails']);

/** Nothing but its date says that it is to be looked at. */
export const isAged = ({ kind, bulk, press }: WorkLine): boolean =>
  looked.has(kind) && (press ?? bulk[0])?.event === 'confirm';

/** People wait for an answer, then what is late, then a pilot that wants a decision; what is on its way comes last. */
const weight = ({ isUrgent, isLate, kind, isBegun }: WorkLine): number =>
  (isUrgent ? 4 : 0) + (isLate ? 2 : 0) + (kind === 'pilots' ? 1 : 0) - (isBegun ? 8 : 0);

export interface PilotWeek {
  readonly week: number;
  readonly weeks: number;
}

/** Week n of m, from its days; undefined before it starts. */
export function pilotWeek({ startDate, endDate, weeks: planned }: PilotView, now: Date): PilotWeek | undefined {
  if (!startDate) return undefined;
  const past = daysPast(startDate, now);
  if (past < 0) return undefined;
  const days = endDate ? Math.round((Date.parse(endDate) - Date.parse(startDate)) / 86_400_000) : planned * 7;
  const weeks = Math.max(1, Math.ceil(days / 7));
  return { week: Math.min(weeks, Math.floor(past / 7) + 1), weeks };
}
