/** M1 to M13 of a fixture against sums done by hand (product 7.8), and when there is no number (7.9). */
import { describe, expect, it } from '@jest/globals';
import type { Use } from '../../../src/core/run.ts';
import type { Kept } from '../../../src/core/runs.ts';
import { cameBack } from '../../../src/features/measures/came-back.ts';
import { recordsOf } from '../../../src/features/measures/counted.ts';
import { type Band, bandOf } from '../../../src/features/measures/depth.ts';
import type { Facts, View } from '../../../src/features/measures/facts.ts';
import type { MeasureId } from '../../../src/features/measures/figure.ts';
import { measuresOf } from '../../../src/features/measures/measures.ts';
import { at, baseline, factsOf, pilot, pulse, rating, told, use, week, workflow } from './facts-kit.ts';

const all: View = { kind: 'weeks', weeks: 4 };
const ofW1: View = { ...all, workflowId: 'w1' };
const ofPilot: View = { kind: 'pilot', pilotId: 'pilot' };

const lines = (facts: Facts, view: View, id: MeasureId) =>
  (measuresOf(facts, view).find((measure) => measure.id === id)?.lines ?? []).map((line) =>
    line.amount ? [line.name ?? line.id, line.amount.value, ...(line.n === undefined ? [] : [line.n])] : line.reason,
  );

const five = ['a', 'b', 'c', 'd', 'e'];
const everyWeek = (people: readonly string[], weeks: readonly number[], rest: object = {}) =>
  weeks.flatMap((number) => people.map((person) => use({ person, week: number, ...rest })));
const lastFour = [44, 45, 46, 47];
const hidden = { kind: 'fewPeople', k: 5 };

describe('M1 weekly active people', () => {
  it('is the people of a week by those who could, each once', () => {
    // Five people in each of four weeks, twice a week, and a sixth in two of them: (5 + 5 + 6 + 6) / 4 = 5.5 of 12.
    const uses = [
      ...everyWeek(five, lastFour),
      ...everyWeek(five, lastFour, { day: 3 }),
      ...everyWeek(['f'], [46, 47]),
    ];
    expect(lines(factsOf({ uses }), ofW1, 'M1')).toEqual([
      ['active', 46, 12],
      ['peopleAWeek', 5.5],
    ]);
    expect(lines(factsOf({ uses }), all, 'M1')[0]).toEqual(['active', 28, 20]);
  });

  it('is of those who joined, of a pilot, from its start on', () => {
    // Three of four people in weeks 42 to 47, nobody in week 43: 15 / 6 = 2.5 of 4.
    const uses = everyWeek(['a', 'b', 'c'], [42, 44, 45, 46, 47], { pilotId: 'pilot' });
    expect(lines(factsOf({ uses }, { pilots: [pilot(['a', 'b', 'c', 'd'])] }), ofPilot, 'M1')).toEqual([
      ['active', 63, 4],
      ['peopleAWeek', 2.5],
    ]);
  });

  it('leaves out what is open, closed by a job, made with a pack, or of a week that is not over', () => {
    const uses = [
      ...everyWeek(five.slice(0, 4), [47]),
      { ...use({ person: 'e', week: 47 }), isLapsed: true },
      { ...use({ person: 'f', week: 47 }), withPack: true },
      use({ person: 'g', week: 48 }),
    ];
    const { endedAt: _, ...open } = use({ person: 'h', week: 47 });
    expect(lines(factsOf({ uses: [...uses, open] }), ofW1, 'M1')).toEqual([hidden]);
  });
});

