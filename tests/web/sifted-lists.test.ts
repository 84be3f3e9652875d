/** Lists that are sifted before they are paged: the same pages on both stores, none twice, none left out, many of one instant. */
import { afterAll, describe, expect, it } from '@jest/globals';
import { asPerson } from '../helpers/api.ts';
import type { World } from '../helpers/world.ts';
import { bothStores, closed } from '../helpers/worlds.ts';
import { manager, sharingWorlds } from '../turns/discoveries-kit.ts';
import { author, happens, shared } from './discoveries-kit.ts';
import { asked, asker, governance, peopled } from './requests-kit.ts';

const worlds = await sharingWorlds(bothStores);
afterAll(() => closed(worlds));

async function pagesOf(world: World, who: number, path: string, limit = 2): Promise<string[]> {
  const seen: string[] = [];
  for (let next = ''; ; ) {
    const { status, body } = await asPerson(world, who).get(`${path}&limit=${limit}${next ? `&cursor=${next}` : ''}`);
    if (status !== 200) throw new Error(JSON.stringify(body));
    expect(body.items.length).toBeLessThanOrEqual(limit);
    // Those that the example playbook brings are no business of these lists.
    const others = body.items.filter(({ title }: { title: string }) => !title.startsWith('Example: '));
    seen.push(...others.map(({ id }: { id: string }) => id));
    if (!body.next) return seen;
    next = body.next;
  }
}

describe.each(worlds)('on %s', (_, world) => {
  it('discoveries and requests in both orders', async () => {
    await peopled(world);
    const finds: string[] = [];
    const wishes: string[] = [];
    for (let n = 0; n < 7; n++) {
      // Two of each instant.
      if (n % 2) world.clock.pass(60_000);
      finds.push((await shared(world, author)).id);
      wishes.push(await asked(world, asker));
    }
    const own = (await shared(world, manager)).id;
    await happens(world, manager, finds[3] ?? '', 'decline', { text: 'Not now' });
    const waiting = finds.filter((__, n) => n !== 3).toSorted();
    for (const sort of ['due', 'newest'])
      expect((await pagesOf(world, manager, `/api/discoveries?queue=review&sort=${sort}`)).toSorted()).toEqual(waiting);
    expect((await pagesOf(world, author, '/api/discoveries?q=')).toSorted()).toEqual([...finds, own].toSorted());
    for (const sort of ['due', 'newest'])
      expect((await pagesOf(world, governance, `/api/requests?sort=${sort}`)).toSorted()).toEqual(wishes.toSorted());
    expect(await pagesOf(world, manager, '/api/discoveries?queue=review&state=decided')).toEqual([finds[3]]);
  });

  it('takes a step back, with all it changed', async () => {
    const id = (await shared(world, author)).id;
    await happens(world, manager, id, 'decline', { text: 'Not now' });
    const { status, body } = await happens(world, manager, id, 'undo');
    expect({ status, word: body.status?.word }).toEqual({ status: 200, word: 'Waiting to be looked at' });
  });
});
