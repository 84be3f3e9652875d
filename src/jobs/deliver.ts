/** Delivery records: claimed, sent, marked. What came in between decides what a second run does (reliability 8, 9). */
import type { Delivery, Parcel } from '../core/courier.ts';
import type { WriteOperation } from '../core/documents.ts';
import { keptSeconds, replacedRecord, type SendRecord, sendRecord } from '../core/send-record.ts';
import { type Claimed, claimDue, isTooLate, type Met } from './lease.ts';
import { type Judged, judged, type Pledge, untried } from './outcome.ts';
import { mayDouble, parcelFor } from './parcels.ts';
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

export interface Round extends Met {
  /** The shortest time until something that was put back is looked at again. */
  readonly againMs?: number;
  /** The tenant had its share for now: to claim more would be for nothing. */
  readonly isFull: boolean;
}

/** What became of one record. */
interface Done {
  readonly againMs?: number;
  readonly isFull?: boolean;
}

/** Claims what is planned and sends it. */
export async function deliverDue(stage: Stage): Promise<Round> {
  const { found, claimed } = await claimDue(stage, { kind: 'sendRecord', schema: sendRecord, ttlSeconds: keptSeconds });
  const outcomes: Done[] = [];
  for (const group of groupsOf(claimed)) {
    const current = { ...stage, now: stage.clock.now() };
    outcomes.push(...(await Promise.all(group.map((each) => delivered(current, each)))));
  }
  const waits = outcomes.flatMap(({ againMs }) => againMs ?? []);
  return {
    found,
    done: claimed.length,
    isFull: outcomes.some(({ isFull }) => isFull),
    ...(waits.length > 0 ? { againMs: Math.min(...waits) } : {}),
  };
}

/** Five at a time; what is promised at least once leaves alone, so that a crash doubles one message and not five. */
function groupsOf(claimed: readonly Claimed<SendRecord>[]): Claimed<SendRecord>[][] {
  const groups = claimed.filter(({ body }) => mayDouble(body)).map((each) => [each]);
  const safe = claimed.filter(({ body }) => !mayDouble(body));
  for (let first = 0; first < safe.length; first += atOnce) groups.push(safe.slice(first, first + atOnce));
  return groups;
}

async function delivered(stage: Stage, claimed: Claimed<SendRecord>): Promise<Done> {
  const { id, body: record } = claimed;
  const back = () => putBack(stage, claimed);
  try {
    if (stage.isStopping()) return await back();
    const ready = await parcelFor(stage, record);
    if (ready.kind === 'judged') {
      await mark(stage, claimed, ready.judged, ready.operations);
      return doneWith(stage, ready.judged);
    }
    return isTooLate(stage) ? await back() : await sendAndMark(stage, claimed, ready);
  } catch (error) {
    stage.log.error('send.broke', { objectId: id, detail: record.kind, attempts: record.attempts, error });
    return {};
  }
}

/** Given back for whoever has time for it. */
async function putBack(stage: Stage, claimed: Claimed<SendRecord>): Promise<Done> {
  await mark(stage, claimed, untried(claimed.body, stage.clock.now(), 0));
  return {};
}

async function sendAndMark(stage: Stage, claimed: Claimed<SendRecord>, ready: Ready): Promise<Done> {
  const { body: record } = claimed;
  const facts = () => ({ now: stage.clock.now(), pledge: ready.pledge, chance: stage.chance() });
  // At most once: what is marked before it leaves is not sent again after a crash.
  const isDigest = ready.pledge === 'digest';
  const mine = isDigest ? await mark(stage, claimed, judged(record, { kind: 'sent' }, facts())) : claimed;
  if (!mine) return {};
  const delivery = await stage.courier.deliver(ready.parcel);
  const verdict = judged(record, delivery, facts());
  const operations = delivery.kind === 'sent' ? ready.sent(delivery) : [];
  const isMarked = isDigest && delivery.kind === 'sent' && operations.length === 0;
  if (!isMarked) await mark(stage, mine, verdict, operations);
  if (verdict.isDead) await ready.dead();
  const { state, error } = verdict.record;
  if (state === 'failed')
    stage.log.warn('send.failed', { objectId: claimed.id, detail: record.kind, code: error ?? '' });
  return { ...doneWith(stage, verdict), isFull: delivery.kind === 'full' && delivery.whose === 'tenant' };
}

const doneWith = ({ clock }: Stage, { record: { state, wakeAt } }: Judged): Done =>
  state === 'planned' ? { againMs: Math.max(0, Date.parse(wakeAt) - clock.now().getTime()) } : {};

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
