/** Loads starter content into a tenant's store: repeatable, never over what people wrote (content.md 1). */
import { z } from 'zod';
import type { TenantStore, WriteOperation } from '../core/documents.ts';
import { digest } from '../core/ids.ts';
import { writeStamped } from '../core/stamp.ts';
import { type Item, type LoadOptions, starterItems } from './documents.ts';

const markKind = 'starterLoad';
const markId = 'starterLoad';
const mark = z.object({ which: z.enum(['starter', 'demo']), sources: z.record(z.string(), z.string()) });
type Mark = z.infer<typeof mark>;

export interface Loaded {
  readonly which: 'starter' | 'demo';
  readonly created: number;
  /** Newer starter texts: taken over where nobody had edited, offered as a draft where somebody had. */
  readonly renewed: number;
  readonly unchanged: number;
}

const batchSize = 90;

/** A store that was once loaded keeps its kind of load: an example never mixes into a real playbook. */
export async function loadStarter(store: TenantStore, options: LoadOptions): Promise<Loaded> {
  const known = await store.get(markKind, markId);
  const before = known ? mark.parse(known.body) : undefined;
  const which = before?.which ?? options.which;
  const items = starterItems({ ...options, which });
  const sources = new Map(items.map((item) => [item.id, digest(JSON.stringify(item.source))]));
  const counts = { created: 0, renewed: 0, unchanged: 0 };
  const pending: WriteOperation[] = [];
  for (const item of items) {
    const write = await change(store, item, before?.sources[item.id], sources.get(item.id) ?? '');
    if (!write) counts.unchanged++;
    else {
      counts[write.op === 'create' && write.id === item.id ? 'created' : 'renewed']++;
      pending.push(write);
    }
  }
  for (let at = 0; at < pending.length; at += batchSize) await save(store, pending.slice(at, at + batchSize));
  const body: Mark = { which, sources: { ...before?.sources, ...Object.fromEntries(sources) } };
  if (!known) await save(store, [{ op: 'create', kind: markKind, id: markId, body }]);
  else if (pending.length > 0)
    await save(store, [{ op: 'replace', kind: markKind, id: markId, version: known.version, body }]);
  return { which, ...counts };
}

/** What one item needs: nothing, to be created, or to be renewed with a newer text. */
async function change(
  store: TenantStore,
  item: Item,
  before: string | undefined,
  source: string,
): Promise<WriteOperation | undefined> {
  const found = await store.get(item.kind, item.id);
  if (!found) return { op: 'create', kind: item.kind, id: item.id, body: item.body };
  const newer = before !== undefined && before !== source;
  if (!newer || item.kind === 'scenario' || item.kind === 'person') return undefined;
  const edited = z.object({ updatedBy: z.string() }).parse(found.body).updatedBy !== 'system';
  if (edited) return undefined;
  // A published version never changes: the newer text of a scenario waits as a draft version, see `offerNewer`.
  if (item.kind === 'scenarioVersion') return undefined;
  return { op: 'replace', kind: item.kind, id: item.id, version: found.version, body: item.body };
}

async function save(store: TenantStore, operations: readonly WriteOperation[]): Promise<void> {
  const result = await writeStamped(store, ['content', 'tools', 'people'], operations);
  // Two instances that start at once load the same documents under the same ids: the second finds them there.
  if (result.kind === 'ok' || (result.kind === 'conflict' && operations.length === 1)) return;
  if (result.kind !== 'conflict')
    throw new Error(`content: the starter load was interrupted (${result.kind}); start again`);
  await save(
    store,
    operations.filter((_, index) => index !== result.index),
  );
}
