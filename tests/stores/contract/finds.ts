/** Contract: what a condition means, also where the field is absent. */
import { describe, expect, it } from '@jest/globals';
import type { Condition } from '../../../src/core/documents.ts';
import { fill, idsOf, newTenant, type Part } from './kit.ts';

const shelf = {
  a: { colour: 'red', rank: 1, open: true, tags: ['old', 'big'], place: { row: 3 }, note: 'x' },
  b: { colour: 'blue', rank: 2, open: false, tags: [], place: { row: 1 }, note: null },
  c: { colour: 'red', rank: 3, open: true, tags: ['big'], place: {} },
  d: { colour: 'Red', rank: 10, open: false, tags: 'big', place: { row: 2, name: 'é' } },
  e: { colour: '', rank: -1, numbers: [1, 2], tags: { inner: 'big' }, flags: [true] },
  f: {},
};

const rows: readonly (readonly [name: string, where: readonly Condition[], ids: string])[] = [
  ['no condition', [], 'abcdef'],
  ['= text', [['colour', '=', 'red']], 'ac'],
  ['= empty text', [['colour', '=', '']], 'e'],
  ['= number', [['rank', '=', 10]], 'd'],
  ['= true', [['open', '=', true]], 'ac'],
  ['= false', [['open', '=', false]], 'bd'],
  ['= nothing', [['colour', '=', 'green']], ''],
  ['= text is not a number', [['rank', '=', '1']], ''],
  ['!= text, not where it is absent', [['colour', '!=', 'red']], 'bde'],
  ['!= text, not where it is null', [['note', '!=', 'y']], 'a'],
  ['!= true', [['open', '!=', true]], 'bd'],
  ['!= number', [['rank', '!=', 2]], 'acde'],
  ['< number', [['rank', '<', 2]], 'ae'],
  ['<= number', [['rank', '<=', 2]], 'abe'],
  ['> number, not by its digits', [['rank', '>', 2]], 'cd'],
  ['>= number', [['rank', '>=', 2]], 'bcd'],
  ['> text', [['colour', '>', 'blue']], 'ac'],
  ['< text', [['colour', '<', 'blue']], 'de'],
  [
    'a span',
    [
      ['rank', '>=', 1],
      ['rank', '<', 3],
    ],
    'ab',
  ],
  ['in', [['colour', 'in', ['blue', 'Red', 'green']]], 'bd'],
  ['in of numbers', [['rank', 'in', [1, 3]]], 'ac'],
  ['in of truth values', [['open', 'in', [false]]], 'bd'],
  ['in of mixed values', [['rank', 'in', ['1', 2, true]]], 'b'],
  ['in nothing', [['colour', 'in', []]], ''],
  ['contains', [['tags', 'contains', 'big']], 'ac'],
  ['contains number', [['numbers', 'contains', 2]], 'e'],
  ['contains true', [['flags', 'contains', true]], 'e'],
  ['contains, not by a part of a word', [['tags', 'contains', 'bi']], ''],
  ['contains, nowhere', [['nowhere', 'contains', 'big']], ''],
  ['missing', [['colour', 'missing']], 'f'],
  ['missing counts null as absent', [['note', 'missing']], 'bcdef'],
  ['missing, nested', [['place.row', 'missing']], 'cef'],
  ['nested = number', [['place.row', '=', 1]], 'b'],
  ['nested > number', [['place.row', '>', 1]], 'ad'],
  ['nested = accent', [['place.name', '=', 'é']], 'd'],
  ['nested under a list', [['tags.inner', '=', 'big']], 'e'],
  [
    'all must hold',
    [
      ['colour', '=', 'red'],
      ['open', '=', true],
      ['tags', 'contains', 'old'],
    ],
    'a',
  ],
  [
    'all must hold, and do not',
    [
      ['colour', '=', 'red'],
      ['colour', '=', 'blue'],
    ],
    '',
  ],
];

export const finds: Part = (kit) => {
  describe('find', () => {
    it.each(rows)('%s', async (_name, where, ids) => {
      const store = newTenant(kit());
      await fill(store, shelf);
      expect(idsOf(await store.find({ kind: 'item', where })).join('')).toBe(ids);
    });

    it('takes values as values, whatever they look like', async () => {
      const store = newTenant(kit());
      const hostile = [`x' OR '1'='1`, '%', '_', '"; DROP TABLE documents; --', `$\{x}`, 'a\u0000b', '@t', '\\'];
      await fill(store, Object.fromEntries(hostile.map((name, n) => [`h${n}`, { name }])));
      for (const [n, name] of hostile.entries())
        expect(idsOf(await store.find({ kind: 'item', where: [['name', '=', name]] }))).toEqual([`h${n}`]);
    });

    it('returns what get returns', async () => {
      const store = newTenant(kit());
      await fill(store, shelf);
      const { items } = await store.find({ kind: 'item' });
      expect(items).toEqual(await Promise.all(Object.keys(shelf).map((id) => store.get('item', id))));
    });

    it('finds only the kind it was asked for', async () => {
      const store = newTenant(kit());
      await fill(store, shelf);
      expect(await store.find({ kind: 'other' })).toEqual({ items: [] });
    });

    it('sees a write as soon as it is done', async () => {
      const store = newTenant(kit());
      for (let n = 0; n < 5; n++) {
        await fill(store, { [`n${n}`]: { colour: 'red' } });
        expect((await store.find({ kind: 'item', where: [['colour', '=', 'red']] })).items).toHaveLength(n + 1);
      }
    });
  });
};
