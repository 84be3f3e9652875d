/** A person taken out of what they hosted: the others go on; a series without a host pauses, and its community's hosts are told. */
import {
  findAll,
  type Query,
  type StoredDocument,
  type TenantStore,
  type WriteOperation,
} from '../../core/documents.ts';
import { dueOperation, never } from '../../core/due-item.ts';
import { changed, type Erasing, type Erasure, neutral, removedId, withoutPerson } from '../../core/erasure.ts';
import { newId } from '../../core/ids.ts';
import { noticeOperation } from '../../core/notice.ts';
import { repostOperation } from '../../core/post.ts';
import { loadSeries, seriesOf, sessionOf } from './documents.ts';
import { series as seriesSchema, session as sessionSchema } from './model.ts';
import { sessionPost } from './rsvp-promote.ts';
import { hostlessNotice } from './series-notice.ts';
import { expandJob } from './series-write.ts';
import { isAhead } from './session-rules.ts';

export const seriesErasure: Erasure = {
  written: [{ kind: 'series', author: 'createdBy', fields: ['title', 'purpose', 'state', 'createdAt'] }],
  async *erase(turn, personId) {
    const { store } = turn;
    // Their sessions first: the series still says who else can run them.
    for await (const document of findAll(store, { kind: 'session', where: [['hostId', '=', personId]] }))
      yield* leftSession(turn, document, personId);
    for await (const document of findAll(store, { kind: 'series', where: [['hostIds', 'contains', personId]] }))
      yield* leftSeries(turn, document, personId);
    for await (const document of touched(store, personId)) yield* neutral(document, personId);
  },
};

async function* leftSession(
  { store, now }: Erasing,
  document: StoredDocument,
  personId: string,
): AsyncGenerator<WriteOperation> {
  const { body, id } = sessionOf(document);
  const hosts = (await loadSeries(store, body.seriesId))?.body.hostIds ?? [];
  const next = hosts.find((each) => each !== personId);
  const given = next && isAhead(body, now) ? { ...body, hostId: next } : body;
  yield changed(document, sessionSchema.parse(withoutPerson(given, personId)));
  // Their name stands on its card in a channel as well.
  yield repostOperation(now, sessionPost, id);
}

function* leftSeries({ now }: Erasing, document: StoredDocument, personId: string): Generator<WriteOperation> {
  const { body, id } = seriesOf(document);
  const hostIds = body.hostIds.filter((each) => each !== personId && each !== removedId);
  if (hostIds.length > 0) {
    yield changed(document, seriesSchema.parse(withoutPerson({ ...body, hostIds }, personId)));
    return;
  }
  const isOn = body.state === 'active';
  if (isOn) {
    yield noticeOperation(now, { kind: hostlessNotice, subject: id, isUrgent: true });
    // Its sessions go as those of any series that pauses.
    yield dueOperation({
      ...{ job: expandJob, subject: id, occurrence: `hostless/${newId()}`, facts: {} },
      ...{ at: now, usefulUntil: new Date(never) },
    });
  }
  const paused = { ...body, hostIds: [removedId], sequence: body.sequence + 1, ...(isOn ? { state: 'paused' } : {}) };
  yield changed(document, seriesSchema.parse(withoutPerson(paused, personId)));
}

/** What else they did to one, by the audit log. */
async function* touched(store: TenantStore, personId: string): AsyncGenerator<StoredDocument> {
  const seen = new Set<string>();
  const acted: Query = {
    kind: 'auditEntry',
    where: [
      ['actorId', '=', personId],
      ['entityType', 'in', ['series', 'session']],
    ],
  };
  for await (const { body } of findAll(store, acted)) {
    const { entityType, entityId } = Object(body);
    if (seen.has(entityId)) continue;
    seen.add(entityId);
    const found = await store.get(entityType, entityId);
    if (found) yield found;
  }
}
