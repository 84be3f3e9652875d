/** Scenarios that come in with a file, as documents: out of sight until the whole file is here (product 6.2, origin `import`). */
import { z } from 'zod';
import type { Arrivals, Arriving, Batch } from '../../core/arrival.ts';
import { audited } from '../../core/audit.ts';
import type { TenantStore, WriteOperation } from '../../core/documents.ts';
import { derivedId } from '../../core/ids.ts';
import type { Turn } from '../../core/turn.ts';
import { planned } from './arrival-plan.ts';
import { seatsOf, stampsOf } from './drafts.ts';
import { loadScenario } from './edit-documents.ts';
import { scenarioDraft } from './edit-draft.ts';
import { pack, role, scenario, workflow } from './model.ts';
import type { Shelf } from './shelf.ts';

export const arrivals = (shelf: Shelf): Arrivals => ({
  plan: async (turn, calls) => planned(turn, await shelf.scene(turn), calls),
  async newOperations(turn, batch, arriving) {
    const { book } = await shelf.scene(turn);
    return arriving.flatMap((each) => {
      const ownerId = book.workflows.get(each.workflowId)?.ownerId;
      const seats = seatsOf(book.workflows.get(each.workflowId) ?? {}, ownerId);
      return newScenario(turn, batch, each, seats);
    });
  },
  async changeOperations(turn, batch, arriving) {
    const all = await Promise.all(arriving.map((each) => changed(turn, batch, each)));
    return all.flat();
  },
  alongOperations: (turn, batch, { kind, id, body }) => [
    { op: 'create', kind, id, body: { ...body, arriving: batch.importId } },
    entry(turn, batch, { entityType: kind, entityId: id, action: `${kind}.create` }),
  ],
  settledOperations: async (turn, { importId }, marked) =>
    (await Promise.all(marked.map((each) => settled(turn.store, importId, each)))).flat(),
  libraryOperation: (turn, kind, { slug, body }) => {
    const id = derivedId('imported', kind, slug);
    const read = schemas[kind].safeParse({ ...stampsOf(turn), ...ofKind[kind], ...body, slug });
    return read.success
      ? { id, operation: { op: 'create', kind, id, body: read.data } }
      : { id, problem: read.error.issues[0]?.path.join('.') ?? '' };
  },
});

const schemas = { workflow, role, pack };
/** What a file does not say: nobody sees a new workflow before it is led. */
const ofKind = {
  workflow: { stage: 'candidate', pilotMemberIds: [], runCountSource: 'worksheet' },
  role: { active: true, aliases: [], matchTitles: [] },
  pack: { scenarioIds: [] },
};

interface Event {
  readonly entityType: string;
  readonly entityId: string;
  readonly action: string;
}

const entry = (
  { now, who, requestId }: Turn,
  { importId }: Batch,
  { entityType, entityId, action }: Event,
): WriteOperation =>
  audited({
    ...{ at: now.toISOString(), actorId: who.personId, actorKind: 'person', action, requestId },
    ...{ entityType, entityId, changes: { import: { before: '', after: importId } } },
  });

type Seats = ReturnType<typeof seatsOf>;

function newScenario(turn: Turn, batch: Batch, each: Arriving, seats: Seats): WriteOperation[] {
  const { scenarioId, slug, workflowId, stepOrder, contract } = each;
  const stamps = stampsOf(turn);
  const head = scenario.parse({
    ...{ ...stamps, slug, workflowId, stepOrder, state: 'draft', draftVersion: 1, draftState: 'draft' },
    ...{ checkReasons: [], credit: [], origin: 'import', originId: batch.importId, arriving: batch.importId, ...seats },
  });
  const text = scenarioDraft.parse({ ...contract, ...stamps, scenarioId, version: 1, answersFeedback: [] });
  return [
    { op: 'create', kind: 'scenario', id: scenarioId, body: head },
    { op: 'create', kind: 'scenarioVersion', id: derivedId(scenarioId, 'version', '1'), body: text },
    entry(turn, batch, { entityType: 'scenario', entityId: scenarioId, action: 'scenario.create' }),
  ];
}

/** Somebody may have begun a version of their own since the plan: theirs stays. */
async function changed(turn: Turn, batch: Batch, each: Arriving): Promise<WriteOperation[]> {
  const loaded = await loadScenario(turn.store, each.scenarioId);
  if (!loaded || loaded.draft || loaded.head.state === 'retired') return [];
  const version = (loaded.last?.text.version ?? 0) + 1;
  const stamps = stampsOf(turn);
  const { createdAt: _, createdBy: __, ...updated } = stamps;
  const head = scenario.parse({
    ...{ ...loaded.head, ...updated, stepOrder: each.stepOrder, workflowId: each.workflowId },
    ...{ draftVersion: version, draftState: 'draft' },
  });
  const place = { ...stamps, scenarioId: each.scenarioId, version, changeNote: batch.changeNote, answersFeedback: [] };
  return [
    { op: 'replace', kind: 'scenario', id: loaded.id, version: loaded.version, body: head },
    {
      ...{ op: 'create', kind: 'scenarioVersion', id: derivedId(batch.importId, each.scenarioId) },
      body: scenarioDraft.parse({ ...each.contract, ...place }),
    },
    entry(turn, batch, { entityType: 'scenario', entityId: each.scenarioId, action: 'scenario.startEdit' }),
  ];
}

async function settled(
  store: TenantStore,
  importId: string,
  { kind, id }: { readonly kind: string; readonly id: string },
): Promise<WriteOperation[]> {
  const found = await store.get(kind, id);
  const { arriving, ...body } = found ? marked.parse(found.body) : { arriving: undefined };
  if (!found || arriving !== importId) return [];
  return [{ op: 'replace', kind, id, version: found.version, body }];
}

const marked = z.looseObject({ arriving: z.string().optional() });
