/** A plan becomes work: what waits is stored first, then the import that will write it, with a due item that goes on if nobody else does. */
import { type Arriving, importKind } from '../../core/arrival.ts';
import type { WriteOperation } from '../../core/documents.ts';
import { dueOperation } from '../../core/due-item.ts';
import type { Turn } from '../../core/turn.ts';
import type { FileRead } from './arriving.ts';
import { type ImportPart, type PlaybookImport, partId, partKind, playbookImport } from './import-model.ts';
import type { Plan } from './import-plan.ts';

export const importJob = 'playbookImport';
const dayMs = 86_400_000;
const keptSeconds = 7 * 86_400;
/** Three documents for each at most, the import itself and its stamp: a write holds a hundred. */
const inPart = 30;
const mostLetters = 400_000;

export interface Beginning {
  readonly id: string;
  readonly name: string;
  readonly file: FileRead;
  readonly plan: Plan;
}

/** False when the same file was brought in at this very moment. */
export async function begin(turn: Turn, { id, name, file, plan }: Beginning): Promise<boolean> {
  const { hidden, seen } = partsOf(id, plan);
  const parts = [...hidden, ...seen];
  // Those of an attempt that was cut off are the same: they stay.
  for (const [at, body] of parts.entries())
    await turn.store.write([{ op: 'create', kind: partKind, id: partId(id, at), body, ttlSeconds: keptSeconds }]);
  const stamp = turn.now.toISOString();
  const { personId } = turn.who;
  const body: PlaybookImport = playbookImport.parse({
    ...{ createdAt: stamp, createdBy: personId, updatedAt: stamp, updatedBy: personId },
    ...{ name, state: 'running', done: 0, total: parts.length, hidden: hidden.length, settled: 0 },
    ...{ leftOut: leftOutOf(plan, file), ruled: ruledLines(plan) },
    ...{ counts: countsOf(plan), lines: plan.lines.slice(0, 100) },
  });
  const operations: WriteOperation[] = [{ op: 'create', kind: importKind, id, body }, dueOf(turn, id)];
  return (await turn.store.write(operations)).kind === 'ok';
}

const dueOf = ({ now }: Turn, subject: string): WriteOperation =>
  dueOperation({
    ...{ job: importJob, subject, occurrence: 'rest', at: now },
    usefulUntil: new Date(now.getTime() + 7 * dayMs),
  });

const proposalsOf = ({ ruled }: Plan) => ruled.flatMap(({ proposal }) => proposal ?? []);

export const leftOutOf = ({ ruled }: Plan, { leftOut }: FileRead): number =>
  leftOut + ruled.filter(({ outcome }) => outcome === 'left').length;

/** The first ones that are not here already. */
export const ruledLines = ({ ruled }: Plan) =>
  ruled.flatMap(({ title, outcome, why }) => (outcome === 'same' ? [] : [{ title, outcome, why }])).slice(0, 100);

export const countsOf = (plan: Plan) => {
  const { lines, library } = plan;
  const of = (outcome: string) => lines.filter((line) => line.outcome === outcome).length;
  return {
    new: of('new'),
    changed: of('changed'),
    same: of('same'),
    busy: of('busy'),
    library: library.length,
    proposed: proposalsOf(plan).length,
  };
};

/** In a fixed order: what scenarios point to, new scenarios, and once these count what changes here and what is proposed. */
function partsOf(importId: string, plan: Plan): Record<'hidden' | 'seen', ImportPart[]> {
  const { fresh, changes, library } = plan;
  const empty: ImportPart = { importId, fresh: [], changes: [], library: [], proposals: [] };
  const documents = library.flatMap((each) =>
    each.op === 'create' ? [{ kind: each.kind, id: each.id, body: { ...each.body } }] : [],
  );
  const hidden = [
    ...grouped(documents).map((some) => ({ ...empty, library: some })),
    ...grouped(fresh.map(plain)).map((some) => ({ ...empty, fresh: some })),
  ];
  const proposals = proposalsOf(plan).map(({ id, body }) => ({ id, body: { ...body } }));
  const seen = [
    ...grouped(changes.map(plain)).map((some) => ({ ...empty, changes: some })),
    ...grouped(proposals).map((some) => ({ ...empty, proposals: some })),
  ];
  // One write at least says that it counts.
  return { hidden: hidden.length === 0 ? [empty] : hidden, seen };
}

const plain = (each: Arriving) => ({ ...each, contract: { ...each.contract } });

/** As many as one write takes, and one document holds while they wait. */
function grouped<T>(all: readonly T[]): T[][] {
  const groups: T[][] = [];
  let letters = 0;
  for (const each of all) {
    const more = JSON.stringify(each).length;
    const last = groups.at(-1);
    const isFull = !last || last.length === inPart || letters + more > mostLetters;
    letters = isFull ? more : letters + more;
    if (isFull) groups.push([each]);
    else last.push(each);
  }
  return groups;
}
