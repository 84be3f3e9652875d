/** Contract: pages follow each other without gaps or repeats, whatever the sort values and whatever is written between. */
import { describe, expect, it } from '@jest/globals';
import type { Query, TenantStore } from '../../../src/core/documents.ts';
import { create, fault, fill, idsOf, idsOfPages, newTenant, type Part, remove } from './kit.ts';

type Bodies = Readonly<Record<string, { readonly rank?: number | null; readonly name?: string }>>;
const idOf = (n: number): string => `n${String(n).padStart(3, '0')}`;

/** Few different ranks, and every eleventh has none or null. */
const crowd: Bodies = Object.fromEntries(
  Array.from({ length: 120 }, (_, n) => {
    const rank = n % 11 === 0 ? (n % 2 === 0 ? {} : { rank: null }) : { rank: (n * 5) % 4 };
    return [idOf(n), { name: `name ${(n * 37) % 120}`, ...rank }];
  }),
);

const lowest = Number.NEGATIVE_INFINITY;
const byRank = Object.keys(crowd).toSorted(
  (a, b) => (crowd[a]?.rank ?? lowest) - (crowd[b]?.rank ?? lowest) || (a < b ? -1 : 1) || 0,
);
/** Two absent ranks differ by `NaN`, which `||` passes over. */
const expected = { asc: byRank, desc: byRank.toReversed() };
const directions = ['asc', 'desc'] as const;
const ranked = (direction: 'asc' | 'desc', limit: number): Query => ({
  kind: 'item',
  orderBy: { field: 'rank', direction },
  limit,
});

