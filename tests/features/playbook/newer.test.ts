/** A newer release brings newer texts: what people wrote or use stays, a scenario's text is offered as a draft (content 1). */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { starterItems } from '../../../src/content/documents.ts';
import type { Item } from '../../../src/content/item.ts';
import { loadStarter } from '../../../src/content/load.ts';
import { findAll, type StoredDocument } from '../../../src/core/documents.ts';
import { readStamp } from '../../../src/core/stamp.ts';
import { tool } from '../../../src/features/guardrails/model.ts';
import { loadBook } from '../../../src/features/playbook/documents.ts';
import { type Scenario, scenario } from '../../../src/features/playbook/model.ts';
import { type ScenarioVersion, scenarioVersion } from '../../../src/features/playbook/scenario-version.ts';
import { type MemoryStore, memoryStore, tenantId } from '../../helpers/builders.ts';
import { day } from '../../helpers/moving-clock.ts';

let memory: MemoryStore;
beforeEach(() => {
  memory = memoryStore();
});
afterEach(() => memory.close());

const slugs = { live: 'is-this-a-good-task', draft: 'jd-from-intake-notes', tool: 'copilot-chat' } as const;

const isOne = (item: Item) =>
  Object.values<unknown>(slugs).includes(item.body.slug) ||
  (item.kind === 'scenarioVersion' && [slugs.live, slugs.draft].some((slug) => slugOf(item) === slug));

const slugOf = ({ source }: Item) => (typeof source === 'object' && source && 'slug' in source ? source.slug : '');

const isPlace = ({ kind, body }: Item) =>
  (kind === 'workflow' && body.slug === 'getting-started') || (kind === 'department' && body.slug === 'everyone');

/** The release of this text: one live scenario, one draft, one tool, and where the live one belongs. */
const release = (text: string) => (options: Parameters<typeof starterItems>[0]) =>
  starterItems(options)
    .filter((item) => isOne(item) || isPlace(item))
    .map((item) => (isPlace(item) ? item : { ...item, source: { text }, body: renamed(item, text) }));

function renamed({ kind, body }: Item, text: string): Item['body'] {
  if (kind === 'scenarioVersion') return { ...body, title: text };
  return kind === 'tool' ? { ...body, vendor: text } : body;
}

function load(text: string) {
  memory.clock.pass(day);
  return loadStarter(memory.store, { which: 'starter', tenantId, now: memory.clock.now() }, release(text));
}

async function stored(kind: string): Promise<StoredDocument[]> {
  const found: StoredDocument[] = [];
  for await (const document of findAll(memory.store, { kind })) found.push(document);
  return found;
}

async function head(slug: string): Promise<StoredDocument<Scenario>> {
  const found = (await stored('scenario')).map((d) => ({ ...d, body: scenario.parse(d.body) }));
  const one = found.find((d) => d.body.slug === slug);
  if (!one) throw new Error(`no scenario ${slug}`);
  return one;
}

async function versions(slug: string): Promise<StoredDocument<ScenarioVersion>[]> {
  const { id } = await head(slug);
  const all = (await stored('scenarioVersion')).map((d) => ({ ...d, body: scenarioVersion.parse(d.body) }));
  return all.filter((d) => d.body.scenarioId === id).toSorted((a, b) => a.body.version - b.body.version);
}

const titles = async (slug: string) => (await versions(slug)).map((v) => v.body.title);

/** As a person in the tab would: the change, and their name on it. */
async function edit(document: StoredDocument<object> | undefined, change: object, by = 'person-1'): Promise<void> {
  if (!document) throw new Error('nothing to edit');
  const { kind, id, version } = document;
  const body = { ...document.body, ...change, updatedBy: by };
  const result = await memory.store.write([{ op: 'replace', kind, id, version, body }]);
  if (result.kind !== 'ok') throw new Error(result.kind);
}

const snapshot = async () =>
  (await Promise.all(['scenario', 'scenarioVersion', 'tool', 'starterLoad', 'stamp'].map(stored))).flat();

