/** The proofs of all scenarios in one document, made anew every half hour, so that opening a card reads no uses (product 7.4). */
import { z } from 'zod';
import type { StoredDocument, WriteOperation } from '../../core/documents.ts';
import type { Job } from '../../core/feature.ts';
import { count, instant, minutes, ref } from '../../core/fields.ts';
import type { Proof, Proofs } from '../../core/proof.ts';
import { nextTime, type Recurring } from '../../core/recurring.ts';
import type { Turn } from '../../core/turn.ts';
import { warm } from '../../core/warm.ts';
import { type CountedUse, isCounted, isTimed } from './counted.ts';
import type { MeasureDeps } from './desk.ts';
import type { Facts } from './facts.ts';
import { loadFacts } from './load.ts';
import { measuresOf } from './measures.ts';
import { isProven } from './proof.ts';

const kind = 'scenarioProof';
const id = 'all';
const jobName = 'scenarioProof';
const everyMs = 30 * 60_000;
/** Older than this it says nothing any more. */
const usefulMs = 60 * 60_000;
/** How long a server goes on with what it has read. */
const readEveryMs = 10 * 60_000;

const rollup = z.strictObject({
  at: instant,
  items: z.array(
    z.strictObject({
      scenarioId: ref,
      version: count,
      isProven: z.boolean(),
      provenIn: count.optional(),
      measured: z.strictObject({ before: minutes, after: minutes, n: count }).optional(),
    }),
  ),
});
type Rollup = z.infer<typeof rollup>;

export const halfHourly: Recurring = {
  job: jobName,
  next: (after) => new Date((Math.floor(after.getTime() / everyMs) + 1) * everyMs),
};

export const proofJob = (deps: MeasureDeps): Job => ({
  name: jobName,
  async run(turn) {
    const found = await turn.store.get(kind, id);
    const body = await madeAnew(deps, turn, found);
    const write: WriteOperation = found
      ? { op: 'replace', kind, id, version: found.version, body }
      : { op: 'create', kind, id, body };
    return [write, nextTime(halfHourly, turn.now)];
  },
});

async function madeAnew(deps: MeasureDeps, turn: Turn, found: StoredDocument | undefined): Promise<Rollup> {
  const before = new Map(found ? rollup.parse(found.body).items.map((item) => [item.scenarioId, item]) : []);
  const [facts, work] = await Promise.all([loadFacts(deps, turn, { kind: 'weeks', weeks: 12 }), deps.work(turn)]);
  const uses = Map.groupBy(facts.records.uses.filter(isCounted), ({ scenarioId }) => scenarioId);
  const items: Rollup['items'] = [];
  for (const { id: scenarioId, workflowId, version } of work.scenarios) {
    const mine = uses.get(scenarioId);
    const last = before.get(scenarioId)?.provenIn;
    if (!mine && last === undefined) continue;
    const since = await deps.sameSince(turn, scenarioId);
    const ratings = facts.records.ratings.filter((rating) => rating.scenarioId === scenarioId);
    const proven = isProven({ uses: mine ?? [], ratings, since, now: turn.now });
    const provenIn = proven ? version : last;
    items.push({
      ...{ scenarioId, version, isProven: proven },
      ...(provenIn === undefined ? {} : { provenIn }),
      ...measuredIn(facts, workflowId, mine ?? []),
    });
  }
  return { at: turn.now.toISOString(), items };
}

/** The figure of its workflow, where that is shown and all its timed runs are of this scenario: a part of it would be another figure. */
function measuredIn(facts: Facts, workflowId: string, mine: readonly CountedUse[]): Pick<Proof, 'measured'> {
  const timed = facts.records.uses.filter((use) => isCounted(use) && isTimed(use) && use.workflowId === workflowId);
  if (timed.length === 0 || timed.length !== mine.filter(isTimed).length) return {};
  const lines = measuresOf(facts, { kind: 'weeks', weeks: 12, workflowId }).find(({ id: of }) => of === 'M5')?.lines;
  const of = (name: string) => lines?.find((line) => line.id === name);
  const [before, after] = [of('minutesBefore')?.amount?.value, of('minutesAfter')];
  if (before === undefined || after?.amount === undefined) return {};
  return { measured: { before, after: after.amount.value, n: after.n ?? 0 } };
}

type Reader = Pick<Turn, 'store' | 'now'>;

/** What is known now; nothing where the last time lies too far back. */
export function proofReader(): (turn: Reader) => Promise<Proofs> {
  const read = warm(async (store) => {
    const found = await store.get(kind, id);
    return found && rollup.parse(found.body);
  });
  return async ({ store, now }) => {
    const known = await read.at(store, Math.floor(now.getTime() / readEveryMs));
    if (!known || now.getTime() - Date.parse(known.at) > usefulMs) return new Map();
    return new Map(known.items.map(({ scenarioId, ...proof }) => [scenarioId, proof]));
  };
}
