/** Flags in the store: found, read by whom they concern, changed with their audit entries. */
import { type AuditFacts, audited } from '../../core/audit.ts';
import type { StoredDocument, TenantStore, WriteOperation } from '../../core/documents.ts';
import type { KeyedHash } from '../../core/ids.ts';
import { parsedOnce } from '../../core/parsed.ts';
import { holds } from '../../core/person.ts';
import type { Turn } from '../../core/turn.ts';
import type { Actor, EventName } from './lifecycle.ts';
import { type Flag, flag } from './model.ts';

export interface Loaded {
  readonly id: string;
  readonly version: string;
  readonly flag: Flag;
}

const read = parsedOnce((body) => flag.parse(body));

export const loadedOf = (document: StoredDocument): Loaded => ({
  id: document.id,
  version: document.version,
  flag: read(document),
});

export async function loadFlag(store: TenantStore, id: string): Promise<Loaded | undefined> {
  const found = await store.get('flag', id);
  return found && loadedOf(found);
}

/** The sealed reporter's document: nobody can list them, only who asked can ask "is it mine". */
export const reporterId = (hash: KeyedHash, flagId: string, personId: string): string =>
  hash('flagReporter', flagId, personId);

interface ActorDeps {
  readonly hash: KeyedHash;
  /** Who owns or wrote what the flag is about. */
  readonly makers: (turn: Turn, flag: Flag) => Promise<readonly string[]>;
}

export async function actorOf({ hash, makers }: ActorDeps, turn: Turn, { id, flag }: Loaded): Promise<Actor> {
  const { who, store } = turn;
  const sealed = flag.anonymous ? await store.get('flagReporter', reporterId(hash, id, who.personId)) : undefined;
  return {
    personId: who.personId,
    isReporter: flag.reporterId === who.personId || sealed !== undefined,
    isReviewer: holds(who, ['manager', 'hrLead'], flag.scope.departmentId),
    isGovernance: holds(who, ['governance']),
    isHrLead: holds(who, ['hrLead']),
    isAuthor: (await makers(turn, flag)).includes(who.personId),
  };
}

/** The fixed row that keeps a person from flagging one item twice; it goes when the flag closes. */
export function guardId(hash: KeyedHash, personId: string, context: Flag['context']): string | undefined {
  const { scenarioId, toolId, dataClassId } = context;
  if (!scenarioId && !(toolId && dataClassId)) return undefined;
  return hash('one', 'flag', personId, scenarioId ?? '', toolId ?? '', dataClassId ?? '');
}

/** How many a person sent on a day, counted without saying who. */
export const tallyId = (hash: KeyedHash, personId: string, day: string): string => hash('flagDay', personId, day);

/** The guard row of a flag whoever asked it, for jobs that do not know its reporter. */
export async function guardOfFlag(store: TenantStore, flagId: string): Promise<WriteOperation[]> {
  const { items } = await store.find({ kind: 'guard', where: [['flagId', '=', flagId]], limit: 1 });
  return items.map(({ id, version }) => ({ op: 'remove', kind: 'guard', id, version }));
}

export type AuditEvent = EventName | 'undo' | 'noReply' | 'closed' | 'propose' | 'confirm';

export interface Changed {
  readonly loaded: Loaded;
  readonly flag: Flag;
  readonly events: readonly AuditEvent[];
  /** Hides who acted: the reporter of an anonymous flag. */
  readonly isSealed: boolean;
}

/** The change and its audit entries, for one batch. */
export function changeOperations(turn: Turn, { loaded, flag: body, events, isSealed }: Changed): WriteOperation[] {
  const audit = events.map((event, n) =>
    auditOf(turn, loaded.id, event, {
      changes: n === events.length - 1 ? { state: { before: loaded.flag.state, after: body.state } } : {},
      isSealed,
    }),
  );
  return [{ op: 'replace', kind: 'flag', id: loaded.id, version: loaded.version, body: flag.parse(body) }, ...audit];
}

export const auditOf = (
  turn: Turn,
  flagId: string,
  event: AuditEvent,
  { changes = {}, isSealed = false }: { changes?: AuditFacts['changes']; isSealed?: boolean } = {},
): WriteOperation =>
  audited({
    at: turn.now.toISOString(),
    actorId: isSealed ? 'system' : turn.who.personId,
    actorKind: isSealed ? 'system' : 'person',
    action: `flag.${event}`,
    entityType: 'flag',
    entityId: flagId,
    changes,
    requestId: isSealed ? 'sealed' : turn.requestId,
  });
