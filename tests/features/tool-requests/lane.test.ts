/** The lane of every way to answer the four questions, and when each lane is due (product 7.6, L6). */
import { describe, expect, it } from '@jest/globals';
import { dueAt } from '../../../src/features/tool-requests/due.ts';
import { laneOf, stricterLane } from '../../../src/features/tool-requests/lane.ts';
import { accountKinds, affected, type Lane, lanes } from '../../../src/features/tool-requests/model.ts';
import { classes } from '../../helpers/builders.ts';

const open = [undefined];
const combinations = [...open, ...classes.map(({ id }) => id), 'gone'].flatMap((dataClassId) =>
  [...open, ...affected].flatMap((outputAffects) =>
    [...open, true, false].flatMap((reversible) =>
      [...open, ...accountKinds].map((accountKind) => ({ dataClassId, outputAffects, reversible, accountKind })),
    ),
  ),
);
type Answers = (typeof combinations)[number];
const lane = ({ dataClassId, outputAffects, reversible, accountKind }: Answers): Lane =>
  laneOf(
    {
      ...(dataClassId ? { dataClassId } : {}),
      ...(outputAffects ? { outputAffects } : {}),
      ...(reversible === undefined ? {} : { reversible }),
      ...(accountKind ? { accountKind } : {}),
    },
    classes,
  );

/** As the rule reads, word for word. */
function expected({ dataClassId, outputAffects, reversible, accountKind }: Answers): Lane {
  if (dataClassId === 'personal' || dataClassId === 'restricted') return 'restricted';
  if (outputAffects === 'decisionsAboutPeople') return 'restricted';
  const all = [dataClassId, outputAffects, reversible, accountKind].every((answer) => answer !== undefined);
  const small = outputAffects === 'onlyMe' || outputAffects === 'colleagues';
  return all && dataClassId === 'public' && small && reversible === true ? 'fast' : 'review';
}

describe('the lane', () => {
  it(`of each of ${combinations.length} combinations`, () => {
    expect(combinations).toHaveLength(7 * 5 * 3 * 4);
    for (const answers of combinations) expect([answers, lane(answers)]).toEqual([answers, expected(answers)]);
    expect(combinations.filter((answers) => lane(answers) === 'fast')).toHaveLength(2 * 3);
  });

  it('is never fast while one question is open', () => {
    const half = combinations.filter((answers) => Object.values(answers).includes(undefined));
    expect(half.filter((answers) => lane(answers) === 'fast')).toEqual([]);
  });

  it('is restricted for a class that an organisation ranks higher, whatever it is called', () => {
    const own = classes.map((c) => (c.slug === 'restricted' ? { ...c, slug: 'health', id: 'health' } : c));
    expect(laneOf({ dataClassId: 'health' }, own)).toBe('restricted');
    const renamed = classes.map((c) => ({ ...c, slug: `own-${c.slug}` }));
    expect(renamed.map(({ id }) => laneOf({ dataClassId: id }, renamed))).toEqual([
      ...['review', 'review', 'review', 'review'],
      'restricted',
    ]);
  });

  it.each(lanes.flatMap((a, i) => lanes.map((b, j) => [a, b, lanes[Math.max(i, j)]] as const)))(
    'of %s and %s the stricter is %s',
    (a, b, stricter) => expect(stricterLane(a, b)).toBe(stricter),
  );
});

describe('the due time', () => {
  const monday = new Date('2026-11-23T10:00:00.000Z');
  it.each([
    ['fast', 'UTC', '2026-11-25T10:00:00.000Z'],
    ['review', 'UTC', '2026-11-30T10:00:00.000Z'],
    ['restricted', 'UTC', '2026-12-07T10:00:00.000Z'],
    ['fast', 'America/New_York', '2026-11-24T22:00:00.000Z'],
  ] as const)('of %s in %s', (of, zone, due) => expect(dueAt(monday, of, zone)).toBe(due));
});
