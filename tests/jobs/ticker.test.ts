/** The ticker as it runs: at once after a write, by the minute, and to an orderly end (reliability 9; F39). */
import { afterAll, describe, expect, it } from '@jest/globals';
import { systemClock } from '../../src/core/clock.ts';
import type { Courier, Delivery } from '../../src/core/courier.ts';
import type { Store } from '../../src/core/documents.ts';
import { execute, person, tenantId } from '../helpers/activities.ts';
import { movingClock } from '../helpers/moving-clock.ts';
import { givenTo } from '../helpers/people.ts';
import { startWorld } from '../helpers/world.ts';
import { openInProcess } from '../stores/cosmos-kit.ts';
import { folders } from '../stores/folder.ts';
import { bell, reachable, ring } from './bell.ts';
import { faultTable } from './fault-table.ts';
import { ends, instance, outbox, written } from './outbox-kit.ts';

const { make, open, clear } = folders();
afterAll(clear);
const survived = faultTable('outbox, its ticker');
const range = (count: number) => Array.from({ length: count }, (_, n) => n + 1);

const folder = make();
const cosmos = await openInProcess();
/** Each with a way to look into it after the server has closed it. */
const stores: [string, Store, () => Promise<Store>][] = [
  ['a file', open(folder), async () => open(folder)],
  ['Cosmos DB', cosmos.store, async () => (await openInProcess({ service: cosmos.service })).store],
];

describe.each(stores)('the server on %s', (on, store, reopen) => {
  it('sends at once what a turn plans, and ends in order while a send is on its way', async () => {
    const world = await startWorld({ realTicks: true, overrides: { store, features: [bell] } });
    const { connector, running } = world;
    const bound = running.store.forTenant(tenantId);
    await givenTo(bound, 601, ['hrLead']);
    const known = await bound.get('person', person(601).aadObjectId);
    const { body } = reachable(601, connector.url) as { body: { chatAddress: object } };
    await written(running.store, [
      {
        ...{ op: 'replace', kind: 'person', id: person(601).aadObjectId, version: known?.version ?? '' },
        body: { ...Object(known?.body), chatAddress: body.chatAddress },
      },
      ...range(8).map((n) => reachable(n, connector.url)),
    ]);
    // Nobody calls tick: the write of the turn does.
    await world.post(execute('sendFlag', { question: 'Is it sent at once?', urgency: 'today' }, { from: person(602) }));
    await connector.until(1);
    expect(connector.messages()).toHaveLength(1);

    let release = () => {};
    connector.behave = () =>
      new Promise((resolve) => {
        release = () => resolve(undefined);
      });
    await written(running.store, [ring(world.clock.now(), 'news', '8')]);
    running.ticker.nudge(tenantId);
    await connector.until(2);
    let isClosed = false;
    const closed = world.running.close().then(() => {
      isClosed = true;
    });
    // Nothing is begun any more, and what is on its way is waited for.
    await written(store, [ring(world.clock.now(), 'late', '8')]);
    running.ticker.nudge(tenantId);
    await new Promise(setImmediate);
    expect(isClosed).toBe(false);
    release();
    await closed;
    expect(connector.messages()).toHaveLength(2);

    const after = await reopen();
    const news = (await outbox(after)).filter(({ subject }) => subject === 'news');
    expect(news.filter(({ state }) => state === 'sent')).toHaveLength(1);
    const back = news.filter(({ state }) => state === 'planned');
    // Given back: another instance takes them now, not when the lease is over.
    expect(back.map(({ attempts, wakeAt }) => [attempts, wakeAt])).toEqual(
      Array(7).fill([0, world.clock.now().toISOString()]),
    );
    let more = 0;
    const courier: Courier = {
      async deliver() {
        more++;
        return { kind: 'sent' };
      },
    };
    await instance({ store: after, clock: world.clock, courier }).tick();
    expect(more).toBe(7 + 8);
    await world.close();
    survived({
      ...{ fault: 'F39', on, injected: 'stop while 1 of 8 messages is on its way' },
      ...{ held: 'waited for; 7 claims given back; none begun', figures: '16 of 16 sent in the end, 0 twice' },
    });
  });
});

describe('a ticker that runs by itself', () => {
  const people = (count: number) => range(count).map((n) => reachable(n, 'https://smba.trafficmanager.net/emea/'));

  it('comes back by itself to what had to wait a moment', async () => {
    const store = open(make(), { clock: systemClock });
    await written(store, [...people(2), ring(new Date(), 'news', '2')]);
    let tries = 0;
    let sent = 0;
    let all = () => {};
    const done = new Promise<void>((resolve) => {
      all = resolve;
    });
    const courier: Courier = {
      async deliver(): Promise<Delivery> {
        // The second had its share, the first had not: the tick of the minute would be far away.
        if (++tries === 2) return { kind: 'full', waitMs: 30, whose: 'conversation' };
        if (++sent === 2) all();
        return { kind: 'sent' };
      },
    };
    const ticker = instance({ store, clock: systemClock, courier });
    ticker.start();
    ticker.nudge(tenantId);
    await done;
    await ticker.stop();
    expect(tries).toBe(3);
    expect(await ends(store)).toEqual({ sent: 2 });
  });

  it('is asked once more, and not a hundred times, by a hundred writes while it runs', async () => {
    const clock = movingClock();
    const store = open(make(), { clock });
    await written(store, [...people(1), ring(clock.now(), 'news', '1')]);
    let looks = 0;
    const counting: Store = {
      ...store,
      forTenant(id, options) {
        const own = store.forTenant(id, options);
        return {
          ...own,
          find(query) {
            if (query.kind === 'sendRecord') looks++;
            return own.find(query);
          },
        };
      },
    };
    let release = () => {};
    let begun = () => {};
    const isOnItsWay = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const courier: Courier = {
      async deliver() {
        begun();
        await new Promise<void>((resolve) => {
          release = resolve;
        });
        return { kind: 'sent' };
      },
    };
    const ticker = instance({ store: counting, clock, courier });
    ticker.start();
    ticker.nudge(tenantId);
    await isOnItsWay;
    for (let n = 0; n < 100; n++) {
      ticker.nudge(tenantId);
      await new Promise(setImmediate);
    }
    release();
    await ticker.tick();
    await ticker.stop();
    // Two for the first tick, one for all hundred, one for our own at the end; the minute may bring one more.
    expect(looks).toBeLessThanOrEqual(6);
  });

  it('does nothing when nothing is due, and nothing after its end', async () => {
    const clock = movingClock();
    const store = open(make(), { clock });
    const courier: Courier = { deliver: () => Promise.reject(new Error('nothing may leave')) };
    const ticker = instance({ store, clock, courier });
    await ticker.tick();
    await ticker.stop();
    await written(store, [...people(1), ring(clock.now(), 'news', '1')]);
    ticker.nudge(tenantId);
    await ticker.tick();
    expect(await outbox(store)).toEqual([]);
  });
});
