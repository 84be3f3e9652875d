/** Wins in the store: one by its id, those of a scenario, and how many asked. */
import { audited } from '../../core/audit.ts';
import { findAll, type StoredDocument, type TenantStore, type WriteOperation } from '../../core/documents.ts';
import type { KeyedHash } from '../../core/ids.ts';
import { personKeyOf } from '../../core/run.ts';
import type { Turn } from '../../core/turn.ts';
import { type Win, win, winAsk } from './model.ts';

export const kind = 'win';
export const askKind = 'winAsk';

export interface Loaded {
  readonly id: string;
  readonly version: string;
  readonly win: Win;
}

const loadedOf = ({ id, version, body }: StoredDocument): Loaded => ({ id, version, win: win.parse(body) });

export async function loadWin(store: TenantStore, id: string): Promise<Loaded | undefined> {
  const found = await store.get(kind, id);
  return found && loadedOf(found);
}

/** The newest first; of one scenario, or of all. There are a few in a month. */
export async function loadWins(store: TenantStore, scenarioId?: string): Promise<Loaded[]> {
  const all: Loaded[] = [];
  const where = scenarioId ? ([['scenarioId', '=', scenarioId]] as const) : [];
  for await (const document of findAll(store, { kind, where })) all.push(loadedOf(document));
  return all.toSorted((a, b) => (a.win.createdAt < b.win.createdAt ? 1 : -1));
}

/** Nobody is named: counted once for each win by what the id is made of. */
export const askOperation = (
  hash: KeyedHash,
  { who, now }: Turn,
  { id: winId, win: { workflowId } }: Loaded,
): WriteOperation => ({
  ...{ op: 'create', kind: askKind, id: hash('winAsk', winId, who.personId) },
  body: winAsk.parse({ winId, workflowId, personKey: personKeyOf(hash, who), at: now.toISOString() }),
});

export async function asksOf(store: TenantStore, winId: string): Promise<number> {
  let asks = 0;
  for await (const _ of findAll(store, { kind: askKind, where: [['winId', '=', winId]] })) asks++;
  return asks;
}

export const auditOf = (
  { now, who, requestId }: Turn,
  entityId: string,
  event: string,
  before: string,
  after: string,
) =>
  audited({
    ...{ at: now.toISOString(), actorId: who.personId, actorKind: 'person', action: `win.${event}` },
    ...{ entityType: kind, entityId, changes: { state: { before, after } }, requestId },
  });
