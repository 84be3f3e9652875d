/** Faults injected under the real client: what the adapter makes of each (reliability.md 7 and 12, F1 to F12). */
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { TenantStore, WriteOperation } from '../../src/core/documents.ts';
import type { CosmosOptions, CosmosStore } from '../../src/stores/cosmos.ts';
import { movingClock } from '../helpers/moving-clock.ts';
import { contractLists, create, fault, fill, idsOf, remove, replace, written } from './contract/kit.ts';
import { openInProcess } from './cosmos-kit.ts';
import { oneAnswer, seatsTaken } from './races.ts';
import type { FakeAnswer, FakeCosmos, Met } from './service/fake-cosmos.ts';
import { survivedFaults } from './survived.ts';

/** Time runs for the store only while it pauses, so that nothing here waits. */
function steppedTime() {
  const pauses: number[] = [];
  let ms = 0;
  return {
    pauses,
    now: () => ms,
    pause: async (length: number) => {
      pauses.push(length);
      ms += length;
    },
    chance: () => 0.5,
  };
}

let service: FakeCosmos;
let store: CosmosStore;
let time: ReturnType<typeof steppedTime>;
const clock = movingClock();

async function open(options: Partial<CosmosOptions> = {}): Promise<TenantStore> {
  time = steppedTime();
  ({ service, store } = await openInProcess({ ...time, clock, lists: contractLists, ...options }));
  return store.forTenant('t', { pace: 'turn' });
}
let tenant: TenantStore;
beforeEach(async () => {
  tenant = await open();
});

const survived = survivedFaults('Cosmos DB');

type Way = 'reset' | 'hang' | FakeAnswer;
const isData = ({ operation }: Met) => ['read', 'batch', 'query'].includes(operation);

/** The first `times` requests for data go this way; `applied` = they were carried out before. */
function failing(way: Way, times: number, applied = false): void {
  let left = times;
  service.fault = (met, serve) => {
    if (!isData(met) || left <= 0) return undefined;
    left--;
    if (applied) serve();
    return way;
  };
}
const answer = (status: number, headers: Record<string, string> = {}): FakeAnswer => ({
  status,
  body: { code: String(status), message: 'injected' },
  headers,
});
const asked = () => service.requests.filter(isData).length;

const writes: readonly (readonly [name: string, make: (store: TenantStore) => Promise<readonly WriteOperation[]>])[] = [
  ['a create', async () => [create('a', { n: 1 })]],
  ['a replace', async (t) => [replace(await written(t, create('a', { n: 0 })), { n: 1 })]],
  ['a remove', async (t) => [remove(await written(t, create('a', { n: 0 })))]],
  [
    'a batch',
    async (t) => [replace(await written(t, create('a', { n: 0 })), { n: 1 }), create('b', { n: 1 }), create('c')],
  ],
];

describe('F1: asked too much at once (429)', () => {
  it('waits as long as it is told to, within the deadline, and writes once', async () => {
    failing(answer(429, { 'x-ms-retry-after-ms': '700' }), 2);
    expect((await tenant.write([create('a')])).kind).toBe('ok');
    expect(time.pauses).toEqual([700, 700]);
    failing(answer(429), 2);
    expect(await tenant.get('item', 'a')).toBeDefined();
    expect(time.pauses.slice(2)).toEqual([50, 100]);
    survived('F1');
  });

  it('says busy at once when the wait does not fit, and has written nothing', async () => {
    failing(answer(429, { 'x-ms-retry-after-ms': '5000' }), 1);
    await expect(tenant.write([create('a')])).rejects.toMatchObject(fault('busy'));
    expect(time.pauses).toEqual([]);
    expect(await store.forTenant('t').get('item', 'a')).toBeUndefined();
  });
});

