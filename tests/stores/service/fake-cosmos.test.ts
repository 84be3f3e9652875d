/** The in-process service is strict where the real one is: what it lets pass, the adapter's proof stands on. */
import { CosmosClient, type FeedOptions } from '@azure/cosmos';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { containersFor } from '../../../src/stores/cosmos-containers.ts';
import { movingClock } from '../../helpers/moving-clock.ts';
import { contractLists } from '../contract/kit.ts';
import { type FakeCosmos, fakeCosmos } from './fake-cosmos.ts';

let service: FakeCosmos;
let client: CosmosClient;
const clock = movingClock();
const container = () => client.database('fieldbook').container('playbook');

beforeEach(() => {
  service = fakeCosmos({ clock, containers: containersFor(contractLists) });
  const { endpoint, key, httpClient } = service;
  client = new CosmosClient({ endpoint, key, httpClient, connectionPolicy: { enableEndpointDiscovery: false } });
});

type Body = Record<string, unknown>;
const item = (id: string, more: Body = {}, tenantId = 't') => ({ id, tenantId, kind: 'item', docId: id, ...more });
const create = (resourceBody: Body) => ({ operationType: 'Create', resourceBody }) as never;
const put = (body: Body, etag: string) =>
  ({ operationType: 'Replace', id: body.id, ifMatch: etag, resourceBody: body }) as never;

async function batch(operations: never[], key: string[] = ['t']): Promise<number[]> {
  const { result } = await container().items.batch(operations, key);
  return (result ?? []).map(({ statusCode }) => statusCode);
}

async function ids(where: string, more: { orderBy?: string; options?: FeedOptions } = {}): Promise<string> {
  const { orderBy = '', options = { partitionKey: ['t'] } } = more;
  const query = `SELECT * FROM c WHERE c.tenantId = @t AND (${where})${orderBy}`;
  const { resources } = await container()
    .items.query({ query, parameters: [{ name: '@t', value: 't' }] }, options)
    .fetchAll();
  return resources.map(({ id }) => id).join('');
}

const shelf = [
  item('a', { body: { n: 1, s: 'x', list: ['u', 1], yes: true, none: null } }),
  item('b', { body: { n: 2, s: 'X', list: [], yes: false } }),
  item('c', { body: { n: '2', s: 'é' } }),
];

