/** The sessions of a series as time goes by: never twice, by however many, however late; moved when a zone has other rules (F15, F22, F23). */
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { findAll, type Store } from '../../src/core/documents.ts';
import { officeHours } from '../../src/features/office-hours/index.ts';
import { type Session, session } from '../../src/features/office-hours/model.ts';
import { planZoneCheck } from '../../src/features/office-hours/series-jobs.ts';
import { weeklyOperation } from '../../src/features/office-hours/series-write.ts';
import { wordsFor } from '../../src/text/words.ts';
import { aSeries } from '../features/office-hours/hours-kit.ts';
import { tenantId } from '../helpers/activities.ts';
import { day, hour, movingClock } from '../helpers/moving-clock.ts';
import { openInProcess } from '../stores/cosmos-kit.ts';
import { folders } from '../stores/folder.ts';
import { plainCard } from './bell.ts';
import { instance, written } from './outbox-kit.ts';

const { make, open, clear } = folders();
afterAll(clear);
const clock = movingClock();
const folder = make();
const cosmos = await openInProcess({ clock });
const stores = [
  ['a file', open(folder, { clock }), open(folder, { clock })],
  ['Cosmos DB', cosmos.store, (await openInProcess({ clock, service: cosmos.service })).store],
] as const;

const nowhere = {
  one: async () => undefined,
  all: async () => [],
  here: async () => undefined,
  linkHere: async () => [],
};
const none = async () => [];
const feature = officeHours({
  ...{ communities: nowhere, nameOf: async () => '', introduce: async () => undefined, holders: async () => [] },
  ...{
    hash: (...parts) => parts.join('/'),
    publicUrl: 'https://fieldbook.example.com',
    wordsFor,
    writeCalendar: () => '',
  },
  ...{ finds: none, openQuestions: none, weakScenarios: none, toolChanges: none, ask: none, share: none },
  startDraft: async () => ({ kind: 'missing' }),
  mayRead: async () => false,
  noteCard: (_, { text }) => plainCard(text),
});
const courier = { deliver: async () => ({ kind: 'sent' }) as const };
const start = clock.now().getTime();
afterEach(() => clock.pass(start - clock.now().getTime()));
let next = 0;

describe.each(stores)('on %s', (_on, store, other) => {
  const tickers = [store, other].map((each) => instance({ store: each, clock, courier, features: [feature] }));
  const both = () => Promise.all(tickers.map((ticker) => ticker.tick()));
  const tenant = (of: Store) => of.forTenant(tenantId);

  const series = async (change: Parameters<typeof aSeries>[0] = {}) => {
    const id = `series-${++next}`;
    await written(store, [
      { op: 'create', kind: 'series', id, body: aSeries(change) },
      weeklyOperation(id, clock.now()),
    ]);
    return id;
  };
  const sessionsOf = async (seriesId: string): Promise<Session[]> => {
    const found: Session[] = [];
    for await (const { body } of findAll(tenant(store), { kind: 'session', where: [['seriesId', '=', seriesId]] }))
      found.push(session.parse(body));
    return found.toSorted((a, b) => (a.localDate < b.localDate ? -1 : 1));
  };
  const count = async (kind: string, field: string, value: string) => {
    let documents = 0;
    for await (const _ of findAll(tenant(store), { kind, where: [[field, '=', value]] })) documents++;
    return documents;
  };

  it('two processes make each session and each week once', async () => {
    const ids = await Promise.all([1, 2, 3, 4].map(() => series()));
    clock.pass(7 * day);
    await both();
    await both();
    for (const id of ids) {
      const dates = (await sessionsOf(id)).map(({ localDate }) => localDate);
      expect(dates).toHaveLength(new Set(dates).size);
      expect(dates[0]).toBe('2026-12-01');
      // This week's, done, and the one of the next.
      expect(await count('dueItem', 'subject', id)).toBe(2);
    }
    const before = await Promise.all(ids.map(sessionsOf));
    clock.pass(7 * day + 26 * hour);
    await both();
    const after = await Promise.all(ids.map(sessionsOf));
    const dates = (all: readonly Session[] = []) => all.map(({ localDate }) => localDate);
    for (const [n, all] of after.entries()) {
      expect(dates(all)).toHaveLength(new Set(dates(all)).size);
      expect(dates(all)).toEqual([...dates(before[n]), '2027-01-26', '2027-02-02']);
    }
  });

  it('down for weeks: one week is made up for, and the next one is planned', async () => {
    const id = await series();
    clock.pass(40 * day);
    await both();
    await both();
    expect(await count('dueItem', 'subject', id)).toBe(2);
    const all = await sessionsOf(id);
    expect(all[0]?.startsAt && all[0].startsAt > clock.now().toISOString()).toBe(true);
  });

  it('a zone with other rules: sessions ahead move once, their hosts are told', async () => {
    const id = await series();
    const [first] = [aSeries()];
    clock.pass(7 * day);
    await both();
    const made = await sessionsOf(id);
    for await (const { id: own, version, body } of findAll(tenant(store), {
      kind: 'session',
      where: [['seriesId', '=', id]],
    })) {
      const old = session.parse(body);
      const shift = (at: string) => new Date(Date.parse(at) - hour).toISOString();
      const shifted = { ...old, startsAt: shift(old.startsAt), endsAt: shift(old.endsAt) };
      await written(store, [{ op: 'replace', kind: 'session', id: own, version, body: shifted }]);
    }
    // What two processes that start with a newer book do.
    await Promise.all([store, other].map((each) => planZoneCheck(tenant(each), clock.now(), `edition ${id}`)));
    await both();
    await both();
    const after = await sessionsOf(id);
    expect(after.map(({ startsAt }) => startsAt)).toEqual(made.map(({ startsAt }) => startsAt));
    const moved = after.filter(({ sequence }) => sequence === 1);
    expect(moved.length).toBe(after.filter(({ startsAt }) => startsAt > clock.now().toISOString()).length);
    const told = new Set<unknown>();
    for await (const { body } of findAll(tenant(store), {
      kind: 'sendRecord',
      where: [['kind', '=', 'sessionChanged']],
    }))
      told.add(Object(body).personId);
    expect(told).toEqual(new Set(first?.hostIds));
  });
});
