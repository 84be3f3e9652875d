/** Due items: claimed, done, closed in the same batch as what they bring about (reliability 9). */
import { findAll, maxOperations, type TenantStore, type WriteOperation } from '../core/documents.ts';
import { type DueItem, dueItem, never } from '../core/due-item.ts';
import { type Notice, noticeFacts, noticeJob, sealedAudience } from '../core/notice.ts';
import { firstPost, firstPostId, post, postJob } from '../core/post.ts';
import { recordOperation } from '../core/send-record.ts';
import { type Claimed, claimDue, type Met } from './lease.ts';
import { type Stage, systemTurn } from './stage.ts';

/** Days that a closed item is kept. */
const keptSeconds = 30 * 86_400;
/** By then a post that was being put up is up, or will not be. */
const upMs = 30_000;

/** Claims what is due and does it. */
export async function runDue(stage: Stage): Promise<Met> {
  const { found, claimed } = await claimDue(stage, { kind: 'dueItem', schema: dueItem });
  for (const item of claimed) {
    const current = { ...stage, now: stage.clock.now() };
    const work = stage.isStopping() ? putBack(current, item) : done(current, item);
    await work.catch((error: unknown) =>
      stage.log.error('due.failed', { objectId: item.id, detail: item.body.job, attempts: item.body.attempts, error }),
    );
  }
  return { found, done: claimed.length };
}

async function done(stage: Stage, item: Claimed<DueItem>): Promise<void> {
  const isLate = item.body.usefulUntil <= stage.now.toISOString();
  const operations = isLate ? [] : await operationsOf(stage, item);
  await written(stage.store, operations, closing(item, isLate ? 'expired' : 'done'));
}

async function operationsOf(stage: Stage, item: Claimed<DueItem>): Promise<readonly WriteOperation[]> {
  if (item.body.job === noticeJob) return fanOut(stage, item.body);
  if (item.body.job === postJob) return postFanOut(stage, item);
  const job = stage.offered.jobs.get(item.body.job);
  if (!job) throw new Error(`jobs: no feature does "${item.body.job}"`);
  return job.run(systemTurn(stage), item.body);
}

function closing({ id, version, body }: Claimed<DueItem>, state: 'done' | 'expired'): WriteOperation {
  const closed = { ...body, state, wakeAt: never };
  return { op: 'replace', kind: 'dueItem', id, version, body: closed, ttlSeconds: keptSeconds };
}

/** Given back for whoever has time for it: this claim has tried nothing. */
async function putBack({ store, now }: Stage, { id, version, body }: Claimed<DueItem>): Promise<void> {
  const due: DueItem = { ...body, state: 'due', wakeAt: now.toISOString(), attempts: body.attempts - 1 };
  await store.write([{ op: 'replace', kind: 'dueItem', id, version, body: due }]);
}

/** What is there already is left as it is: an item that broke off goes on where it was. The last batch closes the item. */
async function written(
  store: TenantStore,
  operations: readonly WriteOperation[],
  close: WriteOperation,
): Promise<void> {
  let left = [...operations];
  while (true) {
    const batch = left.slice(0, maxOperations - 1);
    const isLast = batch.length === left.length;
    const result = await store.write(isLast ? [...batch, close] : batch);
    if (result.kind === 'ok') {
      if (isLast) return;
      left = left.slice(batch.length);
    } else if (result.kind === 'conflict' && result.index < batch.length) {
      const missing = await notThere(store, batch.toSpliced(result.index, 1));
      left = [...missing, ...left.slice(batch.length)];
    }
    // The item is another one's by now, or what it acts on has moved: it is looked at again.
    else if (result.index === batch.length) return;
    else throw new Error('jobs: what a due item acts on has changed meanwhile');
  }
}

/** Looked up together: one conflict after the other would be one write for each. */
async function notThere(store: TenantStore, batch: readonly WriteOperation[]): Promise<WriteOperation[]> {
  const found = await Promise.all(batch.map(({ op, kind, id }) => (op === 'create' ? store.get(kind, id) : undefined)));
  return batch.filter((_, at) => found[at] === undefined);
}

async function fanOut(stage: Stage, item: DueItem): Promise<WriteOperation[]> {
  const facts = noticeFacts.parse(item.facts);
  const kind = stage.offered.notices.get(facts.kind);
  if (!kind) throw new Error(`jobs: no feature has the notice "${facts.kind}"`);
  const notice: Required<Notice> = { ...facts, subject: item.subject, isUrgent: facts.isUrgent === 'true' };
  const people = new Set(await kind.recipients(systemTurn(stage), notice));
  return [...people].map((personId) =>
    recordOperation({
      id: stage.hash('send', notice.kind, notice.subject, notice.occurrence, personId),
      ...{ kind: notice.kind, subject: notice.subject, occurrence: notice.occurrence, audience: notice.audience },
      ...(notice.audience === sealedAudience ? {} : { personId }),
      ...{ isUrgent: notice.isUrgent, at: stage.now, usefulUntil: item.usefulUntil },
    }),
  );
}

/** A post that is not up yet is put up once; while that is on its way, an update waits for it. */
async function postFanOut(stage: Stage, { id: itemId, body: item }: Claimed<DueItem>): Promise<WriteOperation[]> {
  const operations: WriteOperation[] = [];
  for await (const { id, body } of findAll(stage.store, { kind: 'post', where: [['subject', '=', item.subject]] })) {
    const firstId = firstPostId(stage.hash, id);
    const isUp = post.parse(body).activityId !== undefined;
    const isNew = !isUp && (await stage.store.get('sendRecord', firstId)) === undefined;
    operations.push(
      recordOperation({
        // Named after its item: two changes of one moment are two updates.
        id: isNew ? firstId : stage.hash('send', 'post', id, itemId),
        occurrence: isNew ? firstPost : itemId,
        ...{ kind: 'post', subject: id, audience: 'conversation', isUrgent: false, usefulUntil: item.usefulUntil },
        at: isNew || isUp ? stage.now : new Date(stage.now.getTime() + upMs),
      }),
    );
  }
  return operations;
}
