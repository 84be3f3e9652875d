/** What was signed, as the other one of the two reads it before confirming. */
import type { Turn } from '../../core/turn.ts';
import type { Signing } from './model.ts';

export const signingLines = (
  { words }: Pick<Turn, 'words'>,
  { why, lessons, extendWeeks, retireAfter }: Signing,
): string[] => [
  ...(extendWeeks ? [words('pilot.moreWeeks', { weeks: extendWeeks })] : []),
  ...(why ? [words('pilot.line.why', { why })] : []),
  ...(lessons ? [words('pilot.line.lessons', { lessons })] : []),
  ...(retireAfter ? [words('pilot.line.retire')] : []),
];
