/**
 * Many press on one document at once: in this process one after the other, each going on from what the one before wrote, so
 * that none of them has to read it again. Other instances are met by the version that every write names.
 */
import type { StoredDocument, TenantStore, WriteOperation } from '../../core/documents.ts';
import { keyedQueue } from '../../core/keyed-queue.ts';
import type { Loaded } from './documents.ts';

/** One's turn in the line. */
export interface Place<T> {
  /** As the one before left it; undefined for the first. */
  readonly latest: Loaded<T> | undefined;
  /** For the next one: what was written, and what it planned. */
  wrote(before: Loaded<T>, after: Loaded<T> | undefined, operations: readonly WriteOperation[]): void;
  /** A due item that is there: those of this line are known, others are asked for once. */
  isPlanned(store: TenantStore, id: string): Promise<boolean>;
}

export type LineUp<T> = <R>(key: string, work: (place: Place<T>) => Promise<R>) => Promise<R>;

interface Line<T> {
  waiting: number;
  latest: Loaded<T> | undefined;
  readonly plans: Set<string>;
}

/** Nothing is remembered once nobody waits. */
export function lineUp<T>(): LineUp<T> {
  const queue = keyedQueue();
  const lines = new Map<string, Line<T>>();
  return async (key, work) => {
    const line = lines.get(key) ?? { waiting: 0, latest: undefined, plans: new Set<string>() };
    lines.set(key, line);
    line.waiting++;
    try {
      return await queue([key], () => work(placeIn(line)));
    } finally {
      if (--line.waiting === 0) lines.delete(key);
    }
  };
}

const placeIn = <T>(line: Line<T>): Place<T> => ({
  latest: line.latest,
  wrote(before, after, operations) {
    // A press that is only told again writes nothing, and its store gives back the version it was handed.
    const isWritten = after !== undefined && after.version !== before.version;
    line.latest = isWritten ? after : undefined;
    if (isWritten) for (const { kind, id } of operations) if (kind === 'dueItem') line.plans.add(id);
  },
  async isPlanned(store, id) {
    if (line.plans.has(id)) return true;
    const isThere = (await store.get('dueItem', id)) !== undefined;
    if (isThere) line.plans.add(id);
    return isThere;
  },
});

export const writtenOf = (documents: readonly StoredDocument[], kind: string): StoredDocument | undefined =>
  documents.find((each) => each.kind === kind);
