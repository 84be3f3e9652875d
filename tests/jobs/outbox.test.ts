/** The outbox between its two ends: claims, leases, waits, fan-out and shares, with what goes wrong in each (reliability 9). */
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Courier, Delivery, Parcel } from '../../src/core/courier.ts';
import type { Store, TenantStore, WriteOperation } from '../../src/core/documents.ts';
import { dueOperation } from '../../src/core/due-item.ts';
import { StoreError } from '../../src/core/errors.ts';
import type { Feature } from '../../src/core/feature.ts';
import { silentLog } from '../../src/core/log.ts';
import { sendBuckets } from '../../src/teams/send-buckets.ts';
import { person, tenantId } from '../helpers/activities.ts';
import { movingClock, second } from '../helpers/moving-clock.ts';
import { openInProcess } from '../stores/cosmos-kit.ts';
import { folders } from '../stores/folder.ts';
import { bell, reachable, ring } from './bell.ts';
import { faultTable } from './fault-table.ts';
import { copies, ends, type Instance, instance, outbox, written } from './outbox-kit.ts';

const { make, open, clear } = folders();
afterAll(clear);
const survived = faultTable('outbox, inside');
const kinds: [string, (clock: ReturnType<typeof movingClock>) => Promise<Store>][] = [
  ['a file', async (clock) => open(make(), { clock })],
  ['Cosmos DB', async (clock) => (await openInProcess({ clock })).store],
];
const url = 'https://smba.trafficmanager.net/emea/';
const range = (count: number) => Array.from({ length: count }, (_, n) => n + 1);
const texts = (subject: string, count: number) => range(count).map((n) => `${subject} for ${person(n).aadObjectId}`);

/** Work that takes long before anything is sent. */
let atWork = () => {};
const labour: Feature = {
  name: 'labour',
  jobs: [
    {
      name: 'labour',
      async run() {
        atWork();
        return [];
      },
    },
  ],
};

/** The store as it is, but for writes that a test lets fail. */
const failing = (store: Store, fails: (operations: readonly WriteOperation[]) => boolean): Store => ({
  ...store,
  forTenant(id, options): TenantStore {
    const own = store.forTenant(id, options);
    return {
      ...{ tenantId: own.tenantId, get: own.get.bind(own), find: own.find.bind(own) },
      write: async (operations) => {
        if (fails(operations)) throw new StoreError('busy', 'not now');
        return own.write(operations);
      },
    };
  },
});

