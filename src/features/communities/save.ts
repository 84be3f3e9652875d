/** A change of a community, for one write: the document, its audit entries, and the digest that hangs on it. */
import type { TenantStore, WriteOperation } from '../../core/documents.ts';
import type { Turn } from '../../core/turn.ts';
import { planOperations } from './digest-plan.ts';
import { auditOf, type Event, kind, type Loaded } from './documents.ts';
import { type Community, community } from './model.ts';

/** Who changes something, when, and in which store. */
export type Acting = Pick<Turn, 'now' | 'requestId'> & {
  readonly store: TenantStore;
  readonly who: Pick<Turn['who'], 'personId'>;
};

export const bySystem = ({ store, now, requestId }: Acting): Acting => ({
  ...{ store, now, requestId },
  who: { personId: 'system' },
});

export interface Change {
  readonly loaded: Loaded;
  readonly next: Community;
  readonly events: readonly Event[];
}

export async function changeOperations(
  acting: Acting,
  { loaded: { id, version }, next, events }: Change,
): Promise<WriteOperation[]> {
  const { store, now, who } = acting;
  // What the system does to it makes it no less what a person wrote.
  const by = who.personId === 'system' ? next.updatedBy : who.personId;
  const body = community.parse({ ...next, updatedAt: now.toISOString(), updatedBy: by });
  return [
    { op: 'replace', kind, id, version, body },
    ...events.map((event) => auditOf(acting, id, event)),
    ...(await planOperations(store, { id, community: body, now })),
  ];
}

const mostTries = 4;

/** One write for each community that has something to change; whoever came in between is met with what stands then. */
export async function changeEach(acting: Acting, load: () => Promise<readonly Change[]>): Promise<void> {
  for (let tries = 0; tries < mostTries; tries++) {
    const changes = await load();
    if (changes.length === 0) return;
    for (const change of changes) await acting.store.write(await changeOperations(acting, change));
  }
}
