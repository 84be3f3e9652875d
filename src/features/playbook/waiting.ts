/** What the rules ask of the playbook: scenarios that still wait for a check, and the names of what a decision is about. */
import type { Book } from './book.ts';
import { workflowViews } from './overview.ts';
import type { Scene } from './view.ts';
import { isFindable } from './visibility.ts';

export interface Waiting {
  readonly id: string;
  readonly title: string;
  readonly isSeen: boolean;
}

/** Live scenarios that still wait for the check that this change of a tool asked for. */
export const waitingFor = ({ book, who, now }: Pick<Scene, 'book' | 'who' | 'now'>, changeId: string): Waiting[] =>
  [...book.entries.values()]
    .filter(({ head }) => head.state !== 'retired' && head.checkReasons.some(({ refId }) => refId === changeId))
    .map((entry) => ({ id: entry.id, title: entry.contract.title, isSeen: isFindable(entry, who, book, now) }))
    .toSorted((a, b) => a.title.localeCompare(b.title));

/** Departments, roles and the workflows that this reader may see, by id. */
export function scopeNames(scene: Scene): ReadonlyMap<string, string> {
  const { departments, roles }: Book = scene.book;
  const seen = workflowViews(scene).filter(({ isSeen }) => isSeen);
  const named = [...departments.values(), ...roles.values(), ...seen];
  return new Map(named.map(({ id, name }) => [id, name]));
}
