/** Figures in words, the same on the page, on the card, in the export and at the gate. Pure. */
import { readableDate } from '../../core/time.ts';
import { weekStart } from '../../core/weeks.ts';
import type { Words } from '../../core/words.ts';
import type { LineShown, MeasureShown } from './contract.ts';
import type { Facts, View } from './facts.ts';
import type { Amount, Line, LineId, Measure, MeasureId, Reason } from './figure.ts';
import { scopeOf } from './scope.ts';

/** What a lead looks at first (product L13). */
const main: readonly MeasureId[] = ['M2', 'M4', 'M5', 'M6'];

export const shownMeasures = (measures: readonly Measure[], words: Words): MeasureShown[] =>
  measures.map(({ id, lines, isEstimate }) => ({
    id,
    title: words(`measure.title.${id}`),
    isMain: main.includes(id),
    lines: lines.map((line) => shownLine(line, words)),
    estimate: isEstimate ? words('measure.estimate') : '',
    how: words(`measure.how.${id}`),
  }));

function shownLine(line: Line, words: Words): LineShown {
  const { amount, n, of, reason } = line;
  const isShare = amount?.unit === 'percent' && line.id !== 'percentChange';
  return {
    label: labelOf(line, words),
    value: amount ? amountOf(line.id, amount, words) : '',
    ...(isShare ? { share: amount.value } : {}),
    nLine: n === undefined || of === undefined ? '' : words(`measure.n.${of}`, { n }),
    reason: reason ? reasonOf(reason, words) : '',
  };
}

export const labelOf = ({ id, name }: Line, words: Words): string => name ?? words(`measure.line.${id}`);

/** Changes are said with their direction. */
const changes: readonly LineId[] = ['minutesChange', 'percentChange'];

function amountOf(id: LineId, { unit, value, middle }: Amount, words: Words): string {
  const shown = words(`measure.${changes.includes(id) ? 'change' : 'value'}.${unit}`, { value });
  return middle ? words('measure.middle', { value: shown, ...middle }) : shown;
}

export function reasonOf(reason: Reason, words: Words): string {
  switch (reason.kind) {
    case 'fewPeople':
      return words('measure.reason.fewPeople', { k: reason.k });
    case 'morePeople':
      return words('measure.reason.morePeople', { more: reason.more });
    case 'fewItems':
      return words('measure.reason.fewItems', {
        n: reason.n,
        more: words(`measure.more.${reason.of}`, { more: reason.more }),
      });
    default:
      return words(`measure.reason.${reason.kind}`);
  }
}

/** Which weeks, and whose: what stands above the figures. */
export function aboutOf(facts: Facts, view: View, names: { readonly of: string; readonly words: Words }): string {
  const { slice } = scopeOf(facts, view);
  const { of, words } = names;
  const to = readableDate(dayBefore(slice.to + 1), words.language);
  if (view.kind === 'pilot') return words('measure.aboutPilot', { of, to });
  return words('measure.about', { of, from: readableDate(weekStart(slice.from).toISOString(), words.language), to });
}

const dayBefore = (week: number): string => new Date(weekStart(week).getTime() - 1).toISOString();
