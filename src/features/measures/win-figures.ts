/** What a win may say of its work: before and after, and how much of it was good, as far as all may be shown (product 4.4, 7.9). */
import type { Turn } from '../../core/turn.ts';
import type { MeasureDeps } from './desk.ts';
import type { View } from './facts.ts';
import type { Line, LineId, Measure } from './figure.ts';
import { loadFacts } from './load.ts';
import { measuresOf } from './measures.ts';
import { reasonOf } from './shown.ts';

export type WinFigures =
  | {
      readonly kind: 'measured';
      readonly evidence: Readonly<Record<'beforeMedian' | 'afterMedian' | 'nBefore' | 'nAfter', number>> &
        Readonly<Record<'meetBarShare' | 'nRatings', number>>;
    }
  | { readonly kind: 'missing'; readonly text: string };

/** Of its last twelve weeks, else of one of its pilots as a whole, the newest first. */
export async function winFigures(deps: MeasureDeps, turn: Turn, workflowId: string): Promise<WinFigures> {
  const lately: View = { kind: 'weeks', weeks: 12, workflowId };
  const facts = await loadFacts(deps, turn, lately);
  const tried = facts.pilots
    .filter((pilot) => pilot.workflowId === workflowId && pilot.startDate !== undefined)
    .toSorted((a, b) => (b.startDate ?? '').localeCompare(a.startDate ?? ''))
    .map(({ id }): View => ({ kind: 'pilot', pilotId: id }));
  const all = [lately, ...tried].map((view) => figuresIn(turn, measuresOf(facts, view)));
  return all.find(({ kind }) => kind === 'measured') ?? all.at(-1) ?? { kind: 'missing', text: '' };
}

function figuresIn({ words }: Turn, measures: readonly Measure[]): WinFigures {
  const lines = measures.flatMap((measure) => measure.lines);
  const one = (id: LineId): Line | undefined => lines.find((line) => line.id === id);
  const [before, after, good] = [one('minutesBefore'), one('minutesAfter'), one('meetsBarSelf')];
  if (before?.amount && after?.amount && good?.amount)
    return {
      kind: 'measured',
      evidence: {
        ...{ beforeMedian: before.amount.value, nBefore: before.n ?? 0 },
        ...{ afterMedian: after.amount.value, nAfter: after.n ?? 0 },
        ...{ meetBarShare: good.amount.value, nRatings: good.n ?? 0 },
      },
    };
  const reason = one('minutesChange')?.reason ?? good?.reason;
  return { kind: 'missing', text: reason ? reasonOf(reason, words) : words('win.noFigures') };
}
