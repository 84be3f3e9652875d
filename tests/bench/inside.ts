/** Figures taken in this process: cards, the search index, the store, and what a turn asks of the store. */
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { readConfig } from '../../src/config.ts';
import { systemClock } from '../../src/core/clock.ts';
import type { TenantStore } from '../../src/core/documents.ts';
import { silentLog } from '../../src/core/log.ts';
import type { SearchDocument } from '../../src/core/search.ts';
import { loadRules } from '../../src/features/guardrails/documents.ts';
import { rulebookOf } from '../../src/features/guardrails/rulebook.ts';
import type { Book, Entry } from '../../src/features/playbook/book.ts';
import { scenarioCard } from '../../src/features/playbook/cards/scenario.card.ts';
import { resultCard } from '../../src/features/playbook/cards/result.card.ts';
import { loadBook } from '../../src/features/playbook/documents.ts';
import { searchable } from '../../src/features/playbook/searchable.ts';
import { resultView, type Scene, scenarioView } from '../../src/features/playbook/view.ts';
import { createSearch } from '../../src/search/search.ts';
import { startServer } from '../../src/server.ts';
import { openSqlite } from '../../src/stores/sqlite.ts';
import { wordsFor } from '../../src/text/words.ts';
import { countingStore } from './counting-store.ts';
import { faultOf, load } from './load.ts';
import { invokeActivity, queryActivity, target } from './requests.ts';
import { queries } from './seed.ts';

/** Microseconds of one call, the median of several runs. */
export function microseconds(work: (at: number) => unknown, calls: number, runs = 9): number[] {
  for (let at = 0; at < calls; at++) work(at);
  return Array.from({ length: runs }, () => {
    const began = performance.now();
    for (let at = 0; at < calls; at++) work(at);
    return ((performance.now() - began) * 1_000) / calls;
  });
}
