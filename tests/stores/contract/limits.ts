/** Contract: bodies that must come back unchanged, input that must be refused, time that runs out. */
import { describe, expect, it } from '@jest/globals';
import type { Query, WriteOperation } from '../../../src/core/documents.ts';
import { create, fault, fill, idsOf, newTenant, type Part, replace, written } from './kit.ts';

const nested = (levels: number): object => (levels === 1 ? {} : { inner: nested(levels - 1) });

const bodies: readonly (readonly [string, object])[] = [
  ['nothing', {}],
  ['null and empty values', { a: null, b: '', c: [], d: {}, e: false, f: 0 }],
  ['signs of many scripts', { text: 'Zażółć 東京 Ωmega العربية 🧭👩‍🚀 e\u0301 \u202e\ufeff\u2028' }],
  ['control signs', { text: 'a\u0000b\u0007c\r\n\t\u001f' }],
  ['quotes and backslashes', { text: `"'\\ \\n \\u0041 \\ud83d $\{x} <b>` }],
  ['a backslash before an escaped pair', { text: '\\\\\u{1f9ed}\\' }],
  [
    'odd names of fields',
    { '': 1, ' ': 2, 'a.b': 3, "a'b": 4, é: 5, tenantId: 'x', id: 'y', version: 'z', _etag: 'e' },
  ],
  ['numbers', { n: [0, -1, 0.1, 1e-7, 1e21, 1e17, Number.MAX_SAFE_INTEGER, Number.MAX_VALUE, Number.MIN_VALUE] }],
  ['one hundred levels', nested(100)],
  ['a long list', { list: Array.from({ length: 5_000 }, (_, n) => ({ n, even: n % 2 === 0 })) }],
  ['almost 2 MB', { text: 'é'.repeat(999_000) }],
];

type Refusal = readonly [string, () => readonly WriteOperation[]];

const refused: readonly Refusal[] = [
  ['no operations', () => []],
  ['101 operations', () => Array.from({ length: 101 }, (_, n) => create(`n${n}`))],
  ['an empty id', () => [create('')]],
  ...['a/b', 'a\\b', 'a?b', 'a#b', 'a\nb', 'a\u0000b', 'a\ud800'].map(
    (id): Refusal => [`the id ${JSON.stringify(id)}`, () => [create(id)]],
  ),
  ['an id that is too long', () => [create('x'.repeat(1_019))]],
  ['an id with too many bytes', () => [create('é'.repeat(510))]],
  ...['', 'two words', '1st', "x'", 'x'.repeat(41)].map(
    (kind): Refusal => [`the kind ${JSON.stringify(kind)}`, () => [create('a', {}, kind)]],
  ),
  ['half a character', () => [create('a', { text: 'x\ud83d' })]],
  ['half a character after backslashes', () => [create('a', { text: '\\\\\udc00' })]],
  ['half a character in a name', () => [create('a', { 'x\udc00': 1 })]],
  ['a list as a body', () => [create('a', [])]],
  ['a date as a body', () => [create('a', new Date(0))]],
  ['a number JSON cannot hold', () => [create('a', { n: 1n })]],
  ['101 levels', () => [create('a', nested(101))]],
  ['a circle', () => [create('a', circle())]],
  ...[0, -1, 1.5, Number.NaN].map(
    (ttlSeconds): Refusal => [
      `a ttl of ${ttlSeconds}`,
      () => [{ op: 'create', kind: 'item', id: 'a', body: {}, ttlSeconds }],
    ],
  ),
  ['a schema version of 0', () => [{ op: 'create', kind: 'item', id: 'a', body: {}, schemaVersion: 0 }]],
  ['a good operation beside a bad one', () => [create('b'), create('a/b')]],
];

function circle(): object {
  const body: { self?: object } = {};
  body.self = body;
  return body;
}

const badQueries: readonly (readonly [string, Query])[] = [
  ['a kind', { kind: 'two words' }],
  ['a field to compare', { kind: 'item', where: [["x') OR 1=1 --", '=', 1]] }],
  ['a field of three levels', { kind: 'item', where: [['a.b.c', '=', 1]] }],
  ['an empty field', { kind: 'item', where: [['', 'missing']] }],
  ['a field to order by', { kind: 'item', orderBy: { field: 'a b', direction: 'asc' } }],
  ['half a character', { kind: 'item', where: [['name', '=', '\ud800']] }],
  ['too many values', { kind: 'item', where: [['rank', 'in', Array.from({ length: 1_001 }, (_, n) => n)]] }],
];