describe('a query', () => {
  beforeEach(async () => {
    expect(await batch(shelf.map(create))).toEqual([201, 201, 201]);
  });

  it.each([
    ['c.body.n = 2', 'b'],
    ['c.body.n > 1', 'b'],
    ["c.body.n = '2'", 'c'],
    ['c["body"]["n"] = 2', 'b'],
    ['NOT (c.body.n = 2)', 'a'],
    ['NOT (c.body.missing = 2)', ''],
    ['c.body.missing != 2', ''],
    ['NOT ((c.body.n = 2) ?? false)', 'ac'],
    ["c.body.s < 'x'", 'b'],
    ["c.body.s > 'x'", 'c'],
    ['c.body.yes = true', 'a'],
    ['c.body.none = null', 'a'],
    ['IS_NULL(c.body.none)', 'a'],
    ['NOT IS_DEFINED(c.body.none)', 'bc'],
    ["ARRAY_CONTAINS(c.body.list, 'u')", 'a'],
    ["ARRAY_CONTAINS(c.body.s, 'x')", ''],
    ['c.body.n IN (1, 2)', 'ab'],
    ['c.body.n = 1 OR c.body.missing = 1', 'a'],
    ['(c.body.n = 1 OR c.body.n = 2) AND c.body.yes = false', 'b'],
    ['c.body.n = 1 OR c.body.n = 2 AND c.body.yes = true', 'a'],
  ])('%s', async (where, expected) => {
    expect(await ids(where)).toBe(expected);
  });

  it.each([
    'c.body.n LIKE 1',
    'LOWER(c.body.s) = 1',
    'c.body.n = @other',
    'c.body.n = 1 -- comment',
    'c.body.n + 1 = 2',
    'c.body.n = 1 GROUP BY c.kind',
    'c.body.n BETWEEN 1 AND 2',
    'd.body.n = 1',
  ])('is refused when it holds what is not understood: %s', async (where) => {
    await expect(ids(where)).rejects.toMatchObject({ code: 400 });
  });

  it('is ordered by two properties only with the index for it, all one way', async () => {
    const by = (order: string) => ids('true', { orderBy: ` ORDER BY ${order}` });
    expect(await by('c.kind ASC, c.sort.rank ASC, c.docId ASC')).toBe('abc');
    expect(await by('c.kind DESC, c.sort.rank DESC, c.docId DESC')).toBe('cba');
    for (const bad of ['c.kind ASC, c.sort.rank DESC, c.docId ASC', 'c.sort.rank ASC, c.docId ASC', 'c.kind, c.docId'])
      await expect(by(bad)).rejects.toMatchObject({ code: 400 });
  });

  it('names no path that is excluded from the index', async () => {
    await expect(ids('c.writeId = 1')).rejects.toMatchObject({ code: 400 });
    await expect(ids("c.body.prompts.x = 'a'")).rejects.toMatchObject({ code: 400 });
  });

  it('comes in pages that lose and repeat nothing', async () => {
    service.pageSize = 2;
    expect(await ids('true', { orderBy: ' ORDER BY c.docId ASC' })).toBe('abc');
    expect(service.requests.filter(({ operation }) => operation === 'query')).toHaveLength(2);
  });

  it('must name its tenant and its partition; what would leak without is shown by taking the guard away', async () => {
    await batch([create(item('z', {}, 'other'))], ['other']);
    const all = (options: FeedOptions, where = "c.kind = 'item'") =>
      container().items.query(`SELECT * FROM c WHERE ${where}`, options).fetchAll();
    await expect(all({ partitionKey: ['t'] })).rejects.toMatchObject({ code: 400 });
    await expect(all({ partitionKey: ['t'] }, "c.tenantId = 't' OR c.kind = 'item'")).rejects.toMatchObject({
      code: 400,
    });
    await expect(all({})).rejects.toMatchObject({ code: 400 });
    service.guard = false;
    expect((await all({ partitionKey: ['t'] })).resources).toHaveLength(3);
    // On the way of a query plan the client drops the key: only the WHERE still holds.
    expect((await all({ partitionKey: ['t'], forceQueryPlan: true })).resources).toHaveLength(4);
  });
});

describe('a write', () => {
  it('happens as a whole or not at all', async () => {
    expect(await batch([create(item('a')), create(item('b'))])).toEqual([201, 201]);
    expect(await batch([create(item('c')), create(item('a')), create(item('d'))])).toEqual([424, 409, 424]);
    expect(await ids("c.kind = 'item'")).toBe('ab');
  });

  it('needs the ETag of what stands there', async () => {
    await batch([create(item('a'))]);
    const { resource } = await container().item('a', ['t']).read();
    expect(await batch([put(item('a', { n: 1 }), resource?._etag)])).toEqual([200]);
    expect(await batch([put(item('a', { n: 2 }), resource?._etag)])).toEqual([412]);
    expect(await batch([put(item('nobody'), '"1"')])).toEqual([404]);
  });

  it.each([
    ['a foreign partition', item('a', {}, 'other')],
    ['a bad id', item('a/b')],
    ['a bad ttl', item('a', { ttl: 0 })],
  ])('into %s is refused', async (_name, body) => {
    expect(await batch([create(body)])).toEqual([400]);
  });

  it('over its limits is refused', async () => {
    expect(await batch([create(item('a', { text: 'x'.repeat(2_100_000) }))])).toEqual([413]);
    await expect(batch(Array.from({ length: 101 }, (_, n) => create(item(`n${n}`))))).rejects.toThrow();
  });

  it('with a time to live ends by itself, and its id is free', async () => {
    await batch([create(item('a', { ttl: 60 }))]);
    clock.pass(59_999);
    expect((await container().item('a', ['t']).read()).statusCode).toBe(200);
    clock.pass(1);
    expect((await container().item('a', ['t']).read()).statusCode).toBe(404);
    expect(await batch([create(item('a'))])).toEqual([201]);
  });
});

describe('what an identity may not', () => {
  it('is to make databases and containers', async () => {
    await expect(client.databases.create({ id: 'other' })).rejects.toThrow();
    await expect(client.database('fieldbook').containers.create({ id: 'other' })).rejects.toThrow();
    await expect(client.database('fieldbook').container('other').read()).rejects.toMatchObject({ code: 404 });
  });
});
