/** F17, F18, F19 and F24 as far as they concern turns: sent again, answered late, changed or taken back (reliability 9, 12). */
import { afterAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { action, type Feature } from '../../src/core/feature.ts';
import { message as said } from '../../src/core/turn.ts';
import { activity, execute, message, person, type RawActivity } from '../helpers/activities.ts';
import { watchEgress } from '../helpers/egress.ts';
import { storedCount } from '../helpers/stored.ts';
import { startWorld, type World } from '../helpers/world.ts';
import { openInProcess } from '../stores/cosmos-kit.ts';
import { faultTable } from './fault-table.ts';

/** The first run of a press goes on when the test lets it: before its effect, or after. */
let release = () => {};
let holds = false;
const held = async () => {
  if (!holds) return;
  holds = false;
  await new Promise<void>((resolve) => {
    release = resolve;
  });
};
let effects = 0;
const slow: Feature = {
  name: 'slow',
  actions: [
    action('slow', z.object({ first: z.enum(['wait', 'write']) }), async (turn, { first }) => {
      if (first === 'wait') await held();
      await turn.store.write([{ op: 'create', kind: 'effect', id: `effect-${++effects}`, body: {} }]);
      if (first === 'write') await held();
      return said('done');
    }),
  ],
};

const egress = watchEgress();
const options = {
  config: { firstLoad: 'none' as const, signingKey: Buffer.alloc(32, 'late') },
  teams: { busyAfterMs: 60 },
};
const onFile = await startWorld({ ...options, overrides: { features: [slow] } });
const { store: cosmos } = await openInProcess({ clock: onFile.clock });
const onCosmos = await startWorld({ ...options, overrides: { features: [slow], store: cosmos } });
/** Other instances on the same stores. */
const twins = await Promise.all(
  [onFile, onCosmos].map(({ running: { store } }) =>
    startWorld({ ...options, overrides: { features: [slow], store } }),
  ),
);
const worlds: [string, World, World][] = [
  ['a file', onFile, twins[0] as World],
  ['Cosmos DB', onCosmos, twins[1] as World],
];
afterAll(async () => {
  egress.stop();
  for (const world of [...twins, onFile, onCosmos]) await world.close();
});
const survived = faultTable('turns');

describe.each(worlds)('on %s', (on, world, twin) => {
  const count = (kind: string) => storedCount(world.running.store, kind);
  const isBusy = { value: { code: 'busy' } };

  describe.each([
    ['the same instance', world],
    ['another instance', twin],
  ])('F19: an invoke answered late and sent again, to %s', (where, second) => {
    it.each(['wait', 'write'] as const)('that would first %s has one effect', async (first) => {
      const before = await count('effect');
      const press = execute('slow', { first });
      holds = true;
      expect((await world.post(press)).body).toMatchObject(isBusy);
      // The first is still at it when the second comes, and ends before the third.
      const again = second.post(press);
      await new Promise(setImmediate);
      release();
      await again;
      const third = await second.post(press);
      expect(third.text).toContain('done');
      expect((await count('effect')) - before).toBe(1);
      survived({
        ...{ fault: 'F19', on, injected: `answered late (${first} first), sent twice more to ${where}` },
        ...{ held: 'told "busy" at first, then the answer', figures: '1 effect' },
      });
    });
  });

  it('F18: a message that was edited, taken back or brought back has no effect of its own', async () => {
    const id = 'edited';
    const stream = (order: readonly RawActivity[]) => order.map((each) => ({ id, ...each }));
    const edits = ['editMessage', 'undeleteMessage', 'softDeleteMessage'];
    const changes = edits.map((eventType, n) =>
      activity({
        ...{ type: eventType.includes('Delete') ? 'messageDelete' : 'messageUpdate', text: 'flag May I?' },
        ...{ id, timestamp: `2026-11-23T10:00:0${n}.000Z`, channelData: { eventType } },
      }),
    );
    const kinds = ['flag', 'auditEntry', 'dueItem', 'sendRecord'];
    const before = await Promise.all(kinds.map(count));
    const original = message('help', { id, deliveryMode: undefined });
    world.connector.requests.length = 0;
    for (const order of [
      [...changes, original],
      [...changes.toReversed(), original, ...changes],
    ])
      for (const each of stream(order)) expect((await world.post(each)).status).toBe(200);
    // The original is answered once, however the changes lie around it.
    expect(world.connector.messages()).toHaveLength(1);
    expect(await Promise.all(kinds.map(count))).toEqual(before);
    survived({
      ...{ fault: 'F18', on, injected: 'edit, delete, undelete before and after the create' },
      ...{ held: 'ignored today: no effect, no answer; the create is answered once' },
    });
  });

  it('F17: stands in tests/safety/repeat.test.ts', async () => {
    const press = message('help', { from: person(7), deliveryMode: undefined });
    world.connector.requests.length = 0;
    await Promise.all([world, twin, world].map((each) => each.post(press)));
    expect([...world.connector.messages(), ...twin.connector.messages()]).toHaveLength(1);
    survived({
      ...{ fault: 'F17', on, injected: 'same activity 3 times at once, two instances' },
      ...{ held: 'answered once; every kind of effect: tests/safety/repeat.test.ts' },
    });
  });

  it('F24: no turn and no job asks Graph, so that nothing of it can be slow or wrong', async () => {
    await world.tick();
    expect(egress.foreign).toEqual([]);
    survived({
      fault: 'F24',
      on,
      injected: 'nothing to inject',
      held: 'no call to Graph exists (0 foreign hosts asked)',
    });
  });
});
