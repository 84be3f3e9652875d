/** Drafts that are made of what somebody found out: nothing that is live changes, nothing of a draft is lost (product 6.2, L10). */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findAll, type WriteOperation } from '../../../src/core/documents.ts';
import type { DraftCall } from '../../../src/core/playbook-view.ts';
import { rulebookOf } from '../../../src/features/guardrails/rulebook.ts';
import type { Book } from '../../../src/features/playbook/book.ts';
import { draftOperations } from '../../../src/features/playbook/drafts.ts';
import { type Scenario, scenario } from '../../../src/features/playbook/model.ts';
import { promptOf } from '../../../src/features/playbook/prompt-of-text.ts';
import { type ScenarioVersion, scenarioVersion } from '../../../src/features/playbook/scenario-version.ts';
import { scenarioView } from '../../../src/features/playbook/view.ts';
import { wordsFor } from '../../../src/text/words.ts';
import { aBook, aContract, aPrompt, entryOf } from '../../helpers/book-builders.ts';
import {
  aPerson,
  aTool,
  aTurn,
  type MemoryStore,
  memoryStore,
  someRules,
  stamps,
  today,
} from '../../helpers/builders.ts';

let memory: MemoryStore;
beforeEach(() => {
  memory = memoryStore();
});
afterEach(() => memory.close());

const owner = aPerson({ personId: 'owner' });
const turn = () => aTurn(memory.store, { who: owner, now: memory.clock.now() });
const call: DraftCall = {
  ...{ kind: 'newScenario', discoveryId: 'found', authorId: 'author', isNamed: true },
  ...{
    workflowId: 'workflow-1',
    scenarioId: 'scenario-1',
    title: "Émile's way: notes & tasks",
    what: 'I gave it\nmy notes.',
  },
  ...{
    dataClassId: 'confidential',
    promptText: 'List tasks of {{notes}} for {{toolName}} and {{constructor}}, {{notes}} again.',
  },
  ...{ roleId: 'controller', toolId: 'b', minutesBefore: 40 },
};

/** The head and the live version as they are stored, and the book that is read from them. */
async function kept(head: Partial<Scenario> = {}, contract: Partial<ScenarioVersion> = {}): Promise<Book> {
  const book = aBook([{ head, contract }]);
  const body = scenario.strip().parse(entryOf(book).head);
  const live = aContract({ title: 'Title scenario-1', ...contract });
  await write([
    { op: 'create', kind: 'scenario', id: 'scenario-1', body },
    { op: 'create', kind: 'scenarioVersion', id: 'live', body: live },
  ]);
  return book;
}

async function write(operations: readonly WriteOperation[]): Promise<void> {
  const result = await memory.store.write(operations);
  if (result.kind !== 'ok') throw new Error(result.kind);
}

async function made(book: Book, change: Partial<DraftCall> = {}) {
  const drafted = await draftOperations(turn(), book, { ...call, ...change });
  if (drafted.kind === 'ok') await write(drafted.operations);
  return drafted;
}

async function versions(): Promise<ScenarioVersion[]> {
  const found: ScenarioVersion[] = [];
  for await (const { body } of findAll(memory.store, { kind: 'scenarioVersion' }))
    found.push(scenarioVersion.parse(body));
  return found.toSorted((a, b) => a.version - b.version);
}
const headOf = async (id = 'scenario-1') => scenario.parse((await memory.store.get('scenario', id))?.body);

describe('a new scenario', () => {
  it('begins from a copy, with what was found out in its place and its credit on the head', async () => {
    const drafted = await made(await kept());
    if (drafted.kind !== 'ok') throw new Error(drafted.kind);
    expect(drafted.version).toBe(1);
    const head = await headOf(drafted.scenarioId);
    expect(head).toMatchObject({
      ...{ workflowId: 'workflow-1', stepOrder: 2, state: 'draft', draftVersion: 1, draftState: 'draft' },
      ...{ origin: 'discovery', originId: 'found', ownerId: 'owner', credit: [{ personId: 'author', shown: true }] },
    });
    expect(head.slug).toMatch(/^emile-s-way-notes-tasks-[0-9a-f]{8}$/);
    const [draft] = (await versions()).filter(({ scenarioId }) => scenarioId === drafted.scenarioId);
    expect(draft).toMatchObject({
      ...{ title: call.title, task: 'I gave it my notes.', dataClassId: 'confidential', createdBy: 'owner' },
      ...{ roleIds: ['controller', 'recruiter'], toolIds: ['b', 'a'], problem: 'Each starts from an empty page.' },
      time: { beforeMinutes: 40, afterMinutes: 20, source: 'assumption', n: 0 },
    });
    expect(draft?.prompts.map(({ purpose }) => purpose)).toEqual(['draft', 'check']);
    expect(draft?.prompts[0]?.variables.map(({ name, label }) => [name, label])).toEqual([
      ['notes', 'Notes'],
      ['toolName', 'Tool name'],
    ]);
    expect(draft?.publishedAt).toBeUndefined();
  });

  it('of somebody without a name keeps the credit unseen', async () => {
    const drafted = await made(await kept(), { isNamed: false });
    if (drafted.kind === 'ok')
      expect((await headOf(drafted.scenarioId)).credit).toEqual([{ personId: 'author', shown: false }]);
  });

  it('as a variant keeps the task and says so in its origin', async () => {
    const drafted = await made(await kept(), { kind: 'variant' });
    if (drafted.kind !== 'ok') throw new Error(drafted.kind);
    expect((await headOf(drafted.scenarioId)).origin).toBe('variant');
    const [draft] = (await versions()).filter(({ scenarioId }) => scenarioId === drafted.scenarioId);
    expect(draft).toMatchObject({ task: 'Write a job description.', dataClassId: 'internal', roleIds: ['recruiter'] });
    expect(draft?.prompts[0]?.text).toBe(call.promptText);
  });

  it.each([{ scenarioId: 'nowhere' }, { workflowId: 'nowhere' }])('needs its place: %j', async (change) => {
    expect(await made(await kept(), change)).toEqual({ kind: 'missing' });
  });
});

