import { describe, expect, it } from '@jest/globals';
import { type Asked, type RosterEntry, type RosterLookup, rosterMembers } from '../../src/teams/members.ts';
import { ours, theirs } from '../helpers/guard-kit.ts';
import { day, movingClock, second } from '../helpers/moving-clock.ts';

const asked: Asked = {
  tenantId: ours,
  personId: 'p1',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  conversationId: 'c',
  userId: '29:x',
};
const user: RosterEntry = { role: 'user', tenantId: ours };
const never = () => new AbortController().signal;

function membersOf(lookup: RosterLookup, maxPeople?: number) {
  const clock = movingClock();
  let calls = 0;
  let down = false;
  const counted: RosterLookup = (...given) => {
    calls++;
    return down ? Promise.reject(new Error('down')) : lookup(...given);
  };
  const limit = maxPeople === undefined ? {} : { maxPeople };
  const members = rosterMembers({ lookup: counted, clock, deadline: never, ...limit });
  return {
    clock,
    standing: (personId = 'p1') => members.standing({ ...asked, personId }),
    calls: () => calls,
    breakDown(now = true) {
      down = now;
    },
  };
}

describe('standing', () => {
  it.each([
    [user, 'member'],
    [{ role: 'owner' }, 'member'],
    [{ role: 'User', tenantId: ours.toUpperCase() }, 'member'],
    [{ role: 'guest', tenantId: ours }, 'guest'],
    [{ role: 'anonymous', tenantId: ours }, 'guest'],
    [{ role: 'user', tenantId: theirs }, 'guest'],
    [{}, 'guest'],
  ] as const)('of %j is %s', async (entry, expected) => {
    expect(await membersOf(async () => entry).standing()).toBe(expected);
  });

  it('is kept for 24 hours', async () => {
    const { standing, clock, calls } = membersOf(async () => user);
    await standing();
    clock.pass(day - 1);
    await standing();
    expect(calls()).toBe(1);
    clock.pass(1);
    await standing();
    expect(calls()).toBe(2);
  });

  it('follows the roster once the day is over', async () => {
    let entry: RosterEntry = user;
    const { standing, clock } = membersOf(async () => entry);
    await standing();
    entry = { role: 'guest', tenantId: ours };
    clock.pass(day);
    expect(await standing()).toBe('guest');
  });

  it('outlives a roster that is down for 7 days, then is unknown, then is known again', async () => {
    const { standing, clock, breakDown } = membersOf(async () => user);
    await standing();
    breakDown();
    clock.pass(7 * day - 1);
    expect(await standing()).toBe('member');
    clock.pass(60 * second);
    expect(await standing()).toBe('unknown');
    breakDown(false);
    expect(await standing()).toBe('member');
  });

  it('asks a roster that is down at most once a minute for someone it knows', async () => {
    const { standing, clock, calls, breakDown } = membersOf(async () => user);
    await standing();
    breakDown();
    clock.pass(day);
    for (let turn = 0; turn < 5; turn++) await standing();
    expect(calls()).toBe(2);
    clock.pass(60 * second);
    await standing();
    expect(calls()).toBe(3);
  });

  it('is unknown without a record and without a roster', async () => {
    const { standing, breakDown } = membersOf(async () => user);
    breakDown();
    expect(await standing()).toBe('unknown');
  });

  it('is asked once when many turns of a person wait', async () => {
    const { standing, calls } = membersOf(async () => user);
    expect(new Set(await Promise.all(Array.from({ length: 20 }, () => standing())))).toEqual(new Set(['member']));
    expect(calls()).toBe(1);
  });

  it('waits 1.5 s for a roster that hangs', async () => {
    const limits: number[] = [];
    const end = new AbortController();
    const members = rosterMembers({
      lookup: () => new Promise(() => {}),
      clock: movingClock(),
      deadline: (ms) => {
        limits.push(ms);
        return end.signal;
      },
    });
    const answer = members.standing(asked);
    end.abort();
    expect(await answer).toBe('unknown');
    expect(limits).toEqual([1_500]);
  });

  it('remembers a bounded number of people, the newest', async () => {
    const { standing, calls } = membersOf(async () => user, 2);
    for (const id of ['p1', 'p2', 'p3', 'p3', 'p2']) await standing(id);
    expect(calls()).toBe(3);
    await standing('p1');
    expect(calls()).toBe(4);
  });

  it('keeps the same id of two tenants apart', async () => {
    const clock = movingClock();
    const lookup: RosterLookup = async ({ tenantId }) => (tenantId === ours ? user : { role: 'guest' });
    const members = rosterMembers({ lookup, clock, deadline: never });
    expect(await members.standing(asked)).toBe('member');
    expect(await members.standing({ ...asked, tenantId: theirs })).toBe('guest');
  });
});
