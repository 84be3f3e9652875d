/** What office hours ask of the playbook: scenarios that did not work for people, and a draft of one to be begun. */
import type { WriteOperation } from '../../core/documents.ts';
import type { Turn } from '../../core/turn.ts';
import type { LifeDesk } from './life-desk.ts';
import { before } from './scenario-before.ts';
import { eventOperations } from './scenario-events.ts';
import { refusalBy, refusalOf } from './scenario-rules.ts';
import type { Scene } from './view.ts';
import { isFindable } from './visibility.ts';

export interface Weak {
  readonly id: string;
  readonly title: string;
}

/** Those that this reader may see and whose check was asked for by people; no department named means all. */
export const weakScenarios = ({ book, who, now }: Scene, departmentIds: readonly string[]): Weak[] =>
  [...book.entries.values()]
    .filter(({ head }) => head.state === 'dueForReview' && head.checkReasons.some(isOfPeople))
    .filter(({ department }) => departmentIds.length === 0 || departmentIds.includes(department.id))
    .filter((entry) => isFindable(entry, who, book, now))
    .map(({ id, contract }) => ({ id, title: contract.title }))
    .toSorted((a, b) => a.title.localeCompare(b.title));

const isOfPeople = ({ kind }: { readonly kind: string }): boolean => kind === 'stuck' || kind === 'flag';

export type DraftStarted =
  | { readonly kind: 'ok'; readonly operations: readonly WriteOperation[] }
  /** Somebody has begun one already. */
  | { readonly kind: 'begun' }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'missing' };

/** For the write of what asked for it. */
export async function startDraft(desk: LifeDesk, turn: Turn, scenarioId: string): Promise<DraftStarted> {
  const at = scenarioId ? await before(desk, turn, scenarioId) : undefined;
  if (!at) return { kind: 'missing' };
  const { head } = at.loaded;
  if (refusalBy(head, 'startEdit', at.actor)) return { kind: 'forbidden' };
  if (head.draftVersion !== undefined && head.state !== 'retired') return { kind: 'begun' };
  if (refusalOf(head, 'startEdit', at.actor, turn.now)) return { kind: 'missing' };
  return { kind: 'ok', operations: await eventOperations({ at, event: { name: 'startEdit' } }) };
}
