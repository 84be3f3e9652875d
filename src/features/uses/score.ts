/** What the answers to the criteria come to (product 7.7). Pure. */
import type { Yardstick } from '../../core/playbook-view.ts';
import type { QualityRating } from '../../core/run.ts';

const worth = { yes: 1, partly: 0.5, no: 0 } as const;

export type Answers = ReadonlyMap<string, keyof typeof worth>;
export type Score = Pick<QualityRating, 'answers' | 'score' | 'meetsBar'>;

/** The mean of all answers, 0 to 100. It meets the bar when every must is a yes as well. Undefined while one is missing. */
export function scoreOf(
  { criteria, minScore }: Pick<Yardstick, 'criteria' | 'minScore'>,
  said: Answers,
): Score | undefined {
  const answers = criteria.flatMap(({ id, kind }) => {
    const value = said.get(id);
    return value ? [{ criterionId: id, value, kind }] : [];
  });
  if (answers.length < criteria.length || answers.length === 0) return undefined;
  const score = (answers.reduce((sum, { value }) => sum + worth[value], 0) / answers.length) * 100;
  const meetsMusts = answers.every(({ kind, value }) => kind === 'should' || value === 'yes');
  return {
    answers: answers.map(({ criterionId, value }) => ({ criterionId, value })),
    score,
    meetsBar: meetsMusts && score >= minScore,
  };
}
