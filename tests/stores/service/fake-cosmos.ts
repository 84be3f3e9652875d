/**
 * Azure Cosmos DB for tests, in this process: the real client hands its requests over where the network would begin. It
 * enforces what the service enforces and answers 400 to whatever it does not fully understand. Charges are rough estimates.
 */
import { randomUUID } from 'node:crypto';
import type { CosmosClientOptions } from '@azure/cosmos';
import type { ContainerSpec } from '../../../src/stores/cosmos-containers.ts';
import { Container, type Item, type Operation, type Outcome } from './data.ts';
import { parse, SqlError } from './sql.ts';
import { checkIndexes, checkTenant } from './sql-rules.ts';
import { byOrder, holds } from './sql-values.ts';

type HttpClient = NonNullable<CosmosClientOptions['httpClient']>;
type Request = Parameters<HttpClient['sendRequest']>[0];

export interface Met {
  readonly operation: 'account' | 'container' | 'ranges' | 'read' | 'write' | 'batch' | 'query' | 'plan';
  readonly container: string;
  readonly id: string;
  readonly partitionKey: readonly unknown[] | undefined;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

export interface FakeAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request, by whichever way it came. */
export interface Incoming {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export interface FakeCosmos {
  readonly endpoint: string;
  readonly key: string;
  readonly httpClient: HttpClient;
  /** The way of `httpClient`, for requests that come over a network. */
  answer(incoming: Incoming): Answered | 'hang' | 'reset';
  readonly requests: Met[];
  /** Asked for every request; undefined = served as usual. `serve` carries the request out. */
  fault: ((met: Met, serve: () => FakeAnswer) => FakeAnswer | 'hang' | 'reset' | undefined) | undefined;
  /** The most items that one page of a query holds. */
  pageSize: number;
  /** False lets a query out of its tenant, as the service would, to show what the guard is for. */
  guard: boolean;
}

export interface FakeOptions {
  readonly clock: { now(): Date };
  readonly containers: readonly ContainerSpec[];
}

export function fakeCosmos({ clock, containers: specs }: FakeOptions): FakeCosmos {
  const containers = new Map(specs.map((spec) => [spec.id as string, new Container(spec, clock)]));
  const fake: FakeCosmos = {
    endpoint: 'http://127.0.0.1:8081/',
    key: Buffer.from('a key of the emulator').toString('base64'),
    requests: [],
    fault: undefined,
    pageSize: 1_000,
    guard: true,
    httpClient: { sendRequest: (request) => met(request) },
    answer(incoming) {
      const seen = readRequest(incoming);
      fake.requests.push(seen);
      const serve = () => served(seen, containers, fake);
      const way = fake.fault?.(seen, serve) ?? serve();
      return typeof way === 'string' ? way : answered(way);
    },
  };

  async function met(request: Request) {
    const { url, method, headers: sent, body } = request;
    const way = fake.answer({ url, method, headers: sent.toJSON(), body });
    if (way === 'reset') throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
    if (way === 'hang') return hung(request);
    const { status, headers, text } = way;
    return { request, status, bodyAsText: text, headers: { toJSON: () => headers } } as never;
  }
  return fake;
}

function hung({ abortSignal }: Request): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => reject(Object.assign(new Error('The operation was aborted.'), { name: 'AbortError' }));
    if (abortSignal?.aborted) stop();
    abortSignal?.addEventListener('abort', stop);
  });
}

function answered({ status, body, headers = {} }: FakeAnswer): Answered {
  const all = { 'x-ms-activity-id': randomUUID(), 'x-ms-request-charge': '0', 'x-ms-session-token': '0:1', ...headers };
  return { status, headers: all, text: body === undefined ? '' : JSON.stringify(body) };
}

function readRequest({ url, method, headers, body }: Incoming): Met {
  const [, , , , container = '', kind = '', id = ''] = new URL(url).pathname.split('/').map(decodeURIComponent);
  const key = headers['x-ms-documentdb-partitionkey'];
  const parsed: unknown = typeof body === 'string' && body !== '' ? JSON.parse(body) : undefined;
  const partitionKey = key === undefined ? undefined : JSON.parse(key);
  return { operation: operationOf(method, kind, id, headers), container, id, partitionKey, body: parsed, headers };
}

function operationOf(method: string, kind: string, id: string, headers: Met['headers']): Met['operation'] {
  const on = (name: string) => headers[name]?.toLowerCase() === 'true';
  if (on('x-ms-cosmos-is-query-plan-request')) return 'plan';
  if (on('x-ms-documentdb-isquery')) return 'query';
  if (on('x-ms-cosmos-is-batch-request')) return 'batch';
  if (method !== 'GET') return 'write';
  if (kind === 'pkranges') return 'ranges';
  return id === '' ? 'container' : 'read';
}

const failed = (status: number, message: string): FakeAnswer => ({ status, body: { code: String(status), message } });

