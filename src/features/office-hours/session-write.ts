/** A change of one session as its part of a batch: the document, its audit entry, who is told, its card and what time does to it. */
import type { WriteOperation } from '../../core/documents.ts';
import { noticeOperation } from '../../core/notice.ts';
import { repostOperation } from '../../core/post.ts';
import type { Turn } from '../../core/turn.ts';
import { auditOf, replaced } from './documents.ts';
import { type Series, session as schema } from './model.ts';
import { sessionPost } from './rsvp-promote.ts';
import type { Changed, SessionChange } from './series-sessions.ts';
import { timelineOf } from './timeline.ts';

export const changedNotice = 'sessionChanged';
/** Whoever runs it, as against one person's id. */
export const theHost = 'host';

/** With what else belongs to it, such as the topics that wait again. */
export interface Besides {
  readonly series: Series;
  readonly reason?: string;
  readonly more?: readonly WriteOperation[];
}

export function changeOperations(turn: Turn, change: SessionChange, besides: Besides): WriteOperation[] {
  switch (change.kind) {
    case 'made':
      return [
        { op: 'create', kind: 'session', id: change.id, body: schema.parse(change.session) },
        auditOf(turn, { entityType: 'session', entityId: change.id, event: 'expand' }),
        ...timelineOf(change.id, change.session, besides.series, turn.now),
      ];
    case 'moved':
    case 'back':
      return [
        ...toldOperations(turn, change, besides),
        ...timelineOf(change.loaded.id, change.session, besides.series, turn.now),
      ];
    case 'cancelled':
      return [...toldOperations(turn, change, besides), ...(besides.more ?? [])];
    case 'rehosted':
      return rehostOperations(turn, change);
    case 'replanned':
      return [
        replaced('session', change.loaded, schema.parse(change.session)),
        auditOf(turn, { entityType: 'session', entityId: change.loaded.id, event: 'replan' }),
        ...timelineOf(change.loaded.id, change.session, besides.series, turn.now),
      ];
  }
}

const events = { moved: 'move', back: 'resume', cancelled: 'cancel' } as const;

/** Who is told reads from the audit entry what has changed: the message names it. */
function toldOperations(
  turn: Turn,
  { kind, loaded, session }: Changed<keyof typeof events>,
  { reason }: Besides,
): WriteOperation[] {
  const { startsAt, state } = loaded.body;
  const audit = auditOf(turn, {
    ...{ entityType: 'session', entityId: loaded.id, event: events[kind] },
    changes: {
      startsAt: { before: startsAt, after: session.startsAt },
      ...(state === session.state ? {} : { state: { before: state, after: session.state } }),
    },
    ...(reason ? { reason } : {}),
  });
  return [
    replaced('session', loaded, schema.parse(session)),
    audit,
    noticeOperation(turn.now, { kind: changedNotice, subject: audit.id }),
    repostOperation(turn.now, sessionPost, loaded.id),
  ];
}

/** The one who had it and the one who has it now; nobody else needs a word. */
function rehostOperations(turn: Turn, { loaded, session }: Changed<'rehosted'>): WriteOperation[] {
  const audit = auditOf(turn, { entityType: 'session', entityId: loaded.id, event: 'rehost' });
  const told = (audience: string) => noticeOperation(turn.now, { kind: changedNotice, subject: audit.id, audience });
  return [
    replaced('session', loaded, schema.parse(session)),
    audit,
    ...[loaded.body.hostId, theHost].map(told),
    repostOperation(turn.now, sessionPost, loaded.id),
  ];
}
