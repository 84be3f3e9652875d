/** What the review list may be narrowed to, who may read it, whose cursors it takes, and the views of it that a person saves. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asPerson } from '../helpers/api.ts';
import { startWorld, type World } from '../helpers/world.ts';
import {
  aFind,
  aFlag,
  all,
  aRequest,
  employee,
  governance,
  idOf,
  linesOf,
  other,
  peopled,
  storeOf,
  written,
} from './review-kit.ts';

let world: World;
const as = (who: number) => asPerson(world, who);
const at = (createdAt: string, dueAt: string) => ({
  createdAt: `${createdAt}T08:00:00.000Z`,
  dueAt: `${dueAt}T08:00:00.000Z`,
});
const elsewhere = '00000000-0000-4000-8000-00000000e15e';

beforeAll(async () => {
  world = await startWorld();
  await peopled(world);
  await written(world, [
    aFlag('f-late', at('2026-11-17', '2026-11-20'), { question: 'Año nuevo: ¿puedo pegar la NÓMINA?' }),
    aFlag('f-mine', at('2026-11-18', '2026-11-27'), { state: 'assigned', assigneeId: idOf(all) }),
    aFlag('f-urgent', at('2026-11-19', '2026-11-26'), { urgency: 'mistakeHappened' }),
    aFlag('f-done', at('2026-11-16', '2026-11-21'), { state: 'answered', answer: 'Yes.' }),
    aFlag('f-passed', at('2026-11-15', '2026-11-28'), { state: 'needsDecision' }),
    aFind('d-late', at('2026-11-14', '2026-11-19'), { title: 'La nómina sin errores' }),
    aFind('d-mine', at('2026-11-13', '2026-11-29'), { state: 'inTriage', assigneeId: idOf(all) }),
    aFind('d-done', at('2026-11-12', '2026-11-30'), { state: 'declined' }),
    aRequest('r-open', at('2026-11-11', '2026-12-01'), { toolName: 'Nómina Plus' }),
    aRequest('r-done', at('2026-11-10', '2026-12-02'), { state: 'blocked' }),
  ]);
  await world.running.store
    .forTenant(elsewhere)
    .write([aFlag('f-abroad', at('2026-11-17', '2026-11-20'), { question: 'Abroad?' })]);
});
afterAll(() => world.close());

const own = (ids: readonly { id: string }[]) => ids.map(({ id }) => id).filter((id) => /^[fdr]-/.test(id));

describe('narrowed', () => {
  it.each([
    ['', ['d-late', 'f-late', 'f-urgent', 'f-mine', 'f-passed', 'd-mine', 'r-open']],
    ['sort=newest', ['f-urgent', 'f-mine', 'f-late', 'f-passed', 'd-late', 'd-mine', 'r-open']],
    ['kind=flags', ['f-late', 'f-urgent', 'f-mine', 'f-passed']],
    ['kind=discoveries', ['d-late', 'd-mine']],
    ['kind=requests&sort=due', ['r-open']],
    ['state=waiting', ['d-late', 'f-late', 'f-urgent', 'f-mine', 'f-passed', 'd-mine', 'r-open']],
    ['state=late', ['d-late', 'f-late']],
    ['state=decided&sort=newest', ['f-done', 'd-done', 'r-done']],
    ['assignee=me', ['f-mine', 'd-mine']],
    ['assignee=nobody', ['d-late', 'f-late', 'f-urgent', 'f-passed', 'r-open']],
    ['urgent=yes', ['f-urgent']],
    ['q=nomina', ['d-late', 'f-late', 'r-open']],
    ['q=N%C3%93MINA', ['d-late', 'f-late', 'r-open']],
    ['q=ano%20nuevo', ['f-late']],
    ['q=nomina&kind=flags&state=late', ['f-late']],
    ['q=nothing-like-it', []],
  ])('by "%s"', async (query, ids) => {
    for (const limit of [1, 100]) {
      const lines = await linesOf(world, all, `/api/review?limit=${limit}&${query}`);
      expect({ limit, ids: own(lines) }).toEqual({ limit, ids });
    }
  });

  it.each(['kind=', 'sort=oldest', 'state=gone', 'assignee=you', 'urgent=no', 'more=1', `q=${'x'.repeat(101)}`])(
    'never by "%s"',
    async (query) => {
      const { status, body } = await as(all).get(`/api/review?${query}`);
      expect({ query, status, items: body.items }).toEqual({
        query,
        ...(query === 'kind=' ? { status: 403 } : { status: 400 }),
      });
    },
  );
});

describe('is read', () => {
  it('by those to whom such work falls, and `hasWork` says so', async () => {
    for (const [who, status, hasWork] of [
      [all, 200, true],
      [governance, 200, true],
      [employee, 403, false],
    ] as const) {
      const [review, me] = [await as(who).get('/api/review'), await as(who).get('/api/me')];
      expect({ who, status: review.status, hasWork: me.body.hasWork }).toEqual({ who, status, hasWork });
    }
    expect(own(await linesOf(world, governance, '/api/review?kind=flags&limit=100'))).toEqual(['f-passed']);
  });

  it('of this tenant alone', async () => {
    expect((await as(all).get('/api/flags/f-abroad')).status).toBe(404);
    expect((await as(all).post('/api/flags/f-abroad/claim', {}, '1')).status).toBe(404);
    expect(own(await linesOf(world, all, '/api/review?limit=100'))).not.toContain('f-abroad');
    expect(await storeOf(world).get('flag', 'f-abroad')).toBeUndefined();
  });

  it('on with its own cursor alone', async () => {
    const page = '/api/review?limit=2&sort=due';
    const next = encodeURIComponent((await as(all).get(page)).body.next);
    const swapped = `${next.slice(0, -6)}${next.at(-6) === 'A' ? 'B' : 'A'}${next.slice(-5)}`;
    for (const [who, path, expected] of [
      [all, `${page}&cursor=${next}`, 200],
      [all, `/api/review?sort=due&limit=9&cursor=${next}`, 200],
      [other, `${page}&cursor=${next}`, 400],
      [all, `/api/review?limit=2&sort=newest&cursor=${next}`, 400],
      [all, `${page}&kind=flags&cursor=${next}`, 400],
      [all, `/api/flags?limit=2&sort=due&cursor=${next}`, 400],
      [all, `${page}&cursor=${next.slice(0, -8)}`, 400],
      [all, `${page}&cursor=${swapped}`, 400],
      [all, `${page}&cursor=%7B%22flags%22%3Anull%7D`, 400],
    ] as const) {
      const { status, body } = await as(who).get(path);
      const error = expected === 400 ? 'bad_cursor' : undefined;
      expect({ path, status, error: body.error }).toEqual({ path, status: expected, error });
    }
  });
});

describe('views of it', () => {
  const names = (body: { items: { name: string }[] }) => body.items.map(({ name }) => name);

  it('are kept for their person: twenty at most, one of a name, each with its place', async () => {
    const me = as(all);
    for (let n = 1; n <= 20; n++)
      expect((await me.post('/api/me/views', { name: `View ${n}`, query: 'state=late' })).status).toBe(200);
    const over = await me.post('/api/me/views', { name: 'View 21', query: '' });
    expect({ status: over.status, error: over.body.error }).toEqual({ status: 409, error: 'too_many_views' });
    expect(over.body.message).toContain('20');
    const again = (await me.post('/api/me/views', { name: 'View 3', query: 'urgent=yes' })).body;
    expect(names(again)).toHaveLength(20);
    expect(again.items.find(({ name }: { name: string }) => name === 'View 3').query).toBe('urgent=yes');
    expect((await as(other).get('/api/me/views')).body).toEqual({ items: [] });
  });

  it('go one by one; an id that is not theirs takes nothing away', async () => {
    const me = as(all);
    const before = (await me.get('/api/me/views')).body;
    expect((await me.remove('/api/me/views/nothing-here')).body).toEqual(before);
    expect((await as(other).remove(`/api/me/views/${before.items[0].id}`)).body).toEqual({ items: [] });
    expect((await me.get('/api/me/views')).body).toEqual(before);
    expect((await me.remove(`/api/me/views/${before.items[0].id}`)).body).toEqual({ items: before.items.slice(1) });
  });
});
