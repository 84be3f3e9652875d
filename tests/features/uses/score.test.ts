import { expect, it } from '@jest/globals';
import { medianOf } from '../../../src/features/uses/figures.ts';
import { scoreOf } from '../../../src/features/uses/score.ts';

const yardstick = {
  minScore: 80,
  criteria: [
    { id: 'a', text: 'A?', kind: 'must' },
    { id: 'b', text: 'B?', kind: 'should' },
    { id: 'c', text: 'C?', kind: 'should' },
    { id: 'd', text: 'D?', kind: 'should' },
    { id: 'e', text: 'E?', kind: 'must' },
  ],
} as const;

const says = (text: string) =>
  new Map(
    [...text].flatMap((letter, at) => {
      const value = ({ y: 'yes', p: 'partly', n: 'no' } as const)[letter];
      return value ? [[String(yardstick.criteria[at]?.id), value] as const] : [];
    }),
  );

it.each([
  ['yyyyy', 100, true],
  ['ynyyy', 80, true],
  ['yppyy', 80, true],
  ['ynpyy', 70, false],
  ['pyyyy', 90, false],
  ['yyyyn', 80, false],
  ['nnnnn', 0, false],
])('the answers %s come to %d', (text, score, meetsBar) => {
  expect(scoreOf(yardstick, says(text))).toMatchObject({ score, meetsBar });
});

it.each(['', 'yyyy', 'yy.yy'])('nothing while an answer is missing: "%s"', (text) => {
  expect(scoreOf(yardstick, says(text))).toBeUndefined();
});

it('gives a score that is not whole as it is, and drops what is no criterion', () => {
  const three = { minScore: 50, criteria: yardstick.criteria.slice(0, 3) };
  const said = new Map([...says('ynp'), ['other', 'yes'] as const]);
  expect(scoreOf(three, said)).toMatchObject({ score: 50, meetsBar: true, answers: { length: 3 } });
  expect(scoreOf({ ...three, minScore: 67 }, says('ynyyy'))?.score).toBeCloseTo(66.67, 1);
});

it.each([
  [[], undefined],
  [[4], { minutes: 4, n: 1 }],
  [[9, 1, 4], { minutes: 4, n: 3 }],
  [[9, 1, 4, 5], { minutes: 4.5, n: 4 }],
])('the median of %j', (values, median) => {
  expect(medianOf(values)).toEqual(median);
});
