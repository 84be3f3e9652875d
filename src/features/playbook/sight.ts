/** What a reader is told of a scenario that is not open to them, on every surface alike. */
import { clause } from '../../core/verdict-lines.ts';
import type { Entry } from './book.ts';
import type { Scene } from './view.ts';
import { isFindable, type Sight, sightOfScenario } from './visibility.ts';

/** The scenario, if search and lists show it to this reader. */
export function visible(scene: Scene, scenarioId: string): Entry | undefined {
  const entry = scene.book.entries.get(scenarioId);
  return entry && isFindable(entry, scene.who, scene.book, scene.now) ? entry : undefined;
}

/** Old cards and links still name it: they say so, and what replaces it. */
export const isRetired = (entry: Entry | undefined): boolean => entry?.head.state === 'retired';

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
  const instead = visible(scene, retired?.replacementId ?? '');
  const text = words(instead ? 'scenario.retired' : 'scenario.retiredAlone', {
    reason: instead ? clause(retired?.reason ?? '') : (retired?.reason ?? ''),
    replacement: instead?.contract.title ?? '',
  });
  return { heading: words('scenario.sight.retired'), text, ...(instead ? { instead } : {}) };
}
