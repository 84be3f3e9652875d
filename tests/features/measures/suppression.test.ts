/**
 * Nobody is found by taking figures away from one another (product 7.9). The attacker reads every permitted view, each week
 * anew, for as long as they like, knows whatever they like of everybody else, and adds and takes away as they please. What
 * they find out must stand on five people or more, or on three or more of one pilot and nobody else.
 */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Use } from '../../../src/core/run.ts';
import type { Kept } from '../../../src/core/runs.ts';
import { weekStart } from '../../../src/core/weeks.ts';
import { activeWeeks, beginners } from '../../../src/features/measures/activity.ts';
import { recordsOf } from '../../../src/features/measures/counted.ts';
import { type Facts, ranges, type View } from '../../../src/features/measures/facts.ts';
import { measuresOf } from '../../../src/features/measures/measures.ts';
import { found, kGroup, kPilot, type Stream, scopeOf } from '../../../src/features/measures/scope.ts';
import { scaled } from '../../helpers/scale.ts';
import { factsOf, pilot, rating, use, week } from './facts-kit.ts';
import { basisOf, waysOnto } from './span.ts';

const first = 33;
const last = 50;
const people = 'abcdefgh'.split('');
const workflows = ['w1', 'w2', 'w3'];

const aUse = fc.record({
  person: fc.constantFrom(...people),
  // Groups that sit together in some weeks, and stragglers.
  week: fc.oneof(fc.constantFrom(36, 37, 41), fc.integer({ min: first, max: last - 1 })),
  workflowId: fc.constantFrom('w1', 'w1', 'w2', 'w3'),
  scenarioId: fc.constantFrom('s1', 's2'),
  isInPilot: fc.boolean(),
  score: fc.constantFrom(60, 90),
});

/** The people of the pilot use its workflow in it, sometimes without. */
const roster = new Set(['a', 'b', 'c', 'd']);
const drawn = fc.array(aUse, { minLength: 25, maxLength: 70, size: 'max' }).map((rows) =>
  rows.map(({ isInPilot, score, ...row }) => ({
    score,
    use: use({
      ...row,
      ...(isInPilot && row.workflowId === 'w1' && roster.has(row.person) ? { pilotId: 'pilot' } : {}),
    }),
  })),
);
type Drawn = readonly { score: number; use: Kept<Use> }[];

const factsAt = (drawn: Drawn, weekNumber: number): Facts =>
  factsOf(
    { uses: drawn.map((each) => each.use), ratings: drawn.map((each) => rating(each.use, each.score)) },
    {
      now: weekStart(week(weekNumber)),
      pilots: [pilot([...roster], { startDate: '2026-08-10', endDate: '2026-11-09' })],
    },
  );

const views: View[] = [
  { kind: 'pilot', pilotId: 'pilot' },
  ...ranges.flatMap((weeks): View[] => [
    { kind: 'weeks', weeks },
    ...['d1', 'd2'].map((departmentId): View => ({ kind: 'weeks', weeks, departmentId })),
    ...workflows.map((workflowId): View => ({ kind: 'weeks', weeks, workflowId })),
  ]),
];

interface Atom {
  readonly person: string;
  readonly isOfPilot: boolean;
}

/** Every view at every time as a row over the records of the stream. */
function rowsOf<T>(drawn: Drawn, streamOf: (facts: Facts) => Stream<T>, nameOf: (item: T) => string) {
  const whole = streamOf(factsAt(drawn, last)).records;
  const columns = new Map(whole.map(({ item }, n) => [nameOf(item), n]));
  const atoms: Atom[] = whole.map(({ person, place }) => ({ person, isOfPilot: place.pilotId !== undefined }));
  const rows = new Set<string>();
  for (let weekNumber = first; weekNumber <= last; weekNumber++) {
    const facts = factsAt(drawn, weekNumber);
    const stream = streamOf(facts);
    for (const view of views) {
      const result = found(scopeOf(facts, view), stream);
      if (result.kind === 'hidden') continue;
      const row = Array<number>(atoms.length).fill(0);
      for (const item of result.items) row[columns.get(nameOf(item)) ?? -1] = 1;
      rows.add(row.join());
    }
  }
  return { atoms, rows: [...rows].map((row) => row.split(',').map(Number)) };
}

