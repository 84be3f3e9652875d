/** The rule for taking a pilot into the department, item by item (product 6.6, "Scale rule"). Pure. */
import { removedId } from '../../core/erasure.ts';
import type { PlannedScenario } from '../../core/playbook-view.ts';
import type { PilotFacts } from './bounds.ts';
import type { OpenQuestions } from './desk.ts';
import type { Pilot } from './model.ts';

export const checkItems = ['live', 'inDate', 'good', 'guide', 'held', 'questions', 'decisions', 'owner'] as const;
export type CheckItem = (typeof checkItems)[number];

export interface Check {
  readonly item: CheckItem;
  readonly ok: boolean;
  /** What is not as it should be: titles of scenarios, or how many. */
  readonly titles: readonly string[];
  readonly count: number;
}

export function checklistOf(
  pilot: Pilot,
  { workflow }: PilotFacts,
  questions: Pick<OpenQuestions, 'serious' | 'undecided'>,
): Check[] {
  const found = pilot.scenarioIds.map((id) => workflow?.scenarios.find((each) => each.id === id));
  const live = found.flatMap((scenario) => (scenario ? [scenario] : []));
  const missing = found.length - live.length;
  const each = (item: CheckItem, isFine: (scenario: PlannedScenario) => boolean): Check => {
    const titles = live.filter((scenario) => !isFine(scenario)).map(({ title }) => title);
    return { item, ok: titles.length === 0, titles, count: titles.length };
  };
  const counted = (item: CheckItem, count: number): Check => ({ item, ok: count === 0, titles: [], count });
  return [
    counted('live', live.length === 0 ? Math.max(missing, 1) : missing),
    each('inDate', ({ isInDate }) => isInDate),
    each('good', ({ hasGood }) => hasGood),
    each('guide', ({ hasGuide }) => hasGuide),
    each('held', ({ isHeld }) => !isHeld),
    counted('questions', questions.serious),
    counted('decisions', questions.undecided),
    counted('owner', pilot.ownerId === removedId ? 1 : 0),
  ];
}

export const isAllFine = (checks: readonly Check[]): boolean => checks.every(({ ok }) => ok);