describe('F2, F4: not now (503, 408, 410, 449, 500)', () => {
  it.each([408, 410, 449, 500, 503])('%i: tried again, written once', async (status) => {
    failing(answer(status), 2);
    expect((await tenant.write([create('a', { n: 1 })])).kind).toBe('ok');
    failing(answer(status), 2);
    expect(idsOf(await tenant.find({ kind: 'item' }))).toEqual(['a']);
    expect(time.pauses).toHaveLength(4);
    survived('F2', 'F4');
  });

  it('is an outage when it lasts as long as the deadline', async () => {
    failing(answer(503), 1_000);
    await expect(tenant.get('item', 'a')).rejects.toMatchObject(fault('storeDown'));
    const spent = time.pauses.reduce((sum, ms) => sum + ms, 0);
    expect(spent).toBeGreaterThan(2_000);
    expect(spent).toBeLessThan(3_000);
    // One deadline for the whole turn: what is left is too little for another wait.
    await expect(tenant.get('item', 'a')).rejects.toMatchObject({ fault: expect.stringMatching(/busy|storeDown/) });
    expect(time.pauses.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(3_000);
  });
});

describe('F3: the answer is lost, the write is not', () => {
  it.each(writes)('%s is found done, and is done once', async (_name, make) => {
    const operations = await make(tenant);
    for (const way of ['reset', answer(500), answer(408)] as const) {
      const own = await open();
      const again = await make(own);
      failing(way, 1, true);
      const result = await own.write(again);
      expect(result.kind).toBe('ok');
      if (result.kind === 'ok' && operations[0]?.op !== 'remove')
        for (const document of result.documents) expect(await own.get('item', document.id)).toEqual(document);
    }
    survived('F3');
  });

  it('is not mistaken for the write of another one', async () => {
    await written(tenant, create('a', { by: 'another' }));
    failing('reset', 1);
    expect(await tenant.write([create('a', { by: 'me' })])).toEqual({ kind: 'conflict', index: 0 });
    const old = await written(tenant, create('b', { n: 1 }));
    await written(tenant, replace(old, { n: 2 }));
    failing('reset', 1);
    expect(await tenant.write([replace(old, { n: 3 })])).toEqual({ kind: 'stale', index: 0 });
    expect((await tenant.get('item', 'b'))?.body).toEqual({ n: 2 });
  });
});

describe('F5: not let in (401, 403)', () => {
  it.each([401, 403])('%i: an outage without a second try, not ready, and well again by itself', async (status) => {
    failing(answer(status), 1);
    await expect(tenant.get('item', 'a')).rejects.toMatchObject(fault('storeDown'));
    failing(answer(status), 1);
    await expect(store.check()).rejects.toMatchObject(fault('storeDown'));
    expect(time.pauses).toEqual([]);
    await expect(store.check()).resolves.toBeUndefined();
    expect((await tenant.write([create('a')])).kind).toBe('ok');
    survived('F5');
  });
});

describe('F6: no answer at all', () => {
  const paces = {
    turn: { totalMs: 90, attemptMs: 30 },
    job: { totalMs: 90, attemptMs: 30 },
    import: { totalMs: 90, attemptMs: 30 },
  };

  it('ends at the deadline, each try cut off, for reads, queries and writes', async () => {
    const hung = await open({ paces, now: () => performance.now(), pause: async () => {} });
    failing('hang', 1_000);
    await expect(hung.get('item', 'a')).rejects.toMatchObject(fault('storeDown'));
    expect(asked()).toBeLessThanOrEqual(4);
    for (const call of [
      () => store.forTenant('t').find({ kind: 'item' }),
      () => store.forTenant('t').write([create('a')]),
    ])
      await expect(call()).rejects.toMatchObject({ fault: expect.stringMatching(/busy|storeDown/) });
    survived('F6');
  });

  it('for one try only is not noticed', async () => {
    const patient = { totalMs: 3_000, attemptMs: 30 };
    const hung = await open({
      paces: { ...paces, turn: patient },
      now: () => performance.now(),
      pause: async () => {},
    });
    failing('hang', 1);
    expect((await hung.write([create('a')])).kind).toBe('ok');
  });

  it('ends with the turn that asked', async () => {
    const turn = new AbortController();
    service.fault = (met) => {
      if (!isData(met)) return undefined;
      turn.abort();
      return 'hang';
    };
    const own = store.forTenant('t', { signal: turn.signal, pace: 'turn' });
    await expect(own.get('item', 'a')).rejects.toMatchObject({ fault: expect.stringMatching(/busy|storeDown/) });
    expect(asked()).toBe(1);
  });
});

describe('the line', () => {
  it('that breaks is tried again by us alone: two requests, no hidden ones', async () => {
    failing('reset', 1);
    expect(await tenant.get('item', 'a')).toBeUndefined();
    expect(asked()).toBe(2);
    failing('reset', 1);
    expect((await tenant.find({ kind: 'item' })).items).toEqual([]);
    expect(asked()).toBe(4);
  });

  it('that breaks five times in a row is left alone for five seconds, then tried once', async () => {
    failing('reset', 1_000);
    for (let n = 0; n < 2; n++) await expect(store.forTenant('t').get('item', 'a')).rejects.toThrow();
    const before = asked();
    await expect(store.forTenant('t').get('item', 'a')).rejects.toMatchObject(fault('storeDown'));
    expect(asked()).toBe(before);
    service.fault = undefined;
    await time.pause(5_000);
    await expect(store.forTenant('t').get('item', 'a')).resolves.toBeUndefined();
  });
});

describe('F7: too large', () => {
  it('is refused before it is sent, and told if the service says so', async () => {
    await expect(tenant.write([create('a', { text: 'x'.repeat(2_000_001) })])).rejects.toMatchObject(fault('tooLarge'));
    expect(asked()).toBe(0);
    failing(answer(413), 1);
    await expect(tenant.write([create('a')])).rejects.toMatchObject(fault('tooLarge'));
    survived('F7');
  });
});

describe('F8, F9: many at once', () => {
  it.each([2, 10, 50])('%i answers: one is first', async (writers) => {
    await oneAnswer(store.forTenant('t'), writers);
    survived('F8');
  });

  it('all pressing at once for 20 seats', async () => {
    await seatsTaken(store.forTenant('t'));
    survived('F9');
  });
});

describe('F10: row 57 of 100 fails', () => {
  const rows = Array.from({ length: 100 }, (_, n) => create(`n${n}`));
  const failedAt = (at: number, status: number): FakeAnswer => ({
    status: 207,
    body: rows.map((_, n) => ({ statusCode: n === at ? status : 424, requestCharge: 0 })),
  });

  it('of its own: none is written, the row is named', async () => {
    await written(tenant, create('n57'));
    expect(await tenant.write(rows)).toEqual({ kind: 'conflict', index: 57 });
    expect(idsOf(await tenant.find({ kind: 'item', limit: 100 }))).toEqual(['n57']);
  });

  it('because of the moment: all are written in the end', async () => {
    failing(failedAt(57, 429), 1);
    expect((await tenant.write(rows)).kind).toBe('ok');
    expect(idsOf(await tenant.find({ kind: 'item', limit: 100 }))).toHaveLength(100);
    survived('F10');
  });
});

describe('F11: a page is lost in the middle of a query', () => {
  it('gives all of the answer, not the part that came', async () => {
    await fill(tenant, Object.fromEntries(Array.from({ length: 90 }, (_, n) => [`n${n}`, { rank: n }])));
    let pages = 0;
    service.fault = ({ operation }, serve) => {
      if (operation !== 'query') return undefined;
      pages++;
      if (pages === 2) return 'reset';
      return serve();
    };
    service.pageSize = 20;
    const query = { kind: 'item', limit: 80, orderBy: { field: 'rank', direction: 'asc' } } as const;
    const { items } = await tenant.find(query);
    expect(items.map(({ id }) => id)).toEqual(Array.from({ length: 80 }, (_, n) => `n${n}`));
    expect(pages).toBeGreaterThan(5);
    survived('F11');
  });
});

describe('F12: two instances', () => {
  it('reads once more what the other one may have written a moment ago', async () => {
    const first = await open({ instances: 2 });
    await written(first, create('a'));
    failing(answer(404), 1);
    expect((await first.get('item', 'a'))?.id).toBe('a');
    expect(time.pauses).toEqual([150]);
    survived('F12');
  });

  it('race for one version: one wins, and both see it', async () => {
    const { store: other } = await openInProcess({ clock, lists: contractLists, service });
    const made = await written(tenant, create('a'));
    const results = await Promise.all(
      [tenant, other.forTenant('t')].map((each, n) => each.write([replace(made, { n })])),
    );
    expect(results.map(({ kind }) => kind).toSorted()).toEqual(['ok', 'stale']);
    expect(await tenant.get('item', 'a')).toEqual(await other.forTenant('t').get('item', 'a'));
  });
});

describe('a start', () => {
  const opened = (way: Way) => {
    service.fault = ({ operation }) => (operation === 'container' ? way : undefined);
    return openInProcess({ ...time, clock, lists: contractLists, service });
  };

  it.each<[string, Way, string]>([
    ['a container is not there', answer(404), 'the infrastructure was not made'],
    ['nobody may come in', answer(403), 'role assignment'],
    ['nobody answers', 'reset', 'could not be reached'],
  ])('is refused with a sentence when %s', async (_name, way, sentence) => {
    await expect(opened(way)).rejects.toThrow(sentence);
  });

  it('is refused when a container is partitioned in another way', async () => {
    const other = answer(200);
    await expect(
      opened({ ...other, body: { id: 'playbook', partitionKey: { paths: ['/id'], kind: 'Hash' } } }),
    ).rejects.toThrow('is partitioned by /id, not /tenantId');
  });
});

describe('a query', () => {
  it('that would need a plan is refused: on that way the client drops the partition key', async () => {
    await fill(tenant, { a: {} });
    service.fault = ({ operation }) =>
      operation === 'query'
        ? {
            status: 400,
            body: { code: 'BadRequest', message: 'needs a plan', additionalErrorInfo: '{"queryRanges":[]}' },
          }
        : undefined;
    await expect(tenant.find({ kind: 'item' })).rejects.toMatchObject(fault('badRequest'));
    expect(service.requests.filter(({ operation }) => operation === 'plan')).toEqual([]);
  });
});
