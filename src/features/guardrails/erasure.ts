/** A person taken out of the rules: decisions and rules stay, with a neutral name. */
import { findAll } from '../../core/documents.ts';
import { changed, type Erasure, neutral, withoutPerson } from '../../core/erasure.ts';

const kinds = ['dataClass', 'tool', 'decision', 'guardrail', 'toolChange'];

export const rulesErasure: Erasure = {
  stamps: ['tools'],
  async *erase({ store }, personId) {
    for (const kind of kinds)
      for await (const document of findAll(store, { kind })) {
        const { ownerId, ...rest } = Object(document.body);
        // Nobody owns it now, which is not the same as somebody without a name.
        if (ownerId === personId) yield changed(document, Object(withoutPerson(rest, personId)));
        else yield* neutral(document, personId);
      }
  },
};
