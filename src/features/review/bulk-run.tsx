/** One event done to many items, one after the other: slower when the server asks for it, stopped when the person does. */
import { useRef, useState } from 'react';
import type { WorkLine } from '../../core/work-item.ts';
import { type Api, ApiError, useApi } from '../../tab/api.ts';
import type { OpenItem } from '../../tab/parts/work.ts';
import { pathOf } from '../../tab/parts/work.ts';

export interface Step {
  readonly line: Pick<WorkLine, 'kind' | 'id' | 'title' | 'version'>;
  readonly event: string;
}

interface Failure extends Step {
  readonly error: ApiError;
}

export interface BulkRun {
  /** What is done, in the reader's words. */
  readonly label: string;
  readonly state: 'running' | 'waiting' | 'finished';
  readonly done: number;
  readonly of: number;
  /** While `waiting`: for how long. */
  readonly waitSeconds: number;
  readonly failed: readonly Failure[];
  /** What can be taken back: only what this run did and the server still lets one undo. */
  readonly undo: readonly Step[];
  readonly wasStopped: boolean;
}

export interface Bulk {
  readonly run: BulkRun | undefined;
  start(label: string, steps: readonly Step[]): Promise<void>;
  stop(): void;
  close(): void;
}

/** Tries of one step while the server says that it is too much at once. */
const mostWaits = 6;

export function useBulk(onChanged: (item: OpenItem) => void): Bulk {
  const api = useApi();
  const [run, setRun] = useState<BulkRun>();
  const isStopped = useRef(false);
  async function start(label: string, steps: readonly Step[]): Promise<void> {
    isStopped.current = false;
    let now: BulkRun = { ...nothingDone, label, of: steps.length };
    const tell = (more: Partial<BulkRun>) => {
      now = { ...now, ...more };
      setRun(now);
    };
    tell({});
    for (const step of steps) {
      if (isStopped.current) break;
      const done = await oneStep(api, step, (waitSeconds) => {
        tell({ state: 'waiting', waitSeconds });
        return !isStopped.current;
      });
      if (done.kind === 'stopped') break;
      if (done.kind === 'done') onChanged(done.item);
      tell({ ...counted(now, step, done), state: 'running' });
    }
    tell({ state: 'finished', wasStopped: isStopped.current && now.done + now.failed.length < steps.length });
  }
  return {
    run,
    start,
    stop: () => {
      isStopped.current = true;
    },
    close: () => setRun(undefined),
  };
}

const nothingDone = { state: 'running', done: 0, waitSeconds: 0, failed: [], undo: [], wasStopped: false } as const;

type Done = { kind: 'done'; item: OpenItem } | { kind: 'failed'; error: ApiError } | { kind: 'stopped' };

function counted(run: BulkRun, step: Step, done: Exclude<Done, { kind: 'stopped' }>): Partial<BulkRun> {
  if (done.kind === 'failed') return { failed: [...run.failed, { ...step, error: done.error }] };
  const { item } = done;
  return { done: run.done + 1, undo: item.undo ? [...run.undo, { line: item, event: 'undo' }] : run.undo };
}

async function oneStep(api: Api, { line, event }: Step, waits: (seconds: number) => boolean): Promise<Done> {
  for (let tries = 0; ; tries++) {
    try {
      const item = await api.send<OpenItem>(`${pathOf(line)}/${event}`, { body: {}, version: line.version });
      return { kind: 'done', item };
    } catch (thrown) {
      const error = thrown instanceof ApiError ? thrown : new ApiError('internal', '');
      if (error.code !== 'rate_limited' || tries === mostWaits) return { kind: 'failed', error };
      if (!(await waited(error.waitSeconds || 10, waits))) return { kind: 'stopped' };
    }
  }
}

/** Second by second, so that it can be said and stopped. */
async function waited(seconds: number, waits: (seconds: number) => boolean): Promise<boolean> {
  for (let left = Math.min(seconds, 60); left > 0; left--) {
    if (!waits(left)) return false;
    await new Promise((go) => setTimeout(go, 1_000));
  }
  return waits(0);
}
