/** A newer starter text of a scenario: it waits as a draft, and nothing that people wrote or use changes (content.md 1). */
import { z } from 'zod';
import type { TenantStore, WriteOperation } from '../core/documents.ts';
import { derivedId } from '../core/ids.ts';
import { scenario } from '../features/playbook/model.ts';
import type { Item } from './item.ts';

export type Newer = { kind: 'none' | 'later' } | { kind: 'renewed'; operations: readonly WriteOperation[] };

const changeNote = 'A newer text of the starter playbook. Compare it with yours; drop it when yours is better.';

const written = z.object({ updatedBy: z.string(), createdAt: z.string() });

export const isWrittenByPerson = (body: unknown): boolean => written.parse(body).updatedBy !== 'system';

/** The first version keeps the id it was loaded under; later ones are numbered after it. */
const versionId = (first: Item, version: number): string =>
  version === 1 ? first.id : derivedId('starterVersion', first.id, String(version));

/** `first` is the item of version 1, with the newer text. */
export async function newerContract(store: TenantStore, first: Item): Promise<Newer> {
  const scenarioId = z.string().parse(first.body.scenarioId);
  const found = await store.get('scenario', scenarioId);
  const head = found && scenario.parse(found.body);
  if (!head || head.state === 'retired' || head.deletedAt) return { kind: 'none' };
  if (head.draftVersion !== undefined) return renewedDraft(store, first, head.draftVersion, head.draftState);

  const version = (head.liveVersion ?? 0) + 1;
  const id = versionId(first, version);
  const dropped = await store.get('scenarioVersion', id);
  if (dropped && isWrittenByPerson(dropped.body)) return { kind: 'none' };
  const at = z.string().parse(first.body.updatedAt);
  const body = { ...head, draftVersion: version, draftState: 'draft', updatedAt: at, updatedBy: 'system' };
  return {
    kind: 'renewed',
    operations: [
      dropped
        ? { op: 'replace', kind: 'scenarioVersion', id, version: dropped.version, body: draftBody(first, version) }
        : { op: 'create', kind: 'scenarioVersion', id, body: draftBody(first, version) },
      { op: 'replace', kind: 'scenario', id: scenarioId, version: found.version, body },
    ],
  };
}

/** A draft that we wrote and nobody touched takes the newer text; any other one is somebody's work in progress. */
async function renewedDraft(
  store: TenantStore,
  first: Item,
  version: number,
  state: string | undefined,
): Promise<Newer> {
  const id = versionId(first, version);
  const draft = await store.get('scenarioVersion', id);
  if (!draft || state !== 'draft' || isWrittenByPerson(draft.body)) return { kind: 'later' };
  const body = { ...draftBody(first, version), createdAt: written.parse(draft.body).createdAt };
  return {
    kind: 'renewed',
    operations: [{ op: 'replace', kind: 'scenarioVersion', id, version: draft.version, body }],
  };
}

function draftBody(first: Item, version: number): Record<string, unknown> {
  const { publishedAt: _, ...text } = first.body;
  return { ...text, version, ...(version > 1 ? { changeNote } : {}) };
}
