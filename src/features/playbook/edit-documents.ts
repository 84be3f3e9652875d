/** One scenario with its texts, straight from the store: who edits or publishes must not look at a copy. */
import { findAll, type StoredDocument, type TenantStore } from '../../core/documents.ts';
import { isHere } from './arrived.ts';
import { type AnyVersion, anyVersion } from './edit-draft.ts';
import { type Scenario, scenario } from './model.ts';
import { type ScenarioVersion, scenarioVersion } from './scenario-version.ts';

/** A text and where it is stored. */
export interface Kept<T> {
  readonly id: string;
  readonly version: string;
  readonly text: T;
}

export interface Loaded {
  readonly id: string;
  /** Of the head, which every change writes: it guards the texts as well. */
  readonly version: string;
  readonly head: Scenario;
  readonly draft: Kept<AnyVersion> | undefined;
  readonly live: Kept<ScenarioVersion> | undefined;
  /** The one with the highest number, whatever became of it. */
  readonly last: Kept<AnyVersion> | undefined;
  /** Those that were live before, the newest first. */
  readonly earlier: readonly Kept<AnyVersion>[];
  /** The highest number of one that was live. */
  readonly lastPublished: number | undefined;
}

export async function loadScenario(store: TenantStore, id: string): Promise<Loaded | undefined> {
  const found = await store.get('scenario', id);
  const head = found && scenario.parse(found.body);
  if (!head || head.deletedAt || !(await isHere(store, head))) return undefined;
  const texts = await versionsOf(store, id);
  return loadedOf(found, head, texts);
}

export function loadedOf(found: StoredDocument, head: Scenario, texts: readonly Kept<AnyVersion>[]): Loaded {
  const numbered = (version: number | undefined) => texts.find(({ text }) => text.version === version);
  const live = numbered(head.liveVersion);
  return {
    ...{ id: found.id, version: found.version, head, last: texts[0] },
    earlier: texts.filter(({ text }) => text.publishedAt !== undefined && text.version !== head.liveVersion),
    lastPublished: texts.find(({ text }) => text.publishedAt !== undefined)?.text.version,
    draft: numbered(head.draftVersion),
    live: live && { ...live, text: scenarioVersion.parse(live.text) },
  };
}

/** All that were not dropped, the newest first. */
export async function versionsOf(store: TenantStore, scenarioId: string): Promise<Kept<AnyVersion>[]> {
  const texts: Kept<AnyVersion>[] = [];
  const where = [
    ['scenarioId', '=', scenarioId],
    ['deletedAt', 'missing'],
  ] as const;
  const orderBy = { field: 'version', direction: 'desc' } as const;
  for await (const { id, version, body } of findAll(store, { kind: 'scenarioVersion', where, orderBy }))
    texts.push({ id, version, text: anyVersion.parse(body) });
  return texts;
}

/** Heads in these states, or whose draft is looked at. */
export async function headsThat(
  store: TenantStore,
  fits: (head: Scenario) => boolean,
): Promise<readonly (StoredDocument & { readonly head: Scenario })[]> {
  const found: (StoredDocument & { readonly head: Scenario })[] = [];
  const known = new Map<string, boolean>();
  for await (const document of findAll(store, { kind: 'scenario', where: [['deletedAt', 'missing']] })) {
    const head = scenario.parse(document.body);
    if (fits(head) && (await isHere(store, head, known))) found.push({ ...document, head });
  }
  return found;
}
