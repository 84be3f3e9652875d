/** A person taken out of the communities: a host less; one that is left without hosts pauses until somebody takes it. */
import { audited } from '../../core/audit.ts';
import { findAll, type WriteOperation } from '../../core/documents.ts';
import { changed, type Erasing, type Erasure, neutral, withoutPerson } from '../../core/erasure.ts';
import { actionOf, kind } from './documents.ts';
import { type Community, community } from './model.ts';
import { noHostsNotice } from './notice.ts';

export const communityErasure: Erasure = {
  written: [{ kind, author: 'createdBy', fields: ['name', 'purpose', 'createdAt'] }],
  async *erase({ store, now }, personId) {
    for await (const entry of findAll(store, { kind: 'auditEntry', where: [['action', '=', actionOf('host')]] }))
      yield* neutral(entry, personId);
    for await (const document of findAll(store, { kind })) {
      const before = community.parse(document.body);
      const without = withoutPerson(withoutHost(before, personId), personId);
      if (without === before) continue;
      const after = community.parse(without);
      yield changed(document, after);
      if (after.hostIds.length === 0 && before.hostIds.length > 0) {
        yield noHostsNotice(now, document.id);
        if (after.state !== before.state) yield pausedEntry(now, document.id);
      }
    }
  },
};

function withoutHost(before: Community, personId: string): Community {
  if (!before.hostIds.includes(personId)) return before;
  const hostIds = before.hostIds.filter((id) => id !== personId);
  return { ...before, hostIds, state: hostIds.length === 0 && before.state === 'active' ? 'paused' : before.state };
}

const pausedEntry = (now: Erasing['now'], id: string): WriteOperation =>
  audited({
    ...{ at: now.toISOString(), actorId: 'system', actorKind: 'system', action: actionOf('pause') },
    ...{ entityType: kind, entityId: id, changes: { state: { before: 'active', after: 'paused' } } },
    requestId: 'sealed',
  });