describe('M2 uses per run', () => {
  it('counts the uses and runs of the people who told', () => {
    const uses = [...everyWeek(five, [46, 47]), ...everyWeek(['a'], [47], { day: 2 })];
    const counts = five.flatMap((person) => [told(person, 46, 2), told(person, 47, 4)]);
    // 11 uses, 5 x 2 + 5 x 4 = 30 runs.
    expect(lines(factsOf({ uses, counts }), ofW1, 'M2')).toEqual([['usesPerRun', 0.4, 30]]);
  });

  it('takes the worksheet where nobody counts, and says so', () => {
    // 13 runs a month by 2 people are 6 a week, over 4 weeks 24; 20 uses.
    const workflows = [
      workflow('w1', 'd1', { runCountSource: 'worksheet', worksheet: { runsPerPersonPerMonth: 13, people: 2 } }),
    ];
    const facts = factsOf({ uses: everyWeek(five, lastFour) }, { workflows });
    expect(lines(facts, ofW1, 'M2')).toEqual([['usesPerRun', 0.8, 24]]);
    expect(measuresOf(facts, ofW1)[1]?.isEstimate).toBe(true);
    const empty = factsOf(
      { uses: everyWeek(five, lastFour) },
      { workflows: [workflow('w1', 'd1', { runCountSource: 'worksheet' })] },
    );
    expect(lines(empty, ofW1, 'M2')).toEqual([{ kind: 'noRuns' }]);
  });

  it('takes what the people of a pilot told, whatever its workflow says', () => {
    // 15 uses by a, b and c in weeks 42 to 46; they told 3 each in week 46: 3 uses, 9 runs. Before anybody tells: 13 a month is 3 a week, by 3 people in 6 weeks 54.
    const workflows = [
      workflow('w1', 'd1', { worksheet: { runsPerPersonPerMonth: 13, people: 2 }, runCountSource: 'worksheet' }),
    ];
    const pilots = [pilot(['a', 'b', 'c'])];
    const uses = everyWeek(['a', 'b', 'c'], [42, 43, 44, 45, 46], { pilotId: 'pilot' });
    const counts = ['a', 'b', 'c'].map((person) => told(person, 46, 3));
    expect(lines(factsOf({ uses, counts }, { workflows, pilots }), ofPilot, 'M2')).toEqual([['usesPerRun', 0.3, 9]]);
    const guessed = measuresOf(factsOf({ uses }, { workflows, pilots }), ofPilot)[1];
    expect([guessed?.isEstimate, guessed?.lines[0]?.n]).toEqual([true, 54]);
  });
});

describe('M3 depth of use', () => {
  const rows: [string, Band, [week: number, day: number, scenario?: string][]][] = [
    ['never', 'none', []],
    [
      'on one day, however often',
      'tried',
      [
        [30, 0],
        [30, 0],
        [30, 0],
      ],
    ],
    [
      'on two days ever',
      'tried',
      [
        [30, 0],
        [47, 0],
      ],
    ],
    ['since less than fourteen days, every day', 'tried', [0, 1, 2, 3, 4].map((day) => [47, day])],
    [
      'since fourteen days',
      'occasional',
      [
        [46, 0],
        [46, 1],
        [47, 2],
      ],
    ],
    [
      'since thirteen days',
      'tried',
      [
        [46, 1],
        [46, 2],
        [47, 2],
      ],
    ],
    [
      'not in the last four weeks',
      'lapsed',
      [
        [30, 0],
        [31, 0],
        [43, 6],
      ],
    ],
    [
      'in two of them',
      'occasional',
      [
        [30, 0],
        [44, 0],
        [47, 0],
      ],
    ],
    [
      'in three of them',
      'regular',
      [
        [30, 0],
        [44, 0],
        [45, 0],
        [47, 0],
      ],
    ],
    ['in all four, one scenario', 'regular', lastFour.map((number) => [number, 0])],
    [
      'in all four, two scenarios',
      'deep',
      [
        [44, 0],
        [45, 0],
        [46, 0, 's2'],
        [47, 0],
      ],
    ],
  ];
  it.each(rows)('%s: %s', (_, band, days) => {
    const uses = days.map(([number, day, scenarioId = 's1']) => ({
      week: week(number),
      item: { endedAt: at(number, day), scenarioId },
    }));
    expect(bandOf(uses, week(47))).toBe(band);
  });

  it('shows the share of each band, of one workflow', () => {
    const uses = [
      ...everyWeek(['a', 'b'], lastFour),
      ...everyWeek(['c'], [44, 45, 47]),
      ...everyWeek(['d'], [47]),
      ...everyWeek(['e'], [30, 31, 32]),
    ];
    expect(lines(factsOf({ uses }), ofW1, 'M3')).toEqual([
      ['none', 58, 12],
      ['tried', 8, 12],
      ['lapsed', 8, 12],
      ['occasional', 0, 12],
      ['regular', 25, 12],
      ['deep', 0, 12],
    ]);
    expect(lines(factsOf({ uses }), all, 'M3')).toEqual([{ kind: 'chooseWork' }]);
  });
});

describe('M4 quality', () => {
  it('tells what meets the bar by each side, and how far they agree', () => {
    const uses = everyWeek(five, [47]);
    const second = { raterKind: 'second', raterKey: 'z' } as const;
    const ratings = uses.flatMap((each, n) => [
      rating(each, [100, 90, 85, 70, 60][n] ?? 0),
      rating(each, [90, 60, 85, 60, 75][n] ?? 0, second),
    ]);
    expect(lines(factsOf({ uses, ratings }), all, 'M4')).toEqual([
      ['meetsBarSelf', 60, 5],
      ['meetsBarSecond', 40, 5],
      ['agreement', 60, 5],
    ]);
  });
});

