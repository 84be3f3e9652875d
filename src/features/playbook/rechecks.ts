/** Scenarios that are sent to a check because of something outside them, and those that still wait for it (product 7.2). */
import { audited } from '../../core/audit.ts';
import type { WriteOperation } from '../../core/documents.ts';
import type { Turn } from '../../core/turn.ts';
import type { Book } from './book.ts';
import { type Scenario, scenario } from './model.ts';
import type { Scene } from './view.ts';
import { isFindable } from './visibility.ts';

export interface RecheckCall {
  readonly scenarioIds: readonly string[];
  readonly kind: 'toolChange';
  readonly refId: string;
  readonly dueOn: string;
}

export interface Rechecked {
  readonly id: string;
  readonly title: string;
  readonly isSeen: boolean;
  /** Who is to look at it, where somebody is named. */
  readonly ownerId?: string;
}

const mostReasons = 20;

/** Two operations for each scenario that is live; the others are left as they are. */
export async function recheckOperations(turn: Turn, call: RecheckCall): Promise<WriteOperation[]> {
  const found = await Promise.all(call.scenarioIds.map((id) => turn.store.get('scenario', id)));
  return found.flatMap((document) => {
    const known = document && scenario.parse(document.body);
    if (!document || !known || (known.state !== 'published' && known.state !== 'dueForReview')) return [];
    const { id, version } = document;
    const body = scenario.parse(sentToCheck(turn, known, call));
    return [{ op: 'replace', kind: 'scenario', id, version, body }, auditOf(turn, id, known, call)];
  });
}

function sentToCheck({ who, now }: Turn, known: Scenario, { kind, refId, dueOn }: RecheckCall): Scenario {
  const at = now.toISOString();
  const reasons = known.checkReasons.filter((each) => each.refId !== refId);
  return {
    ...known,
    state: 'dueForReview',
    // Due sooner already: that stands.
    reviewDue: known.reviewDue && known.reviewDue < dueOn ? known.reviewDue : dueOn,
    checkReasons: [...reasons, { kind, refId, at }].slice(-mostReasons),
    ...{ updatedAt: at, updatedBy: who.personId },
  };
}

const auditOf = (turn: Turn, id: string, { state }: Scenario, { kind, refId }: RecheckCall): WriteOperation =>
  audited({
    at: turn.now.toISOString(),
    actorId: turn.who.personId,
    actorKind: turn.who.personId === 'system' ? 'system' : 'person',
    action: 'scenario.comesDue',
    ...{ entityType: 'scenario', entityId: id, requestId: turn.requestId },
    changes: { state: { before: state, after: 'dueForReview' }, [kind]: { before: '', after: refId } },
  });

/** Live scenarios that still wait for the check that this change asked for. */
export const waitingFor = ({ book, who, now }: Pick<Scene, 'book' | 'who' | 'now'>, refId: string): Rechecked[] =>
  [...book.entries.values()]
    .filter(({ head }) => head.state !== 'retired' && head.checkReasons.some((reason) => reason.refId === refId))
    .map((entry) => ({
      id: entry.id,
      title: entry.contract.title,
      isSeen: isFindable(entry, who, book, now),
      ...ownerOf(entry.head.ownerId ?? entry.workflow.ownerId),
    }))
    .toSorted((a, b) => a.title.localeCompare(b.title));

const ownerOf = (ownerId: string | undefined) => (ownerId ? { ownerId } : {});

/** Departments, roles and the workflows that this reader may see, by id. */
export const scopeNamesOf = (book: Book, isSeen: (workflowId: string) => boolean): ReadonlyMap<string, string> =>
  new Map([
    ...[...book.departments.values()].map(({ id, name }) => [id, name] as const),
    ...[...book.roles.values()].map(({ id, name }) => [id, name] as const),
    ...[...book.workflows.values()].filter(({ id }) => isSeen(id)).map(({ id, name }) => [id, name] as const),
  ]);
