/** Reminders of sessions: each once, to whoever said they come, as it stands when it leaves; F15, F20 and F23 with the real job (reliability 9, T7). */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { Courier } from '../../src/core/courier.ts';
import type { Store, WriteOperation } from '../../src/core/documents.ts';
import { rsvpId } from '../../src/features/office-hours/documents.ts';
import { tenantId } from '../helpers/activities.ts';
import { hour, type MovingClock, movingClock } from '../helpers/moving-clock.ts';
import { openInProcess } from '../stores/cosmos-kit.ts';
import { folders } from '../stores/folder.ts';
import { reachable } from './bell.ts';
import { faultTable } from './fault-table.ts';
import { copies, ends, instance, outbox, written } from './outbox-kit.ts';
import { hoursAlone } from './session-features.ts';
import { coming, crowd, hash, idOf, leads, planned, range, start } from './sessions-kit.ts';

/** Their count in the long run is that of processes.test.ts. */
const people = 500;
const minute = 60_000;
/** Where nothing is sent to. */
const away = 'https://smba.trafficmanager.net/emea/';
const { make, open, clear } = folders();
const survived = faultTable('reminders of sessions');
afterAll(clear);

interface Sent {
  readonly to: string;
  readonly summary: string;
  readonly text: string;
}

/** Keeps what left, and gives the others their turn, as a line would. */
function keeping(sent: Sent[]): Courier {
  return {
    async deliver({ card, address }) {
      sent.push({ to: address.conversation.id, summary: card.summary, text: card.json.replaceAll('\\', '') });
      await pause(0);
      return { kind: 'sent' };
    },
  };
}

const stores: [string, (clock: MovingClock) => Promise<Store>][] = [
  ['a file', async () => open(make())],
  ['Cosmos DB', async (clock) => (await openInProcess({ clock })).store],
];

