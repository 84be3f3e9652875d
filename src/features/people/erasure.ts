/** What the people's own documents, messages and the audit log hold of a person; the person themself goes with the last write. */
import { findAll, type Query, type WriteOperation } from '../../core/documents.ts';
import { type Erasing, type Erasure, neutral, removal } from '../../core/erasure.ts';
import { derivedId } from '../../core/ids.ts';
import { conversationKind, readPerson } from './documents.ts';

/** Messages to them, sent or planned. */
export const messageErasure: Erasure = {
  async *erase({ store }, personId) {
    const theirs: readonly Query[] = [
      { kind: 'sendRecord', where: [['personId', '=', personId]] },
      { kind: 'sendRecord', where: [['subject', '=', personId]] },
      { kind: 'dueItem', where: [['subject', '=', personId]] },
      { kind: 'dueItem', where: [['facts.audience', '=', personId]] },
    ];
    for (const query of theirs) for await (const document of findAll(store, query)) yield removal(document);
  },
};

/** Where they met the bot, and whom they gave something; the audit log knows. */
export const peopleErasure: Erasure = {
  stamps: ['people'],
  async *erase({ store }, personId) {
    yield* meeting({ store }, personId);
    const acted: Query = {
      kind: 'auditEntry',
      where: [
        ['actorId', '=', personId],
        ['entityType', '=', 'person'],
      ],
    };
    for await (const { body } of findAll(store, acted)) {
      const found = await store.get('person', String(Object(body).entityId));
      if (found && found.id !== personId) yield* neutral(found, personId);
    }
  },
};

/** Last of all: until then the log says what else to look at. */
export const auditErasure: Erasure = {
  written: [{ kind: 'auditEntry', author: 'actorId', fields: ['at', 'action', 'entityType', 'entityId', 'reason'] }],
  async *erase({ store }, personId) {
    for (const field of ['actorId', 'entityId'])
      for await (const entry of findAll(store, { kind: 'auditEntry', where: [[field, '=', personId]] }))
        yield* neutral(entry, personId);
  },
};

/** The row of their own chat, by which the welcome is said once. */
async function* meeting({ store }: Pick<Erasing, 'store'>, personId: string): AsyncGenerator<WriteOperation> {
  const chat = (await readPerson(store, personId))?.person.chatAddress?.conversation.id;
  const id = chat && derivedId('conversation', store.tenantId, chat);
  const found = id ? await store.get(conversationKind, id) : undefined;
  if (found) yield removal(found);
}
