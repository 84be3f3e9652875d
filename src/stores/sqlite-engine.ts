/** Runs the work of a store on its one connection: reads, transactions, patience with locks, memory of a full disk. */
import { existsSync } from 'node:fs';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Clock } from '../core/clock.ts';
import { StoreError } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import type { Log } from '../core/log.ts';
import { faultOf, troubleOf } from './sqlite-faults.ts';

export interface EngineOptions {
  readonly db: DatabaseSync;
  readonly file: string;
  readonly clock: Clock;
  readonly log: Log;
  /** How long a lock of another process is waited for, counted in pauses. */
  readonly lockWaitMs: number;
  readonly pause: (ms: number) => Promise<unknown>;
}

export interface EngineWrite {
  readonly signal?: AbortSignal | undefined;
  /** Not waited for until it is on disk: the next write that is, or the next checkpoint, brings it there. */
  readonly isNote?: boolean;
}

export interface Engine {
  readonly clock: Clock;
  statement(sql: string): StatementSync;
  read<T>(work: () => T, signal?: AbortSignal): Promise<T>;
  /** In one transaction. The work is synchronous, so writes of this process queue behind each other. */
  write<T>(work: () => T, options?: EngineWrite): Promise<T>;
  /** Counts a write of these kinds. */
  wrote(tenantId: string, kinds: readonly string[]): void;
  /** Another text once one of these kinds was written, also by another process. */
  state(tenantId: string, kinds: readonly string[]): string;
  /** Rejects when the store cannot serve. A full disk is no such reason: reads go on. */
  check(): Promise<void>;
}

const fullForMs = 30_000;
const maxStatements = 300;

export function engineOf({ db, file, clock, log, lockWaitMs, pause }: EngineOptions): Engine {
  const statements = new Map<string, StatementSync>();
  const own = newId();
  const writes = new Map<string, number>();
  let fullSince: number | undefined;
  let isDamaged = false;

  function statement(sql: string): StatementSync {
    const known = statements.get(sql);
    if (known) return known;
    if (statements.size >= maxStatements) statements.clear();
    const made = db.prepare(sql);
    statements.set(sql, made);
    return made;
  }

  function once<T>(work: () => T): T {
    db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      db.exec('COMMIT');
      return result;
    } catch (error) {
      undo();
      throw error;
    }
  }

  /** Per connection and outside of transactions, so it is set around this one. */
  function unhurried<T>(work: () => T): T {
    db.exec('PRAGMA synchronous = NORMAL');
    try {
      return once(work);
    } finally {
      if (db.isOpen) db.exec('PRAGMA synchronous = FULL');
    }
  }

  /** The first error is the one to tell; the engine has undone most of them by itself. */
  function undo(): void {
    try {
      if (db.isOpen && db.isTransaction) db.exec('ROLLBACK');
    } catch (error) {
      log.error('store.rollbackFailed', { error });
    }
  }

  function note(error: unknown): void {
    const trouble = troubleOf(error);
    if (trouble === 'corrupt') isDamaged = true;
    if (trouble === 'full') fullSince = clock.now().getTime();
    if (trouble !== undefined) log.error('store.failed', { code: trouble, error });
  }

  /** Of this connection: it changes with what every other one writes, never with our own. */
  function others(): string {
    try {
      return String(Object(statement('PRAGMA data_version').get()).data_version);
    } catch {
      // Whoever reads then hears what is wrong.
      return newId();
    }
  }

  async function patiently<T>(work: () => T, signal: AbortSignal | undefined): Promise<T> {
    for (let waited = 0; ; ) {
      if (signal?.aborted) throw new StoreError('busy', 'the time for this turn is over');
      try {
        return work();
      } catch (error) {
        if (troubleOf(error) !== 'busy' || waited >= lockWaitMs) {
          note(error);
          throw faultOf(error);
        }
        const ms = 2 + Math.random() * Math.min(50, waited);
        waited += ms;
        await pause(ms);
      }
    }
  }

  /** A write after this time is the probe. A clock that was set back must not make the wait longer. */
  function isFull(): boolean {
    const age = fullSince === undefined ? fullForMs : clock.now().getTime() - fullSince;
    return age >= 0 && age < fullForMs;
  }

  return {
    clock,
    statement,
    read: patiently,
    async write(work, { signal, isNote = false } = {}) {
      if (isFull()) throw new StoreError('storageFull', 'the disk was full a moment ago');
      return patiently(() => (isNote ? unhurried(work) : once(work)), signal);
    },
    wrote(tenantId, kinds) {
      for (const kind of kinds) writes.set(`${tenantId}/${kind}`, (writes.get(`${tenantId}/${kind}`) ?? 0) + 1);
    },
    state(tenantId, kinds) {
      return [own, others(), ...kinds.map((kind) => writes.get(`${tenantId}/${kind}`) ?? 0)].join('.');
    },
    async check() {
      if (isDamaged) throw new StoreError('storeDown', `${file} is damaged`);
      if (file !== ':memory:' && !existsSync(file)) throw new StoreError('storeDown', `${file} is gone`);
      const marker = await patiently(() => statement('SELECT 1 FROM marker').get(), undefined);
      if (!marker) throw new StoreError('storeDown', `${file} has lost its marker`);
    },
  };
}
