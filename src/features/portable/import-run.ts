/** Writes an import part by part; whoever cuts it off, it goes on where it was: what is new is seen at once or not at all, what changes is each whole (reliability 13, row 74). */
import { type Arrivals, type Batch, importKind } from '../../core/arrival.ts';
import { audited } from '../../core/audit.ts';
import type { TenantStore, WriteOperation, WriteResult } from '../../core/documents.ts';
import { writeStamped } from '../../core/stamp.ts';
import type { Turn } from '../../core/turn.ts';
import {
  hiddenOf,
  type ImportPart,
  importPart,
  isOver,
  type PlaybookImport,
  partId,
  partKind,
  playbookImport,
} from './import-model.ts';
import type { ImportDeps } from './import-plan.ts';

type Ports = Pick<ImportDeps, 'arrivals' | 'ruled'>;

export interface Running {
  readonly id: string;
  readonly version: string;
  readonly doc: PlaybookImport;
}

export async function loadImport(store: TenantStore, id: string): Promise<Running | undefined> {
  const found = await store.get(importKind, id);
  return found && { id, version: found.version, doc: playbookImport.parse(found.body) };
}

/** Until it is done or `isLate` says so. Whoever goes on, it is what the person did who brought it in. */
export async function goOn(ports: Ports, turn: Turn, id: string, isLate: () => boolean): Promise<void> {
  for (let misses = 0; !isLate() && misses < 20; ) {
    const at = await loadImport(turn.store, id);
    if (!at || isOver(at.doc)) return;
    const theirs = { ...turn, who: { ...turn.who, personId: at.doc.createdBy } };
    const result = await steps[at.doc.state](ports, theirs, at);
    // Another one was faster, or somebody edited one of its scenarios: looked at again.
    misses = result.kind === 'ok' ? 0 : misses + 1;
  }
}

type Step = (ports: Ports, turn: Turn, at: Running) => Promise<WriteResult>;

const batchOf = ({ id, doc }: Running, { words }: Turn): Batch => ({
  importId: id,
  changeNote: words('portable.changeNote', { name: doc.name }),
});

interface Waiting {
  readonly part: ImportPart;
  readonly gone: WriteOperation;
}

async function partOf(store: TenantStore, id: string, at: number): Promise<Waiting | undefined> {
  const stored = await store.get(partKind, partId(id, at));
  if (!stored) return undefined;
  return {
    part: importPart.parse(stored.body),
    gone: { op: 'remove', kind: partKind, id: stored.id, version: stored.version },
  };
}

async function nextPart({ store }: Turn, { id, doc }: Running): Promise<Waiting> {
  const found = await partOf(store, id, doc.done);
  if (!found) throw new Error(`portable: part ${doc.done} of the import ${id} is gone`);
  return found;
}

const raised = ({ id, version, doc }: Running, change: Partial<PlaybookImport>, at: string): WriteOperation => ({
  ...{ op: 'replace', kind: importKind, id, version },
  body: playbookImport.parse({ ...doc, ...change, updatedAt: at }),
});

/** Out of sight. Scenarios that met another of their name are not written: that one stays. The last part makes them count. */
const hide: Step = async ({ arrivals }, turn, at) => {
  const { part } = await nextPart(turn, at);
  const fresh = await absent(turn.store, part.fresh);
  const batch = batchOf(at, turn);
  const now = turn.now.toISOString();
  const operations = [
    ...(await arrivals.newOperations(turn, batch, fresh)),
    ...(await arrivals.changeOperations(turn, batch, part.changes)),
    ...(await libraryOf(arrivals, turn, batch, part)),
  ];
  const { doc } = at;
  const done = doc.done + 1;
  if (done < hiddenOf(doc)) return turn.store.write([raised(at, { done }, now), ...operations]);
  const state = done < doc.total ? ({ state: 'seen' } as const) : over(now);
  return writeStamped(turn.store, ['content'], [raised(at, { done, ...state }, now), entry(turn, at), ...operations]);
};

const over = (finishedAt: string) => ({ state: 'done' as const, finishedAt });

/** Each scenario whole with its next version; whoever began one here meanwhile keeps it, and the report says so. */
const change: Step = async ({ arrivals, ruled }, turn, at) => {
  const { part, gone } = await nextPart(turn, at);
  const operations = await arrivals.changeOperations(turn, batchOf(at, turn), part.changes);
  const written = new Set(operations.map(({ id }) => id));
  const left = new Set(part.changes.map(({ scenarioId }) => scenarioId).filter((id) => !written.has(id)));
  const now = turn.now.toISOString();
  const done = at.doc.done + 1;
  const told = { ...withBusy(at.doc, left), done, ...(done === at.doc.total ? over(now) : {}) };
  const proposed = ruled.operations(turn, await unproposed(turn.store, part.proposals));
  const stamps = proposed.length > 0 ? (['content', 'tools'] as const) : (['content'] as const);
  return writeStamped(turn.store, stamps, [raised(at, told, now), gone, ...operations, ...proposed]);
};

const withBusy = ({ counts, lines }: PlaybookImport, left: ReadonlySet<string>) => ({
  counts: { ...counts, changed: counts.changed - left.size, busy: counts.busy + left.size },
  lines: lines.map((line) => (left.has(line.id) ? { ...line, outcome: 'busy' as const, missing: [] } : line)),
});

const absent = async (store: TenantStore, fresh: ImportPart['fresh']) =>
  (await Promise.all(fresh.map(async (each) => ((await store.get('scenario', each.scenarioId)) ? [] : [each])))).flat();

const unproposed = async (store: TenantStore, proposals: ImportPart['proposals']) =>
  (await Promise.all(proposals.map(async (each) => ((await store.get('decision', each.id)) ? [] : [each])))).flat();

async function libraryOf(
  arrivals: Arrivals,
  turn: Turn,
  batch: Batch,
  { library }: ImportPart,
): Promise<WriteOperation[]> {
  const found = await Promise.all(library.map(({ kind, id }) => turn.store.get(kind, id)));
  return library.flatMap((each, at) => (found[at] ? [] : arrivals.alongOperations(turn, batch, each)));
}

/** What counts now needs no mark any more, and what waited may go. */
const settle: Step = async ({ arrivals }, turn, at) => {
  const found = await partOf(turn.store, at.id, at.doc.settled);
  const marked = [
    ...(found?.part.library ?? []).map(({ kind, id }) => ({ kind, id })),
    ...(found?.part.fresh ?? []).map(({ scenarioId }) => ({ kind: 'scenario', id: scenarioId })),
  ];
  const marks = await arrivals.settledOperations(turn, batchOf(at, turn), marked);
  const settled = raised(at, { settled: at.doc.settled + 1 }, turn.now.toISOString());
  return turn.store.write([settled, ...marks, ...(found ? [found.gone] : [])]);
};

const steps: Readonly<Record<PlaybookImport['state'], Step>> = { running: hide, seen: change, done: settle };

function entry({ now, requestId }: Turn, { id, doc }: Running): WriteOperation {
  const { counts, createdBy } = doc;
  return audited({
    ...{ at: now.toISOString(), actorId: createdBy, actorKind: 'person', action: 'playbook.import', requestId },
    ...{ entityType: importKind, entityId: id },
    changes: Object.fromEntries(Object.entries(counts).map(([name, n]) => [name, { before: '', after: String(n) }])),
  });
}
