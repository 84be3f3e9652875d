/** A person taken out of the playbook: what they used goes, what they wrote or own stays without their name. */
import { findAll, type Query, type StoredDocument, type WriteOperation } from '../../core/documents.ts';
import { changed, type Erasure, neutral, removal, withoutPerson } from '../../core/erasure.ts';

/** Private to the person. */
const own = ['personScenario', 'variant'];
/** Small ones are read whole. Contracts and packs are long, and name nobody but who wrote them. */
const heads = ['department', 'workflow', 'role', 'scenario'];
const texts = ['scenarioVersion', 'pack'];

export const useErasure: Erasure = {
  async *erase({ store }, personId) {
    for (const kind of own)
      for await (const document of findAll(store, { kind, where: [['personId', '=', personId]] }))
        yield removal(document);
  },
};

/** Events whose record says who answers for something now, and who did before. */
const naming = Object.entries({ scenario: ['name'], workflow: ['edit', 'pilotStarted', 'gateScale'] }).flatMap(
  ([kind, events]) => events.map((event) => `${kind}.${event}`),
);

export const contentErasure: Erasure = {
  stamps: ['content'],
  async *erase({ store }, personId) {
    for await (const entry of findAll(store, { kind: 'auditEntry', where: [['action', 'in', naming]] }))
      yield* neutral(entry, personId);
    const theirs = texts.flatMap((kind) =>
      ['createdBy', 'updatedBy', 'publishedBy'].map((field): Query => ({ kind, where: [[field, '=', personId]] })),
    );
    for (const query of [...heads.map((kind): Query => ({ kind })), ...theirs])
      for await (const document of findAll(store, query)) yield* withoutThem(document, personId);
  },
};

/** Who owns or reviews: nobody now, which the playbook shows; a list of members is one shorter. */
const seats = new Set(['ownerId', 'hrLeadId', 'reviewerId']);

function withoutThem(document: StoredDocument, personId: string): WriteOperation[] {
  const body = Object(document.body);
  const left = Object.entries(body).flatMap(([key, value]): (readonly [string, unknown])[] => {
    if (seats.has(key) && value === personId) return [];
    // A signature of somebody who is gone is none.
    if (key === 'signing' && withoutPerson(value, personId) !== value) return [];
    const isRoster = key === 'pilotMemberIds' && Array.isArray(value) && value.includes(personId);
    return [[key, isRoster ? value.filter((id) => id !== personId) : withoutPerson(value, personId)]];
  });
  const isSame = left.length === Object.keys(body).length && left.every(([key, value]) => value === body[key]);
  return isSame ? [] : [changed(document, Object.fromEntries(left))];
}
