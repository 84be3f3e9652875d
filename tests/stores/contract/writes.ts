/** Contract: what one write does, and what it answers when its precondition fails. */
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { create, newTenant, type Part, remove, replace, written } from './kit.ts';

const count = z.object({ n: z.number() });

export const writes: Part = (kit) => {
  describe('one write', () => {
    it('answers with the document that get returns', async () => {
      const store = newTenant(kit());
      const made = await written(store, { ...create('a', { title: 'One' }), schemaVersion: 3 });
      expect(made).toEqual({
        tenantId: store.tenantId,
        kind: 'item',
        id: 'a',
        schemaVersion: 3,
        version: expect.stringMatching(/.+/),
        body: { title: 'One' },
      });
      expect(await store.get('item', 'a')).toEqual(made);
      const changed = await written(store, replace(made, { title: 'Two' }));
      expect(changed).toMatchObject({ schemaVersion: 1, body: { title: 'Two' } });
      expect(await store.get('item', 'a')).toEqual(changed);
    });

    it('finds nothing under an id that was never used', async () => {
      expect(await newTenant(kit()).get('item', 'nobody')).toBeUndefined();
    });

    it('keeps kinds apart', async () => {
      const store = newTenant(kit());
      await written(store, create('a', { n: 1 }));
      await written(store, create('a', { n: 2 }, 'other'));
      expect(await store.get('item', 'a')).toMatchObject({ body: { n: 1 } });
      expect(await store.get('other', 'a')).toMatchObject({ body: { n: 2 } });
    });

    it('does not create over a document', async () => {
      const store = newTenant(kit());
      const made = await written(store, create('a', { n: 1 }));
      expect(await store.write([create('a', { n: 2 })])).toEqual({ kind: 'conflict', index: 0 });
      expect(await store.get('item', 'a')).toEqual(made);
    });

    it('replaces the version it was given and no other', async () => {
      const store = newTenant(kit());
      const old = await written(store, create('a', { n: 1 }));
      const current = await written(store, replace(old, { n: 2 }));
      expect(await store.write([replace(old, { n: 3 })])).toEqual({ kind: 'stale', index: 0 });
      expect(await store.get('item', 'a')).toEqual(current);
    });

    it('removes the version it was given and no other', async () => {
      const store = newTenant(kit());
      const old = await written(store, create('a'));
      const current = await written(store, replace(old));
      expect(await store.write([remove(old)])).toEqual({ kind: 'stale', index: 0 });
      expect(await store.write([remove(current)])).toMatchObject({
        kind: 'ok',
        documents: [{ kind: 'item', id: 'a' }],
      });
      expect(await store.get('item', 'a')).toBeUndefined();
      expect(await store.find({ kind: 'item' })).toEqual({ items: [] });
    });

    it('says so when there is nothing to replace or remove', async () => {
      const store = newTenant(kit());
      const gone = await written(store, create('a'));
      await store.write([remove(gone)]);
      expect(await store.write([replace(gone)])).toEqual({ kind: 'notFound', index: 0 });
      expect(await store.write([remove(gone)])).toEqual({ kind: 'notFound', index: 0 });
      expect(await store.write([replace({ ...gone, id: 'never' })])).toEqual({ kind: 'notFound', index: 0 });
    });

    it('gives every write a version of its own, also when nothing else changes', async () => {
      const store = newTenant(kit());
      const versions = new Set<string>();
      let document = await written(store, create('a', { n: 1 }));
      for (let round = 0; round < 5; round++) {
        versions.add(document.version);
        document = await written(store, replace(document, { n: 1 }));
      }
      versions.add(document.version);
      await store.write([remove(document)]);
      versions.add((await written(store, create('a', { n: 1 }))).version);
      expect(versions.size).toBe(7);
    });

    it('does not follow what the caller does with a body later', async () => {
      const store = newTenant(kit());
      const body = { list: ['one'] };
      const made = await written(store, create('a', body));
      body.list.push('two');
      if (made.body) Object.assign(made.body, { list: [] });
      expect(await store.get('item', 'a')).toMatchObject({ body: { list: ['one'] } });
    });
  });

  describe('a race', () => {
    it('of twenty writers for one version has exactly one winner', async () => {
      const store = newTenant(kit());
      const made = await written(store, create('a', { winner: 'nobody' }));
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, n) => store.write([replace(made, { winner: `writer ${n}` })])),
      );
      const winners = results.flatMap((result, n) => (result.kind === 'ok' ? [n] : []));
      expect(winners).toHaveLength(1);
      expect(results.filter(({ kind }) => kind === 'stale')).toHaveLength(19);
      expect(await store.get('item', 'a')).toMatchObject({ body: { winner: `writer ${winners[0]}` } });
    });

    it('of twenty creates of one id has exactly one winner', async () => {
      const store = newTenant(kit());
      const results = await Promise.all(Array.from({ length: 20 }, (_, n) => store.write([create('a', { n })])));
      expect(results.filter(({ kind }) => kind === 'ok')).toHaveLength(1);
      expect(results.filter(({ kind }) => kind === 'conflict')).toHaveLength(19);
    });

    it('of a replace and a remove lets one of them happen', async () => {
      const store = newTenant(kit());
      const made = await written(store, create('a'));
      const results = await Promise.all([store.write([replace(made)]), store.write([remove(made)])]);
      expect(results.filter(({ kind }) => kind === 'ok')).toHaveLength(1);
    });

    it('of twenty counters that try again loses no count', async () => {
      const store = newTenant(kit());
      await written(store, create('count', { n: 0 }));
      const raise = async (): Promise<void> => {
        const current = await store.get('item', 'count');
        if (!current) throw new Error('the counter is gone');
        const { n } = count.parse(current.body);
        if ((await store.write([replace(current, { n: n + 1 })])).kind !== 'ok') await raise();
      };
      await Promise.all(Array.from({ length: 20 }, raise));
      expect(await store.get('item', 'count')).toMatchObject({ body: { n: 20 } });
    });
  });
};