function* choices(of: readonly string[], size: number): Generator<Set<string>> {
  if (size === 0) yield new Set();
  else
    for (const [n, person] of of.entries())
      for (const rest of choices(of.slice(n + 1), size - 1)) yield new Set([person, ...rest]);
}

/** What can be worked out about fewer people than may be told of. */
function leaks({ atoms, rows }: ReturnType<typeof rowsOf>): string[] {
  const basis = basisOf(rows);
  const isOf = (who: ReadonlySet<string>) => (column: number) => who.has(atoms[column]?.person ?? '');
  const isOfPilot = (column: number) => atoms[column]?.isOfPilot === true;
  return [
    ...[...choices(people, kPilot - 1)].filter((who) => waysOnto(basis, isOf(who)) > 0),
    ...[...choices(people, kGroup - 1)].filter((who) => {
      const inside = isOf(who);
      return waysOnto(basis, inside) > waysOnto(basis, (column) => inside(column) && isOfPilot(column));
    }),
  ].map((who) => [...who].join());
}

const uses = (facts: Facts): Stream<Kept<Use>> => ({ records: recordsOf(facts).uses, of: 'uses' });
/** Who used what in a week, and since when: the item of these is made anew each time, so they are named by what they are of. */
const named = (records: ReturnType<typeof activeWeeks> | ReturnType<typeof beginners>) =>
  records.map(({ item: _, ...rest }) => ({ ...rest, item: JSON.stringify(rest) }));

const streams: [string, (drawn: Drawn) => ReturnType<typeof rowsOf>][] = [
  ['runs, ratings and answers (M4, M10)', (drawn) => rowsOf(drawn, uses, ({ id }) => id)],
  [
    'runs of one workflow (M2, M5)',
    (drawn) =>
      rowsOf(
        drawn,
        (facts) => ({ ...uses(facts), staysInWorkflow: true }),
        ({ id }) => id,
      ),
  ],
  [
    'people of a week (M1)',
    (drawn) => rowsOf(drawn, (facts) => ({ records: named(activeWeeks(recordsOf(facts))), of: 'people' }), String),
  ],
  [
    'people so far (M3)',
    (drawn) =>
      rowsOf(
        drawn,
        (facts) => ({
          ...{ records: named(beginners(recordsOf(facts).uses)), of: 'people' },
          ...{ staysInWorkflow: true, isSoFar: true },
        }),
        String,
      ),
  ],
];

const runs = scaled(30, 1000);

describe('figures taken away from one another', () => {
  it.each(streams)('leave nobody alone: %s', (_, rows) => {
    let shown = 0;
    fc.assert(
      fc.property(drawn, (set) => {
        const all = rows(set);
        shown += all.rows.length;
        expect(leaks(all)).toEqual([]);
      }),
      { numRuns: runs },
    );
    // Hiding everything would be safe as well.
    expect(shown).toBeGreaterThan(runs);
  });

  it('say the same of two groups that differ in what one person did, unless the figure is of enough people', () => {
    let moved = 0;
    fc.assert(
      fc.property(drawn, fc.constantFrom(...people), (set, person) => {
        const other = set.map((each) => (each.use.personKey === person ? { ...each, score: 150 - each.score } : each));
        const [facts, changed] = [factsAt(set, last), factsAt(other, last)];
        for (const view of views) {
          const before = measuresOf(facts, view).flatMap(({ lines }) => lines);
          const after = measuresOf(changed, view).flatMap(({ lines }) => lines);
          expect(after.map(({ id, reason, n }) => [id, reason, n])).toEqual(
            before.map(({ id, reason, n }) => [id, reason, n]),
          );
          for (const [n, line] of before.entries())
            if (after[n]?.amount?.value !== line.amount?.value) {
              moved++;
              const behind = found(scopeOf(facts, view), { records: recordsOf(facts).ratings, of: 'ratings' });
              const who = behind.kind === 'units' ? new Set(behind.items.map(({ personKey }) => personKey)) : new Set();
              expect(who.size).toBeGreaterThanOrEqual(view.kind === 'pilot' ? kPilot : kGroup);
            }
        }
      }),
      { numRuns: runs },
    );
    expect(moved).toBeGreaterThan(0);
  });
});
