/** Contract: a copy reads everything of one tenant once, from wherever it stands, and keeps the ends of what it copies. */
import { describe, expect, it } from '@jest/globals';
import type { Archive, Position, StoredDocument } from '../../../src/core/documents.ts';
import { create, fault, fill, newTenant, type Part, remove, written } from './kit.ts';

async function everything(archive: Archive, from?: Position): Promise<StoredDocument[]> {
  const documents: StoredDocument[] = [];
  let after = from;
  for (;;) {
    const page = await archive.read(after);
    if (page.length === 0) return documents;
    documents.push(...page);
    after = page.at(-1);
  }
}

const nameOf = ({ kind, id }: Pick<StoredDocument, 'kind' | 'id'>): string => `${kind}:${id}`;

export const archives: Part = (kit) => {
  const crowd = async () => {
    const store = newTenant(kit());
    await fill(store, Object.fromEntries(Array.from({ length: 620 }, (_, n) => [`n${n}`, { n }])));
    await written(store, create('a', { of: 'other' }, 'other'));
    for (const week of ['2026-W47', '2026-W48', '2027-W01'])
      await store.write(Array.from({ length: 70 }, (_, n) => create(`${week}-${n}`, { week }, 'use')));
    return store;
  };

  describe('an archive', () => {
    it('holds every document once, as get gives it', async () => {
      const store = await crowd();
      const found = await everything(kit().store.archive(store.tenantId));
      expect(new Set(found.map(nameOf)).size).toBe(620 + 1 + 210);
      expect(found).toHaveLength(620 + 1 + 210);
      for (const document of [found[0], found[400], found.at(-1)])
        if (document) expect(await store.get(document.kind, document.id)).toEqual(document);
    });

    it('goes on after any document, also one that is gone by now', async () => {
      const store = await crowd();
      const archive = kit().store.archive(store.tenantId);
      const all = await everything(archive);
      for (const at of [0, 333, 620, 621, 700, all.length - 1]) {
        const rest = await everything(archive, all[at]);
        expect(rest.map(nameOf)).toEqual(all.slice(at + 1).map(nameOf));
      }
      const gone = all[500];
      if (gone) await store.write([remove(gone)]);
      expect((await everything(archive, gone)).map(nameOf)).toEqual(all.slice(501).map(nameOf));
      expect(await everything(archive)).toHaveLength(all.length - 1);
    });

    it('holds nothing of another tenant, and nothing at all of one without documents', async () => {
      const [ours, theirs] = [await crowd(), newTenant(kit())];
      await fill(theirs, { a: { of: 'theirs' } });
      const found = await everything(kit().store.archive(theirs.tenantId));
      expect(found.map(nameOf)).toEqual(['item:a']);
      expect((await everything(kit().store.archive(ours.tenantId))).every((d) => d.tenantId === ours.tenantId)).toBe(
        true,
      );
      expect(await kit().store.archive(newTenant(kit()).tenantId).read()).toEqual([]);
    });
  });

  describe('the end of a document', () => {
    const ends = (seconds: number) => new Date(kit().clock.now().getTime() + seconds * 1_000).toISOString();

    it('is told, whether given as a time to live or as an instant', async () => {
      const store = newTenant(kit());
      const [inAMinute, at] = [ends(60), ends(90)];
      const made = await written(store, { ...create('a'), ttlSeconds: 60 });
      const copied = await written(store, { ...create('b'), expiresAt: at });
      expect([made.expiresAt, copied.expiresAt]).toEqual([inAMinute, at]);
      expect((await store.get('item', 'a'))?.expiresAt).toBe(inAMinute);
      expect((await store.find({ kind: 'item' })).items.map(({ expiresAt }) => expiresAt)).toEqual([inAMinute, at]);
      expect((await written(store, create('c'))).expiresAt).toBeUndefined();
      kit().clock.pass(60_000);
      expect((await everything(kit().store.archive(store.tenantId))).map(nameOf)).toEqual(['item:b', 'item:c']);
      kit().clock.pass(30_000);
      expect(await store.get('item', 'b')).toBeUndefined();
    });

    it('is 400 days off for events, unless the event says otherwise', async () => {
      const store = newTenant(kit());
      const event = create('a', { week: '2026-W48' }, 'use');
      expect((await written(store, event)).expiresAt).toBe(ends(400 * 86_400));
      expect((await written(store, { ...event, id: 'b', ttlSeconds: 60 })).expiresAt).toBe(ends(60));
    });

    it.each([
      ['both', { ttlSeconds: 60, expiresAt: '2027-01-01T00:00:00.000Z' }],
      ['a day', { expiresAt: '2027-01-01' }],
      ['no date', { expiresAt: 'soon' }],
    ])('cannot be %s', async (_name, life) => {
      const store = newTenant(kit());
      await expect(store.write([{ ...create('a'), ...life }])).rejects.toMatchObject(fault('badRequest'));
    });
  });
};
