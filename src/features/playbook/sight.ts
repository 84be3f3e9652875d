/** What a reader is told of a scenario that is not open to them, on every surface alike. */
import { clause } from '../../core/verdict-lines.ts';
import type { Book, Entry } from './book.ts';
import type { Scene } from './view.ts';
import { isFindable, type Sight, sightOfScenario } from './visibility.ts';

/** The scenario, if search and lists show it to this reader. */
export function visible(scene: Scene, scenarioId: string): Entry | undefined {
  const entry = scene.book.entries.get(scenarioId);
  return entry && isFindable(entry, scene.who, scene.book, scene.now) ? entry : undefined;
}

/** Old cards and links still name it: they say so, and what replaces it. */
export const isRetired = (entry: Entry | undefined): boolean => entry !== undefined && isGone(entry);

const longestChain = 5;

/** What replaces a retired scenario, or the workflow it went with: the first of them that `isOpen`, however often it was replaced. */
export function insteadOf(
  entry: Entry,
  book: Book,
  isOpen: (entry: Entry) => boolean,
  left = longestChain,
): Entry | undefined {
  const { replacementId } = entry.head.retired ?? entry.workflow.retired ?? {};
  const next =
    replacementId === undefined ? undefined : (book.entries.get(replacementId) ?? firstIn(book, replacementId));
  if (!next || left === 0) return undefined;
  return isOpen(next) ? next : insteadOf(next, book, isOpen, left - 1);
}

/** Where a workflow begins. */
const firstIn = ({ entries }: Book, workflowId: string): Entry | undefined =>
  [...entries.values()]
    .filter(({ workflow, head }) => workflow.id === workflowId && head.state !== 'retired')
    .toSorted((a, b) => a.head.stepOrder - b.head.stepOrder || a.contract.title.localeCompare(b.contract.title))[0];

/** It, or the workflow that it belongs to, is no longer used. */
export const isGone = ({ head, workflow }: Entry): boolean => head.state === 'retired' || workflow.stage === 'retired';

const neutralSights: Partial<Record<Sight, string>> = {
  preparing: 'preparing',
  inPilot: 'inPilot',
  otherDepartment: 'otherDepartment',
};

export interface Neutral {
  readonly heading: string;
  readonly text: string;
  /** What replaces a retired one, as far as this reader may see that. */
  readonly instead?: Entry;
}

/** No title and no content: how far the work on it is, and for a retired one what replaces it. Undefined when it is open. */
export function neutralOf(entry: Entry, scene: Scene): Neutral | undefined {
  const { words, who, book } = scene;
  const sight = sightOfScenario(entry, who, book);
  if (sight === 'full') return undefined;
  const word = neutralSights[sight];
  if (word) return { heading: words(`scenario.sight.${word}`), text: words('scenario.sight.note') };
  const retired = entry.head.retired ?? entry.workflow.retired;
  const instead = insteadOf(entry, book, ({ id }) => visible(scene, id) !== undefined);
  const text = words(instead ? 'scenario.retired' : 'scenario.retiredAlone', {
    reason: instead ? clause(retired?.reason ?? '') : (retired?.reason ?? ''),
    replacement: instead?.contract.title ?? '',
  });
  return { heading: words('scenario.sight.retired'), text, ...(instead ? { instead } : {}) };
}
