/** Figures taken in this process: cards, the search index, the store. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { systemClock } from '../../src/core/clock.ts';
import type { TenantStore } from '../../src/core/documents.ts';
import type { SearchDocument } from '../../src/core/search.ts';
import type { Turn } from '../../src/core/turn.ts';
import { loadRules } from '../../src/features/guardrails/documents.ts';
import { rulebookOf } from '../../src/features/guardrails/rulebook.ts';
import { resultCard } from '../../src/features/playbook/cards/result.card.ts';
import { scenarioCard } from '../../src/features/playbook/cards/scenario.card.ts';
import { loadBook } from '../../src/features/playbook/documents.ts';
import { shelf as makeShelf } from '../../src/features/playbook/shelf.ts';
import { resultView, scenarioView } from '../../src/features/playbook/view.ts';
import { createSearch } from '../../src/search/search.ts';
import { wordsFor } from '../../src/text/words.ts';
import { microseconds, microsecondsInOne } from './clock.ts';
import { queries } from './seed.ts';

export async function cardFigures(store: TenantStore): Promise<[string, number[]][]> {
  const rulebook = rulebookOf(await loadRules(store), []);
  const { shelf, turn } = library(store, async () => rulebook);
  const scene = await shelf.scene(turn);
  const entries = [...(await loadBook(store)).entries.values()].slice(0, 50);
  const entryAt = (at: number) => entries[at % entries.length] ?? absent();
  const wholes = entries.map((entry) => scenarioView(entry, scene));
  const smalls = entries.map((entry) => resultView(entry, scene));
  const whole = (at: number) => scenarioCard.render(wholes[at % wholes.length] ?? absent(), turn.words, 'message');
  const small = (at: number) => resultCard.render(smalls[at % smalls.length] ?? absent(), turn.words, 'anywhere');
  return [
    ['P8', microsecondsInOne(2_000, small)],
    ['P8w', microsecondsInOne(2_000, whole)],
    ['P8t', microsecondsInOne(5_000, (at) => shelf.result(turn, entryAt(at), scene))],
  ];
}

const absent = (): never => {
  throw new Error('bench: the playbook is empty');
};

function library(store: TenantStore, rules: Parameters<typeof makeShelf>[0]['rules']) {
  let documents: readonly SearchDocument[] = [];
  const shelf = makeShelf({
    proofs: async () => new Map(),
    serious: async () => new Set(),
    search: {
      terms: createSearch().terms,
      async index(tenantId, number, make) {
        documents = [...make()];
        return createSearch().index(tenantId, number, () => documents);
      },
    },
    rules,
    verdictRows: async () => [],
    hash: () => '',
    runs: absent,
  });
  const turn: Turn = {
    requestId: '',
    who: { tenantId: store.tenantId, personId: '', name: '', roleIds: [], grants: [], locale: 'en', zone: 'UTC' },
    where: { surface: 'bot', conversation: 'personal', conversationId: '' },
    now: systemClock.now(),
    stamp: { content: 1, tools: 1, people: 1 },
    store,
    words: wordsFor('en'),
  };
  return { shelf, turn, documents: () => documents };
}

/** Needs `node --expose-gc` for the heap; without it that figure is left out. */
export async function searchFigures(store: TenantStore): Promise<[string, number[]][]> {
  const read = await documentsOf(store);
  const before = heap();
  const index = await createSearch().index(store.tenantId, 1, () => read);
  const used = heap() - before;
  const weigh = () => 1;
  const ask = (at: number) => index.search({ text: queries[at % queries.length] ?? '', weigh, skip: 0, take: 10 });
  const times = microsecondsInOne(queries.length, ask);
  return [['P11', times], ...(used > 0 ? [['P12', [used / read.length / 1_024]] as [string, number[]]] : [])];
}

/** In a function of its own, so that all it took is gone when it ends. */
async function documentsOf(store: TenantStore): Promise<readonly SearchDocument[]> {
  const rulebook = rulebookOf(await loadRules(store), []);
  const { shelf, turn, documents } = library(store, async () => rulebook);
  await shelf.index(turn, await shelf.scene(turn));
  return documents();
}

function heap(): number {
  globalThis.gc?.();
  return globalThis.gc ? process.memoryUsage().heapUsed : 0;
}

/** One read by its key, through the port and by the statement alone, both with the body parsed. */
export async function storeFigures(store: TenantStore, folder: string): Promise<[string, number[]][]> {
  const { items } = await store.find({ kind: 'scenarioVersion', limit: 100 });
  const ids = items.map((item) => item.id);
  const db = new DatabaseSync(join(folder, 'fieldbook.db'), { readOnly: true });
  const statement = db.prepare('SELECT version, body FROM documents WHERE tenant_id = ? AND kind = ? AND id = ?');
  const bare = (at: number) => {
    const row = statement.get(store.tenantId, 'scenarioVersion', ids[at % ids.length] ?? '');
    return JSON.parse(String(row?.body));
  };
  const ratios: number[] = [];
  for (let round = 0; round < 7; round++) {
    const ours = await microseconds(1_000, (at) => store.get('scenarioVersion', ids[at % ids.length] ?? ''), 1);
    const alone = await microseconds(1_000, bare, 1);
    ratios.push((ours[0] ?? 0) / (alone[0] ?? 1));
  }
  db.close();
  return [['P15', ratios]];
}