describe('M5 time change', () => {
  const roster = [...five, 'f', 'g', 'h'];
  const minutes = (values: readonly number[], rest: object = {}) =>
    values.map((value, n) => ({
      ...use({ person: roster[n % roster.length] ?? '', week: 47, ...rest }),
      ...{ minutes: value, method: 'typed' as const },
    }));

  it('is the difference of the medians, with the middle half from eight runs on', () => {
    const uses = minutes([10, 12, 14, 16, 18, 20, 22, 40], { pilotId: 'pilot' });
    const baselines = [30, 35, 60].map((value, n) => baseline(roster[n] ?? '', value));
    const facts = factsOf({ uses, baselines }, { pilots: [pilot(roster)] });
    // 17 against 35; quarters of eight: 13.5 and 20.5.
    expect(lines(facts, ofPilot, 'M5')).toEqual([
      ['minutesChange', -18, 8],
      ['percentChange', -51],
      ['minutesBefore', 35, 3],
      ['minutesAfter', 17, 8],
    ]);
    const after = measuresOf(facts, ofPilot)[4]?.lines;
    expect(after?.[3]?.amount?.middle).toEqual({ from: 13.5, to: 20.5 });
    expect(after?.[2]?.amount?.middle).toBeUndefined();
  });

  it('takes no guess, and no time that nobody measured', () => {
    const uses = minutes([10, 12, 14], { pilotId: 'pilot' });
    const baselines = [30, 35].map((value, n) => baseline(roster[n] ?? '', value));
    const guess = baseline('c', 300, { method: 'estimate' });
    const facts = factsOf({ uses, baselines: [...baselines, guess] }, { pilots: [pilot(roster)] });
    // Not enough data (n = 2): one more.
    expect(lines(facts, ofPilot, 'M5')).toEqual([{ kind: 'fewItems', n: 2, more: 1, of: 'baselines' }]);
    const thrice = [...baselines, baseline('a', 40)];
    expect(lines(factsOf({ uses, baselines: thrice }, { pilots: [pilot(roster)] }), ofPilot, 'M5')).toEqual([
      { kind: 'morePeople', more: 1 },
    ]);
    // Of anything but the pilot nobody hears how many.
    expect(lines(facts, ofW1, 'M5')).toEqual([hidden]);
  });
});

describe('what the program does', () => {
  const scenario = (rest: object) =>
    ({ id: 's', workflowId: 'w1', origin: 'owner', isByTeam: false, ...rest }) as const;

  it('M6: those that the teams made, of those that were not there at the start', () => {
    const scenarios = [
      scenario({ origin: 'starter' }),
      scenario({ origin: 'discovery', isByTeam: true }),
      scenario({ origin: 'discovery', isByTeam: false }),
      scenario({ origin: 'variant', isByTeam: true }),
      scenario({ origin: 'import', isByTeam: true }),
    ] as Facts['scenarios'];
    expect(lines(factsOf({}, { scenarios }), all, 'M6')).toEqual([['teamCreated', 50, 4]]);
    expect(lines(factsOf({}, { scenarios: scenarios.slice(0, 3) }), all, 'M6')).toEqual([
      { kind: 'fewItems', n: 2, more: 1, of: 'scenarios' },
    ]);
  });

  it('M7 and M13: people, each once, from five on', () => {
    const of = (people: readonly string[]) => people.map((personKey) => ({ personKey, workflowId: 'w1', at: at(40) }));
    const facts = factsOf({}, { reuses: of([...five, 'a', 'f']), asks: of(five.slice(1)) });
    expect(lines(facts, all, 'M7')).toEqual([['reusers', 6]]);
    expect(lines(facts, all, 'M13')).toEqual([hidden]);
    expect(lines({ ...facts, pilots: [pilot(five)] }, ofPilot, 'M7')).toEqual([{ kind: 'notOfPilot' }]);
  });

  it('M8: hours to an answer, and how many came in time', () => {
    const flag = (workingHours: number, isInTime: boolean, rest: object = {}) => ({
      ...{ workflowId: 'w1', departmentId: 'd1', answeredAt: at(46), workingHours, isInTime },
      ...rest,
    });
    const flags = [flag(2, true), flag(5, true), flag(20, false), flag(900, false, { answeredAt: at(20) })];
    expect(lines(factsOf({}, { flags }), all, 'M8')).toEqual([
      ['hoursToAnswer', 5, 3],
      ['answeredInTime', 67, 3],
    ]);
  });

  it('M9: of the whole tenant only', () => {
    const demand = [
      { title: 'Copilot · Personal · Not decided', asks: 3, requests: 1 },
      { title: 'Other · Public · Not decided', asks: 0, requests: 9 },
    ];
    expect(lines(factsOf({}, { demand }), all, 'M9')).toEqual([
      ['demand', 13],
      ['Other · Public · Not decided', 9],
      ['Copilot · Personal · Not decided', 4],
    ]);
    expect(lines(factsOf({}, { demand }), ofW1, 'M9')).toEqual([{ kind: 'wholeTenant' }]);
  });

  it('M11: what is in date, and the days since somebody looked', () => {
    const scenarios = [
      scenario({ reviewDue: '2026-11-23', lastReviewedAt: '2026-11-13T10:00:00Z' }),
      scenario({ reviewDue: '2026-11-22', lastReviewedAt: '2026-08-25T10:00:00Z' }),
      scenario({ reviewDue: '2026-12-30', lastReviewedAt: '2026-11-03T10:00:00Z' }),
      scenario({}),
    ] as Facts['scenarios'];
    expect(lines(factsOf({}, { scenarios }), all, 'M11')).toEqual([
      ['inDate', 50, 4],
      ['daysSinceCheck', 20, 3],
    ]);
  });
});

