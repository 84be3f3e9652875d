/** Presses on one session stand in a line: on a store that takes its time nobody meets somebody else's write, and each knows what the one before left. */
import { setImmediate as later } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import type { TenantStore } from '../../../src/core/documents.ts';
import { keyedHash } from '../../../src/core/ids.ts';
import { lineUp } from '../../../src/features/office-hours/talk-line.ts';
import { aSeries, aSession } from '../../helpers/a-session.ts';
import { aPerson, aTurn, memoryStore, today } from '../../helpers/builders.ts';
import { hour } from '../../helpers/moving-clock.ts';
import { hoursAlone } from '../../jobs/session-features.ts';

/** Others have their turn between any two steps, and what was read may be old by the time of the write. */
function slow(store: TenantStore, counts: { writes: number; clashes: number; reads: number }): TenantStore {
  return {
    tenantId: store.tenantId,
    async get(kind, id) {
      if (kind === 'session') counts.reads++;
      await later();
      return store.get(kind, id);
    },
    async find(query) {
      await later();
      return store.find(query);
    },
    async write(operations) {
      await later();
      const result = await store.write(operations);
      counts.writes++;
      if (result.kind !== 'ok') counts.clashes++;
      await later();
      return result;
    },
  };
}

it('of 200 presses at once on a slow store each writes once, and none reads again', async () => {
  const { store, close } = memoryStore();
  const counts = { writes: 0, clashes: 0, reads: 0 };
  const hours = hoursAlone(keyedHash(Buffer.alloc(32)));
  const yes = hours.actions?.find(({ verb }) => verb === 'rsvpYes');
  await store.write([
    { op: 'create', kind: 'series', id: 'series', body: aSeries('circle', { capacity: 20 }) },
    {
      op: 'create',
      kind: 'session',
      id: 's',
      body: aSession('series', 'circle', new Date(today.getTime() + 48 * hour)),
    },
  ]);
  const own = slow(store, counts);
  const people = Array.from({ length: 200 }, (_, n) => aPerson({ personId: `person-${n}` }));
  const answers = await Promise.all(people.map((who) => yes?.run(aTurn(own, { who }), { sessionId: 's' })));
  expect(answers.filter((answer) => answer?.kind === 'form')).toHaveLength(20);
  expect(answers.filter((answer) => answer?.kind === 'refused' && answer.code === 'session_full')).toHaveLength(180);
  expect(counts).toEqual({ writes: 200, clashes: 0, reads: 200 });
  await close();
});

it('what was not really written is not remembered, and nothing is once nobody waits', async () => {
  const line = lineUp<number>();
  const at = (version: string, body: number) => ({ id: 'one', version, body });
  const latest: (number | undefined)[] = [];
  const press = (after: ReturnType<typeof at>) =>
    line('key', async (place) => {
      latest.push(place.latest?.body);
      place.wrote(at('1', 1), after, []);
    });
  await Promise.all([press(at('2', 2)), press(at('1', 9)), press(at('3', 3)), press(at('4', 4))]);
  await press(at('5', 5));
  expect(latest).toEqual([undefined, 2, undefined, 3, undefined]);
});
