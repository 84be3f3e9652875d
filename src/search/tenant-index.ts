/** One tenant's index: brought up to date change by change, in slices that let other work in between. */
import type { SearchDocument } from '../core/search.ts';
import { Postings } from './postings.ts';

export type Documents = () => Iterable<SearchDocument>;

interface Content {
  readonly postings: Postings;
  readonly revisions: Map<string, string>;
}

export interface TenantIndex {
  /** Resolves when the index stands at this number; those who ask for the same number wait for one build. */
  at(number: number, documents: Documents): Promise<void>;
  readonly postings: Postings;
  readonly size: number;
}

/** Characters indexed before other work is let in (about 5 ms), and what a document costs that only was compared. */
const sliceOfText = 16_000;
const costOfLooking = 100;
/** Replaced and removed documents stay behind in the index; with so many of them it is built anew. */
const mostLeftBehind = 0.3;
const fewestLeftBehind = 50;

export function tenantIndex(): TenantIndex {
  let content = emptyContent();
  let standing: number | undefined;
  let waiting: Promise<void> = Promise.resolve();
  const building = new Map<number, Promise<void>>();

  const bringTo = async (number: number, documents: Documents): Promise<void> => {
    if (standing === number) return;
    const next = worn(content.postings) ? emptyContent() : content;
    standing = undefined;
    await update(next, documents);
    content = next;
    standing = number;
  };

  return {
    at(number, documents) {
      if (standing === number && building.size === 0) return waiting;
      const known = building.get(number);
      if (known) return known;
      const build = waiting.then(() => bringTo(number, documents)).finally(() => building.delete(number));
      building.set(number, build);
      waiting = build.catch(() => undefined);
      return build;
    },
    get postings() {
      return content.postings;
    },
    get size() {
      return content.revisions.size;
    },
  };
}

const emptyContent = (): Content => ({ postings: new Postings(), revisions: new Map() });

const worn = ({ deadCount, slotCount }: Postings): boolean =>
  deadCount >= fewestLeftBehind && deadCount > slotCount * mostLeftBehind;

async function update({ postings, revisions }: Content, documents: Documents): Promise<void> {
  const slice = slices();
  const seen = new Set<string>();
  for (const document of documents()) {
    seen.add(document.id);
    const known = revisions.get(document.id);
    if (known !== document.revision) {
      postings.add(document);
      revisions.set(document.id, document.revision);
    }
    if (slice.full(known === document.revision ? costOfLooking : lengthOf(document))) await otherWork();
  }
  for (const id of [...revisions.keys()].filter((each) => !seen.has(each))) {
    postings.discard(id);
    revisions.delete(id);
    if (slice.full(costOfLooking)) await otherWork();
  }
}

const lengthOf = ({ title, tags, roles, task, body }: SearchDocument): number =>
  [title, ...tags, ...roles, task, body].reduce((sum, text) => sum + text.length, costOfLooking);

function slices(): { full(cost: number): boolean } {
  let spent = 0;
  return {
    full(cost) {
      spent += cost;
      if (spent < sliceOfText) return false;
      spent = 0;
      return true;
    },
  };
}

const otherWork = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