describe('M10 and M12', () => {
  it('M10: of those who said where the time went', () => {
    const said = ['otherWork', 'otherWork', 'rest', 'noTimeSaved', 'betterQuality', 'notSaid', undefined] as const;
    const uses = said.map((timeWentTo, n) => ({
      ...use({ person: [...five, 'f', 'g'][n] ?? '', week: 47 }),
      ...(timeWentTo ? { timeWentTo } : {}),
    }));
    expect(lines(factsOf({ uses }), all, 'M10')).toEqual([
      ['moreOfSame', 0, 5],
      ['otherWork', 40, 5],
      ['betterQuality', 20, 5],
      ['rest', 20, 5],
      ['noTimeSaved', 20, 5],
    ]);
  });

  it('M12: answers of 4 and 5, from five answers on, of a pilot too', () => {
    const of = (answers: readonly number[], number = 47) =>
      answers.map((answer) => pulse(number, answer, { groupKind: 'pilot', groupId: 'pilot' }));
    const pilots = [pilot(five)];
    expect(lines(factsOf({ pulses: of([5, 4, 3, 4, 1]) }, { pilots }), ofPilot, 'M12')).toEqual([['goodPulse', 60, 5]]);
    expect(lines(factsOf({ pulses: of([5, 4, 3, 4]) }, { pilots }), ofPilot, 'M12')).toEqual([hidden]);
    // Three, and three more a month later: they may be the same three.
    const twice = [...of([5, 4, 3], 42), ...of([4, 4, 4], 46)];
    expect(lines(factsOf({ pulses: twice }, { pilots }), ofPilot, 'M12')).toEqual([hidden]);
  });

  it('M12: of a pilot with what is said within two weeks after its end', () => {
    const of = (number: number) =>
      [5, 4, 3, 4, 1].map((answer) => pulse(number, answer, { groupKind: 'pilot', groupId: 'pilot' }));
    // Its last week is week 44: 45 and 46 belong to it, 47 does not.
    const pilots = [pilot(five, { endDate: '2026-11-02' })];
    const pulses = [...of(40), ...of(46)];
    expect(lines(factsOf({ pulses }, { pilots }), ofPilot, 'M12')).toEqual([['goodPulse', 60, 10]]);
    expect(lines(factsOf({ pulses: [...of(40), ...of(47)] }, { pilots }), ofPilot, 'M12')).toEqual([
      ['goodPulse', 60, 5],
    ]);
    // In the week itself not yet.
    const early = factsOf({ pulses }, { pilots, now: new Date('2026-11-15T10:00:00Z') });
    expect(lines(early, ofPilot, 'M12')).toEqual([['goodPulse', 60, 5]]);
  });
});

