/** Forgetting a person: every feature's part in batches, the person and the audit entry last, safe to be cut off and called again. */
import { setTimeout as pause } from 'node:timers/promises';
import { type AuditFacts, audited } from '../../core/audit.ts';
import type { WriteOperation } from '../../core/documents.ts';
import { type Erasing, type Erasure, removedId } from '../../core/erasure.ts';
import type { GrantName } from '../../core/person.ts';
import { type StampPart, writeStamped } from '../../core/stamp.ts';
import { readPerson } from './documents.ts';
import { auditErasure, messageErasure, peopleErasure } from './erasure.ts';
import { fence, othersWith } from './fence.ts';
import { neverNobody } from './grants.ts';

/** How many went (`private row`, `person`), and of what stays how many have a neutral name, by kind. */
export type Counts = ReadonlyMap<string, number>;

export type Erased =
  | { kind: 'done'; counts: Counts }
  | { kind: 'lastOne'; grant: GrantName }
  /** Others write at the same moment, or it was cut off: what is gone is gone, and the rest goes with the next call. */
  | { kind: 'unfinished'; counts: Counts };

export interface Asking extends Erasing {
  readonly actor: Pick<AuditFacts, 'actorId' | 'actorKind'>;
}

const mostAtOnce = 90;
const mostBytes = 1_000_000;

export async function erasePerson(
  asking: Asking,
  others: readonly Erasure[],
  personId: string,
  tries = 5,
): Promise<Erased> {
  const erasures = [...others, messageErasure, peopleErasure, auditErasure];
  const counts = new Map<string, number>();
  const stamps = new Set<StampPart>(['people']);
  for (let round = 0; round < tries; round++) {
    if (round > 0) await pause(Math.random() * 4 * 2 ** round);
    const last = await onlyHolder(asking, personId);
    if (last) return { kind: 'lastOne', grant: last };
    if (!(await swept(asking, erasures, personId, { counts, stamps }))) continue;
    const closed = await close(asking, personId, { counts, stamps });
    if (closed.kind === 'lastOne') return closed;
    // What somebody wrote meanwhile goes with another round.
    if (closed.kind === 'done' && !(await isLeft(asking, erasures, personId))) return { kind: 'done', counts };
  }
  return { kind: 'unfinished', counts };
}

interface Progress {
  readonly counts: Map<string, number>;
  readonly stamps: Set<StampPart>;
}

/** True when every part was written; false when a newer state came in between. */
async function swept(
  asking: Asking,
  erasures: readonly Erasure[],
  personId: string,
  progress: Progress,
): Promise<boolean> {
  for (const erasure of erasures)
    for await (const batch of batches(asking, erasure, personId)) {
      for (const part of erasure.stamps ?? []) progress.stamps.add(part);
      if ((await asking.store.write(batch)).kind !== 'ok') return false;
      for (const operation of batch) count(progress.counts, operation);
    }
  return true;
}

/** As many as one write holds; each document once. */
async function* batches(asking: Asking, erasure: Erasure, personId: string): AsyncGenerator<WriteOperation[]> {
  let batch = new Map<string, WriteOperation>();
  let bytes = 0;
  for await (const operation of await erasure.erase(asking, personId)) {
    batch.set(`${operation.kind}:${operation.id}`, operation);
    bytes += JSON.stringify(operation).length;
    if (!erasure.isApart && batch.size < mostAtOnce && bytes < mostBytes) continue;
    yield [...batch.values()];
    [batch, bytes] = [new Map(), 0];
  }
  if (batch.size > 0) yield [...batch.values()];
}

/** Rows of theirs alone are one number: told apart by kind they would say who asked something without a name. */
function count(counts: Map<string, number>, { op, kind }: WriteOperation): void {
  // Something to be done because of it, such as a card brought up to date.
  if (op === 'create') return;
  const what = op === 'remove' ? 'private row' : kind;
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

/** A grant that somebody must hold and nobody else does. */
async function onlyHolder({ store }: Asking, personId: string): Promise<GrantName | undefined> {
  for (const grant of await mustStay({ store }, personId))
    if ((await othersWith(store, grant, personId)) === 0) return grant;
  return undefined;
}

async function mustStay({ store }: Pick<Erasing, 'store'>, personId: string): Promise<GrantName[]> {
  const known = (await readPerson(store, personId))?.person;
  const held = known?.status === 'active' ? known.grants.map(({ grant }) => grant) : [];
  return [...neverNobody].filter((grant) => held.includes(grant));
}

/** The person and the one audit entry in one write; nothing when there is nothing to say. */
async function close(
  asking: Asking,
  personId: string,
  { counts, stamps }: Progress,
): Promise<{ kind: 'done' | 'raced' } | { kind: 'lastOne'; grant: GrantName }> {
  const { store } = asking;
  const found = await readPerson(store, personId);
  if (!found && counts.size === 0) return { kind: 'done' };
  // Read before the count is made again, so that two who go at once meet here.
  const fences: WriteOperation[] = [];
  for (const grant of await mustStay(asking, personId)) fences.push(await fence(store, grant));
  const last = await onlyHolder(asking, personId);
  if (last) return { kind: 'lastOne', grant: last };
  const all = new Map([...counts, ...(found ? [['person', 1] as const] : [])]);
  const gone: WriteOperation[] = found ? [{ op: 'remove', kind: 'person', id: personId, version: found.version }] : [];
  const operations = [...gone, ...fences, auditOf(asking, all)];
  const result = await writeStamped(store, [...stamps], operations);
  if (result.kind !== 'ok') return { kind: 'raced' };
  if (found) counts.set('person', 1);
  return { kind: 'done' };
}

const auditOf = ({ now, actor }: Asking, counts: Counts): WriteOperation =>
  audited({
    at: now.toISOString(),
    ...actor,
    action: 'person.erase',
    entityType: 'person',
    entityId: removedId,
    changes: Object.fromEntries([...counts].map(([what, count]) => [what, { before: String(count), after: '0' }])),
    requestId: 'sealed',
  });

async function isLeft(asking: Asking, erasures: readonly Erasure[], personId: string): Promise<boolean> {
  if (await readPerson(asking.store, personId)) return true;
  for (const erasure of erasures) for await (const _ of await erasure.erase(asking, personId)) return true;
  return false;
}
