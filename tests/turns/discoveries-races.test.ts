/** Many at once: each person is counted once, one reviewer is first (T3, T4, reliability F8). */
import { afterAll, describe, expect, it } from '@jest/globals';
import { wordsIn } from '../helpers/in-json.ts';
import { inParallel, scaled } from '../helpers/scale.ts';
import { bothStores, closed } from '../helpers/worlds.ts';
import {
  bodiesOf,
  discoveryOf,
  host,
  owner,
  plain,
  press,
  scenarioNamed,
  secondOwner,
  sent,
  sharingWorlds,
} from './discoveries-kit.ts';

const worlds = await sharingWorlds(bothStores);
afterAll(() => closed(worlds));

describe.each(worlds)('on %s', (name, world) => {
  const crowd = name === 'a file' ? 200 : scaled(60, 200);

  it(`${crowd} people press I used it too at once, each twice: nobody lost, nobody double`, async () => {
    const id = await sent(world, 2_000, { what: 'Gecko lists for everyone' });
    const people = Array.from({ length: crowd }, (_, n) => 2_001 + n);
    const replies = await Promise.all(
      [...people, ...people].map((number) => press(world, number, 'reuseDiscovery', { discoveryId: id })),
    );
    const said = replies.map(({ body }) => plain(wordsIn(body)));
    expect(said.filter((text) => text.includes('Counted. Thank you.'))).toHaveLength(crowd);
    expect(said.filter((text) => text.includes('You are counted already.'))).toHaveLength(crowd);
    const counted = (await bodiesOf(world, 'reuse')).filter((body) => body.discoveryId === id);
    expect(counted).toHaveLength(crowd);
    expect(new Set(counted.map(({ personId }) => personId)).size).toBe(crowd);
    const seen = await press(world, 2_300, 'openDiscovery', { discoveryId: id });
    expect(plain(wordsIn(seen.body))).toContain(`${crowd} people used it too`);
    const own = await press(world, 2_000, 'reuseDiscovery', { discoveryId: id });
    expect(plain(wordsIn(own.body))).toContain('This is yours.');
    expect((await bodiesOf(world, 'reuse')).filter((body) => body.discoveryId === id)).toHaveLength(crowd);
    process.stdout.write(`reuse: ${2 * crowd} presses by ${crowd} people, ${counted.length} counted\n`);
  }, 60_000);

  it('of two owners who fold one in at once one is first, and one draft is made', async () => {
    const scenarioId = await scenarioNamed(world, 'Weekly report from a table');
    const rounds = scaled(3, 60);
    for (let round = 0; round < rounds; round++) {
      const id = await sent(world, 2_000, { what: `Ibex report ${round}`, scenarioId });
      const drafts = async () => (await bodiesOf(world, 'scenario')).filter(({ originId }) => originId === id).length;
      const folding = { discoveryId: id, fold: 'variant', scenarioId, title: `Ibex ${round}`, promptText: 'Report.' };
      const many = [2, 10, 50][round % 3] ?? 2;
      const replies = await Promise.all(
        Array.from({ length: many }, (_, n) =>
          press(world, n % 2 === 0 ? owner : secondOwner, 'foldDiscovery', folding),
        ),
      );
      const won = replies.filter(({ body }) => plain(wordsIn(body)).includes('Folded in as a draft.'));
      expect(won).toHaveLength(1);
      expect(await drafts()).toBe(1);
      const { outcome, state } = await discoveryOf(world, id);
      expect(state).toBe('accepted');
      const late = replies.filter((reply) => !won.includes(reply)).map(({ body }) => plain(wordsIn(body)));
      const isFirst = (text: string) => text.includes('Being worked into the playbook');
      const other = /Already decided by Person 96[12] at [A-Z][a-z]{2} \d/;
      for (const text of late) expect(isFirst(text) || other.test(text) ? '' : text).toBe('');
      const audits = (await bodiesOf(world, 'auditEntry')).filter(({ entityId }) => entityId === id);
      expect(audits.filter(({ action }) => action === 'discovery.accept')).toHaveLength(1);
      expect(outcome?.refId).toBeDefined();
    }
  }, 120_000);

  it('folded in by one, declined by another, joined by a third, asked by a fourth: one of it happens', async () => {
    const scenarioId = await scenarioNamed(world, 'Weekly report from a table');
    const twinId = await sent(world, 2_000, { what: 'Okapi first' });
    for (let round = 0; round < scaled(3, 60); round++) {
      const id = await sent(world, 2_001, { what: `Okapi ${round}`, scenarioId });
      const folding = { fold: 'variant', scenarioId, title: `Okapi ${round}`, promptText: 'Report.' };
      await Promise.all([
        press(world, owner, 'foldDiscovery', { discoveryId: id, ...folding }),
        press(world, secondOwner, 'declineDiscovery', { discoveryId: id, text: 'Not now.' }),
        press(world, host, 'mergeDiscovery', { discoveryId: id, twin: `discovery/${twinId}` }),
        press(world, host, 'askAuthor', { discoveryId: id, text: 'Which?' }),
      ]);
      const audits = (await bodiesOf(world, 'auditEntry')).filter(({ entityId }) => entityId === id);
      const decided = audits
        .map(({ action }) => String(action))
        .filter((action) => /accept|decline|merge|ask/.test(action));
      expect(decided).toHaveLength(1);
      const { state } = await discoveryOf(world, id);
      const drafts = (await bodiesOf(world, 'scenario')).filter(({ originId }) => originId === id);
      expect(drafts).toHaveLength(state === 'accepted' ? 1 : 0);
    }
  }, 120_000);

  it('two that are joined into each other at once do not both vanish', async () => {
    for (let round = 0; round < scaled(3, 60); round++) {
      const [a, b] = [
        await sent(world, 2_000, { what: `Tapir ${round} one` }),
        await sent(world, 2_001, { what: `Tapir ${round} two` }),
      ];
      await inParallel([a, b], 2, (id) =>
        press(world, id === a ? owner : secondOwner, 'mergeDiscovery', {
          discoveryId: id,
          twin: `discovery/${id === a ? b : a}`,
        }),
      );
      const states = await Promise.all([a, b].map(async (id) => (await discoveryOf(world, id)).state));
      expect(states.toSorted()).toEqual(['merged', 'submitted']);
    }
  }, 60_000);
});
