/** The review list as one list out of several: nothing left out, nothing twice, in order, whatever changes meanwhile and however little fits. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lookedAtMost } from '../../src/core/sifted.ts';
import type { QueuePage, QueueSource } from '../../src/core/work-item.ts';
import { mergedPage } from '../../src/features/review/merge.ts';
import { asPerson } from '../helpers/api.ts';
import { aTurn, memoryStore } from '../helpers/builders.ts';
import { startWorld, type World } from '../helpers/world.ts';
import { aFind, aFlag, all, aRequest, keyOf, type Line, linesOf, pagesOf, peopled, written } from './review-kit.ts';

const hundred = Array.from({ length: 100 }, (_, n) => n);
const hours = (from: string, n: number): string => new Date(Date.parse(from) + n * 3_600_000).toISOString();
/** Ten items of each kind share one instant. */
const timesOf = (n: number) => ({
  createdAt: hours('2026-11-20T08:00:00Z', (n * 7) % 10),
  dueAt: hours('2026-11-25T08:00:00Z', n % 10),
});
/** So that the ids do not go up with the time. */
const named = (n: number): string => `${(n * 37) % 100}-${n}`;
const three = hundred.flatMap((n) => [
  aFlag(`flag-${named(n)}`, timesOf(n)),
  aFind(`find-${named(n)}`, timesOf(n)),
  aRequest(`wish-${named(n)}`, timesOf(n)),
]);
const three300 = three.map(({ id }) => id).toSorted();

const own = (lines: readonly Line[]): string[] =>
  lines.map(({ id }) => id).filter((id) => /^(?:flag|find|wish)-/.test(id));

describe('three hundred items of three kinds, ten of each at one instant', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
    await peopled(world);
    await written(world, three);
  });
  afterAll(() => world.close());

  it.each([
    ['due', 7],
    ['due', 100],
    ['newest', 13],
  ])('come in the order of %s, %i on a page, each once', async (sort, limit) => {
    const pages = await pagesOf(world, all, `/api/review?sort=${sort}&limit=${limit}`);
    for (const page of pages) expect(page.length).toBeLessThanOrEqual(limit);
    const lines = pages.flat();
    expect(own(lines).toSorted()).toEqual(three300);
    expect(new Set(lines.map(keyOf)).size).toBe(lines.length);
    const instants = lines.map(({ dueAt, createdAt }) => (sort === 'due' ? (dueAt ?? '9') : createdAt));
    expect(instants).toEqual(sort === 'due' ? instants.toSorted() : instants.toSorted().toReversed());
  });

  it('stay whole while some are changed, decided and added between two pages', async () => {
    const me = asPerson(world, all);
    const touched = new Set<string>();
    const pages = await pagesOf(world, all, '/api/review?limit=11', async (page, seen) => {
      const [answered] = own(seen).filter((id) => id.startsWith('flag-') && !touched.has(id));
      const claimed = `flag-${named(99 - page)}`;
      for (const [id, event, body] of [
        [answered, 'answer', { text: 'Yes.' }],
        [touched.has(claimed) || claimed === answered ? undefined : claimed, 'claim', {}],
      ] as const) {
        if (!id) continue;
        touched.add(id);
        const { version } = (await me.get(`/api/flags/${id}`)).body;
        expect((await me.post(`/api/flags/${id}/${event}`, body, version)).status).toBe(200);
      }
      await written(world, [aFind(`late-${page}`, timesOf(0)), aRequest(`last-${page}`, timesOf(9))]);
    });
    const keys = pages.flat().map(keyOf);
    expect(new Set(keys).size).toBe(keys.length);
    expect(touched.size).toBeGreaterThan(20);
    const untouched = (ids: readonly string[]) => ids.filter((id) => !touched.has(id)).toSorted();
    expect(untouched(own(pages.flat()))).toEqual(untouched(three300));
  });
});

