/**
 * Answers of the last minute: a repeat joins the first delivery and gets its very answer, also while that one still runs.
 * What looks at the store again could not give it: there the effect is done, so "may I" now reads "you did".
 */

import { remember } from '../core/bounded.ts';
import type { Clock } from '../core/clock.ts';
import type { Answer } from '../core/turn.ts';
import type { Admitted } from './guard.ts';

const keptMs = 60_000;
const maxKept = 500;

export function recentAnswers(clock: Clock) {
  const kept = new Map<string, { at: number; answer: Promise<Answer> }>();
  return (
    key: string | undefined,
    { activity, actor }: Pick<Admitted, 'activity' | 'actor'>,
    work: () => Promise<Answer>,
  ): Promise<Answer> => {
    if (key === undefined) return work();
    const now = clock.now().getTime();
    const own = `${key}/${actor?.aadObjectId ?? ''}`;
    const first = kept.get(own);
    if (first && now - first.at < keptMs)
      return activity.type === 'invoke' ? first.answer : first.answer.then(() => ({ kind: 'silent' }));
    const answer = work();
    remember(kept, own, { at: now, answer }, maxKept);
    // What failed may be tried again.
    answer.catch(() => kept.get(own)?.answer === answer && kept.delete(own));
    return answer;
  };
}
