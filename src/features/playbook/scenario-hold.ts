/** No usable tool is left: held by itself, and released by itself when one may be used again (product 7.2). */
import type { WriteOperation } from '../../core/documents.ts';
import { dueOperation } from '../../core/due-item.ts';
import { isUsable } from '../../core/rulebook.ts';
import { wordsFor } from '../../text/words.ts';
import type { Entry } from './book.ts';
import { type Scenario, scenario } from './model.ts';
import type { Scene } from './view.ts';

export const bySystem = 'system';

export type Turned = 'hold' | 'release';

/** What the rules of now make of it; undefined where all stays as it is. A hold that somebody put stays theirs. */
export function turnedBy(entry: Entry, scene: Pick<Scene, 'rulebook' | 'now'>): Turned | undefined {
  const { hold } = entry.head;
  if (hold && hold.by !== bySystem) return undefined;
  const tools = toolsOf(entry, scene);
  if (hold) return tools === 'usable' ? 'release' : undefined;
  return tools === 'gone' ? 'hold' : undefined;
}

/** `never`: nobody has decided about its tools yet, as in a playbook that was just loaded. */
function toolsOf({ contract, facts, department }: Entry, { rulebook, now }: Pick<Scene, 'rulebook' | 'now'>) {
  const { hold: _, ...free } = facts;
  const reader = { roleIds: contract.roleIds, departmentId: department.id };
  const { dataClassId } = contract;
  const answers = contract.toolIds.map((toolId) =>
    rulebook.verdict({ toolId, dataClassId, scenario: free, reader, now }),
  );
  if (answers.some(({ verdict }) => isUsable(verdict))) return 'usable';
  const isOpen = answers.every(({ reasons }) => reasons.every((each) => 'code' in each && each.code === 'undecided'));
  return isOpen && contract.publishedBy === undefined ? 'never' : 'gone';
}

/** In the language of the scenario, as everything on its card. */
export function turnedHead(head: Scenario, turned: Turned, language: string, now: Date): Scenario {
  const at = now.toISOString();
  const hold = turned === 'hold' ? { reason: wordsFor(language)('edit.hold.noTool'), by: bySystem, at } : undefined;
  return scenario.parse({ ...head, hold, updatedAt: at, updatedBy: bySystem });
}

export const holdJob = 'holdAgain';
const usefulMs = 7 * 86_400_000;

/** A held one went live with another text, and perhaps with other tools. */
export const holdCheck = (scenarioId: string, now: Date): WriteOperation =>
  dueOperation({
    ...{ job: holdJob, subject: scenarioId, occurrence: now.toISOString(), at: now },
    usefulUntil: new Date(now.getTime() + usefulMs),
  });
