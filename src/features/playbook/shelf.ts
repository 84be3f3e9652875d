/** What the handlers of this feature share: the warm book, its search index, and cards kept as ready text. */
import type { Card } from '../../core/card.ts';
import type { KeyedHash } from '../../core/ids.ts';
import type { Rulebook } from '../../core/rulebook.ts';
import type { Search, SearchIndex } from '../../core/search.ts';
import type { Result, Turn } from '../../core/turn.ts';
import { warm } from '../../core/warm.ts';
import { type Book, type Entry, type Identified, roleNamed } from './book.ts';
import { resultCard } from './cards/result.card.ts';
import { loadBook } from './documents.ts';
import type { Role } from './model.ts';
import type { Reader } from './ranking.ts';
import { searchable } from './searchable.ts';
import { forLine, resultView, type Scene } from './view.ts';
import { departmentOf } from './visibility.ts';

export interface PlaybookDeps {
  readonly search: Search;
  readonly rules: (turn: Pick<Turn, 'store' | 'stamp'>) => Promise<Rulebook>;
  /** Rows for a question about a tool, shown above the scenarios; empty when no tool is named. */
  readonly verdictRows: (turn: Turn, text: string) => Promise<readonly Result[]>;
  readonly hash: KeyedHash;
}

export interface Shelf {
  readonly deps: PlaybookDeps;
  scene(turn: Turn): Promise<Scene>;
  index(turn: Turn, scene: Scene): Promise<SearchIndex>;
  result(turn: Turn, entry: Entry, scene: Scene): Result;
}

export function shelf(deps: PlaybookDeps): Shelf {
  const books = warm(loadBook);
  const ready = readyCards();
  return {
    deps,
    async scene({ store, stamp, who, now, words }) {
      const [book, rulebook] = await Promise.all([books.at(store, stamp.content), deps.rules({ store, stamp })]);
      return { book, rulebook, who, now, words };
    },
    index: ({ who, stamp }, { book, rulebook }) =>
      deps.search.index(who.tenantId, stamp.content, () =>
        [...book.entries.values()].map((entry) => document(entry, book, rulebook)),
      ),
    result(turn, entry, scene) {
      const { who, stamp, words, now } = turn;
      const key = [
        who.tenantId,
        stamp.content,
        stamp.tools,
        now.toISOString().slice(0, 10),
        entry.id,
        words.language,
        departmentOf(who, scene.book),
        ...who.roleIds,
      ].join('/');
      const card = ready(key, () => resultCard.render(resultView(entry, scene), words, 'anywhere'));
      return { title: entry.contract.title, text: forLine(entry, scene), card };
    },
  };
}

const document = (entry: Entry, book: Book, rulebook: Rulebook) => {
  const { contract, workflow, department, id, revision } = entry;
  const roles = contract.roleIds.flatMap((roleId) => {
    const role = book.roles.get(roleId);
    return role ? [role.name, ...role.aliases] : [];
  });
  const toolNames = contract.toolIds.map((toolId) => rulebook.tool(toolId)?.name ?? '');
  return searchable({
    ...contract,
    id,
    revision,
    roleNames: roles,
    workflowName: workflow.name,
    departmentName: department.name,
    toolNames,
  });
};

/** Reader for ranking: the role named in the search counts, else the person's own. */
export function readerOf(turn: Turn, book: Book, roleWords = ''): Reader {
  const named: Identified<Role> | undefined = roleNamed(book, roleWords);
  return { who: turn.who, roleIds: named ? [named.id] : turn.who.roleIds, now: turn.now };
}

const maxReadyBytes = 16_000_000;

/** Expanded cards kept as text, bounded in bytes; the oldest go first. */
function readyCards(): (key: string, make: () => Card) => Card {
  const kept = new Map<string, Card>();
  let bytes = 0;
  return (key, make) => {
    const known = kept.get(key);
    if (known) return known;
    const card = make();
    kept.set(key, card);
    bytes += card.json.length + key.length;
    for (const [oldest, { json }] of kept) {
      if (bytes <= maxReadyBytes) break;
      kept.delete(oldest);
      bytes -= json.length + oldest.length;
    }
    return card;
  };
}
