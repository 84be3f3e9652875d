/** What a pilot aims for, as sentences. */
import type { TabWords } from '../../tab/words.ts';
import type { Cockpit } from './contract.ts';

export function targetLines(words: TabWords, targets: NonNullable<Cockpit['targets']>): string[] {
  const { meetBarShare, minutesChange, weeklyActiveShare } = targets;
  return [
    ...(meetBarShare === undefined ? [] : [words('pilot.target.meetBar', { share: meetBarShare })]),
    ...(minutesChange === undefined ? [] : [minutesLine(words, minutesChange)]),
    ...(weeklyActiveShare === undefined ? [] : [words('pilot.target.active', { share: weeklyActiveShare })]),
  ];
}

const minutesLine = (words: TabWords, change: number): string =>
  words(change <= 0 ? 'pilot.target.fewer' : 'pilot.target.more', { minutes: Math.abs(change) });
