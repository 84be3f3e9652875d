/** What the handlers of this feature share: the warm book, its search index, and cards kept as ready text. */
import type { Card } from '../../core/card.ts';
import type { KeyedHash } from '../../core/ids.ts';
import { placeOf } from '../../core/place.ts';
import { ready } from '../../core/ready.ts';
import type { Rulebook } from '../../core/rulebook.ts';
import type { Runs } from '../../core/runs.ts';
import type { Search, SearchIndex } from '../../core/search.ts';
import { dayOf } from '../../core/time.ts';
import type { Result, Turn } from '../../core/turn.ts';
import { warm } from '../../core/warm.ts';
import { type Book, type Entry, type Identified, roleNamed } from './book.ts';
import { resultCard } from './cards/result.card.ts';
import { scenarioCard } from './cards/scenario.card.ts';
import { loadBook } from './documents.ts';
import type { Role } from './model.ts';
import { badgeOf, type ProofDeps, proofsNow } from './proven.ts';
import type { Reader } from './ranking.ts';
import { searchable } from './searchable.ts';
import { insteadOf, isGone } from './sight.ts';
import { forLine, resultView, type Scene, scenarioView } from './view.ts';
import { departmentOf } from './visibility.ts';

export interface PlaybookDeps extends ProofDeps {
  readonly search: Search;
  readonly rules: (turn: Pick<Turn, 'store' | 'stamp'>) => Promise<Rulebook>;
  /** Rows for a question about a tool, shown above the scenarios; empty when no tool is named. */
  readonly verdictRows: (turn: Turn, text: string) => Promise<readonly Result[]>;
  readonly hash: KeyedHash;
  /** Records of runs: a prompt that leaves begins one. */
  readonly runs: () => Pick<Runs, 'begin' | 'isTimed' | 'open'>;
}

export interface Shelf {
  readonly deps: PlaybookDeps;
  warmUp(tenant: Pick<Turn, 'store' | 'stamp'>): Promise<void>;
  scene(turn: Turn): Promise<Scene>;
  index(turn: Turn, scene: Scene): Promise<SearchIndex>;
  result(turn: Turn, entry: Entry, scene: Scene): Result;
  /** The card with everything, for where the turn stands. */
  whole(turn: Turn, entry: Entry, scene: Scene): Card;
}

export function shelf(deps: PlaybookDeps): Shelf {
  const books = warm(loadBook);
  const results = ready<Result>(({ card }) => card.json.length);
  const cards = ready<Card>((card) => card.json.length);
  type Tenant = Pick<Turn, 'store' | 'stamp'>;
  const library = async ({ store, stamp }: Tenant) => {
    const [book, rulebook] = await Promise.all([books.at(store, stamp.content), deps.rules({ store, stamp })]);
    return { book, rulebook };
  };
  const index = ({ store, stamp }: Tenant, { book, rulebook }: Pick<Scene, 'book' | 'rulebook'>) =>
    deps.search.index(store.tenantId, stamp.content, () =>
      [...book.entries.values()].map((entry) => document(entry, book, rulebook)),
    );
  return {
    deps,
    warmUp: async (tenant) => void (await index(tenant, await library(tenant))),
    async scene(turn) {
      const { who, now, words } = turn;
      const [known, proofs] = await Promise.all([library(turn), proofsNow(deps, turn)]);
      return { ...known, proofs, who, now, words };
    },
    index,
    result: (turn, entry, scene) =>
      results(`${aspect(turn, scene)}/${proofKey(entry, scene)}/${entry.id}`, () => ({
        title: entry.contract.title,
        text: forLine(entry, scene),
        card: resultCard.render(resultView(entry, scene), turn.words, 'anywhere'),
      })),
    whole: (turn, entry, scene) =>
      cards(`${aspect(turn, scene)}/${proofKey(entry, scene)}/${placeOf(turn)}/${entry.id}`, () =>
        scenarioCard.render(scenarioView(entry, scene), turn.words, placeOf(turn)),
      ),
  };
}

/** What a card says of how it has proved itself. */
const proofKey = (entry: Entry, { proofs }: Scene): string =>
  proofs.has(entry.id) ? JSON.stringify([badgeOf(entry, proofs), proofs.get(entry.id)?.measured]) : '';

const aspects = new WeakMap<Scene, string>();

/** All that a card depends on beside its scenario: readers of one kind share the ready text. */
function aspect({ who, stamp, words, now }: Turn, scene: Scene): string {
  const known = aspects.get(scene);
  if (known !== undefined) return known;
  const departmentId = departmentOf(who, scene.book);
  const kind = scene.rulebook.readerKind({ roleIds: who.roleIds, ...(departmentId ? { departmentId } : {}) });
  const made = [who.tenantId, stamp.content, stamp.tools, dayOf(now), words.language, kind].join('/');
  aspects.set(scene, made);
  return made;
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
    formerTitles: formerTitles(book).get(id) ?? [],
    id,
    revision,
    roleNames: roles,
    workflowName: workflow.name,
    departmentName: department.name,
    toolNames,
  });
};

const former = new WeakMap<Book, Map<string, string[]>>();

/** Titles of retired scenarios, by what replaced them: who searches for the old one finds the new one. */
function formerTitles(book: Book): ReadonlyMap<string, readonly string[]> {
  const known = former.get(book) ?? new Map<string, string[]>();
  if (former.has(book)) return known;
  for (const entry of book.entries.values()) {
    const next = isGone(entry) ? insteadOf(entry, book, (other) => !isGone(other)) : undefined;
    if (next) known.set(next.id, [...(known.get(next.id) ?? []), entry.contract.title]);
  }
  former.set(book, known);
  return known;
}

/** Reader for ranking: the role named in the search counts, else the person's own. */
export function readerOf(turn: Turn, { book, proofs }: Pick<Scene, 'book' | 'proofs'>, roleWords = ''): Reader {
  const named: Identified<Role> | undefined = roleNamed(book, roleWords);
  const proven = [...proofs.keys()].filter((id) => {
    const entry = book.entries.get(id);
    return entry && badgeOf(entry, proofs).kind === 'proven';
  });
  return {
    ...{ who: turn.who, roleIds: named ? [named.id] : turn.who.roleIds, now: turn.now },
    proven: new Set(proven),
  };
}
