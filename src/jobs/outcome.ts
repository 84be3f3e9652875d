/** What a delivery makes of its record: sent, tried again later, or given up (reliability 8). Pure. */
import type { Delivery } from '../core/courier.ts';
import { never } from '../core/due-item.ts';
import type { SendError, SendRecord } from '../core/send-record.ts';

/** `reminder`: at least once, an unclear send is repeated once. `digest`: at most once. `update`: the same twice is the same. */
export type Pledge = 'reminder' | 'digest' | 'update';

export interface Judged {
  readonly record: SendRecord;
  /** The address is dead until its person writes again. */
  readonly isDead: boolean;
}

const tries = { conflict: 3, update: 5 };
const unclearPauseMs = 30_000;
const longest = { refusedMs: 20_000, notSentMs: 300_000 };

/** `now` is when the answer came; `chance` is a number from 0 to 1, for the spread of waits. */
export function judged(
  record: SendRecord,
  delivery: Delivery,
  { now, pledge, chance }: { now: Date; pledge: Pledge; chance: number },
): Judged {
  switch (delivery.kind) {
    case 'sent':
      return over(record, 'sent', { sentAt: now.toISOString() });
    case 'full':
      return untried(record, now, delivery.waitMs);
    case 'notSent':
      return again(record, now, backOff(record.attempts, chance, longest.notSentMs));
    case 'failed':
      return failed(record, delivery, { now, pledge, chance });
  }
}

function failed(
  record: SendRecord,
  { status, retryAfterMs }: Delivery & { kind: 'failed' },
  { now, pledge, chance }: { now: Date; pledge: Pledge; chance: number },
): Judged {
  const soon = backOff(record.attempts, chance, longest.refusedMs);
  switch (status) {
    case 429:
      return again(record, now, retryAfterMs ?? soon);
    case 412: {
      const conflicts = (record.conflicts ?? 0) + 1;
      return conflicts < tries.conflict ? again({ ...record, conflicts }, now, soon) : givenUp(record, 'refused');
    }
    case 401:
      return record.isRefreshed ? givenUp(record, 'refused') : again({ ...record, isRefreshed: true }, now, 1_000);
    case 413:
      return record.isShort ? givenUp(record, 'refused') : again({ ...record, isShort: true }, now, 0);
    case 403:
      return { ...givenUp(record, 'blocked'), isDead: true };
    case 404:
    case 410:
      return { ...givenUp(record, 'gone'), isDead: true };
  }
  const isUnclear = status === undefined || status === 408 || status >= 500;
  if (!isUnclear) return givenUp(record, 'refused');
  const seen = { ...record, unclear: record.unclear + 1 };
  const mayRepeat = pledge === 'update' ? seen.unclear < tries.update : pledge === 'reminder' && seen.unclear === 1;
  return mayRepeat ? again(seen, now, unclearPauseMs) : givenUp(seen, 'unclear');
}

/** 2 seconds doubling, a fifth more or less. */
const backOff = (attempts: number, chance: number, mostMs: number): number =>
  Math.round(Math.min(mostMs, 1_000 * 2 ** Math.min(Math.max(attempts, 1), 10)) * (0.8 + 0.4 * chance));

/** Waits; what would come too late is not sent at all. */
export function again(record: SendRecord, now: Date, waitMs: number): Judged {
  const wakeAt = new Date(now.getTime() + waitMs).toISOString();
  if (wakeAt >= record.usefulUntil) return over(record, 'skipped', { error: 'late' });
  return { record: { ...record, state: 'planned', wakeAt }, isDead: false };
}

/** Waits, and the claim that is put back has tried nothing. */
export const untried = (record: SendRecord, now: Date, waitMs: number): Judged =>
  again({ ...record, attempts: Math.max(0, record.attempts - 1) }, now, waitMs);

const givenUp = (record: SendRecord, error: SendError): Judged => over(record, 'failed', { error });

export const skipped = (record: SendRecord, error: SendError): Judged => over(record, 'skipped', { error });

const over = (
  record: SendRecord,
  state: 'sent' | 'failed' | 'skipped',
  change: Partial<Pick<SendRecord, 'sentAt' | 'error'>>,
): Judged => ({ record: { ...record, ...change, state, wakeAt: never }, isDead: false });
