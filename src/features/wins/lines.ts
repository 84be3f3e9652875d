/** A win in words: before and after, what that rests on, and how many asked. */
import type { Turn } from '../../core/turn.ts';
import type { Win } from './model.ts';

export const minutesOf = (turn: Pick<Turn, 'words'>, { evidence }: Pick<Win, 'evidence'>): string =>
  turn.words('win.minutes', { before: evidence.beforeMedian, after: evidence.afterMedian });

/** What a story may begin with. */
export const firstSentence = (turn: Pick<Turn, 'words'>, { evidence }: Pick<Win, 'evidence'>): string =>
  turn.words('win.draft', { before: evidence.beforeMedian, after: evidence.afterMedian });

export const basisOf = (turn: Pick<Turn, 'words'>, { evidence }: Pick<Win, 'evidence'>): string =>
  turn.words('win.basis', {
    ...{ nBefore: evidence.nBefore, nAfter: evidence.nAfter },
    ...{ share: evidence.meetBarShare, nRatings: evidence.nRatings },
  });

export const asksLine = (turn: Pick<Turn, 'words'>, asks: number): string =>
  asks > 0 ? turn.words('win.asks', { count: asks }) : '';