describe('a scenario that is live', () => {
  it('keeps its live text; the newer one waits as a draft with a note', async () => {
    await load('First');
    const [before] = await versions(slugs.live);
    const loaded = await load('Second');
    expect(loaded).toMatchObject({ created: 0, renewed: 3 });
    const [live, draft] = await versions(slugs.live);
    expect(live).toEqual(before);
    expect(draft?.body).toMatchObject({ version: 2, title: 'Second', createdBy: 'system', answersFeedback: [] });
    expect(draft?.body.changeNote).toMatch(/starter playbook/);
    expect(draft?.body.publishedAt).toBeUndefined();
    const { body } = await head(slugs.live);
    expect(body).toMatchObject({ state: 'published', liveVersion: 1, draftVersion: 2, draftState: 'draft' });
  });

  it('shows readers the live text', async () => {
    await load('First');
    await load('Second');
    const book = await loadBook(memory.store);
    expect([...book.entries.values()].map((e) => e.contract.title)).toEqual(['First']);
  });

  it('is offered a newer text once, and says so to warm copies', async () => {
    await load('First');
    const { content } = await readStamp(memory.store);
    await load('Second');
    expect((await readStamp(memory.store)).content).toBeGreaterThan(content);
    const after = await snapshot();
    expect(await load('Second')).toMatchObject({ created: 0, renewed: 0 });
    expect(await snapshot()).toEqual(after);
  });

  it('takes the newest text into an offer that nobody touched', async () => {
    await load('First');
    await load('Second');
    await load('Third');
    expect(await titles(slugs.live)).toEqual(['First', 'Third']);
  });

  it('leaves a draft in progress alone, and offers the text when that is done', async () => {
    await load('First');
    const { body, ...document } = await head(slugs.live);
    await edit({ ...document, body }, { draftVersion: 2, draftState: 'draft' });
    await load('Second');
    expect(await titles(slugs.live)).toEqual(['First']);

    const { draftVersion: _, draftState: _s, ...without } = (await head(slugs.live)).body;
    await memory.store.write([
      { op: 'replace', kind: 'scenario', id: document.id, version: (await head(slugs.live)).version, body: without },
    ]);
    await load('Second');
    expect(await titles(slugs.live)).toEqual(['First', 'Second']);
  });

  it.each([
    ['edited', async () => edit((await versions(slugs.live))[1], { title: 'Mine' }), 'Mine'],
    ['in review', async () => edit(await head(slugs.live), { draftState: 'inReview' }), 'Second'],
  ])('never writes over an offer that is %s', async (_, change, expected) => {
    await load('First');
    await load('Second');
    await change();
    await load('Third');
    expect(await titles(slugs.live)).toEqual(['First', expected]);
  });

  it('offers again after an offer was dropped', async () => {
    await load('First');
    await load('Second');
    const { id, version, body } = await head(slugs.live);
    const { draftVersion: _, draftState: _s, ...without } = body;
    await memory.store.write([{ op: 'replace', kind: 'scenario', id, version, body: without }]);
    await load('Second');
    expect((await head(slugs.live)).body.draftVersion).toBeUndefined();
    await load('Third');
    expect(await titles(slugs.live)).toEqual(['First', 'Third']);
    expect((await head(slugs.live)).body.draftVersion).toBe(2);
  });

  it('offers nothing for what is retired', async () => {
    await load('First');
    await edit(await head(slugs.live), {
      state: 'retired',
      retired: { reason: 'Not needed', at: memory.clock.now().toISOString() },
    });
    await load('Second');
    expect(await titles(slugs.live)).toEqual(['First']);
  });

  it('offers once when two start at once', async () => {
    await load('First');
    await Promise.all([load('Second'), load('Second')]);
    expect(await titles(slugs.live)).toEqual(['First', 'Second']);
    expect((await head(slugs.live)).body.draftVersion).toBe(2);
  });

  it('never stands with half an offer when somebody acts on the scenario in the same moment', async () => {
    await load('First');
    const original = await head(slugs.live);
    const loading = load('Second');
    await edit(original, { ownerId: 'owner-1' });
    await loading;
    const { body } = await head(slugs.live);
    expect(body.ownerId).toBe('owner-1');
    expect(await titles(slugs.live)).toHaveLength(body.draftVersion === undefined ? 1 : 2);
  });
});

describe('a scenario that was never live', () => {
  it('takes the newer text while nobody edited it, and stays version 1', async () => {
    await load('First');
    await load('Second');
    const all = await versions(slugs.draft);
    expect(all.map((v) => [v.body.version, v.body.title, v.body.changeNote])).toEqual([[1, 'Second', undefined]]);
    expect((await head(slugs.draft)).body).toMatchObject({ state: 'draft', draftVersion: 1, draftState: 'draft' });
  });

  it('also when only its owner was named', async () => {
    await load('First');
    await edit(await head(slugs.draft), { ownerId: 'owner-1' });
    await load('Second');
    expect(await titles(slugs.draft)).toEqual(['Second']);
    expect((await head(slugs.draft)).body.ownerId).toBe('owner-1');
  });

  it.each([
    ['edited', async () => edit((await versions(slugs.draft))[0], { title: 'Mine' }), 'Mine'],
    ['in review', async () => edit(await head(slugs.draft), { state: 'inReview', draftState: 'inReview' }), 'First'],
  ])('is left alone when it is %s', async (_, change, expected) => {
    await load('First');
    await change();
    await load('Second');
    expect(await titles(slugs.draft)).toEqual([expected]);
  });
});

describe('everything else', () => {
  const vendor = async () => (await stored('tool')).map((d) => tool.parse(d.body).vendor);

  it('takes the newer text while nobody edited it', async () => {
    await load('First');
    await load('Second');
    expect(await vendor()).toEqual(['Second']);
  });

  it('is never written over when a person edited it', async () => {
    await load('First');
    await edit((await stored('tool'))[0] as StoredDocument<object>, { vendor: 'Mine' });
    await load('Second');
    expect(await vendor()).toEqual(['Mine']);
  });
});
