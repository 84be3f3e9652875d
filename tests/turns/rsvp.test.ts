/** Who comes: one answer for each person, seats and a waiting list in order, however many press at once (product 6.8, reliability F9). */
import { afterAll, describe, expect, it } from '@jest/globals';
import { fillOperation } from '../../src/features/office-hours/rsvp-promote.ts';
import { execute, submit } from '../helpers/activities.ts';
import { movingClock } from '../helpers/moving-clock.ts';
import { dice, isLong, scaled, seeds } from '../helpers/scale.ts';
import { startWorld } from '../helpers/world.ts';
import { bothStores, closed } from '../helpers/worlds.ts';
import {
  as,
  bodiesOf,
  changed,
  chatOf,
  idOf,
  inChannel,
  officeWorlds,
  paces,
  plain,
  planned,
  press,
  rsvpsOf,
  said,
  sessionOf,
  teams,
  toldTo,
  write,
} from './office-hours-kit.ts';

const worlds = await officeWorlds(bothStores);
afterAll(() => closed(worlds));

const range = (from: number, count: number) => Array.from({ length: count }, (_, n) => from + n);
/** Five in all, and fifty in the long run. */
const roundsOn: Readonly<Record<string, number>> = { 'a file': scaled(3, 25), 'Cosmos DB': scaled(2, 25) };
let last = 5_000;
const next = () => ++last;

