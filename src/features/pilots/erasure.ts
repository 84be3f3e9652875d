/** A person taken out of the pilots: their place goes, and what they led or signed stays without their name (product 7.9). */
import { findAll } from '../../core/documents.ts';
import { changed, type Erasure, neutral, withoutPerson } from '../../core/erasure.ts';
import { kind } from './documents.ts';
import { type Pilot, pilot } from './model.ts';

const aboutOthers = ['addPerson', 'removePerson', 'sendBack'].map((event) => `${kind}.${event}`);

export const pilotErasure: Erasure = {
  written: [{ kind, author: 'createdBy', fields: ['name', 'goal', 'targets', 'createdAt'] }],
  async *erase({ store }, personId) {
    for await (const entry of findAll(store, { kind: 'auditEntry', where: [['action', 'in', aboutOthers]] }))
      yield* neutral(entry, personId);
    for await (const document of findAll(store, { kind })) {
      const before = pilot.parse(document.body);
      const after = withoutPerson(withoutPlace(before, personId), personId);
      if (after !== before) yield changed(document, pilot.parse(after));
    }
  },
};

/** A signature of somebody who is gone is none. */
function withoutPlace(body: Pilot, personId: string): Pilot {
  const { signing, ...rest } = body;
  const isSigner = signing?.by === personId;
  const roster = body.roster.filter((place) => place.personId !== personId);
  if (!isSigner && roster.length === body.roster.length) return body;
  return { ...rest, roster, ...(signing && !isSigner ? { signing } : {}) };
}
