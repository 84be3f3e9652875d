/** A person taken out of the tool requests: what they asked for stays and counts, without their name. */
import {
  findAll,
  type Query,
  type StoredDocument,
  type TenantStore,
  type WriteOperation,
} from '../../core/documents.ts';
import { changed, type Erasure, neutral, withoutPerson } from '../../core/erasure.ts';
import { movedDue } from '../../core/working-time.ts';
import { kind } from './documents.ts';
import { type ToolRequest, toolRequest } from './model.ts';

const requested = [
  'toolName',
  'need',
  'dataClassId',
  'outputAffects',
  'reversible',
  'accountKind',
  'state',
  'createdAt',
];

export const requestErasure: Erasure = {
  written: [{ kind, author: 'requesterId', fields: requested }],
  async *erase({ store, now }, personId) {
    const seen = new Set<string>();
    for await (const document of touched(store, personId)) {
      if (seen.has(document.id)) continue;
      seen.add(document.id);
      yield* withoutThem(document, personId, now);
    }
  },
};

/** Asked for or taken on by them, and by the audit log whatever else they did to one. */
async function* touched(store: TenantStore, personId: string): AsyncGenerator<StoredDocument> {
  for (const field of ['requesterId', 'assigneeId']) yield* findAll(store, { kind, where: [[field, '=', personId]] });
  for (const field of ['supporterIds', 'satisfiedIds'])
    yield* findAll(store, { kind, where: [[field, 'contains', personId]] });
  const acted: Query = {
    kind: 'auditEntry',
    where: [
      ['actorId', '=', personId],
      ['entityType', '=', kind],
    ],
  };
  for await (const { body } of findAll(store, acted)) {
    const found = await store.get(kind, String(Object(body).entityId));
    if (found) yield found;
  }
}

function withoutThem(document: StoredDocument, personId: string, now: Date): WriteOperation[] {
  const request = toolRequest.parse(document.body);
  const left = unassigned(goingOn(request, personId, now), personId);
  if (left === request) return neutral(document, personId);
  return [changed(document, toolRequest.parse(withoutPerson(left, personId)))];
}

/** Nobody can reply in their place: it goes on without, the time of waiting given back. */
function goingOn(request: ToolRequest, personId: string, now: Date): ToolRequest {
  if (request.requesterId !== personId || request.state !== 'needsInfo') return request;
  const { clockStoppedAt, ...rest } = request;
  const dueAt = clockStoppedAt ? movedDue(request.dueAt, clockStoppedAt, now) : request.dueAt;
  return { ...rest, state: 'inReview', dueAt };
}

function unassigned(request: ToolRequest, personId: string): ToolRequest {
  if (request.assigneeId !== personId) return request;
  const { assigneeId: _, ...rest } = request;
  return rest;
}
