/** A community's digest: once in its period to each channel, never twice, never late, never without news (product 8.6; reliability 8, 9). */
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Courier, Delivery, Parcel } from '../../src/core/courier.ts';
import { dueItem } from '../../src/core/due-item.ts';
import { loadCommunity } from '../../src/features/communities/documents.ts';
import { tenantId } from '../helpers/activities.ts';
import { day, hour, movingClock, second } from '../helpers/moving-clock.ts';
import { openInProcess } from '../stores/cosmos-kit.ts';
import { folders } from '../stores/folder.ts';
import { changed, channel, circle, fresh, type Said } from './digest-kit.ts';
import { faultTable } from './fault-table.ts';
import { ends, instance, written } from './outbox-kit.ts';

const { make, open, clear } = folders();
afterAll(clear);
const survived = faultTable('digests');
const said: Said = { decisions: [] };
const features = [circle(said)];
const sent: Parcel[] = [];
let answer: (parcel: Parcel) => Promise<Delivery>;
const courier: Courier = {
  deliver(parcel) {
    sent.push(parcel);
    return answer(parcel);
  },
};
const ok = async (): Promise<Delivery> => ({ kind: 'sent', activityId: `m${sent.length}` });
const clock = movingClock('2026-11-23T10:00:00.000Z');
const stores = [
  ['a file', open(make(), { clock })],
  ['Cosmos DB', (await openInProcess({ clock })).store],
] as const;
let next = 0;