describe.each(worlds)('on %s', (name, world) => {
  const rounds = roundsOn[name] ?? 1;
  const seats = async (id: string) => {
    const { seatsTaken, waiting, lastNumber } = await sessionOf(world, id);
    return { seatsTaken, waiting, lastNumber };
  };

  it('yes, maybe, no: the card of one person, and the last answer counts', async () => {
    const { sessionId } = await planned(world);
    const me = next();
    const yes = await press(world, me, 'rsvpYes', { sessionId });
    expect(said(yes)).toContain("You're coming.");
    expect(said(yes)).toContain('Recruiting with AI');
    expect(said(yes)).toContain('Thu 26 Nov');
    expect(said(await press(world, me, 'rsvpYes', { sessionId }))).toContain("You're coming.");
    expect(await seats(sessionId)).toEqual({ seatsTaken: 1, waiting: 0, lastNumber: 0 });
    expect(said(await press(world, me, 'rsvpMaybe', { sessionId }))).toContain('Maybe you come.');
    expect(said(await press(world, me, 'rsvpNo', { sessionId }))).toContain("You're not coming.");
    expect(await seats(sessionId)).toEqual({ seatsTaken: 0, waiting: 0, lastNumber: 0 });
    const [own, ...others] = await rsvpsOf(world, sessionId);
    expect([own?.answer, own?.personId, others]).toEqual(['no', idOf(me), []]);
    const audits = (await bodiesOf(world, 'auditEntry')).filter(({ entityId }) => entityId === sessionId);
    expect(audits.map(({ action }) => action)).toEqual(Array(3).fill('session.rsvp'));
  });

  it('in a channel the answer is before the eyes of the one who pressed alone', async () => {
    const { sessionId } = await planned(world);
    const me = next();
    const inPlace = await world.post(execute('rsvpYes', { sessionId }, inChannel(me)));
    expect(inPlace.body).toMatchObject({ type: 'application/vnd.microsoft.card.adaptive' });
    expect(said(inPlace)).toContain("You're coming.");
    // An old client sends the press as a message: what is said there everybody reads, so the card goes to their own chat.
    const before = world.connector.requests.length;
    const asMessage = await world.post(submit({ verb: 'rsvpNo', sessionId }, { ...inChannel(me) }));
    expect(asMessage.replies.map(({ attachments }) => attachments ?? [])).toEqual([[]]);
    const sent = world.connector.requests
      .slice(before)
      .filter(({ method, path }) => method === 'POST' && !path.includes('19%3Achannel'));
    expect(sent.map(({ body }) => plain(JSON.stringify(body))).join()).toContain("You're not coming.");
  });

  it('full: a number on the waiting list; who leaves makes room for exactly the first, who is told', async () => {
    const { sessionId } = await planned(world, { series: { capacity: 2 } });
    const [a, b, c, d] = [next(), next(), next(), next()];
    for (const each of [c, d]) await as(world, each).say('help');
    for (const each of [a, b]) await press(world, each, 'rsvpYes', { sessionId });
    const full = await press(world, c, 'rsvpYes', { sessionId });
    expect(full.body).toMatchObject({
      statusCode: 409,
      value: {
        code: 'session_full',
        message: 'All seats are taken. You are number 1 on the waiting list. I write to you when a seat is yours.',
      },
    });
    expect(said(await press(world, d, 'rsvpYes', { sessionId }))).toContain('number 2');
    expect(said(await press(world, c, 'rsvpYes', { sessionId }))).toContain('number 1');
    expect(await seats(sessionId)).toEqual({ seatsTaken: 2, waiting: 2, lastNumber: 2 });
    await press(world, a, 'rsvpMaybe', { sessionId });
    expect(await seats(sessionId)).toEqual({ seatsTaken: 2, waiting: 1, lastNumber: 2 });
    await world.tick();
    expect(toldTo(world, c).join()).toContain('A seat is free, and it is yours.');
    expect(toldTo(world, d).join()).not.toContain('A seat is free');
    // Back on the list behind all others: the number only grows.
    expect(said(await press(world, a, 'rsvpYes', { sessionId }))).toContain('number 3');
    // Who waits and leaves frees no seat.
    await press(world, d, 'rsvpNo', { sessionId });
    expect(await seats(sessionId)).toEqual({ seatsTaken: 2, waiting: 1, lastNumber: 3 });
    const promoted = (await bodiesOf(world, 'auditEntry')).filter(
      ({ action, entityId }) => action === 'session.promote' && entityId === sessionId,
    );
    expect(promoted.map(({ actorId }) => actorId)).toEqual(['system']);
  });

  it.each([
    ['of the past', { inHours: -2 }, 'session_past', 'This session is over.'],
    ['without notes yet', { session: { state: 'awaitingNotes' as const } }, 'session_past', 'This session is over.'],
    ['cancelled', { session: { state: 'cancelled' as const } }, 'session_cancelled', 'This session was cancelled.'],
  ])('to one that is %s nobody comes', async (_what, plan, code, message) => {
    const { sessionId } = await planned(world, plan);
    for (const verb of ['rsvpYes', 'rsvpMaybe', 'rsvpNo'])
      expect((await press(world, next(), verb, { sessionId })).body).toMatchObject({ value: { code, message } });
    expect(await rsvpsOf(world, sessionId)).toEqual([]);
  });

  it('who does not belong to the community finds nothing; who answered once still does', async () => {
    const community = { departmentIds: ['somewhere-else'] };
    const { sessionId, communityId } = await planned(world, { community: {} });
    const me = next();
    await press(world, me, 'rsvpMaybe', { sessionId });
    await changed(world, 'community', communityId, community);
    const nothing = { statusCode: 404, value: { code: 'not_found' } };
    for (const verb of ['rsvpYes', 'rsvpNo', 'openRsvp', 'openTopics', 'stopReminders'])
      expect((await press(world, next(), verb, { sessionId })).body).toMatchObject(nothing);
    expect((await press(world, next(), 'rsvpYes', { sessionId: 'nonsense' })).body).toMatchObject(nothing);
    expect(said(await press(world, me, 'rsvpYes', { sessionId }))).toContain("You're coming.");
    expect(await rsvpsOf(world, sessionId)).toHaveLength(1);
  });

  it('the same press three times is one answer, and says the same each time', async () => {
    const { sessionId } = await planned(world, { series: { capacity: 1 } });
    await press(world, next(), 'rsvpYes', { sessionId });
    for (const verb of ['rsvpYes', 'rsvpMaybe']) {
      const activity = execute(verb, { sessionId }, chatOf(next()));
      const replies = await Promise.all([1, 2, 3].map(() => world.post(activity)));
      expect(new Set(replies.map(said)).size).toBe(1);
      expect(said(await world.post(activity))).toBe(said(replies[0] ?? { status: 0, text: '', body: {}, replies: [] }));
    }
    expect(await seats(sessionId)).toEqual({ seatsTaken: 1, waiting: 1, lastNumber: 1 });
    expect(await rsvpsOf(world, sessionId)).toHaveLength(3);
  });

  it('reminders of one session are switched off and on by pressing, and the answer stays', async () => {
    const { sessionId } = await planned(world);
    const me = next();
    expect((await press(world, me, 'stopReminders', { sessionId })).body).toMatchObject({
      value: { code: 'not_found' },
    });
    await press(world, me, 'rsvpYes', { sessionId });
    const stopped = await press(world, me, 'stopReminders', { sessionId });
    expect(said(stopped)).toContain('No reminders of this session any more.');
    expect(said(stopped)).toContain('Remind me');
    expect((await rsvpsOf(world, sessionId))[0]).toMatchObject({ answer: 'yes', reminder: 'off' });
    await press(world, me, 'rsvpMaybe', { sessionId });
    expect((await rsvpsOf(world, sessionId))[0]).toMatchObject({ answer: 'maybe', reminder: 'off' });
    expect(said(await press(world, me, 'startReminders', { sessionId }))).toContain('I remind you of this session.');
  });

  it('a raised capacity gives the seats to those who wait, in order, by due items as many as there are', async () => {
    const { sessionId, seriesId } = await planned(world, { series: { capacity: 1 } });
    const people = range(7_000, 28);
    for (const each of people) await press(world, each, 'rsvpYes', { sessionId });
    await changed(world, 'series', seriesId, { capacity: 26 });
    await write(world, [fillOperation(world.clock.now(), sessionId)]);
    for (let batch = 0; batch < 2; batch++) {
      world.clock.pass(6_000);
      await world.tick();
    }
    expect(await seats(sessionId)).toEqual({ seatsTaken: 26, waiting: 2, lastNumber: 27 });
    const waiting = (await rsvpsOf(world, sessionId)).filter(({ answer }) => answer === 'waiting');
    expect(waiting.map(({ personId }) => personId).toSorted()).toEqual([7_026, 7_027].map(idOf));
  });

  it(
    `F9: 200 press at once for 20 seats, ${rounds} rounds: 20 in, 180 with numbers of their own in a row; then one leaves`,
    async () => {
      for (let round = 0; round < rounds; round++) {
        const { sessionId } = await planned(world, { series: { capacity: 20 } });
        const people = range(10_000, 200);
        const replies = await Promise.all(people.map((each) => press(world, each, 'rsvpYes', { sessionId })));
        const texts = replies.map(said);
        const others = replies.filter((reply) => !/You're coming\.|on the waiting list/.test(said(reply)));
        expect(others).toEqual([]);
        expect(texts.filter((text) => text.includes("You're coming."))).toHaveLength(20);
        const numbers = texts.flatMap((text) => /number (\d+) on the waiting list/.exec(text)?.[1] ?? []).map(Number);
        expect(numbers.toSorted((a, b) => a - b)).toEqual(range(1, 180));
        expect(await seats(sessionId)).toEqual({ seatsTaken: 20, waiting: 180, lastNumber: 180 });
        const rsvps = await rsvpsOf(world, sessionId);
        expect(new Set(rsvps.map(({ personId }) => personId)).size).toBe(200);
        expect(rsvps.filter(({ answer }) => answer === 'yes')).toHaveLength(20);
        const leaver = rsvps.find(({ answer }) => answer === 'yes')?.personId;
        const first = rsvps.find(({ waitingNumber }) => waitingNumber === 1)?.personId;
        await press(world, people.find((each) => idOf(each) === leaver) ?? 0, 'rsvpNo', { sessionId });
        const after = await rsvpsOf(world, sessionId);
        expect(after.find(({ personId }) => personId === first)).toMatchObject({ answer: 'yes' });
        expect(after.filter(({ answer }) => answer === 'waiting')).toHaveLength(179);
        expect(await seats(sessionId)).toEqual({ seatsTaken: 20, waiting: 179, lastNumber: 180 });
        const told = (await bodiesOf(world, 'dueItem')).filter(
          ({ subject, facts }) => subject === sessionId && Object(facts).kind === 'sessionSeat',
        );
        expect(told.map(({ facts }) => Object(facts).audience)).toEqual([first]);
      }
      process.stdout.write(`rsvp: ${rounds} x 200 presses for 20 seats on ${name}\n`);
    },
    scaled(120_000, 600_000),
  );

  it(
    'F9: people change their minds at once, and seats, list and answers always agree',
    async () => {
      const random = dice(seeds[0]);
      const { sessionId } = await planned(world, { series: { capacity: 5 } });
      const people = range(20_000, 12);
      for (let round = 0; round < (isLong ? 40 : 8); round++)
        await Promise.all(
          people.map((each) =>
            press(world, each, random.pick(['rsvpYes', 'rsvpYes', 'rsvpNo', 'rsvpMaybe']), { sessionId }),
          ),
        );
      const rsvps = await rsvpsOf(world, sessionId);
      const count = (answer: string) => rsvps.filter((each) => each.answer === answer).length;
      const { seatsTaken, waiting } = await seats(sessionId);
      expect({ seatsTaken, waiting }).toEqual({ seatsTaken: count('yes'), waiting: count('waiting') });
      expect(seatsTaken).toBeLessThanOrEqual(5);
      if (waiting > 0) expect(seatsTaken).toBe(5);
      const numbers = rsvps.flatMap(({ waitingNumber }) => waitingNumber ?? []);
      expect(new Set(numbers).size).toBe(numbers.length);
    },
    scaled(60_000, 600_000),
  );
});

describe('two instances on one Cosmos DB', () => {
  it('F9: people press at both at once, and nobody is refused or counted twice', async () => {
    const { openInProcess } = await import('../stores/cosmos-kit.ts');
    const clock = movingClock();
    const { store, service } = await openInProcess({ clock, paces });
    const here = await startWorld({ teams, overrides: { store } });
    const other = (await openInProcess({ clock, service, paces })).store;
    const there = await startWorld({ teams, overrides: { store: other } });
    const { sessionId } = await planned(here, { series: { capacity: 10 } });
    const people = range(60_000, scaled(40, 200));
    const replies = await Promise.all(
      people.map((each, n) => press(n % 2 === 0 ? here : there, each, 'rsvpYes', { sessionId })),
    );
    const texts = replies.map(said);
    expect(texts.filter((text) => text.includes("You're coming."))).toHaveLength(10);
    const numbers = texts.flatMap((text) => /number (\d+) on the waiting list/.exec(text)?.[1] ?? []).map(Number);
    expect(numbers.toSorted((a, b) => a - b)).toEqual(range(1, people.length - 10));
    expect(await rsvpsOf(here, sessionId)).toHaveLength(people.length);
    await Promise.all([here.close(), there.close()]);
  }, 60_000);
});
