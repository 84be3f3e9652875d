/** Writes an import part by part; whoever cuts it off, it goes on where it was, and all of it is seen at once or nothing (reliability 13, row 74). */
import { type Arrivals, type Batch, importKind } from '../../core/arrival.ts';
import { audited } from '../../core/audit.ts';
import type { StoredDocument, TenantStore, WriteOperation, WriteResult } from '../../core/documents.ts';
import { writeStamped } from '../../core/stamp.ts';
import type { Turn } from '../../core/turn.ts';
import { type ImportPart, importPart, type PlaybookImport, partId, partKind, playbookImport } from './import-model.ts';

export interface Running {
  readonly id: string;
  readonly version: string;
  readonly doc: PlaybookImport;
}

export async function loadImport(store: TenantStore, id: string): Promise<Running | undefined> {
  const found = await store.get(importKind, id);
  return found && { id, version: found.version, doc: playbookImport.parse(found.body) };
}

/** Until it is done or `isOver` says so. */
export async function goOn(arrivals: Arrivals, turn: Turn, id: string, isOver: () => boolean): Promise<void> {
  for (let misses = 0; !isOver() && misses < 20; ) {
    const at = await loadImport(turn.store, id);
    if (!at || (at.doc.state === 'done' && at.doc.settled >= at.doc.total)) return;
    const result = at.doc.state === 'running' ? await next(arrivals, turn, at) : await settle(arrivals, turn, at);
    // Another one was faster, or somebody edited one of its scenarios: looked at again.
    misses = result.kind === 'ok' ? 0 : misses + 1;
  }
}

const batchOf = ({ id, doc }: Running, { words }: Turn): Batch => ({
  importId: id,
  changeNote: words('portable.changeNote', { name: doc.name }),
});

async function partOf(
  store: TenantStore,
  id: string,
  at: number,
): Promise<(ImportPart & { stored: StoredDocument }) | undefined> {
  const stored = await store.get(partKind, partId(id, at));
  return stored && { ...importPart.parse(stored.body), stored };
}

const raised = ({ id, version, doc }: Running, change: Partial<PlaybookImport>, at: string): WriteOperation => ({
  ...{ op: 'replace', kind: importKind, id, version },
  body: playbookImport.parse({ ...doc, ...change, updatedAt: at }),
});

/** Scenarios that met another of their name are not written: that one stays. */
async function next(arrivals: Arrivals, turn: Turn, at: Running): Promise<WriteResult> {
  const part = await partOf(turn.store, at.id, at.doc.done);
  if (!part) throw new Error(`portable: part ${at.doc.done} of the import ${at.id} is gone`);
  const isLast = at.doc.done === at.doc.total - 1;
  const fresh = await absent(turn.store, part.fresh);
  const batch = batchOf(at, turn);
  const now = turn.now.toISOString();
  const operations = [
    ...(await arrivals.newOperations(turn, batch, fresh)),
    ...(isLast ? await arrivals.changeOperations(turn, batch, part.changes) : []),
    ...(isLast ? await libraryOf(turn.store, part) : []),
  ];
  if (!isLast) return turn.store.write([raised(at, { done: at.doc.done + 1 }, now), ...operations]);
  const done = raised(at, { done: at.doc.total, state: 'done', finishedAt: now }, now);
  return writeStamped(turn.store, ['content'], [done, entry(turn, at), ...operations]);
}

const absent = async (store: TenantStore, fresh: ImportPart['fresh']) =>
  (await Promise.all(fresh.map(async (each) => ((await store.get('scenario', each.scenarioId)) ? [] : [each])))).flat();

async function libraryOf(store: TenantStore, { library }: ImportPart): Promise<WriteOperation[]> {
  const found = await Promise.all(library.map(({ kind, id }) => store.get(kind, id)));
  return library.flatMap((each, at) => (found[at] ? [] : [{ op: 'create' as const, ...each }]));
}

/** What counts now needs no mark any more, and what waited may go. */
async function settle(arrivals: Arrivals, turn: Turn, at: Running): Promise<WriteResult> {
  const part = await partOf(turn.store, at.id, at.doc.settled);
  const ids = part?.fresh.map(({ scenarioId }) => scenarioId) ?? [];
  const marks = await arrivals.settledOperations(turn, batchOf(at, turn), ids);
  const gone: WriteOperation[] = part
    ? [{ op: 'remove', kind: partKind, id: part.stored.id, version: part.stored.version }]
    : [];
  return turn.store.write([raised(at, { settled: at.doc.settled + 1 }, turn.now.toISOString()), ...marks, ...gone]);
}

function entry({ now, requestId }: Turn, { id, doc }: Running): WriteOperation {
  const { counts, createdBy } = doc;
  return audited({
    ...{ at: now.toISOString(), actorId: createdBy, actorKind: 'person', action: 'playbook.import', requestId },
    ...{ entityType: importKind, entityId: id },
    changes: Object.fromEntries(Object.entries(counts).map(([name, n]) => [name, { before: '', after: String(n) }])),
  });
}
