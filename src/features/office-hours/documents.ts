/** Series, sessions and what belongs to them in the store: found, parsed on the way out, written with their audit entries. */
import { type AuditFacts, audited } from '../../core/audit.ts';
import type { StoredDocument, TenantStore, WriteOperation } from '../../core/documents.ts';
import { derivedId, type KeyedHash } from '../../core/ids.ts';
import { parsedOnce } from '../../core/parsed.ts';
import type { Turn } from '../../core/turn.ts';
import {
  type Outcome,
  outcome,
  type Rsvp,
  rsvp,
  type Series,
  type Session,
  series,
  session,
  type Topic,
  topic,
} from './model.ts';

/** A document with the version that a change of it must name. */
export interface Loaded<T> {
  readonly id: string;
  readonly version: string;
  readonly body: T;
}

/** As our ids are made; what a card sends may be anything. */
const idForm = /^[\w-]{1,100}$/;

const reader = <T extends object>(kind: string, parse: (body: unknown) => T) => {
  const read = parsedOnce(parse);
  const loadedOf = (document: StoredDocument): Loaded<T> => ({
    id: document.id,
    version: document.version,
    body: read(document),
  });
  return {
    loadedOf,
    async load(store: TenantStore, id: string): Promise<Loaded<T> | undefined> {
      const found = idForm.test(id) ? await store.get(kind, id) : undefined;
      return found && loadedOf(found);
    },
  };
};

export const { loadedOf: seriesOf, load: loadSeries } = reader<Series>('series', (body) => series.parse(body));
export const { loadedOf: sessionOf, load: loadSession } = reader<Session>('session', (body) => session.parse(body));
export const { loadedOf: topicOf, load: loadTopic } = reader<Topic>('topic', (body) => topic.parse(body));
export const { loadedOf: rsvpOf, load: loadRsvp } = reader<Rsvp>('rsvp', (body) => rsvp.parse(body));
export const { loadedOf: outcomeOf, load: loadOutcome } = reader<Outcome>('outcome', (body) => outcome.parse(body));

/** One occurrence, one document, whoever expands the series and however often. */
export const sessionId = (seriesId: string, localDate: string): string => derivedId('session', seriesId, localDate);

/** Keyed, since it names a person. */
export const rsvpId = (hash: KeyedHash, ofSession: string, personId: string): string =>
  hash('rsvp', ofSession, personId);

export const replaced = (kind: string, { id, version }: Loaded<unknown>, body: object): WriteOperation => ({
  op: 'replace',
  ...{ kind, id, version, body },
});

export interface Event {
  readonly entityType: 'series' | 'session' | 'topic' | 'outcome';
  readonly entityId: string;
  readonly event: string;
  readonly changes?: AuditFacts['changes'];
  readonly reason?: string;
}

/** `session.move`, by whoever acts in the turn. */
export const auditOf = (
  { who: { personId: actorId }, now, requestId }: Turn,
  { entityType, entityId, event, changes = {}, reason }: Event,
): WriteOperation =>
  audited({
    ...{ at: now.toISOString(), actorId, actorKind: actorId === 'system' ? 'system' : 'person' },
    ...{ action: `${entityType}.${event}`, entityType, entityId, changes, requestId },
    ...(reason ? { reason } : {}),
  });

/** What a session talks about, in its order. */
export async function topicsOf(store: TenantStore, ofSession: string): Promise<Loaded<Topic>[]> {
  const { items } = await store.find({ kind: 'topic', where: [['sessionId', '=', ofSession]], limit: 100 });
  return items.map(topicOf).toSorted((a, b) => a.body.order - b.body.order);
}

/** What came of a session, in the order of its recap. */
export async function outcomesOf(store: TenantStore, ofSession: string): Promise<Loaded<Outcome>[]> {
  const found = await store.get('session', ofSession);
  const ids = found ? session.parse(found.body).outcomeIds : [];
  const outcomes = await Promise.all(ids.map((id) => loadOutcome(store, id)));
  return outcomes.flatMap((each) => each ?? []);
}
