/** Forgetting a person in many batches: cut off anywhere, called again, raced by others; each document once, the person last. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findAll, type TenantStore, type WriteOperation } from '../../../src/core/documents.ts';
import { type Erasure, neutral, removal, withoutPerson } from '../../../src/core/erasure.ts';
import { savePerson } from '../../../src/features/people/documents.ts';
import { erasePerson } from '../../../src/features/people/erasing.ts';
import { useErasure } from '../../../src/features/playbook/erasure.ts';
import { type MemoryStore, memoryStore, today } from '../../helpers/builders.ts';
import { scaled } from '../../helpers/scale.ts';

let memory: MemoryStore;
beforeEach(() => {
  memory = memoryStore();
});
afterEach(() => memory.close());

const me = { personId: 'person-1', name: 'Sam Sample' };
const actor = { actorId: 'system', actorKind: 'system' } as const;
const rows = 250;

async function used(store: TenantStore, personId = me.personId): Promise<void> {
  const all = Array.from({ length: rows }, (_, n): WriteOperation => {
    const body = { personId, scenarioId: `s${n}`, lastVersion: 1, lastUsedAt: today.toISOString(), toldVersion: 1 };
    return { op: 'create', kind: 'personScenario', id: `${personId}-${n}`, body };
  });
  for (let at = 0; at < rows; at += 90) await store.write(all.slice(at, at + 90));
}

async function count(kind: string): Promise<number> {
  let found = 0;
  for await (const _ of findAll(memory.store, { kind })) found++;
  return found;
}

const erase = (store: TenantStore, others: readonly Erasure[] = [useErasure]) =>
  erasePerson({ store, now: today, actor }, others, me.personId);

/** Dies with its nth write, before or after it is kept. */
function dying(store: TenantStore, at: number, kept: boolean): TenantStore {
  let writes = 0;
  return {
    ...store,
    async write(operations) {
      if (++writes !== at) return store.write(operations);
      if (kept) await store.write(operations);
      throw new Error('cut off');
    },
  };
}

describe('many documents', () => {
  it('go in batches, the person with the one audit entry last', async () => {
    await savePerson(memory.store, me, today, {});
    await used(memory.store);
    await used(memory.store, 'person-2');
    const batches: (readonly WriteOperation[])[] = [];
    const store: TenantStore = {
      ...memory.store,
      write(operations) {
        batches.push(operations);
        return memory.store.write(operations);
      },
    };
    expect(await erase(store)).toEqual({
      kind: 'done',
      counts: new Map([
        ['private row', rows],
        ['person', 1],
      ]),
    });
    expect(batches.length).toBeGreaterThan(3);
    // One place is left for the row that every turn brings along.
    expect(Math.max(...batches.map((batch) => batch.length))).toBeLessThanOrEqual(98);
    expect(batches.findIndex((batch) => batch.some(({ kind }) => kind === 'person'))).toBe(batches.length - 1);
    expect([await count('person'), await count('personScenario'), await count('auditEntry')]).toEqual([0, rows, 1]);
  });

  it('cut off at any write, the next call ends it', async () => {
    for (const kept of [false, true])
      for (let at = 1; at <= 4; at++) {
        memory.close();
        memory = memoryStore();
        await savePerson(memory.store, me, today, {});
        await used(memory.store);
        await expect(erase(dying(memory.store, at, kept))).rejects.toThrow('cut off');
        expect((await erase(memory.store)).kind).toBe('done');
        expect([await count('person'), await count('personScenario'), await count('auditEntry')]).toEqual([0, 0, 1]);
      }
  });

  it('nobody known leaves no entry behind', async () => {
    expect(await erase(memory.store)).toEqual({ kind: 'done', counts: new Map() });
    expect(await count('auditEntry')).toBe(0);
  });
});

describe('others at the same moment', () => {
  it('a newer state is met by looking again', async () => {
    await savePerson(memory.store, me, today, {});
    await used(memory.store);
    let raced = 0;
    const store: TenantStore = {
      ...memory.store,
      async write(operations) {
        const [first] = operations;
        if (raced++ < 2 && first?.op === 'remove') {
          const found = await memory.store.get(first.kind, first.id);
          if (found) await memory.store.write([{ op: 'replace', ...found, body: { ...Object(found.body) } }]);
        }
        return memory.store.write(operations);
      },
    };
    expect((await erase(store)).kind).toBe('done');
    expect(raced).toBeGreaterThan(2);
    expect(await count('personScenario')).toBe(0);
  });

  it('what is written meanwhile goes too; what never ends is said', async () => {
    await savePerson(memory.store, me, today, {});
    let more = 0;
    const late = (most: number): Erasure => ({
      async *erase(turn, personId) {
        if (more < most) await used({ ...memory.store, write: turn.store.write }, `${personId}-late-${more++}`);
        for await (const document of findAll(turn.store, { kind: 'personScenario' })) yield removal(document);
      },
    });
    expect((await erase(memory.store, [late(2)])).kind).toBe('done');
    expect(await count('personScenario')).toBe(0);
    expect((await erase(memory.store, [late(100)])).kind).toBe('unfinished');
  });

  it('ten at once end, and one of them says so in the log', async () => {
    for (let round = 0; round < scaled(3, 30); round++) {
      await savePerson(memory.store, me, today, {});
      const before = await count('auditEntry');
      const done = await Promise.all(Array.from({ length: 10 }, () => erase(memory.store)));
      expect(done.every(({ kind }) => kind === 'done')).toBe(true);
      expect([await count('person'), (await count('auditEntry')) - before]).toEqual([0, 1]);
    }
  });
});

describe('a neutral name', () => {
  const document = (body: object) => ({ tenantId: 't', kind: 'x', id: '1', schemaVersion: 2, version: 'v', body });

  it('stands wherever the id stood, at any depth, and nowhere else', () => {
    const body = { by: 'me', list: ['me', 'you'], deep: { thread: [{ by: 'me', text: 'about me' }] }, none: null };
    expect(withoutPerson(body, 'me')).toEqual({
      by: 'removed',
      list: ['removed', 'you'],
      deep: { thread: [{ by: 'removed', text: 'about me' }] },
      none: null,
    });
    expect(withoutPerson(body, 'nobody')).toBe(body);
  });

  it('keeps the end of the document, and changes nothing where there is nothing', () => {
    const expiresAt = '2027-01-01T00:00:00.000Z';
    expect(neutral({ ...document({ by: 'me' }), expiresAt }, 'me')).toEqual([
      { op: 'replace', kind: 'x', id: '1', version: 'v', schemaVersion: 2, expiresAt, body: { by: 'removed' } },
    ]);
    expect(neutral(document({ by: 'you' }), 'me')).toEqual([]);
  });
});
