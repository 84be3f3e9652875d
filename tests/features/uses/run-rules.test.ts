import { describe, expect, it } from '@jest/globals';
import { weekNames } from '../../../src/core/weeks.ts';
import { methodOf } from '../../../src/features/uses/baseline.ts';
import { confirmed, lapsed, minutesBetween, say, tell, unsure } from '../../../src/features/uses/run-rules.ts';
import { aUse } from '../../helpers/a-use.ts';

const start = '2026-11-23T10:00:00.000Z';
const at = (minutes: number) => new Date(Date.parse(start) + minutes * 60_000);
const day = 24 * 60;
const run = aUse({ startedAt: start, isTimed: true });
const over = aUse({ startedAt: start, isTimed: true, endedAt: at(30).toISOString(), result: 'worked' });

describe('saying how a run went', () => {
  it.each([
    [0, 0.5, 'timer'],
    [1.2, 1, 'timer'],
    [18.3, 18.5, 'timer'],
    [240, 240, 'timer'],
    [240.2, 240, 'timer'],
    [240.5, undefined, 'none'],
    [day - 0.1, undefined, 'none'],
  ])('after %d minutes by the clock', (passed, minutes, method) => {
    const said = say(run, 'worked', at(passed));
    expect(said).toMatchObject({ kind: 'said', use: { result: 'worked', method, endedAt: at(passed).toISOString() } });
    expect(said.kind === 'said' && said.use.minutes).toBe(minutes);
  });

  it.each([
    ['without the clock there are no minutes', { isTimed: false }, 18, 'said'],
    ['a day later it is over', {}, day, 'lapsed'],
    ['closed by time', { isLapsed: true, endedAt: at(day).toISOString() }, day + 1, 'lapsed'],
    ['with invented data', { withPack: true, endedAt: start }, 1, 'closed'],
    ['the same word again', { endedAt: at(5).toISOString(), result: 'worked' }, 6, 'same'],
    ['another word within a day', { endedAt: at(5).toISOString(), result: 'stuck' }, 5 + day - 1, 'said'],
    ['another word after a day', { endedAt: at(5).toISOString(), result: 'stuck' }, 5 + day, 'closed'],
  ] as const)('%s', (_, change, passed, kind) => {
    expect(say({ ...run, ...change }, 'worked', at(passed)).kind).toBe(kind);
  });

  it('keeps when it ended and how long it took when the word changes', () => {
    const said = say({ ...over, minutes: 30, method: 'timer' }, 'stuck', at(60));
    expect(said).toMatchObject({ use: { result: 'stuck', minutes: 30, method: 'timer', endedAt: over.endedAt } });
  });

  it('closed by time says nothing and has no minutes', () => {
    expect(lapsed(run, at(day))).toMatchObject({ result: 'notSaid', method: 'none', isLapsed: true });
  });
});

describe('minutes', () => {
  it.each([
    [{}, undefined],
    [{ endedAt: at(241).toISOString() }, 241],
    [{ endedAt: at(241).toISOString(), isTimed: false }, undefined],
    [{ endedAt: at(241).toISOString(), method: 'typed', minutes: 30 }, undefined],
    [{ endedAt: at(day).toISOString(), isLapsed: true }, undefined],
  ] as const)('are asked for where the clock ran too long: %j', (change, asked) => {
    expect(unsure({ ...run, ...change })).toBe(asked);
  });

  it('count once confirmed, up to what a run may take', () => {
    const long = (minutes: number) => confirmed({ ...run, endedAt: at(minutes).toISOString(), result: 'worked' });
    expect(long(300)).toMatchObject({ minutes: 300, method: 'timer' });
    expect(long(601)).toBeUndefined();
    expect(confirmed(over)).toMatchObject({ minutes: 30 });
  });

  it('typed ones are typed, those of the clock stay its own', () => {
    const clocked = { ...over, minutes: 30, method: 'timer' } as const;
    expect(tell(clocked, { minutes: 30 })).toMatchObject({ minutes: 30, method: 'timer' });
    expect(tell(clocked, { minutes: 12.5 })).toMatchObject({ minutes: 12.5, method: 'typed' });
    expect(tell({ ...clocked, comment: 'old' }, {})).not.toHaveProperty('comment');
    expect(tell(clocked, { timeWentTo: 'rest', comment: 'new' })).toMatchObject({ timeWentTo: 'rest', comment: 'new' });
  });

  it('are in half-minute steps', () => {
    expect([10, 40, 44, 46].map((seconds) => minutesBetween(start, at(seconds / 60).toISOString()))).toEqual([
      0.5, 0.5, 0.5, 1,
    ]);
  });
});

it.each([
  ['2026-11-23', 'typed'],
  ['2026-11-09', 'typed'],
  ['2026-11-08', 'estimate'],
  ['2026-11-24', 'typed'],
  ['2026-11-25', 'ahead'],
])('a run without AI of %s is %s', (ranOn, method) => {
  expect(methodOf(ranOn, new Date(start))).toBe(method);
});

it('names the weeks of a span, over the turn of a year', () => {
  expect(weekNames({ from: '2026-W52', to: '2027-W01' })).toEqual(['2026-W52', '2026-W53', '2027-W01']);
  expect(weekNames({ from: '2026-W48', to: '2026-W48' })).toEqual(['2026-W48']);
  expect(weekNames({ from: '2026-W48', to: '2026-W47' })).toEqual([]);
});
