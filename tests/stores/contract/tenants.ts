/** Contract: nothing of another tenant is read, found, written or removed. */
import { describe, expect, it } from '@jest/globals';
import { create, fill, idsOf, idsOfPages, newTenant, type Part, remove, replace, written } from './kit.ts';

export const tenants: Part = (kit) => {
  describe('two tenants', () => {
    it('have their own document under the same id', async () => {
      const [ours, theirs] = [newTenant(kit()), newTenant(kit())];
      const mine = await written(ours, create('a', { of: 'ours' }));
      expect(await theirs.get('item', 'a')).toBeUndefined();
      const other = await written(theirs, create('a', { of: 'theirs' }));
      expect(await ours.get('item', 'a')).toEqual(mine);
      expect(await theirs.get('item', 'a')).toEqual(other);
      expect([mine.tenantId, other.tenantId]).toEqual([ours.tenantId, theirs.tenantId]);
    });

    it('cannot change each other, even with the right version', async () => {
      const [ours, theirs] = [newTenant(kit()), newTenant(kit())];
      const mine = await written(ours, create('a', { n: 1 }));
      expect(await theirs.write([replace(mine, { n: 2 })])).toEqual({ kind: 'notFound', index: 0 });
      expect(await theirs.write([remove(mine)])).toEqual({ kind: 'notFound', index: 0 });
      await written(theirs, create('a', { n: 3 }));
      expect(await theirs.write([replace(mine, { n: 2 })])).toEqual({ kind: 'stale', index: 0 });
      expect(await theirs.write([remove(mine)])).toEqual({ kind: 'stale', index: 0 });
      expect(await ours.get('item', 'a')).toEqual(mine);
    });

    it('write at once without meeting', async () => {
      const [ours, theirs] = [newTenant(kit()), newTenant(kit())];
      const results = await Promise.all([ours.write([create('a')]), theirs.write([create('a')])]);
      expect(results.map(({ kind }) => kind)).toEqual(['ok', 'ok']);
    });

    it('find only what is theirs', async () => {
      const [ours, theirs] = [newTenant(kit()), newTenant(kit())];
      await fill(ours, { a: { colour: 'red', rank: 1 }, b: { colour: 'red', rank: 2 } });
      await fill(theirs, { b: { colour: 'red', rank: 1 }, c: { colour: 'red', rank: 2 } });
      for (const query of [
        { kind: 'item' },
        { kind: 'item', where: [['colour', '=', 'red']] as const },
        { kind: 'item', where: [['rank', 'missing']] as const },
        { kind: 'item', orderBy: { field: 'rank', direction: 'desc' } as const },
      ]) {
        const { items } = await theirs.find(query);
        expect(items.every(({ tenantId }) => tenantId === theirs.tenantId)).toBe(true);
        expect(items.map(({ id }) => id)).not.toContain('a');
      }
      expect(idsOf(await ours.find({ kind: 'item' }))).toEqual(['a', 'b']);
      expect(await newTenant(kit()).find({ kind: 'item' })).toEqual({ items: [] });
    });

    it('get only their own rows by the cursor of the other', async () => {
      const [ours, theirs] = [newTenant(kit()), newTenant(kit())];
      const rows = (count: number, name: string) =>
        Object.fromEntries(Array.from({ length: count }, (_, n) => [`n${n}`, { rank: n % 3, name }]));
      await fill(ours, rows(9, 'ours'));
      await fill(theirs, rows(9, 'theirs'));
      for (const direction of ['asc', 'desc'] as const) {
        const query = { kind: 'item', orderBy: { field: 'rank', direction }, limit: 4 } as const;
        const { next } = await ours.find(query);
        const { items } = await theirs.find({ ...query, ...(next ? { after: next } : {}) });
        expect(items).toHaveLength(4);
        expect(items.every(({ tenantId, body }) => tenantId === theirs.tenantId && nameOf(body) === 'theirs')).toBe(
          true,
        );
      }
    });

    it.each(["x' OR '1'='1", '%', '', 'a b', 'é', 'x/../y'])('are kept apart by an id such as %p', async (name) => {
      const odd = kit().store.forTenant(`${name}${newTenant(kit()).tenantId}`);
      const ours = newTenant(kit());
      await fill(ours, { a: {} });
      expect(await odd.find({ kind: 'item' })).toEqual({ items: [] });
      await fill(odd, { b: {} });
      expect((await idsOfPages(odd, { kind: 'item' })).ids).toEqual(['b']);
    });
  });
};

const nameOf = (body: unknown): unknown => (typeof body === 'object' && body && 'name' in body ? body.name : undefined);
