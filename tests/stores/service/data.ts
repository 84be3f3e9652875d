/** The items of one container: partitions, unique ids, ETags, time to live, transactions. */
import type { ContainerSpec } from '../../../src/stores/cosmos-containers.ts';
import { valueAt } from './sql-values.ts';

export type Item = Record<string, unknown> & { id: string; _etag: string; _ts: number };

export interface Operation {
  readonly operationType: 'Create' | 'Replace' | 'Read' | 'Upsert' | 'Delete';
  readonly id?: string;
  readonly ifMatch?: string;
  readonly resourceBody?: Record<string, unknown>;
}

export interface Outcome {
  readonly statusCode: number;
  readonly item?: Item;
}

const maxBytes = 2 * 1_024 * 1_024;
const forbidden = /[/\\?#]/;
let etags = 0;

export class Container {
  readonly spec: ContainerSpec;
  readonly #clock: { now(): Date };
  #partitions = new Map<string, Map<string, Item>>();

  constructor(spec: ContainerSpec, clock: { now(): Date }) {
    this.spec = spec;
    this.#clock = clock;
  }

  apply(key: readonly unknown[], operation: Operation): Outcome {
    const { operationType, ...rest } = operation;
    const partition = this.#partition(key);
    const id = idOf(operation);
    const current = this.#alive(partition.get(id));
    if (operationType === 'Create' && current) return { statusCode: 409 };
    if (operationType !== 'Create' && operationType !== 'Upsert' && !current) return { statusCode: 404 };
    if (rest.ifMatch !== undefined && rest.ifMatch !== current?._etag) return { statusCode: 412 };
    if (operationType === 'Read') return current ? { statusCode: 200, item: current } : { statusCode: 404 };
    if (operationType === 'Delete') {
      partition.delete(id);
      return { statusCode: 204 };
    }
    return this.#put(key, id, rest.resourceBody ?? {}, current !== undefined);
  }

  /** All or nothing; on a failure its own status where it failed, 424 everywhere else. */
  transaction(key: readonly unknown[], operations: readonly Operation[]): Outcome[] {
    const partition = this.#partition(key);
    const undo: (() => void)[] = [];
    const outcomes: Outcome[] = [];
    for (const [at, operation] of operations.entries()) {
      const id = idOf(operation);
      const before = partition.get(id);
      undo.push(() => void (before ? partition.set(id, before) : partition.delete(id)));
      const outcome = this.apply(key, operation);
      if (outcome.statusCode >= 400) {
        for (const back of undo.toReversed()) back();
        return operations.map((_, n) => ({ statusCode: n === at ? outcome.statusCode : 424 }));
      }
      outcomes.push(outcome);
    }
    return outcomes;
  }

  items(key: readonly unknown[] | undefined): Item[] {
    const partitions = key ? [this.#partition(key)] : [...this.#partitions.values()];
    return partitions.flatMap((partition) => [...partition.values()]).filter((item) => this.#alive(item));
  }

  #partition(key: readonly unknown[]): Map<string, Item> {
    const name = JSON.stringify(key);
    const known = this.#partitions.get(name) ?? new Map<string, Item>();
    this.#partitions.set(name, known);
    return known;
  }

  #put(key: readonly unknown[], id: string, body: Record<string, unknown>, isThere: boolean): Outcome {
    if (body.id !== id || !isGoodId(id)) return { statusCode: 400 };
    const paths = this.spec.partitionKey.map((path) => path.slice(1).split('/'));
    if (paths.length !== key.length || paths.some((path, at) => valueAt(body, path) !== key[at]))
      return { statusCode: 400 };
    if (Buffer.byteLength(JSON.stringify(body)) > maxBytes) return { statusCode: 413 };
    const { ttl } = body;
    if (ttl !== undefined && ttl !== -1 && !(Number.isInteger(ttl) && Number(ttl) > 0)) return { statusCode: 400 };
    const ms = this.#clock.now().getTime();
    const system = { _rid: `r${etags}`, _self: '', _attachments: 'attachments/', _ts: Math.floor(ms / 1_000) };
    const item: Item = { ...structuredClone(body), id, ...system, _etag: `"${String(++etags).padStart(8, '0')}"` };
    madeAt.set(item, ms);
    this.#partition(key).set(id, item);
    return { statusCode: isThere ? 200 : 201, item };
  }

  /** The service counts whole seconds; here to the millisecond, so that a test sees the moment itself. */
  #alive(item: Item | undefined): Item | undefined {
    if (!item) return undefined;
    const seconds = typeof item.ttl === 'number' ? item.ttl : this.spec.defaultTtl;
    const isOver = seconds > 0 && this.#clock.now().getTime() >= (madeAt.get(item) ?? 0) + seconds * 1_000;
    return isOver ? undefined : item;
  }
}

const idOf = ({ id, resourceBody }: Operation): string => id ?? String(resourceBody?.id);
const madeAt = new WeakMap<Item, number>();
const isGoodId = (id: string): boolean => id !== '' && !forbidden.test(id) && Buffer.byteLength(id) <= 1_023;