describe('what is decided has no due time any more', () => {
  it('and comes whole all the same, on small pages', async () => {
    const world = await startWorld();
    await peopled(world);
    const answered = { state: 'answered', answer: 'Yes.' };
    await written(
      world,
      hundred
        .slice(0, 40)
        .flatMap((n) => [
          aFlag(`flag-${named(n)}`, timesOf(n), answered),
          aFind(`find-${named(n)}`, timesOf(n), { state: 'declined' }),
        ]),
    );
    for (const sort of ['due', 'newest']) {
      const ids = own(await linesOf(world, all, `/api/review?state=decided&sort=${sort}&limit=9`));
      expect({ sort, found: ids.length, different: new Set(ids).size }).toEqual({ sort, found: 80, different: 80 });
    }
    await world.close();
  });
});

describe('where only what is far away fits', () => {
  let world: World;
  const far = { createdAt: hours('2026-11-19T08:00:00Z', 0), dueAt: hours('2026-12-24T08:00:00Z', 0) };
  const many = Array.from({ length: lookedAtMost + 60 }, (_, n) => n);
  beforeAll(async () => {
    world = await startWorld();
    await peopled(world);
    await written(world, [
      ...many.map((n) => aFlag(`flag-${n}`, timesOf(n))),
      ...many.map((n) => aFind(`find-${n}`, timesOf(n))),
      ...many.map((n) => aRequest(`wish-${n}`, timesOf(n))),
      aFlag('flag-far', far, { question: 'Where is the Überraschung?' }),
      aFind('find-far', far, { what: 'The Überraschung is here.' }),
      aRequest('wish-far', far, { need: 'An Überraschung each day' }),
    ]);
  });
  afterAll(() => world.close());

  it.each([
    ['/api/flags?', ['flag-far']],
    ['/api/discoveries?queue=review&', ['find-far']],
    ['/api/discoveries?', ['find-far']],
    ['/api/requests?', ['wish-far']],
    ['/api/review?', ['find-far', 'flag-far', 'wish-far']],
    ['/api/review?sort=newest&', ['find-far', 'flag-far', 'wish-far']],
  ])('%s ends its first page empty and goes on from there', async (path, found) => {
    const pages = await pagesOf(world, all, `${path}q=uberraschung&limit=50`);
    expect(pages.map((page) => page.length).slice(0, -1)).toEqual(pages.slice(1).map(() => 0));
    expect(pages.length).toBe(2);
    expect(own(pages.flat()).toSorted()).toEqual(found);
  });
});

it('other kinds wait for what one kind was not read to yet, so that the order holds', async () => {
  const line = (id: string, dueAt: string): QueuePage['lines'][number] => ({
    position: `${dueAt}/${id}`,
    line: {
      ...{ kind: '', id, title: id, about: '', status: { word: '', tone: 'info' }, createdAt: dueAt, dueAt },
      ...{ isLate: false, isUrgent: false, people: 1, version: '1', bulk: [] },
    },
  });
  const sources: QueueSource[] = [
    {
      kind: 'slow',
      page: async (_, { after }) =>
        after ? { lines: [line('c', '3')], hasMore: false } : { lines: [], hasMore: true, reached: '2/x' },
    },
    {
      kind: 'quick',
      page: async (_, { after = '' }) => ({
        lines: [line('a', '1'), line('d', '4')].filter(({ position }) => position > after),
        hasMore: false,
      }),
    },
  ];
  const { store, clock, close } = memoryStore();
  const turn = aTurn(store, { now: clock.now() });
  const first = await mergedPage(sources, turn, { filter: {}, limit: 10 });
  expect(first?.lines.map(({ id }) => id)).toEqual(['a']);
  const second = await mergedPage(sources, turn, { filter: {}, limit: 10, after: first?.next ?? '' });
  expect(second).toEqual({ lines: [line('c', '3'), line('d', '4')].map((each) => each.line) });
  await close();
});
