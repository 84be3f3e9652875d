/** The proven badge: the rule as a table, and what counts at once (product 7.4). */
import { describe, expect, it } from '@jest/globals';
import type { Proof } from '../../../src/core/proof.ts';
import { isProven, type Tried } from '../../../src/features/measures/proof.ts';
import { badgeOf, proofsNow } from '../../../src/features/playbook/proven.ts';
import { aBook, type EntryParts, entryOf } from '../../helpers/book-builders.ts';
import { aTurn, memoryStore } from '../../helpers/builders.ts';

const now = new Date('2026-11-23T10:00:00.000Z');
const recently = '2026-11-01T10:00:00.000Z';
const longAgo = '2026-08-25T09:59:59.000Z';

type Use = Tried['uses'][number];
type Rating = Tried['ratings'][number];
const use = (n: number, rest: Partial<Use> = {}): Use => ({
  ...{ personKey: `p${n % 3}`, version: 2, result: 'worked', endedAt: recently },
  ...rest,
});
const rating = (n: number, rest: Partial<Rating> = {}): Rating => ({
  ...{ version: 2, raterKind: n < 2 ? 'second' : 'self', meetsBar: true, ratedAt: recently },
  ...rest,
});
const many = <T>(length: number, make: (n: number) => T): T[] => Array.from({ length }, (_, n) => make(n));
const enough = { uses: many(10, (n) => use(n)), ratings: many(5, (n) => rating(n)), since: 2, now };

describe('the rule', () => {
  it.each<[string, Partial<Tried>, boolean]>([
    ['just enough', {}, true],
    ['nine uses', { uses: enough.uses.slice(1) }, false],
    ['two people', { uses: many(10, (n) => use(n, { personKey: `p${n % 2}` })) }, false],
    ['four ratings', { ratings: enough.ratings.slice(0, 4) }, false],
    ['one by a second person', { ratings: many(5, (n) => rating(n, n === 0 ? {} : { raterKind: 'self' })) }, false],
    ['four of five meet the bar', { ratings: many(5, (n) => rating(n, { meetsBar: n > 0 })) }, true],
    ['three of four more', { ratings: many(9, (n) => rating(n, { meetsBar: n > 1 })) }, false],
    ['two of ten stuck', { uses: many(10, (n) => use(n, n < 2 ? { result: 'stuck' } : {})) }, true],
    ['three of ten stuck', { uses: many(10, (n) => use(n, n < 3 ? { result: 'stuck' } : {})) }, false],
    ['one use too old', { uses: many(10, (n) => use(n, n === 0 ? { endedAt: longAgo } : {})) }, false],
    ['one rating too old', { ratings: many(5, (n) => rating(n, n === 4 ? { ratedAt: longAgo } : {})) }, false],
    ['of a version before', { uses: many(10, (n) => use(n, { version: 1 })) }, false],
    ['of a version that was worded otherwise', { uses: many(10, (n) => use(n, { version: 1 })), since: 1 }, true],
  ])('%s', (_, change, expected) => {
    expect(isProven({ ...enough, ...change })).toBe(expected);
  });
});

describe('the badge', () => {
  const proven: Proof = { version: 1, isProven: true, provenIn: 1 };
  it.each<[string, EntryParts, Proof | undefined, object]>([
    ['is there', {}, proven, { kind: 'proven' }],
    ['is not without a proof', {}, undefined, { kind: 'none' }],
    ['goes with a hold', { head: { hold: { reason: 'x', by: 'p', at: recently } } }, proven, { kind: 'none' }],
    ['goes when a check is due', { head: { state: 'dueForReview' as const } }, proven, { kind: 'none' }],
    [
      'starts again',
      { head: { liveVersion: 2 }, contract: { version: 2 } },
      { ...proven, isProven: false },
      { kind: 'before', version: 1 },
    ],
    [
      'is of the live version',
      { head: { liveVersion: 2 }, contract: { version: 2 } },
      proven,
      { kind: 'before', version: 1 },
    ],
  ])('%s', (_, parts, proof, badge) => {
    const entry = entryOf(aBook([parts]));
    expect(badgeOf(entry, new Map(proof ? [[entry.id, proof]] : []))).toEqual(badge);
  });

  it('goes at once with an open question of fairness or of data, which is asked for only where something is proven', async () => {
    const { store, close } = memoryStore();
    let asked = 0;
    const serious = async () => {
      asked++;
      return new Set(['a']);
    };
    const all = new Map([
      ['a', proven],
      ['b', proven],
    ]);
    const known = await proofsNow({ proofs: async () => all, serious }, aTurn(store));
    expect([...known].map(([id, { isProven }]) => [id, isProven])).toEqual([
      ['a', false],
      ['b', true],
    ]);
    await proofsNow({ proofs: async () => new Map([['a', { ...proven, isProven: false }]]), serious }, aTurn(store));
    expect(asked).toBe(1);
    await close();
  });
});