describe.each(kinds)('on %s', (on, openStore) => {
  let clock = movingClock();
  let store: Store;
  let sent: Parcel[] = [];
  let answer: (parcel: Parcel) => Promise<Delivery>;
  const events: string[] = [];
  const log = { ...silentLog, error: (event: string) => void events.push(event) };
  const courier: Courier = {
    deliver(parcel) {
      sent.push(parcel);
      return answer(parcel);
    },
  };
  beforeEach(async () => {
    clock = movingClock();
    store = await openStore(clock);
    sent = [];
    events.length = 0;
    answer = async () => ({ kind: 'sent' });
  });

  const summaries = () => sent.map(({ card }) => card.summary);
  const ticker = (change: Partial<Instance> = {}) =>
    instance({ store, clock, courier, log, features: [bell, labour], ...change });
  const people = (count: number) =>
    written(
      store,
      range(count).map((n) => reachable(n, url)),
    );
  const rung = (subject: string, audience: string) => written(store, [ring(clock.now(), subject, audience)]);

  it('a document that cannot be read holds up nobody else', async () => {
    await people(3);
    await rung('news', '3');
    const strange = { state: 'planned', wakeAt: clock.now().toISOString(), fence: 0, attempts: 0, ofTomorrow: true };
    for (const kind of ['dueItem', 'sendRecord'])
      await written(store, [{ op: 'create', kind, id: 'strange', body: strange }]);
    await ticker().tick();
    expect(copies(summaries(), texts('news', 3))).toEqual({ lost: 0, extra: 0 });
    expect(events).toEqual(['due.unreadable', 'due.unreadable']);
  });

  it('a claim that the store refuses waits, the others go on', async () => {
    await people(3);
    await rung('news', '3');
    const second3 = person(2).aadObjectId;
    const shaky = failing(store, ([first]) => first?.op === 'replace' && Object(first.body).personId === second3);
    await ticker({ store: shaky })
      .tick()
      .catch(() => undefined);
    expect(summaries().toSorted()).toEqual(texts('news', 3).filter((text) => !text.endsWith(second3)));
    await ticker().tick();
    expect(copies(summaries(), texts('news', 3))).toEqual({ lost: 0, extra: 0 });
  });

  it('a fan-out that broke off goes on where it was', async () => {
    await people(150);
    await rung('news', '150');
    let writes = 0;
    const fans = (operations: readonly WriteOperation[]) => operations[0]?.op === 'create';
    await ticker({ store: failing(store, (operations) => fans(operations) && ++writes > 1) }).tick();
    expect(events).toEqual(['due.failed']);
    expect(sent).toHaveLength(99);
    clock.pass(120 * second);
    let more = 0;
    const counted = failing(store, (operations) => {
      if (fans(operations)) more++;
      return false;
    });
    await ticker({ store: counted }).tick();
    expect(copies(summaries(), texts('news', 150))).toEqual({ lost: 0, extra: 0 });
    // What was there is looked up at once, not met one by one.
    expect(more).toBeLessThanOrEqual(4);
    survived({
      ...{ fault: 'F10', on, injected: 'store fails in the second batch of a fan-out to 150' },
      ...{ held: 'goes on after the lease', figures: '150 sent, 0 lost, 0 twice' },
    });
  });

  it('a lease counts from its claim, not from what was done before', async () => {
    await people(1);
    let stood = 0;
    atWork = () => {
      clock.pass(115 * second);
      stood += 115 * second;
    };
    const usefulUntil = new Date(clock.now().getTime() + 3_600 * second);
    await rung('news', '1');
    answer = async () => ({ kind: 'full', waitMs: second, whose: 'tenant' });
    await ticker().tick();
    clock.pass(second);
    await written(store, [
      dueOperation({ job: 'labour', subject: 's', occurrence: '1', at: clock.now(), usefulUntil }),
    ]);
    let leaseMs = 0;
    answer = async () => {
      const [record] = await outbox(store);
      leaseMs = Date.parse(record?.wakeAt ?? '') - clock.now().getTime();
      return { kind: 'sent' };
    };
    await ticker({ elapsed: () => stood }).tick();
    expect(leaseMs).toBe(120 * second);
  });

  it('a wait counts from the answer, not from when the round began', async () => {
    await people(1);
    await rung('news', '1');
    answer = async () => {
      clock.pass(10 * second);
      return { kind: 'failed' };
    };
    await ticker().tick();
    const [record] = await outbox(store);
    expect(Date.parse(record?.wakeAt ?? '') - clock.now().getTime()).toBe(30 * second);
  });

  it('F27: every window holds, and one who has had their share holds up nobody else', async () => {
    await people(31);
    for (const n of range(15)) await rung(`to-one-${n}`, 'only:31');
    await rung('news', '30');
    const buckets = sendBuckets(clock, 1);
    const times = new Map<string, number[]>();
    const own: Courier = {
      async deliver({ address, card }) {
        const full = buckets.take(tenantId, address.conversation.id, true);
        if (full) return { kind: 'full', ...full };
        sent.push({ tenantId, address, card });
        const { id } = address.conversation;
        times.set(id, [...(times.get(id) ?? []), clock.now().getTime()]);
        return { kind: 'sent' };
      },
    };
    const perSecond: number[] = [];
    for (let n = 0; n < 70; n++) {
      const before = sent.length;
      await ticker({ courier: own }).tick();
      perSecond.push(sent.length - before);
      clock.pass(second);
    }
    const toOne = times.get('a:31') ?? [];
    const within = (ms: number) => Math.max(...toOne.map((at) => toOne.filter((b) => b >= at && b < at + ms).length));
    expect(within(second)).toBeLessThanOrEqual(7);
    expect([within(2 * second), within(60 * second)]).toEqual([8, 10]);
    expect(Math.max(...perSecond)).toBe(20);
    expect(perSecond.slice(0, 3).reduce((a, b) => a + b)).toBeGreaterThanOrEqual(30 + 8);
    expect(await ends(store)).toEqual({ sent: 45 });
    survived({
      ...{ fault: 'F27', on, injected: '15 messages to one person and 30 to others, at once' },
      ...{ held: '7/1 s, 8/2 s, 10/60 s to one; 20/1 s in all', figures: '45 of 45 sent' },
    });
  });

  it('an address that failed after its person had moved on stays alive', async () => {
    await people(1);
    await rung('news', '1');
    const id = person(1).aadObjectId;
    answer = async () => {
      const known = await store.forTenant(tenantId).get('person', id);
      const body = Object(known?.body);
      const conversation = { ...body.chatAddress.conversation, id: 'a:moved' };
      const moved = { ...body, chatAddress: { ...body.chatAddress, conversation } };
      await written(store, [{ op: 'replace', kind: 'person', id, version: known?.version ?? '', body: moved }]);
      return { kind: 'failed', status: 404 };
    };
    await ticker().tick();
    const known = await store.forTenant(tenantId).get('person', id);
    expect(Object(known?.body).unreachableSince).toBeUndefined();
  });
});