export const limits: Part = (kit) => {
  describe('a body', () => {
    it.each(bodies)('with %s comes back unchanged', async (_name, body) => {
      const store = newTenant(kit());
      const made = await written(store, create('a', body));
      expect(made.body).toEqual(body);
      expect((await store.get('item', 'a'))?.body).toEqual(body);
      expect((await store.find({ kind: 'item', where: [['nowhere', 'missing']] })).items[0]?.body).toEqual(body);
    });

    it('loses what JSON does not know, in the answer as in the store', async () => {
      const store = newTenant(kit());
      const made = await written(store, create('a', { at: new Date(0), n: Number.NaN, none: undefined }));
      expect(made.body).toEqual({ at: '1970-01-01T00:00:00.000Z', n: null });
      expect(await store.get('item', 'a')).toEqual(made);
    });

    it('over 2 MB is too large, alone or with the others of its batch', async () => {
      const store = newTenant(kit());
      const half = { text: 'x'.repeat(1_100_000) };
      await expect(store.write([create('a', { text: 'é'.repeat(1_000_001) })])).rejects.toMatchObject(
        fault('tooLarge'),
      );
      await expect(store.write([create('a', half), create('b', half)])).rejects.toMatchObject(fault('tooLarge'));
      expect(await store.find({ kind: 'item' })).toEqual({ items: [] });
      expect((await store.write([create('a', half)])).kind).toBe('ok');
    });
  });

  describe('a bad request', () => {
    it.each([...refused])('to write, with %s, writes nothing', async (_name, operations) => {
      const store = newTenant(kit());
      await expect(store.write(operations())).rejects.toMatchObject(fault('badRequest'));
      expect(await store.find({ kind: 'item' })).toEqual({ items: [] });
    });

    it.each(badQueries)('to find, with %s', async (_name, query) => {
      await expect(newTenant(kit()).find(query)).rejects.toMatchObject(fault('badRequest'));
    });

    it('to get', async () => {
      for (const [kind, id] of [
        ['item', 'a/b'],
        ['item', ''],
        ['two words', 'a'],
      ] as const)
        await expect(newTenant(kit()).get(kind, id)).rejects.toMatchObject(fault('badRequest'));
    });

    it('does not include an id as long as it may be', async () => {
      const store = newTenant(kit());
      const id = 'x'.repeat(1_018);
      expect((await written(store, create(id))).id).toBe(id);
      expect((await store.get('item', id))?.id).toBe(id);
    });
  });

  describe('a document with an end', () => {
    const brief = (id: string, ttlSeconds: number): WriteOperation => ({
      op: 'create',
      kind: 'item',
      id,
      body: { rank: 1 },
      ttlSeconds,
    });

    it('is gone when its time is over, and its id is free', async () => {
      const store = newTenant(kit());
      const made = await written(store, brief('a', 60));
      kit().clock.pass(59_999);
      expect(await store.get('item', 'a')).toEqual(made);
      expect(await store.write([create('a')])).toEqual({ kind: 'conflict', index: 0 });
      kit().clock.pass(1);
      expect(await store.get('item', 'a')).toBeUndefined();
      expect(await store.find({ kind: 'item' })).toEqual({ items: [] });
      expect(await store.write([replace(made)])).toEqual({ kind: 'notFound', index: 0 });
      expect(await written(store, create('a', { n: 2 }))).toMatchObject({ body: { n: 2 } });
      kit().clock.pass(86_400_000);
      expect(await store.get('item', 'a')).toMatchObject({ body: { n: 2 } });
    });

    it('gets a new end, or none, with every replace', async () => {
      const store = newTenant(kit());
      const a = await written(store, brief('a', 60));
      const b = await written(store, brief('b', 60));
      await store.write([replace(a), { ...replace(b), ttlSeconds: 120 }]);
      kit().clock.pass(60_000);
      expect(idsOf(await store.find({ kind: 'item' }))).toEqual(['a', 'b']);
      kit().clock.pass(60_000);
      expect(idsOf(await store.find({ kind: 'item' }))).toEqual(['a']);
    });
  });

  describe('a call whose time is over', () => {
    it('is refused and does nothing', async () => {
      const ended = new AbortController();
      const store = newTenant(kit(), ended.signal);
      await fill(store, { a: {} });
      ended.abort();
      await expect(store.get('item', 'a')).rejects.toMatchObject(fault('busy'));
      await expect(store.find({ kind: 'item' })).rejects.toMatchObject(fault('busy'));
      await expect(store.write([create('b')])).rejects.toMatchObject(fault('busy'));
      const again = kit().store.forTenant(store.tenantId);
      expect(idsOf(await again.find({ kind: 'item' }))).toEqual(['a']);
    });
  });
};