function served(seen: Met, containers: ReadonlyMap<string, Container>, fake: FakeCosmos): FakeAnswer {
  const container = containers.get(seen.container);
  if (seen.operation === 'write')
    return failed(403, 'an identity makes no databases and containers, and we write in batches');
  if (seen.container === '') return account(fake.endpoint);
  if (!container) return failed(404, 'Owner resource does not exist');
  switch (seen.operation) {
    case 'container':
      return { status: 200, body: definition(container.spec) };
    case 'ranges':
      return { status: 200, body: { PartitionKeyRanges: [{ id: '0', minInclusive: '', maxExclusive: 'FF' }] } };
    case 'plan':
      return { status: 200, body: plan };
    case 'query':
      return queried(seen, container, fake);
    case 'batch':
      return batched(seen, container);
    case 'read':
      return read(seen, container);
    default:
      return failed(400, 'not understood');
  }
}

const account = (endpoint: string): FakeAnswer => {
  const here = [{ name: 'here', databaseAccountEndpoint: endpoint }];
  return {
    status: 200,
    body: {
      id: 'fake',
      writableLocations: here,
      readableLocations: here,
      enableMultipleWriteLocations: false,
      userConsistencyPolicy: { defaultConsistencyLevel: 'Session' },
    },
  };
};

const definition = ({ id, partitionKey }: ContainerSpec) => ({
  id,
  _rid: id,
  partitionKey: { paths: partitionKey, kind: partitionKey.length > 1 ? 'MultiHash' : 'Hash', version: 2 },
});

const plan = {
  partitionedQueryExecutionInfoVersion: 2,
  queryInfo: {
    distinctType: 'None',
    orderBy: [],
    orderByExpressions: [],
    groupByExpressions: [],
    groupByAliasToAggregateType: {},
    aggregates: [],
    rewrittenQuery: '',
    hasSelectValue: false,
    hasNonStreamingOrderBy: false,
  },
  queryRanges: [{ min: '', max: 'FF', isMinInclusive: true, isMaxInclusive: false }],
};

const charge = (units: number) => ({ 'x-ms-request-charge': units.toFixed(2) });
const kilobytes = (value: unknown): number => Math.ceil(Buffer.byteLength(JSON.stringify(value ?? '')) / 1_024);

function read({ id, partitionKey }: Met, container: Container): FakeAnswer {
  if (!partitionKey) return failed(400, 'a read needs the partition key');
  const { statusCode, item } = container.apply(partitionKey, { operationType: 'Read', id });
  if (!item) return { ...failed(statusCode, 'Resource Not Found'), headers: charge(1) };
  return { status: 200, body: item, headers: { ...charge(Math.max(1, kilobytes(item) / 4)), etag: item._etag } };
}

const maxBatchBytes = 2 * 1_024 * 1_024 + 64_000;

function batched({ partitionKey, body }: Met, container: Container): FakeAnswer {
  const operations = body as Operation[];
  if (!partitionKey || !Array.isArray(operations)) return failed(400, 'a batch needs its partition key');
  if (operations.length === 0 || operations.length > 100) return failed(400, 'a batch has 1 to 100 operations');
  if (Buffer.byteLength(JSON.stringify(body)) > maxBatchBytes) return failed(413, 'Request entity too large');
  const outcomes = container.transaction(partitionKey, operations);
  const isDone = outcomes.every(({ statusCode }) => statusCode < 400);
  const units = operations.reduce((sum, { resourceBody }) => sum + 6 + kilobytes(resourceBody), 0);
  return { status: isDone ? 200 : 207, body: outcomes.map(resultOf), headers: charge(units) };
}

const resultOf = ({ statusCode, item }: Outcome) => ({
  statusCode,
  requestCharge: 0,
  ...(item ? { eTag: item._etag, resourceBody: item } : {}),
});

interface QuerySpec {
  readonly query: string;
  readonly parameters?: readonly { name: string; value: unknown }[];
}

function queried({ body, partitionKey, headers }: Met, container: Container, fake: FakeCosmos): FakeAnswer {
  const { query, parameters = [] } = body as QuerySpec;
  try {
    const select = parse(query, new Map(parameters.map(({ name, value }) => [name, value])));
    checkIndexes(select, container.spec);
    if (fake.guard && !partitionKey) throw new SqlError('a query needs the partition key');
    if (fake.guard && partitionKey) checkTenant(select, partitionKey);
    const found = container.items(partitionKey).filter((item) => holds(select.where, item));
    return page(found.toSorted(byOrder(select.orderBy)), headers, fake.pageSize);
  } catch (error) {
    if (error instanceof SqlError) return failed(400, error.message);
    throw error;
  }
}

function page(items: readonly Item[], headers: Met['headers'], most: number): FakeAnswer {
  const from = Number(headers['x-ms-continuation'] ?? 0);
  const asked = Number(headers['x-ms-max-item-count'] ?? 100);
  const to = from + Math.min(most, asked > 0 ? asked : 100);
  const Documents = items.slice(from, to);
  return {
    status: 200,
    body: { _rid: 'r', Documents, _count: Documents.length },
    headers: {
      ...charge(2.5 + 0.3 * kilobytes(Documents)),
      ...(to < items.length ? { 'x-ms-continuation': String(to) } : {}),
    },
  };
}
