/** What is kept so that a step can be taken back: whatever of it names a person who is forgotten goes at once. */
import { findAll } from './documents.ts';
import { type Erasure, removal, withoutPerson } from './erasure.ts';
import { kind } from './undo.ts';

export const undoErasure: Erasure = {
  async *erase({ store }, personId) {
    // There are few: each lives for some minutes.
    for await (const document of findAll(store, { kind }))
      if (withoutPerson(document.body, personId) !== document.body) yield removal(document);
  },
};
