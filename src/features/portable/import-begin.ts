/** A plan becomes work: what waits is stored first, then the import that will write it, with a due item that goes on if nobody else does. */
import { importKind } from '../../core/arrival.ts';
import type { WriteOperation } from '../../core/documents.ts';
import { dueOperation } from '../../core/due-item.ts';
import type { Turn } from '../../core/turn.ts';
import type { FileRead } from './arriving.ts';
import { type ImportPart, type PlaybookImport, partId, partKind, playbookImport } from './import-model.ts';
import type { Plan } from './import-plan.ts';

export const importJob = 'playbookImport';
const dayMs = 86_400_000;
const keptSeconds = 7 * 86_400;
/** Three documents for each, and the import itself: a write holds a hundred. */
const freshInPart = 30;
const mostLetters = 400_000;
/** So many things may change in the write that makes it all count: two documents and an entry for a scenario. */
export const mostChanges = 90;
export const changesOf = ({ changes, library }: Plan): number => changes.length * 3 + library.length;

export interface Beginning {
  readonly id: string;
  readonly name: string;
  readonly file: FileRead;
  readonly plan: Plan;
}

/** False when the same file was brought in at this very moment. */
export async function begin(turn: Turn, { id, name, file, plan }: Beginning): Promise<boolean> {
  const parts = partsOf(id, plan);
  // Those of an attempt that was cut off are the same: they stay.
  for (const [at, body] of parts.entries())
    await turn.store.write([{ op: 'create', kind: partKind, id: partId(id, at), body, ttlSeconds: keptSeconds }]);
  const stamp = turn.now.toISOString();
  const { personId } = turn.who;
  const body: PlaybookImport = playbookImport.parse({
    ...{ createdAt: stamp, createdBy: personId, updatedAt: stamp, updatedBy: personId },
    ...{ name, state: 'running', done: 0, total: parts.length, settled: 0, leftOut: file.leftOut },
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

export const countsOf = ({ lines, library }: Plan) => {
  const of = (outcome: string) => lines.filter((line) => line.outcome === outcome).length;
  return { new: of('new'), changed: of('changed'), same: of('same'), busy: of('busy'), library: library.length };
};

function partsOf(importId: string, { fresh, changes, library }: Plan): ImportPart[] {
  const empty: ImportPart = { importId, fresh: [], changes: [], library: [] };
  const parts: ImportPart[] = [];
  let letters = 0;
  for (const each of fresh) {
    const more = JSON.stringify(each).length;
    const last = parts.at(-1);
    const isFull = !last || last.fresh.length === freshInPart || letters + more > mostLetters;
    letters = isFull ? more : letters + more;
    const contract = { ...each.contract };
    if (isFull) parts.push({ ...empty, fresh: [{ ...each, contract }] });
    else parts[parts.length - 1] = { ...last, fresh: [...last.fresh, { ...each, contract }] };
  }
  return [
    ...parts,
    {
      ...empty,
      changes: changes.map((each) => ({ ...each, contract: { ...each.contract } })),
      library: library.flatMap((each) =>
        each.op === 'create' ? [{ kind: each.kind, id: each.id, body: { ...each.body } }] : [],
      ),
    },
  ];
}
