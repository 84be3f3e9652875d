/** A person taken out of what was brought in: the imports stay, without who did them. */
import { importKind } from '../../core/arrival.ts';
import { findAll } from '../../core/documents.ts';
import { changed, type Erasure, withoutPerson } from '../../core/erasure.ts';

export const importErasure: Erasure = {
  async *erase({ store }, personId) {
    for (const field of ['createdBy', 'updatedBy'])
      for await (const document of findAll(store, { kind: importKind, where: [[field, '=', personId]] }))
        yield changed(document, Object(withoutPerson(document.body, personId)));
  },
};
