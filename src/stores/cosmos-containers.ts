/** The containers of the distributed store: the infrastructure makes them so, and a test holds both equal. */
import { type Home, homeOf } from './homes.ts';
import { type List, lists } from './lists.ts';

export interface ContainerSpec {
  readonly id: Home;
  /** Two paths are a hierarchical key. */
  readonly partitionKey: readonly string[];
  /** Seconds; -1 = a document ends only when it says so itself. */
  readonly defaultTtl: number;
  readonly indexing: IndexingPolicy;
}

export interface IndexingPolicy {
  readonly includedPaths: readonly string[];
  readonly excludedPaths: readonly string[];
  readonly compositeIndexes: readonly (readonly string[])[];
}

/** Long texts that no query names: to index them would be most of what a write costs. */
const unsearched = 'prompts goodExample weakExample walkthrough blocks thread notes changes similar'.split(' ');
const etag = '/"_etag"/?';

/** `place.row` of a body is kept for ordering as `sort.place_row`, present in every document of the kind. */
export const sortName = (field: string): string => field.replaceAll('.', '_');

export const containersFor = (named: readonly List[]): readonly ContainerSpec[] => [
  {
    id: 'playbook',
    partitionKey: ['/tenantId'],
    defaultTtl: -1,
    indexing: {
      includedPaths: ['/*'],
      excludedPaths: ['/writeId/?', ...unsearched.map((field) => `/body/${field}/*`), etag],
      compositeIndexes: compositesOf('playbook', named),
    },
  },
  {
    id: 'events',
    partitionKey: ['/tenantId', '/week'],
    defaultTtl: 34_560_000,
    indexing: {
      includedPaths: ['/tenantId/?', '/week/?', '/kind/?', '/docId/?', '/gone/?', '/body/week/?', ...pathsOf(named)],
      excludedPaths: ['/*', etag],
      compositeIndexes: compositesOf('events', named),
    },
  },
];

const at = (home: Home, named: readonly List[]) => named.filter(({ kind }) => homeOf(kind) === home);

/**
 * The order of a list is that of its index from end to end, so that one index serves both directions, and all kinds whose
 * lists have the same fields.
 */
function compositesOf(home: Home, named: readonly List[]): string[][] {
  const paths = at(home, named).map(({ equals = [], order }) => [
    '/kind',
    ...equals.map((field) => `/body/${field.replaceAll('.', '/')}`),
    `/sort/${sortName(order)}`,
    '/docId',
  ]);
  return [...new Map(paths.map((each) => [each.join(), each])).values()];
}

const pathsOf = (named: readonly List[]): string[] => [
  ...new Set(
    at('events', named).flatMap(({ equals = [], order }) => [
      ...equals.map((field) => `/body/${field.replaceAll('.', '/')}/?`),
      `/sort/${sortName(order)}/?`,
    ]),
  ),
];

export const containers = containersFor(lists);
