/** Why no pilot can be opened with a worksheet as it is (product 7.10). Pure. */
import type { Worksheet } from './model.ts';

export const worksheetGaps = ['none', 'example', 'notJudgeable'] as const;

export function gapsIn(worksheet: Worksheet | undefined): (typeof worksheetGaps)[number][] {
  if (!worksheet) return ['none'];
  const isEmpty = worksheet.people === 0;
  return [
    ...(worksheet.isExample || isEmpty ? (['example'] as const) : []),
    ...(worksheet.judgeable === 'no' ? (['notJudgeable'] as const) : []),
  ];
}