export const paging: Part = (kit) => {
  const full = async (): Promise<TenantStore> => {
    const store = newTenant(kit());
    await fill(store, crowd);
    return store;
  };

  describe('pages', () => {
    it.each(directions.flatMap((direction) => [1, 7, 40, 100].map((limit) => ({ direction, limit }))))(
      'hold every document once, $direction by $limit, with equal and absent values',
      async ({ direction, limit }) => {
        const { ids, pages } = await idsOfPages(await full(), ranked(direction, limit));
        expect(ids).toEqual(expected[direction]);
        expect(pages).toBe(Math.ceil(120 / limit));
      },
    );

    it('are in the order of ids when no other is asked for', async () => {
      const store = await full();
      expect((await idsOfPages(store, { kind: 'item', limit: 7 })).ids).toEqual(Object.keys(crowd));
    });

    it('sort text by its signs and numbers by their value', async () => {
      const store = newTenant(kit());
      await fill(store, { a: { name: 'b' }, b: { name: 'B' }, c: { name: 'é' }, d: { name: '10' }, e: { name: '9' } });
      const names = { kind: 'item', orderBy: { field: 'name', direction: 'asc' }, limit: 2 } as const;
      expect((await idsOfPages(store, names)).ids.join('')).toBe('debac');
      const other = newTenant(kit());
      await fill(other, { a: { rank: 10 }, b: { rank: 9 }, c: { rank: -0.5 }, d: { rank: 1e12 } });
      expect((await idsOfPages(other, ranked('asc', 1))).ids.join('')).toBe('cbad');
      expect((await idsOfPages(other, ranked('desc', 3))).ids.join('')).toBe('dabc');
    });

    it('sort by a nested field', async () => {
      const store = newTenant(kit());
      await fill(store, { a: { place: { row: 2 } }, b: { place: {} }, c: { place: { row: 1 } }, d: {} });
      const rows = (direction: 'asc' | 'desc'): Query => ({
        kind: 'item',
        orderBy: { field: 'place.row', direction },
        limit: 1,
      });
      expect((await idsOfPages(store, rows('asc'))).ids.join('')).toBe('bdca');
      expect((await idsOfPages(store, rows('desc'))).ids.join('')).toBe('acdb');
    });

    it.each(directions)('keep to the conditions, %s', async (direction) => {
      const store = await full();
      const query: Query = { ...ranked(direction, 4), where: [['rank', 'in', [1, 3]]] };
      const odd = expected[direction].filter((id) => (crowd[id]?.rank ?? 0) % 2 === 1);
      expect((await idsOfPages(store, query)).ids).toEqual(odd);
    });

    it.each(directions)('keep to a condition that has an index of its own, %s', async (direction) => {
      const store = newTenant(kit());
      const colours = ['red', 'blue'];
      await fill(
        store,
        Object.fromEntries(Object.entries(crowd).map(([id, body], n) => [id, { ...body, colour: colours[n % 2] }])),
      );
      const red = expected[direction].filter((id) => Object.keys(crowd).indexOf(id) % 2 === 0);
      const query: Query = { ...ranked(direction, 7), where: [['colour', '=', 'red']] };
      expect((await idsOfPages(store, query)).ids).toEqual(red);
    });

    it.each(directions)('neither repeat nor skip while others are written and removed, %s', async (direction) => {
      const store = await full();
      const gone = new Set<string>();
      const { ids } = await idsOfPages(store, ranked(direction, 10), async (page) => {
        await fill(store, {
          [`a${page}`]: { rank: page % 4 },
          [`z${page}`]: { rank: page % 4 },
          [`m${page}`]: {},
          [`o${page}`]: { rank: 50 - page },
          [`u${page}`]: { rank: -50 + page },
        });
        for (const id of [idOf((page * 29) % 120), idOf((page * 53) % 120)]) {
          const found = await store.get('item', id);
          if (found && (await store.write([remove(found)])).kind === 'ok') gone.add(id);
        }
      });
      expect(new Set(ids).size).toBe(ids.length);
      const stayed = expected[direction].filter((id) => !gone.has(id));
      expect(ids.filter((id) => stayed.includes(id))).toEqual(stayed);
      expect(gone.size).toBeGreaterThan(10);
    });

    it.each(directions)('go on when the row they stand on is removed, %s', async (direction) => {
      const store = await full();
      const first = await store.find(ranked(direction, 10));
      const last = first.items.at(-1);
      await store.write(last ? [remove(last)] : []);
      const rest = await idsOfPages(store, { ...ranked(direction, 10), ...(first.next ? { after: first.next } : {}) });
      expect(rest.ids).toEqual(expected[direction].slice(10));
    });
  });

  describe('a page', () => {
    it('has no next when it holds the last', async () => {
      const store = newTenant(kit());
      await fill(store, { a: {}, b: {} });
      expect((await store.find({ kind: 'item', limit: 2 })).next).toBeUndefined();
      expect((await store.find({ kind: 'item', limit: 1 })).next).toEqual(expect.any(String));
      expect(await newTenant(kit()).find({ kind: 'item' })).toEqual({ items: [] });
    });

    it.each([
      [undefined, 50],
      [0, 1],
      [-5, 1],
      [Number.NaN, 1],
      [2.9, 2],
      [100, 100],
      [101, 100],
      [Number.POSITIVE_INFINITY, 100],
    ])('of limit %p holds %i', async (limit, held) => {
      const store = await full();
      const page = await store.find({ kind: 'item', ...(limit === undefined ? {} : { limit }) });
      expect(page.items).toHaveLength(held);
      expect(page.next).toEqual(expect.any(String));
    });

    it.each([
      '',
      'x',
      'bm9uc2Vuc2U',
      Buffer.from('[1]').toString('base64url'),
      Buffer.from('[{},"a"]').toString('base64url'),
    ])('is refused after %p, which is no cursor', async (after) => {
      const store = newTenant(kit());
      await store.write([create('a')]);
      if (after === '') expect(idsOf(await store.find({ kind: 'item', after }))).toEqual(['a']);
      else await expect(store.find({ kind: 'item', after })).rejects.toMatchObject(fault('badRequest'));
    });
  });
};
