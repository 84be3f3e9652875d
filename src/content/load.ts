/** Loads starter content into a tenant's store: repeatable, never over what people wrote (content.md 1). */
import { z } from 'zod';
import type { StoredDocument, TenantStore, WriteOperation } from '../core/documents.ts';
import { digest } from '../core/ids.ts';
import { writeStamped } from '../core/stamp.ts';
import { demoEvents } from './demo-items.ts';
import { starterItems } from './documents.ts';
import type { Item, LoadOptions } from './item.ts';
import { isWrittenByPerson, newerContract } from './newer-scenario.ts';

const markKind = 'starterLoad';
const markId = 'starterLoad';
const mark = z.object({ which: z.enum(['starter', 'demo']), sources: z.record(z.string(), z.string()) });
type Mark = z.infer<typeof mark>;

export interface Loaded {
  readonly which: 'starter' | 'demo';
  readonly created: number;
  /** Newer starter texts: taken over where nobody had edited, offered as a draft where a version is live. */
  readonly renewed: number;
  readonly unchanged: number;
}

/** What one item needs. `later` = a newer text that must wait for a draft in progress: the next load asks again. */
type Change = { kind: 'none' | 'later' } | { kind: 'created' | 'renewed'; operations: readonly WriteOperation[] };

/** A store that was once loaded keeps its kind of load: an example never mixes into a real playbook. */
export async function loadStarter(
  store: TenantStore,
  options: LoadOptions,
  itemsOf: (options: LoadOptions) => readonly Item[] = starterItems,
): Promise<Loaded> {
  const { known, before } = await claimed(store, options.which);
  const counts = { created: 0, renewed: 0, unchanged: 0 };
  const sources: Record<string, string> = {};
  const pending: (readonly WriteOperation[])[] = [];
  for (const item of itemsOf({ ...options, which: before.which })) {
    const source = digest(JSON.stringify(item.source));
    const change = await changeOf(store, item, before.sources[item.id], source);
    if (change.kind !== 'later') sources[item.id] = source;
    if ('operations' in change) pending.push(change.operations);
    counts[change.kind === 'created' || change.kind === 'renewed' ? change.kind : 'unchanged']++;
  }
  for (const batch of batches(pending)) await save(store, batch);
  if (!before.sources[eventsMark]) await saveEvents(store, demoEvents({ ...options, which: before.which }));
  sources[eventsMark] = 'once';
  const body: Mark = { which: before.which, sources: { ...before.sources, ...sources } };
  if (JSON.stringify(body) !== JSON.stringify(before))
    await save(store, [[{ op: 'replace', kind: markKind, id: markId, version: known.version, body }]]);
  return { which: before.which, ...counts };
}

/** The mark is written before anything else, so that an interrupted load goes on as what it was. */
async function claimed(store: TenantStore, which: Mark['which']): Promise<{ known: StoredDocument; before: Mark }> {
  const found = await store.get(markKind, markId);
  if (found) return { known: found, before: mark.parse(found.body) };
  const body: Mark = { which, sources: {} };
  await store.write([{ op: 'create', kind: markKind, id: markId, body }]);
  return claimed(store, which);
}

async function changeOf(store: TenantStore, item: Item, before: string | undefined, source: string): Promise<Change> {
  const { kind, id, body } = item;
  const found = await store.get(kind, id);
  // Once loaded and now gone: the organisation took it away.
  if (!found) return before ? { kind: 'none' } : { kind: 'created', operations: [{ op: 'create', kind, id, body }] };
  const newer = before !== undefined && before !== source;
  if (!newer || kind === 'scenario' || kind === 'person') return { kind: 'none' };
  if (kind === 'scenarioVersion') return newerContract(store, item);
  if (isWrittenByPerson(found.body)) return { kind: 'none' };
  return { kind: 'renewed', operations: [{ op: 'replace', kind, id, version: found.version, body }] };
}

/** Of events it is known only that they were loaded: they are facts, and no newer text replaces them. */
const eventsMark = 'events';

async function saveEvents(store: TenantStore, events: readonly Item[]): Promise<void> {
  for (const week of Map.groupBy(events, ({ body }) => body.week).values())
    await store.write(week.map(({ kind, id, body }) => ({ op: 'create', kind, id, body })));
}

const batchSize = 90;
type Group = readonly WriteOperation[];

/** Groups stay whole: what belongs together is written together. */
function batches(groups: readonly Group[]): Group[][] {
  const made: Group[][] = [];
  for (const group of groups) {
    const last = made.at(-1);
    if (last && last.flat().length + group.length <= batchSize) last.push(group);
    else made.push([group]);
  }
  return made;
}

/** Two instances that start at once load the same: what the other one, or a person, wrote in the meantime stands. */
async function save(store: TenantStore, groups: readonly Group[]): Promise<void> {
  if (groups.length === 0) return;
  const result = await writeStamped(store, ['content', 'tools', 'people'], groups.flat());
  if (result.kind === 'ok') return;
  let end = 0;
  const met = groups.findIndex((group) => {
    end += group.length;
    return result.index < end;
  });
  // Nothing of ours was met: the race was about the stamp alone, and the same is written again.
  await save(
    store,
    groups.filter((_, at) => at !== met),
  );
}
