/** Measures as a table: one line for each figure, numbers as numbers. Pure. */
import type { CsvTable } from '../../core/csv-file.ts';
import type { Words } from '../../core/words.ts';
import type { Measure } from './figure.ts';
import { labelOf, reasonOf } from './shown.ts';

export const columns = [
  'id',
  'measure',
  'figure',
  'value',
  'unit',
  'from',
  'to',
  'n',
  'counts',
  'note',
  'about',
] as const;

export const tableOf = (measures: readonly Measure[], about: string, words: Words): CsvTable => ({
  header: columns.map((column) => words(`measure.column.${column}`)),
  rows: measures.flatMap(({ id, lines, isEstimate }) =>
    lines.map((line) => [
      ...[id, words(`measure.title.${id}`), labelOf(line, words)],
      line.amount?.value,
      line.amount ? words(`measure.unit.${line.amount.unit}`) : undefined,
      ...[line.amount?.middle?.from, line.amount?.middle?.to, line.n],
      line.of ? words(`measure.of.${line.of}`) : undefined,
      line.reason ? reasonOf(line.reason, words) : isEstimate ? words('measure.estimate') : undefined,
      about,
    ]),
  ),
});
