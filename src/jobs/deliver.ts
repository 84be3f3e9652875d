/** Delivery records: claimed, sent, marked. What came in between decides what a second run does (reliability 8, 9). */
import type { Delivery, Parcel } from '../core/courier.ts';
import type { WriteOperation } from '../core/documents.ts';
import { replacedRecord, type SendRecord, sendRecord } from '../core/send-record.ts';
import { type Claimed, claimDue, leaseMs, safeMs } from './lease.ts';
import { again, type Judged, judged, type Pledge } from './outcome.ts';
import { parcelFor } from './parcels.ts';
import type { Stage } from './stage.ts';

/** A message ready to leave, and what its delivery changes beside its record. */
export interface Ready {
  readonly kind: 'ready';
  readonly parcel: Parcel;
  readonly pledge: Pledge;
  readonly sent: (delivery: Delivery & { kind: 'sent' }) => readonly WriteOperation[];
  readonly dead: () => Promise<void>;
}

const atOnce = 5;

export interface Round {
  readonly met: number;
  /** Set when all that was met has to wait: the shortest of their waits. */
  readonly fullMs?: number;
}

/** Claims what is planned and sends it, five at a time. */
export async function deliverDue(stage: Stage): Promise<Round> {
  const since = stage.elapsed();
  const claimed = await claimDue(
    stage.store,
    { kind: 'sendRecord', parse: (body) => sendRecord.parse(body), ttlSeconds: 180 * 86_400 },
    stage.now,
  );
  const leaseLeft = () => leaseMs - (stage.elapsed() - since);
  const waits: number[] = [];
  for (let first = 0; first < claimed.length; first += atOnce) {
    const group = claimed.slice(first, first + atOnce);
    waits.push(...(await Promise.all(group.map((each) => delivered(stage, each, leaseLeft)))));
  }
  const isFull = claimed.length > 0 && waits.every((ms) => ms > 0);
  return { met: claimed.length, ...(isFull ? { fullMs: Math.min(...waits) } : {}) };
}

/** Milliseconds to wait when there was no place for it, else 0. */
async function delivered(stage: Stage, claimed: Claimed<SendRecord>, leaseLeft: () => number): Promise<number> {
  const { id, body: record } = claimed;
  try {
    const ready = await parcelFor(stage, record);
    if (ready.kind === 'judged') await mark(stage, claimed, ready.judged, ready.operations);
    // Too little time left: whoever holds the lease next must not meet a send of ours.
    else if (leaseLeft() < safeMs) await mark(stage, claimed, again(held(record), stage.now, 0));
    else return await sendAndMark(stage, claimed, ready);
  } catch (error) {
    stage.log.error('send.broke', { objectId: id, detail: record.kind, attempts: record.attempts, error });
  }
  return 0;
}

async function sendAndMark(stage: Stage, claimed: Claimed<SendRecord>, ready: Ready): Promise<number> {
  const { body: record } = claimed;
  const facts = { now: stage.now, pledge: ready.pledge, chance: stage.chance() };
  // At most once: what is marked before it leaves is not sent again after a crash.
  const isDigest = ready.pledge === 'digest';
  const mine = isDigest ? await mark(stage, claimed, judged(record, { kind: 'sent' }, facts)) : claimed;
  if (!mine) return 0;
  const delivery = await stage.courier.deliver(ready.parcel);
  const verdict = judged(record, delivery, facts);
  const operations = delivery.kind === 'sent' ? ready.sent(delivery) : [];
  const isMarked = isDigest && delivery.kind === 'sent' && operations.length === 0;
  if (!isMarked) await mark(stage, mine, verdict, operations);
  if (verdict.isDead) await ready.dead();
  const { state, error } = verdict.record;
  if (state === 'failed')
    stage.log.warn('send.failed', { objectId: claimed.id, detail: record.kind, code: error ?? '' });
  return delivery.kind === 'full' ? delivery.waitMs : 0;
}

/** A claim that is put back has tried nothing. */
export const held = (record: SendRecord): SendRecord => ({ ...record, attempts: Math.max(0, record.attempts - 1) });

type Held = Pick<Claimed<SendRecord>, 'id' | 'version'>;

/** Only with the version of the claim: a late mark meets another fence and changes nothing. */
async function mark(
  stage: Stage,
  { id, version }: Held,
  verdict: Judged,
  operations: readonly WriteOperation[] = [],
): Promise<Held | undefined> {
  const result = await stage.store.write([replacedRecord(id, version, verdict.record), ...operations]);
  if (result.kind === 'ok') return { id, version: result.documents[0]?.version ?? version };
  // What goes with it is there already, or has changed: the mark stands by itself.
  if (result.index > 0) return mark(stage, { id, version }, verdict, operations.toSpliced(result.index - 1, 1));
  stage.log.warn('send.fenced', { objectId: id });
  return undefined;
}