describe.each(stores)('on %s', (on, store) => {
  const ticker = instance({ store, clock, courier, features });
  const other = instance({ store, clock, courier, features });
  let id = '';

  const later = async (ms: number) => {
    clock.pass(ms);
    await ticker.tick();
  };
  /** To the next Thursday, ten in Phoenix, whose clocks never change. */
  const toThursday = (ms = 0) => {
    const now = clock.now().getTime();
    const thursday = Date.parse('2026-11-26T17:00:00Z');
    const weeks = Math.floor((now - thursday) / (7 * day)) + 1;
    clock.pass(thursday + weeks * 7 * day - now + ms);
  };
  const decided = (question: string) => said.decisions.push({ at: clock.now().toISOString(), question });
  const shown = () => sent.map(({ address, card }) => `${address.conversation.id.slice(3, 4)}: ${card.json}`);
  const has = (...questions: string[]) => shown().map((card) => questions.filter((each) => card.includes(each)));
  const waiting = async () => {
    const where = [
      ['subject', '=', id],
      ['state', '=', 'due'],
    ] as const;
    const { items } = await store.forTenant(tenantId).find({ kind: 'dueItem', where, limit: 100 });
    return items
      .map(({ body }) => dueItem.parse(body))
      .map(({ dueAt, facts }) => `${dueAt.slice(0, 16)} ${facts.week}`);
  };

  beforeEach(async () => {
    // Those of the tests before say nothing any more.
    if (id) await changed(store, clock, id, { state: 'archived' });
    id = `circle-${++next}`;
    said.decisions = [];
    sent.length = 0;
    answer = ok;
    await written(store, [fresh(id)]);
    await changed(store, clock, id, { channels: [channel('a'), channel('b')] });
  });

  it('says to each channel once what came since the last one, and plans the next', async () => {
    decided('First?');
    toThursday();
    await ticker.tick();
    expect(
      shown()
        .map((card) => card[0])
        .toSorted(),
    ).toEqual(['a', 'b']);
    expect(has('First?', 'Second?')).toEqual([['First?'], ['First?']]);
    expect(sent[0]?.card.json).toContain('Office hour');
    expect(await waiting()).toHaveLength(1);
    clock.pass(hour);
    decided('Second?');
    await later(day);
    expect(sent).toHaveLength(2);
    toThursday();
    await ticker.tick();
    expect(has('First?', 'Second?').slice(2)).toEqual([['Second?'], ['Second?']]);
  });

  it('says which work more people see now, even when nothing else is new', async () => {
    said.widened = [
      { kind: 'everyone', name: 'Meetings' },
      { kind: 'ours', name: 'Shift handover' },
      { kind: 'department', name: 'Finance' },
    ];
    toThursday();
    await ticker.tick();
    said.widened = [];
    for (const line of [
      'Meetings: for everyone now',
      'Shift handover: in our department now',
      'Finance: something new',
    ])
      expect(has(line)).toEqual([[line], [line]]);
  });

  it('what comes at the very moment belongs to the next', async () => {
    decided('Before?');
    toThursday();
    decided('At the moment?');
    await later(10 * 60 * second);
    toThursday();
    await ticker.tick();
    expect(has('Before?', 'At the moment?')).toEqual([
      ['Before?'],
      ['Before?'],
      ['At the moment?'],
      ['At the moment?'],
    ]);
  });

  it('says nothing when there is nothing but a session to come, and goes on', async () => {
    toThursday();
    await ticker.tick();
    expect(sent).toEqual([]);
    expect(await waiting()).toHaveLength(1);
    clock.pass(second);
    decided('Now?');
    toThursday();
    await ticker.tick();
    expect(has('Now?')).toEqual([['Now?'], ['Now?']]);
  });

  it('two instances send one', async () => {
    decided('Once?');
    toThursday();
    await Promise.all([ticker.tick(), other.tick()]);
    await later(200 * second);
    await other.tick();
    expect(
      shown()
        .map((card) => card[0])
        .toSorted(),
    ).toEqual(['a', 'b']);
    expect(await waiting()).toHaveLength(1);
    survived({
      ...{ fault: 'F15', on, injected: 'two schedulers meet one digest of two channels' },
      ...{ held: 'one message to each', figures: '2 sent, 0 lost, 0 twice' },
    });
  });

  it('a crash while it leaves sends no second one', async () => {
    decided('Once?');
    toThursday();
    answer = () => Promise.reject(new Error('the process ends here'));
    await ticker.tick();
    answer = ok;
    for (let n = 0; n < 3; n++) {
      clock.pass(130 * second);
      await other.tick();
    }
    expect(sent).toHaveLength(2);
    survived({
      ...{ fault: 'F14', on, injected: 'crash between the send of a digest and its answer' },
      ...{ held: 'at most once', figures: '2 of 2 tried once, 0 repeated' },
    });
  });

  it('one of which nobody knows whether it arrived is not repeated; one that clearly did not is', async () => {
    decided('Once?');
    toThursday();
    answer = async ({ address }) =>
      address.conversation.id.startsWith('19:a') ? { kind: 'failed' } : { kind: 'failed', status: 429 };
    await ticker.tick();
    answer = ok;
    await later(60 * second);
    await later(60 * second);
    expect(
      shown()
        .map((card) => card[0])
        .toSorted(),
    ).toEqual(['a', 'b', 'b']);
    expect(await ends(store)).toMatchObject({ 'failed unclear': expect.any(Number) });
  });

  it('eight hours late it still comes, later it is dropped; the next one tells what it would have', async () => {
    decided('In time?');
    toThursday(8 * hour - second);
    await ticker.tick();
    expect(has('In time?')).toHaveLength(2);
    clock.pass(second);
    decided('Late?');
    toThursday(26 * hour);
    await ticker.tick();
    expect(sent).toHaveLength(2);
    expect(await waiting()).toHaveLength(1);
    toThursday();
    await ticker.tick();
    expect(has('Late?').slice(2)).toEqual([['Late?'], ['Late?']]);
    survived({
      ...{ fault: 'F23', on, injected: 'down for 26 hours over a digest' },
      ...{ held: 'dropped, the next one is whole', figures: '1 dropped, 0 late' },
    });
  });

  it('after weeks of standing still there is one, not one for each week', async () => {
    decided('Long ago?');
    toThursday(5 * 7 * day + 20 * hour);
    await ticker.tick();
    expect(sent).toEqual([]);
    toThursday();
    await ticker.tick();
    expect(has('Long ago?')).toEqual([['Long ago?'], ['Long ago?']]);
  });

  it.each([
    ['paused', { state: 'paused' }],
    ['off', { digest: { cadence: 'off', weekday: 4, at: '10:00', zone: 'America/Phoenix' } }],
    ['without channels', { channels: [] }],
  ] as const)('%s it stays silent, and nothing waits', async (_, change) => {
    decided('Heard?');
    await changed(store, clock, id, { ...change, ...('channels' in change ? { channels: [] } : {}) } as object);
    expect(await waiting()).toEqual([]);
    toThursday();
    await ticker.tick();
    expect(sent).toEqual([]);
  });

  it('a channel that left before it was sent hears nothing', async () => {
    decided('Heard?');
    answer = async () => ({ kind: 'full', waitMs: 60 * second, whose: 'conversation' });
    toThursday();
    await ticker.tick();
    await changed(store, clock, id, { channels: [channel('b')] });
    sent.length = 0;
    answer = ok;
    await later(61 * second);
    expect(shown().map((card) => card[0])).toEqual(['b']);
  });

  it('where the bot was taken out it is tried once, and the channel is known as not reached', async () => {
    decided('Heard?');
    toThursday();
    answer = async ({ address }) =>
      address.conversation.id.startsWith('19:a') ? { kind: 'failed', status: 403 } : ok();
    await ticker.tick();
    const channels = (await loadCommunity(store.forTenant(tenantId), id))?.community.channels;
    expect(channels?.map(({ name, address }) => [name, address !== undefined])).toEqual([
      ['a', false],
      ['b', true],
    ]);
    clock.pass(second);
    decided('And now?');
    toThursday();
    await ticker.tick();
    expect(
      shown()
        .map((card) => card[0])
        .toSorted(),
    ).toEqual(['a', 'b', 'b']);
    survived({
      ...{ fault: 'F25', on, injected: 'send of a digest answered with 403' },
      ...{ held: '1 attempt, the channel is not reached any more', figures: '1 of 1' },
    });
  });

  it('another day or zone moves the next one; of a week that had one there is no second', async () => {
    decided('Once?');
    toThursday();
    await ticker.tick();
    expect(sent).toHaveLength(2);
    const [before] = await waiting();
    const friday = { cadence: 'weekly', weekday: 5, at: '09:00', zone: 'Europe/London' } as const;
    await changed(store, clock, id, { digest: friday });
    const [moved, ...more] = await waiting();
    expect(more).toEqual([]);
    expect(moved).not.toBe(before);
    expect(moved?.slice(-8)).toBe(before?.slice(-8));
    clock.pass(second);
    decided('Next?');
    await later(2 * day);
    expect(sent).toHaveLength(2);
    await later(5 * day + 20 * hour);
    expect(has('Next?').slice(2)).toEqual([['Next?'], ['Next?']]);
  });

  it('settings that change in the moment it is due send no second one, and one waits in the end', async () => {
    const { digest } = (await loadCommunity(store.forTenant(tenantId), id))?.community ?? {};
    if (!digest) throw new Error('no such community');
    let [told, kept] = [0, 0];
    for (let round = 0; round < 6; round++) {
      sent.length = 0;
      clock.pass(second);
      decided(`Round ${round}?`);
      toThursday();
      const other = { ...digest, weekday: round % 2 === 0 ? 5 : 4 };
      const host = changed(store, clock, id, { digest: other }).then(
        () => kept++,
        // Somebody was faster: the host is told so, and presses once more.
        () => undefined,
      );
      await Promise.all([ticker.tick(), host]);
      await later(130 * second);
      told += sent.length;
      expect(sent.length).toBeLessThanOrEqual(2);
      await changed(store, clock, id, { digest });
      expect(await waiting()).toHaveLength(1);
      // By Friday's hour nothing more comes in that week.
      await later(day);
      expect(sent.length).toBeLessThanOrEqual(2);
    }
    expect(told + kept).toBeGreaterThan(0);
  });

  it('set back and forth it is one that waits, at the time that was set last', async () => {
    const digest = { weekday: 4, at: '10:00', zone: 'America/Phoenix' } as const;
    const [first] = await waiting();
    for (const cadence of ['monthly', 'off', 'everyTwoWeeks', 'weekly'] as const)
      await changed(store, clock, id, { digest: { cadence, ...digest } });
    expect(await waiting()).toEqual([first]);
  });
});
