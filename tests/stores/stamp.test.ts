/** The stamp counts changes, so a lost count would leave a warm copy old for ever. */
import { afterAll, describe, expect, it } from '@jest/globals';
import type { TenantStore } from '../../src/core/documents.ts';
import { readStamp, writeStamped } from '../../src/core/stamp.ts';
import { movingClock } from '../helpers/moving-clock.ts';
import { create, newTenant, replace, written } from './contract/kit.ts';
import { folders } from './folder.ts';

const { make, open, clear } = folders();
const store = open(make());
const tenant = () => newTenant({ store, clock: movingClock() });
afterAll(clear);

/** Another instance raises the stamp between the read and each of the next writes. */
function raced(store: TenantStore, times: number): TenantStore {
  let left = times;
  const raise = async () => {
    const current = await store.get('stamp', 'stamp');
    const stamp = await readStamp(store);
    const body = { ...stamp, people: stamp.people + 1 };
    await written(store, current ? replace(current, body) : create('stamp', body, 'stamp'));
  };
  return {
    ...store,
    async write(operations) {
      if (left-- > 0) await raise();
      return store.write(operations);
    },
  };
}

describe('a stamped write', () => {
  it('starts at zero and raises what it names', async () => {
    const ours = tenant();
    expect(await readStamp(ours)).toEqual({ content: 0, tools: 0, people: 0 });
    await writeStamped(ours, ['content'], [create('a')]);
    await writeStamped(ours, ['content', 'people'], [create('b')]);
    await writeStamped(ours, [], [create('c')]);
    expect(await readStamp(ours)).toEqual({ content: 2, tools: 0, people: 1 });
    expect(await readStamp(tenant())).toEqual({ content: 0, tools: 0, people: 0 });
  });

  it('answers with its own documents only', async () => {
    const result = await writeStamped(tenant(), ['tools'], [create('a'), create('b')]);
    expect(result).toMatchObject({ kind: 'ok', documents: [{ id: 'a' }, { id: 'b' }] });
    expect(result.kind === 'ok' && result.documents).toHaveLength(2);
  });

  it('raises nothing when its own operations fail', async () => {
    const ours = tenant();
    const old = await written(ours, create('a'));
    await written(ours, replace(old));
    expect(await writeStamped(ours, ['content'], [create('b'), replace(old)])).toEqual({ kind: 'stale', index: 1 });
    expect(await writeStamped(ours, ['content'], [create('a')])).toEqual({ kind: 'conflict', index: 0 });
    expect(await readStamp(ours)).toEqual({ content: 0, tools: 0, people: 0 });
    expect(await ours.get('item', 'b')).toBeUndefined();
  });

  it('lands twenty at once, and the count is exact', async () => {
    const ours = tenant();
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, n) => writeStamped(ours, ['content'], [create(`n${n}`)])),
    );
    expect(results.map(({ kind }) => kind)).toEqual(Array(20).fill('ok'));
    expect(await readStamp(ours)).toEqual({ content: 20, tools: 0, people: 0 });
    expect((await ours.find({ kind: 'item' })).items).toHaveLength(20);
  });

  it('meets a race with another instance, and gives up after its tries', async () => {
    const ours = tenant();
    expect((await writeStamped(raced(ours, 3), ['content'], [create('a')], 4)).kind).toBe('ok');
    expect(await readStamp(ours)).toEqual({ content: 1, tools: 0, people: 3 });
    expect(await writeStamped(raced(ours, 3), ['content'], [create('b')], 3)).toEqual({ kind: 'stale', index: 1 });
    expect(await ours.get('item', 'b')).toBeUndefined();
  });
});
