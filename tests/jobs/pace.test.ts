/** When people hear of flags: the card of the day, pauses, hours, urgency, and rights as they are when it leaves (product 8.6, L7; T20). */
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { findAll } from '../../src/core/documents.ts';
import type { GrantName, Person } from '../../src/core/person.ts';
import { person, tenantId } from '../helpers/activities.ts';
import { hand } from '../helpers/hand.ts';
import { textsUnder } from '../helpers/in-json.ts';
import { hour } from '../helpers/moving-clock.ts';
import { givenTo } from '../helpers/people.ts';
import { closed, flowStores, worldsOn } from '../helpers/worlds.ts';
import { someSetUp } from '../text/some-set-up.ts';
import { outbox } from './outbox-kit.ts';

const worlds = await worldsOn(flowStores);
afterAll(() => closed(worlds));

let next = 500;

describe.each(worlds)('on %s', (_on, world) => {
  const store = world.running.store.forTenant(tenantId);
  const { connector, clock } = world;
  /** Reviewers of the tests before hear nothing any more, and what waited is gone. */
  const reviewers: number[] = [];
  beforeEach(async () => {
    for (const number of reviewers.splice(0)) await changed(number, { grants: [] });
    for (const kind of ['flag', 'discovery'])
      for await (const { id, version } of findAll(store, { kind }))
        await store.write([{ op: 'remove', kind, id, version }]);
    connector.behave = () => undefined;
    await until('next Monday');
    await world.tick();
    connector.requests.length = 0;
  });

  const as = (number: number, timezone = 'Europe/London') =>
    hand(world, {
      from: person(number),
      conversation: { id: `a:${number}`, conversationType: 'personal', tenantId },
      entities: [{ type: 'clientInfo', locale: 'en-GB', timezone }],
    });

  /** Ten o'clock in the morning of the next Monday, or an hour of some day of this week. */
  async function until(when: 'next Monday' | string): Promise<void> {
    const now = clock.now();
    const days = (8 - now.getUTCDay()) % 7 || 7;
    const to =
      when === 'next Monday'
        ? Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + days, 10)
        : Date.parse(when);
    clock.pass(to - now.getTime());
  }
  const at = (daysAhead: number, time: string) => {
    const day = new Date(clock.now().getTime() + daysAhead * 24 * hour).toISOString().slice(0, 10);
    return `${day}T${time}:00.000Z`;
  };
  const tickAt = async (when: string) => {
    await until(when);
    await world.tick();
  };

  async function changed(number: number, change: Partial<Person>): Promise<void> {
    const id = person(number).aadObjectId;
    const found = await store.get('person', id);
    if (!found) throw new Error('nobody there');
    const stamp = await store.get('stamp', 'stamp');
    const result = await store.write([
      { op: 'replace', kind: 'person', id, version: found.version, body: { ...Object(found.body), ...change } },
      ...(stamp
        ? [
            {
              ...({ op: 'replace', kind: 'stamp', id: 'stamp', version: stamp.version } as const),
              body: { ...Object(stamp.body), people: Object(stamp.body).people + 1 },
            },
          ]
        : []),
    ]);
    if (result.kind !== 'ok') throw new Error(result.kind);
  }

  /** Somebody with a grant who has said hello in their own chat. */
  async function reviewer(change: Partial<Person> = {}, timezone?: string, grant: GrantName = 'hrLead') {
    const number = ++next;
    await givenTo(store, number, [grant]);
    await as(number, timezone).say('help');
    if (Object.keys(change).length > 0) await changed(number, change);
    reviewers.push(number);
    return number;
  }

  async function flagged(question: string, urgency = 'normal', number = ++next, anonymous = 'false') {
    const me = as(number);
    await me.say('flag');
    me.type('question', question);
    if (urgency !== 'normal') me.pick('urgency', urgency);
    if (anonymous === 'true') me.pick('anonymous', anonymous);
    await me.press('Send');
    await me.press('Open');
    return textsUnder('flagId', me.card)[0] ?? '';
  }

  /** What came to somebody's own chat, as they see it in a notification and on the card. */
  const got = (number: number) =>
    connector.requests
      .filter(({ method, path }) => method === 'POST' && path.includes(`/${encodeURIComponent(`a:${number}`)}/`))
      .map(({ body }) => JSON.stringify(body).replaceAll('\\', ''));

  it('many things are one card at nine, in everybody’s own zone, and nothing comes twice', async () => {
    const [london, kolkata] = [await reviewer(), await reviewer({}, 'Asia/Kolkata')];
    for (const question of ['One of three?', 'Two of three?', 'Three of three?']) await flagged(question);
    await world.tick();
    expect(got(london)).toEqual([]);
    await tickAt(at(1, '03:29'));
    expect(got(kolkata)).toEqual([]);
    await tickAt(at(0, '03:30'));
    expect(got(kolkata)).toHaveLength(1);
    expect(got(london)).toEqual([]);
    await tickAt(at(0, '09:00'));
    await tickAt(at(0, '09:01'));
    expect(got(london)).toHaveLength(1);
    expect(got(kolkata)).toHaveLength(1);
    for (const question of ['One of three?', 'Two of three?', 'Three of three?'])
      expect(got(london)[0]).toContain(question);
    // A preview holds no question.
    expect(String(connector.messages().at(-1)?.summary)).not.toContain('of three?');
    await tickAt(at(1, '09:00'));
    expect(got(london)).toHaveLength(1);
  });

  it('there is no card when nothing waits any more', async () => {
    const number = await reviewer();
    const asker = ++next;
    const flagId = await flagged('Never mind?', 'normal', asker);
    await world.tick();
    const me = as(asker);
    await me.say('my items');
    await me.press('Open');
    await me.press('Withdraw');
    expect(Object((await store.get('flag', flagId))?.body).state).toBe('withdrawn');
    await tickAt(at(1, '09:00'));
    expect(got(number)).toEqual([]);
  });

  it('switched off before or after it was planned, it does not come', async () => {
    const before = await reviewer({ notify: { answers: 'now', work: 'off' } });
    const after = await reviewer();
    await flagged('Is this quiet?');
    await world.tick();
    await changed(after, { notify: { answers: 'now', work: 'off' } });
    await tickAt(at(1, '09:00'));
    expect([got(before), got(after)]).toEqual([[], []]);
  });

  it('a pause set before or after it was planned moves it to the first morning after, once', async () => {
    const pausedUntil = at(3, '00:00').slice(0, 10);
    const before = await reviewer({ pausedUntil });
    const after = await reviewer();
    await flagged('Can this wait?');
    await world.tick();
    await changed(after, { pausedUntil });
    await tickAt(at(1, '09:00'));
    await flagged('And this one?');
    await world.tick();
    await tickAt(at(1, '09:00'));
    expect([got(before), got(after)]).toEqual([[], []]);
    await tickAt(at(1, '09:00'));
    for (const number of [before, after]) {
      expect(got(number)).toHaveLength(1);
      expect(got(number)[0]).toContain('Can this wait?');
      expect(got(number)[0]).toContain('And this one?');
    }
  });

  it('what is due today comes at once, unless it is past somebody’s hours', async () => {
    const workHours = { days: [1, 2, 3, 4, 5], from: '08:00', to: '09:30' };
    const [any, short] = [await reviewer(), await reviewer({ workHours })];
    await flagged('May I, today?', 'today');
    await world.tick();
    expect(got(any)).toHaveLength(1);
    expect(got(any)[0]).toContain('May I, today?');
    expect(got(short)).toEqual([]);
    await tickAt(at(1, '07:59'));
    expect(got(short)).toEqual([]);
    await tickAt(at(0, '08:00'));
    // The card of the day is there as well: by now the flag is due soon.
    const kinds = (await outbox(world.running.store)).filter(({ sentAt }) => sentAt === clock.now().toISOString());
    expect(got(short)).toHaveLength(2);
    expect(kinds.map(({ kind }) => kind).toSorted()).toEqual(['day', 'flagNew']);
  });

  it('a mistake that happened comes at any hour, paused or not', async () => {
    const workHours = { days: [1], from: '08:00', to: '09:00' };
    const pausedUntil = at(30, '00:00').slice(0, 10);
    const number = await reviewer({ workHours, pausedUntil, notify: { answers: 'day', work: 'off' } });
    await until(at(0, '23:00'));
    await flagged('It went to the wrong person.', 'mistakeHappened');
    await world.tick();
    expect(got(number)).toHaveLength(1);
    expect(got(number)[0]).toContain('It went to the wrong person.');
  });

  it('the person to tell of a mistake hears of it in the same tick, at night and paused, and reads only what is theirs', async () => {
    const pausedUntil = at(30, '00:00').slice(0, 10);
    const [lead, contact] = [await reviewer(), ++next];
    await as(contact).say('help');
    await changed(contact, {
      ...{ pausedUntil, notify: { answers: 'day', work: 'off' }, displayName: 'Cora Contact' },
      workHours: { days: [1], from: '08:00', to: '09:00' },
    });
    const takeBack = await toldOf(person(contact).aadObjectId);
    await until(at(0, '23:00'));
    const asker = ++next;
    await flagged('It went to the wrong applicant.', 'mistakeHappened', asker, 'true');
    await world.tick();
    expect(got(lead)).toHaveLength(1);
    expect(got(contact)).toHaveLength(1);
    expect(got(contact)[0]).toContain('Please speak to');
    for (const hidden of ['wrong applicant', person(asker).name, person(asker).aadObjectId])
      expect(got(contact)[0]).not.toContain(hidden);
    const records = await outbox(world.running.store);
    expect(JSON.stringify(records)).not.toContain(person(asker).aadObjectId);

    // Who asked it by name is not told what they wrote; who may answer it gets it once, with the question.
    await flagged('I sent it to all.', 'mistakeHappened', contact);
    await takeBack();
    const leadToo = await toldOf(person(lead).aadObjectId);
    connector.requests.length = 0;
    await world.tick();
    expect([got(contact), got(lead)]).toEqual([[], [expect.stringContaining('I sent it to all.')]]);
    await leadToo();
  });

  /** A set-up that names this person; what it gives back takes it away again. */
  async function toldOf(contactId: string): Promise<() => Promise<void>> {
    const day = clock.now().toISOString();
    await someSetUp(store, 'nobody', day, { contactId, confirmed: { pilot: { by: 'another', at: day } } });
    return async () => {
      const found = await store.get('setUp', 'setUp');
      if (found) await store.write([{ op: 'remove', kind: 'setUp', id: 'setUp', version: found.version }]);
    };
  }

  it('T20: whose right was taken away between the plan and the send gets nothing', async () => {
    const [stays, goes, left] = [await reviewer(), await reviewer(), await reviewer()];
    connector.behave = () => ({ status: 429, headers: { 'retry-after': '60' } });
    const flagId = await flagged('Who reads this?', 'today');
    await world.tick();
    const tried = connector.requests.length;
    connector.behave = () => undefined;
    await changed(goes, { grants: [] });
    await changed(left, { status: 'left' });
    clock.pass(61_000);
    await world.tick();
    const since = connector.requests.slice(tried).map(({ body }) => JSON.stringify(body));
    expect(since).toHaveLength(1);
    expect(got(stays)).toHaveLength(2);
    const ends = (await outbox(world.running.store)).filter(({ subject }) => subject === flagId);
    const endOf = (number: number) => ends.find(({ personId }) => personId === person(number).aadObjectId);
    expect(endOf(stays)).toMatchObject({ state: 'sent' });
    for (const number of [goes, left]) expect(endOf(number)).toMatchObject({ state: 'skipped', error: 'notTheirs' });
  });

  it('a card of the day of which nobody knows whether it arrived is never repeated', async () => {
    const number = await reviewer();
    await flagged('Once or not at all?');
    await world.tick();
    connector.behave = () => ({ status: 504 });
    await tickAt(at(1, '09:00'));
    connector.behave = () => undefined;
    for (const time of ['09:01', '09:02', '12:00']) await tickAt(at(0, time));
    expect(got(number)).toHaveLength(1);
  });
});
