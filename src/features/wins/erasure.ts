/** A person taken out of the wins: what they told stays without their name, what was offered to them goes. */
import { findAll } from '../../core/documents.ts';
import { type Erasure, neutral, removal } from '../../core/erasure.ts';
import type { KeyedHash } from '../../core/ids.ts';
import { repostOperation } from '../../core/post.ts';
import { personKeyOf } from '../../core/run.ts';
import { askKind, kind } from './documents.ts';
import { win } from './model.ts';
import { offerKind } from './next.ts';
import { postKind } from './post.ts';

export const winErasure = (hash: KeyedHash): Erasure => ({
  written: [{ kind, author: 'authorId', fields: ['story', 'state', 'scenarioId', 'createdAt', 'sharedAt'] }],
  async *erase({ store, now }, personId) {
    for await (const offer of findAll(store, { kind: offerKind, where: [['personId', '=', personId]] }))
      yield removal(offer);
    const key = personKeyOf(hash, { tenantId: store.tenantId, personId });
    for await (const ask of findAll(store, { kind: askKind, where: [['personKey', '=', key]] })) yield removal(ask);
    for await (const document of findAll(store, { kind })) {
      const operations = neutral(document, personId);
      yield* operations;
      if (operations.length > 0 && win.parse(document.body).communityIds.length > 0)
        yield repostOperation(now, postKind, document.id);
    }
  },
});