describe.each(stores)('on %s', (on, opened) => {
  const stage = async (operations: readonly WriteOperation[]) => {
    const clock = movingClock();
    const store = await opened(clock);
    await written(store, operations);
    const sent: Sent[] = [];
    const tick = () => instance({ store, clock, courier: keeping(sent), features: [hoursAlone(hash)] }).tick();
    const to = (number: number) => sent.filter(({ to: chat }) => chat === `a:${number}`);
    const until = async (minutesBefore: number) => {
      clock.pass(start.getTime() - minutesBefore * minute - clock.now().getTime());
      await tick();
    };
    return { clock, store, sent, tick, to, until };
  };
  const reached = (...numbers: number[]) => numbers.map((n) => reachable(n, away));

  it('goes to yes and maybe, in their own zone and words, with the time that is really left', async () => {
    const { clock, sent, tick, to } = await stage([
      ...planned('one'),
      reachable(1, away, { zone: 'Asia/Kolkata' }),
      reachable(2, away, { language: 'es', zone: 'Europe/Madrid' }),
      ...reached(3, 4, 5, 6),
      ...[
        coming('one', 1),
        coming('one', 2, 'maybe'),
        coming('one', 3, 'no'),
        coming('one', 4, 'waiting'),
        coming('one', 5, 'yes', 'off'),
      ],
    ]);
    clock.pass(hour - 1);
    await tick();
    expect(sent).toEqual([]);
    clock.pass(1);
    await tick();
    await tick();
    expect(sent.map(({ to: chat }) => chat).toSorted()).toEqual(['a:1', 'a:2']);
    expect(to(1)[0]?.summary).toBe('Talk one: Tue 24 Nov, 16:30 (Kolkata)');
    expect(to(1)[0]?.text).toContain('It begins in 24 hours.');
    expect(to(1)[0]?.text).toContain('stopReminders');
    expect(to(2)[0]?.summary).toBe('Talk one: mar 24 nov, 12:00 (Madrid)');
    expect(to(2)[0]?.text).toContain('Empieza en 24 horas.');
  });

  it('T7: three sessions and different answers: only whoever comes to one is told of it', async () => {
    const { sent, until } = await stage([
      ...planned('a'),
      ...planned('b'),
      ...planned('c'),
      ...reached(1, 2, 3),
      ...[
        coming('a', 1),
        coming('b', 1),
        coming('b', 2, 'maybe'),
        coming('c', 3),
        coming('a', 2, 'no'),
        coming('c', 1, 'yes', 'off'),
      ],
    ]);
    await until(15);
    expect(sent.map(({ to: chat, summary }) => `${chat} ${summary.slice(0, 6)}`).toSorted()).toEqual([
      'a:1 Talk a',
      'a:1 Talk b',
      'a:2 Talk b',
      'a:3 Talk c',
    ]);
    expect(sent.every(({ text }) => text.includes('It begins in 15 minutes.'))).toBe(true);
  });

  it('what a person chose in their settings holds: the day before, shortly before, or none', async () => {
    const wants = (number: number, reminders: string) =>
      reachable(number, away, {
        notify: { answers: 'day', work: 'off', reminders },
      });
    const { to, until } = await stage([
      ...planned('one', {}, ['24h', '15m']),
      ...[wants(1, 'both'), wants(2, 'day'), wants(3, 'soon'), wants(4, 'off')],
      ...range(4).map((n) => coming('one', n)),
    ]);
    await until(24 * 60);
    await until(15);
    expect(range(4).map((n) => to(n).length)).toEqual([2, 1, 1, 0]);
  });

  it('quiet hours and a pause hold it back; what would come too late does not come', async () => {
    const at = { zone: 'Etc/UTC' };
    const { sent, store, to, until } = await stage([
      ...planned('one', {}, ['24h', '15m']),
      // The session is on a Tuesday at eleven: this one works from noon, the other from half past ten, the third is away.
      reachable(1, 'x', { ...at, workHours: { days: [1, 2, 3, 4, 5], from: '12:00', to: '20:00' } }),
      reachable(2, 'x', { ...at, workHours: { days: [2], from: '09:30', to: '20:00' } }),
      reachable(3, 'x', { ...at, pausedUntil: '2026-11-26' }),
      ...range(3).map((n) => coming('one', n)),
    ]);
    await until(24 * 60);
    await until(90);
    await until(15);
    for (const minutes of [10, 1, 0, -60, -3_000]) await until(minutes);
    expect([to(1), to(3)]).toEqual([[], []]);
    // Of the day before nothing is left to say by the time their day begins at half past nine.
    expect(to(2).map(({ text }) => /It begins in [^.]*/.exec(text)?.[0])).toEqual([
      'It begins in 90 minutes',
      'It begins in 15 minutes',
    ]);
    expect(await ends(store)).toEqual({ sent: 2, 'skipped late': 4 });
    expect(sent).toHaveLength(2);
  });

  it('answers, switches and the session itself are read when it leaves', async () => {
    const { clock, store, to, tick } = await stage([
      ...planned('one', {}, ['24h']),
      ...reached(1, 2, 3, 4),
      ...range(4).map((n) => coming('one', n)),
    ]);
    const tenant = store.forTenant(tenantId);
    const change = async (kind: string, id: string, fields: object) => {
      const found = await tenant.get(kind, id);
      if (found)
        await tenant.write([
          { op: 'replace', kind, id, version: found.version, body: { ...Object(found.body), ...fields } },
        ]);
    };
    clock.pass(hour);
    // The line is busy: what was planned a while ago leaves later.
    const busy: Courier = { deliver: async () => ({ kind: 'full', whose: 'tenant', waitMs: 60_000 }) };
    await instance({ store, clock, courier: busy, features: [hoursAlone(hash)] }).tick();
    await change('rsvp', rsvpId(hash, 'one', idOf(1)), { answer: 'no' });
    await change('rsvp', rsvpId(hash, 'one', idOf(2)), { reminder: 'off' });
    await change('person', idOf(3), { notify: { answers: 'now', work: 'day', reminders: 'off' } });
    clock.pass(2 * minute);
    await tick();
    expect(range(4).map((n) => to(n).length)).toEqual([0, 0, 0, 1]);
    expect(to(4)[0]?.text).toContain('It begins in 24 hours.');
  });

  it.each([
    ['cancelled', { state: 'cancelled' as const }],
    ['moved, so that others were planned', { sequence: 1 }],
  ])('of one that was %s nothing is sent, planned before or after', async (_what, change) => {
    const { clock, store, sent, tick, until } = await stage([
      ...planned('one', {}, ['24h', '15m']),
      ...reached(1),
      coming('one', 1),
    ]);
    const tenant = store.forTenant(tenantId);
    clock.pass(hour);
    const busy: Courier = { deliver: async () => ({ kind: 'full', whose: 'tenant', waitMs: 60_000 }) };
    await instance({ store, clock, courier: busy, features: [hoursAlone(hash)] }).tick();
    const found = await tenant.get('session', 'one');
    if (found)
      await tenant.write([
        {
          op: 'replace',
          kind: 'session',
          id: 'one',
          version: found.version,
          body: { ...Object(found.body), ...change },
        },
      ]);
    clock.pass(2 * minute);
    await tick();
    await until(15);
    expect(sent).toEqual([]);
  });

  it('F23: down 26 hours over three reminders, back at any moment: one at most, and none too late', async () => {
    const back: [minutesBefore: number, expected: string[]][] = [
      [61, ['It begins in 61 minutes']],
      [60, ['It begins in 60 minutes']],
      [16, ['It begins in 16 minutes']],
      [15, ['It begins in 15 minutes']],
      [5, ['It begins in 5 minutes']],
      [1, ['It begins in 1 minute']],
      [0, []],
      [-60, []],
    ];
    for (const [minutesBefore, expected] of back) {
      const { sent, until, tick } = await stage([...planned('one'), ...reached(1), coming('one', 1)]);
      await until(minutesBefore);
      await tick();
      expect([minutesBefore, sent.map(({ text }) => /It begins in [^.]*/.exec(text)?.[0])]).toEqual([
        minutesBefore,
        expected,
      ]);
      // What is still to come comes in its own time, and no more.
      for (const later of [60, 15, 0, -10]) if (later < minutesBefore) await until(later);
      expect(sent.length).toBeLessThanOrEqual(
        expected.length +
          leads.filter((lead) => ({ '24h': 1_440, '1h': 60, '15m': 15 })[lead] < minutesBefore && minutesBefore > 0)
            .length,
      );
    }
    survived({
      ...{ fault: 'F23', on, injected: 'down over 3 reminders, back at 8 moments' },
      ...{
        held: 'one at most, with the time really left; none once it has begun',
        figures: `${back.length} of ${back.length}`,
      },
    });
  }, 60_000);

  it('F23: cut off between the plan and the sends: of what is left only the latest is told', async () => {
    const { clock, store, sent, until } = await stage([...planned('one'), ...reached(1), coming('one', 1)]);
    const down: Courier = { deliver: async () => ({ kind: 'notSent' }) };
    const tickDown = () => instance({ store, clock, courier: down, features: [hoursAlone(hash)] }).tick();
    clock.pass(hour);
    await tickDown();
    clock.pass(23 * hour);
    await tickDown();
    expect((await outbox(store)).map(({ occurrence, state }) => `${occurrence} ${state}`).toSorted()).toEqual([
      '1h/0 planned',
      '24h/0 skipped',
    ]);
    await until(10);
    await until(9);
    expect(sent.map(({ text }) => /It begins in [^.]*/.exec(text)?.[0])).toEqual(['It begins in 10 minutes']);
  });

  it('F20: the clock jumps an hour ahead, an hour back, two days ahead: none lost, none twice', async () => {
    const { clock, store, sent, tick, until } = await stage([
      ...planned('one'),
      ...reached(1, 2),
      coming('one', 1),
      coming('one', 2, 'maybe'),
    ]);
    clock.pass(hour);
    await tick();
    expect(sent).toHaveLength(2);
    for (const jump of [hour, -hour, hour, -2 * hour, 2 * hour]) {
      clock.pass(jump);
      await tick();
    }
    expect(sent).toHaveLength(2);
    await until(60);
    clock.pass(-hour);
    await tick();
    clock.pass(hour);
    await tick();
    expect(sent).toHaveLength(4);
    clock.pass(48 * hour);
    await tick();
    expect(sent).toHaveLength(4);
    expect(await ends(store)).toEqual({ sent: 4 });
    survived({
      ...{ fault: 'F20', on, injected: 'clock +1 h, -1 h, +1 h, -2 h, +2 h, +2 days' },
      ...{ held: 'each reminder once, late ones by their end', figures: '4 of 4 sent, 0 twice' },
    });
  });
});

describe('on Cosmos DB, two instances', () => {
  it(`F15: ${people} reminders once each`, async () => {
    const clock = movingClock();
    const { store, service } = await openInProcess({ clock });
    const other = (await openInProcess({ clock, service })).store;
    await written(store, crowd(away, people));
    const sent: Sent[] = [];
    const tick = (own: Store) =>
      instance({ store: own, clock, courier: keeping(sent), features: [hoursAlone(hash)] }).tick();
    clock.pass(hour);
    // Bounded rounds: what a tick leaves, the next one takes.
    for (let ticks = 0; ticks < 2; ticks++) await Promise.all([tick(store), tick(other)]);
    const expected = range(people).map((n) => `a:${n}`);
    expect(
      copies(
        sent.map(({ to }) => to),
        expected,
      ),
    ).toEqual({ lost: 0, extra: 0 });
    expect(await ends(store)).toEqual({ sent: people });
    survived({
      ...{ fault: 'F15', on: 'Cosmos DB', injected: '2 clients tick at once' },
      ...{ held: 'each reminder once', figures: `${sent.length} of ${people} sent, 0 lost, 0 twice` },
    });
  }, 60_000);
});