describe('something added', () => {
  it('opens the next version as a draft; the live one and the credit stay until it is published', async () => {
    const book = await kept();
    expect(await made(book, { kind: 'newPrompt' })).toMatchObject({ kind: 'ok', scenarioId: 'scenario-1', version: 2 });
    expect(await headOf()).toMatchObject({
      liveVersion: 1,
      draftVersion: 2,
      draftState: 'draft',
      state: 'published',
      credit: [],
    });
    const [live, draft] = await versions();
    expect(live?.prompts).toHaveLength(2);
    expect(draft).toMatchObject({ version: 2, changeNote: 'Something that a colleague found out was added.' });
    expect(draft?.prompts.at(-1)).toMatchObject({ purpose: 'draft', text: call.promptText });
  });

  it('goes into the draft that somebody began', async () => {
    const book = await kept({ draftVersion: 2, draftState: 'draft' });
    const begun = aContract({ version: 2, changeNote: 'Mine', title: 'Begun by another' });
    await write([{ op: 'create', kind: 'scenarioVersion', id: 'begun', body: begun }]);
    const example = { text: 'As it should be.', whyGood: 'It is short.' };
    expect(await made(book, { kind: 'goodExample', example })).toMatchObject({ kind: 'ok', version: 2 });
    const [, draft] = await versions();
    expect(draft).toMatchObject({ title: 'Begun by another', changeNote: 'Mine', createdBy: stamps.createdBy });
    expect(draft?.goodExample).toEqual({ ...example, source: 'discovery', anonymised: true });
    expect(await versions()).toHaveLength(2);
  });

  it('goes into a draft that is not finished, and leaves the rest as it is', async () => {
    const book = await kept({ draftVersion: 2, draftState: 'draft' });
    const { prompts: _, task: _task, ...begun } = aContract({ version: 2 });
    const dropped = { ...begun, title: 'Dropped before', deletedAt: stamps.createdAt };
    await write([
      { op: 'create', kind: 'scenarioVersion', id: 'a-dropped', body: dropped },
      { op: 'create', kind: 'scenarioVersion', id: 'begun', body: { ...begun, title: '' } },
    ]);
    expect(await made(book, { kind: 'newPrompt' })).toMatchObject({ kind: 'ok', version: 2 });
    const body = Object((await memory.store.get('scenarioVersion', 'begun'))?.body);
    expect(body).toMatchObject({ title: '', prompts: [{ text: call.promptText }] });
    expect(body).not.toHaveProperty('task');
  });

  it('not while that one is being checked, not into a retired one, not beyond six prompts', async () => {
    const inReview = await kept({ draftVersion: 2, draftState: 'inReview' });
    expect(await made(inReview, { kind: 'newPrompt' })).toEqual({ kind: 'inReview' });
    await memory.close();
    memory = memoryStore();
    const prompts = Array.from({ length: 6 }, () => aPrompt('Do it.', []));
    const full = await kept({}, { prompts });
    expect(await made(full, { kind: 'newPrompt' })).toEqual({ kind: 'full' });
    const found = await memory.store.get('scenario', 'scenario-1');
    const body = { ...(await headOf()), state: 'retired' as const };
    await write([{ op: 'replace', kind: 'scenario', id: 'scenario-1', version: found?.version ?? '', body }]);
    expect(await made(full, { kind: 'newPrompt' })).toEqual({ kind: 'missing' });
  });

  it('of two at the same moment the second meets the first', async () => {
    const book = await kept();
    const [first, second] = await Promise.all(
      [1, 2].map(() => draftOperations(turn(), book, { ...call, kind: 'newPrompt' })),
    );
    if (first?.kind !== 'ok' || second?.kind !== 'ok') throw new Error('no draft');
    await write(first.operations);
    expect((await memory.store.write(second.operations)).kind).toBe('stale');
    await made(book, { kind: 'newPrompt' });
    expect((await versions()).map(({ prompts }) => prompts.length)).toEqual([2, 4]);
  });
});

it('a prompt has a field for every name in it, twelve at most', () => {
  const names = Array.from({ length: 14 }, (_, n) => `{{field${n}}}`).join(' ');
  expect(promptOf(`${names} {{Odd}} {{x y}}`, 'Title', 'draft').variables).toHaveLength(12);
  expect(promptOf('No field.', 'x'.repeat(80), 'draft').title.length).toBeLessThanOrEqual(60);
});

it('the card names who found it out, by their choice', () => {
  const credit = [
    { personId: 'author', shown: true },
    { personId: 'shy', shown: false },
    { personId: 'second', shown: true },
  ];
  const names = new Map([
    ['author', 'Sam Sample'],
    ['shy', 'Kim Quiet'],
    ['second', 'Robin Example'],
  ]);
  const book = { ...aBook([{ head: { credit } }]), names };
  const rulebook = rulebookOf(someRules({ tools: [aTool('a', { internal: 'allowed' })] }), []);
  const scene = { book, rulebook, proofs: new Map(), who: owner, now: today, words: wordsFor('en') };
  expect(scenarioView(entryOf(book), scene).peopleLine).toBe('Found by Sam Sample, Robin Example');
});
