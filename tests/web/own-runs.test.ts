/** One's own runs in the tab: begun, said, corrected, deleted and brought back; and nobody else's. */
import { afterAll, describe, expect, it } from '@jest/globals';
import { findAll } from '../../src/core/documents.ts';
import { tenantId } from '../helpers/activities.ts';
import { asPerson } from '../helpers/api.ts';
import { startWorld } from '../helpers/world.ts';

const world = await startWorld();
afterAll(() => world.close());
const [me, other] = [asPerson(world, 8_201), asPerson(world, 8_202)];
const store = world.running.store.forTenant(tenantId);

async function begun(isTimed = true): Promise<string> {
  const { items } = (await me.get('/api/scenarios')).body;
  const { body: scenario } = await me
    .get(`/api/scenarios/${items[0].id}/item`)
    .then(async (found) => (found.status === 200 ? found : me.get(`/api/scenarios/${items[0].id}`)));
  const [prompt] = scenario.prompts;
  const values = Object.fromEntries(
    prompt.variables.map(({ name, kind, choices }: { name: string; kind: string; choices?: string[] }) => [
      name,
      kind === 'choice' ? choices?.[0] : kind === 'number' ? '12' : kind === 'date' ? '2026-12-01' : 'Our own words',
    ]),
  );
  const { status, body } = await me.post(`/api/scenarios/${items[0].id}/fill`, {
    ...{ promptId: prompt.id, values, confirmed: true, go: 'on', isTimed },
  });
  expect([status, body.kind]).toEqual([200, 'filled']);
  return body.useId;
}

describe('one’s own runs', () => {
  it('begin with a prompt that was filled in here, and are said, corrected and counted', async () => {
    const useId = await begun();
    world.clock.pass(20 * 60_000);
    const said = await me.post(`/api/me/uses/${useId}/result`, { result: 'worked' });
    expect(said.body).toMatchObject({ result: { id: 'worked' }, minutes: 20, timeLine: '20 minutes by the clock' });
    const changed = await me.patch(`/api/me/uses/${useId}`, { minutes: 15, comment: 'Two facts' }, said.body.version);
    expect(changed.body).toMatchObject({ minutes: 15, comment: 'Two facts', timeLine: '15 minutes, typed by you' });
    expect((await me.patch(`/api/me/uses/${useId}`, { minutes: 15 }, said.body.version)).status).toBe(412);
    const { items } = (await me.get('/api/me/uses?limit=10')).body;
    expect(items).toEqual([changed.body]);
    const { items: numbers } = (await me.get('/api/me/figures')).body;
    expect(numbers).toMatchObject([{ runs: 1, worked: 1, neededEdits: 0, stuck: 0, withAi: { minutes: 15, n: 1 } }]);
  });

  it('are judged once by the questions of what was run, and say where the saved time went', async () => {
    const useId = await begun();
    const path = `/api/me/uses/${useId}/rating`;
    // Not before it is said how it went, and by nobody else.
    expect((await me.get(path)).status).toBe(404);
    const said = await me.post(`/api/me/uses/${useId}/result`, { result: 'neededEdits' });
    expect(said.body).toMatchObject({ mayRate: true, ratedLine: '' });
    expect((await other.get(path)).status).toBe(404);
    const form = (await me.get(path)).body;
    expect([form.criteria.length >= 3, form.good.text.length > 0]).toEqual([true, true]);
    const ids: string[] = form.criteria.map(({ id }: { id: string }) => id);
    const [first = '', ...rest] = ids;
    expect((await me.post(path, { answers: { [first]: 'yes' } })).status).toBe(409);
    const answers = { [first]: 'no', ...Object.fromEntries(rest.map((id) => [id, 'yes'])) };
    expect((await other.post(path, { answers })).status).toBe(404);
    const score = Math.round((100 * rest.length) / ids.length);
    const rated = await me.post(path, { answers });
    expect(rated.body).toMatchObject({ mayRate: false, ratedLine: `Rated ${score} of 100: below the bar` });
    // The same once more is the same; another one is not.
    expect((await me.post(path, { answers })).status).toBe(200);
    expect((await me.post(path, { answers: { ...answers, [first]: 'yes' } })).status).toBe(409);
    expect((await me.get(path)).status).toBe(409);
    const { items } = (await me.get('/api/me/uses?limit=10')).body;
    expect(items.find(({ id }: { id: string }) => id === useId)).toEqual(rated.body);
    const told = await me.patch(`/api/me/uses/${useId}`, { timeWentTo: 'rest' }, rated.body.version);
    expect(told.body).toMatchObject({ timeWentTo: 'rest', ratedLine: rated.body.ratedLine });
  });

  it('go with one press and come back as they were', async () => {
    const useId = await begun(false);
    await me.post(`/api/me/uses/${useId}/result`, { result: 'stuck' });
    const before = (await store.get('use', useId))?.body;
    const line = (await me.get('/api/me/uses')).body.items.find(({ id }: { id: string }) => id === useId);
    expect((await me.remove(`/api/me/uses/${useId}`, line.version)).status).toBe(200);
    expect(await store.get('use', useId)).toBeUndefined();
    expect((await other.post(`/api/me/uses/${useId}/undo`)).status).toBe(404);
    expect((await me.post(`/api/me/uses/${useId}/undo`)).status).toBe(200);
    expect((await store.get('use', useId))?.body).toEqual(before);
    expect((await me.post(`/api/me/uses/${useId}/undo`)).status).toBe(404);
  });

  it('are nobody else’s to see or to change', async () => {
    const useId = await begun();
    const version = (await me.get('/api/me/uses')).body.items[0].version;
    const tries = [
      await other.post(`/api/me/uses/${useId}/result`, { result: 'worked' }),
      await other.patch(`/api/me/uses/${useId}`, { minutes: 1 }, version),
      await other.remove(`/api/me/uses/${useId}`, version),
    ];
    expect(tries.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect((await other.get('/api/me/uses')).body).toEqual({ items: [] });
    expect((await other.get('/api/me/figures')).body).toEqual({ items: [] });
    expect((await store.get('use', useId))?.body).toMatchObject({ result: 'notSaid' });
  });

  it('leave with one’s data, and go when they ask to be forgotten', async () => {
    const { own } = (await me.get('/api/me/data')).body;
    expect(own.filter(({ kind }: { kind: string }) => kind === 'use')).toHaveLength(4);
    expect((await other.get('/api/me/data')).body.own.some(({ kind }: { kind: string }) => kind === 'use')).toBe(false);
    const forgotten = await me.post('/api/me/forget');
    expect(forgotten.status).toBeLessThan(300);
    const left = [];
    for await (const document of findAll(store, { kind: 'use' })) left.push(document);
    // The demo has samples of its own.
    expect(left.filter(({ body }) => !String(Object(body).personKey).startsWith('sample-'))).toEqual([]);
  });
});