describe('what is too little', () => {
  const few = (rows: readonly [person: string, week: number, workflowId: string][], rest: Partial<Facts> = {}) => {
    const uses = rows.map(([person, number, workflowId]) => ({
      ...use({ person, week: number, workflowId }),
      timeWentTo: 'rest' as const,
    }));
    return (view: View) => lines(factsOf({ uses }, rest), view, 'M10')[3];
  };

  it('goes to the department after four weeks, and to everyone after four more; the parts stay hidden', () => {
    const shown = few(
      [
        ...['a', 'b', 'c'].map((person): [string, number, string] => [person, 48, 'w1']),
        ...['d', 'e'].map((person): [string, number, string] => [person, 48, 'w2']),
        ...['f', 'g', 'h'].map((person): [string, number, string] => [person, 44, 'w3']),
        ...['i', 'j'].map((person): [string, number, string] => [person, 44, 'unknown']),
      ],
      { now: new Date('2027-01-04T10:00:00Z') },
    );
    expect(shown({ ...all, departmentId: 'd1' })).toEqual(['rest', 100, 5]);
    expect(shown({ ...all, workflowId: 'w1' })).toBeUndefined();
    expect(shown({ ...all, departmentId: 'd2' })).toBeUndefined();
    expect(shown(all)).toEqual(['rest', 100, 10]);
  });

  it('is given up twice a year', () => {
    const rows = (number: number) =>
      five.map((person, n): [string, number, string] => [person, number, `w${1 + (n % 2)}`]);
    expect(few(rows(43))({ ...all, departmentId: 'd1' })).toEqual(['rest', 100, 5]);
    expect(few(rows(42))({ ...all, weeks: 12, departmentId: 'd1' })).toBeUndefined();
  });

  it('keeps the records of a pilot apart from those of everybody else', () => {
    const uses = [...everyWeek(['a', 'b', 'c'], [47], { pilotId: 'pilot' }), ...everyWeek(['d', 'e'], [47])];
    const facts = factsOf({ uses }, { pilots: [pilot(['a', 'b', 'c'])] });
    expect(lines(facts, ofPilot, 'M1')[0]).toEqual(['active', 17, 3]);
    expect(lines(facts, ofW1, 'M1')).toEqual([hidden]);
  });
});

describe('how it went with a scenario of a pilot', () => {
  const now = new Date('2026-11-23T10:00:00Z');
  const said = (person: string, scenarioId: string, result: Use['result'] = 'worked', number = 47) =>
    use({ person, week: number, scenarioId, pilotId: 'pilot', result });
  const back = (uses: readonly Kept<Use>[], scenarioId = 's1') =>
    cameBack(recordsOf(factsOf({ uses: [...uses] })).uses, { scenarioId, now });
  const three = [said('a', 's1'), said('b', 's1', 'neededEdits'), said('c', 's1', 'stuck')];
  const shares = { worked: 33, neededEdits: 33, stuck: 33 };

  it.each([
    ['three people and nothing else used', three, { kind: 'shares', n: 3, shares }],
    ['two people', three.slice(1), { kind: 'short', reason: { kind: 'fewItems', n: 2, more: 1, of: 'answers' } }],
    [
      'three answers of two people',
      [...three.slice(1), said('c', 's1')],
      { kind: 'short', reason: { kind: 'morePeople', more: 1 } },
    ],
    ['the rest is of two people', [...three, said('d', 's2'), said('e', 's3')], { kind: 'partShort' }],
    [
      'the part is of two people',
      [...three.slice(1), ...'def'].map((one) => (typeof one === 'string' ? said(one, 's2') : one)),
      { kind: 'partShort' },
    ],
    [
      'part and rest are of three',
      [...three, ...[...'def'].map((one) => said(one, 's2'))],
      { kind: 'shares', n: 3, shares },
    ],
    [
      'of nobody who said nothing',
      [...three.slice(1), said('a', 's1', 'notSaid')],
      { kind: 'short', reason: { kind: 'fewItems', n: 2, more: 1, of: 'answers' } },
    ],
    [
      'a week that is not over',
      [...three.slice(1), said('a', 's1', 'worked', 48)],
      { kind: 'short', reason: { kind: 'fewItems', n: 2, more: 1, of: 'answers' } },
    ],
    // One more person would be found by what has changed since last week.
    [
      'a fourth person in a later week',
      [...'abc'].map((one) => said(one, 's1', 'worked', 46)).concat(said('d', 's1', 'stuck')),
      { kind: 'shares', n: 3, shares: { worked: 100, neededEdits: 0, stuck: 0 } },
    ],
  ] as const)('%s', (_, uses, expected) => {
    expect(back(uses)).toEqual(expected);
  });
});
