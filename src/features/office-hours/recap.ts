/** A session's recap: written once by a host, with what came of each topic; the rest of the agenda goes to the next session. */
import type { WriteOperation } from '../../core/documents.ts';
import { noticeOperation } from '../../core/notice.ts';
import { postOperations, repostOperation } from '../../core/post.ts';
import type { FieldProblem } from '../../core/route.ts';
import type { Turn } from '../../core/turn.ts';
import { auditOf, type Loaded, replaced, topicsOf } from './documents.ts';
import { type Session, session, type Topic, topic } from './model.ts';
import type { RecapSent } from './recap-form.ts';
import { readRecap, type Typed } from './recap-read.ts';
import { mayRecap, type Recapped, recapOf } from './recap-rules.ts';
import { recapNotice, recapPost } from './recap-view.ts';
import { sessionPost } from './rsvp-promote.ts';
import { editionOf } from './session-edition.ts';
import type { TalkDesk } from './talk-desk.ts';
import { type Sight, sightOf } from './talk-sight.ts';
import { carriedOver } from './topic-carry.ts';
import { topicKind } from './topic-documents.ts';

/** `again`: whoever did it reads the same when it is delivered again. */
export type Closed =
  | { kind: 'done' | 'again' | 'missing' | 'forbidden' | 'already_done' | 'stale' }
  | { kind: 'wrong'; problems: readonly FieldProblem[] };

interface Seen {
  /** What the person saw: another version is not changed. Left out, it is judged by what is stored. */
  readonly version?: string;
}

export interface Recapping extends Seen {
  readonly sent: RecapSent;
}

export async function keepRecap(desk: TalkDesk, turn: Turn, recapping: Recapping, tries = 4): Promise<Closed> {
  const { sent, version } = recapping;
  const at = await before(desk, turn, sent.sessionId, version);
  if (at.kind !== 'open') return at;
  const read = await readRecap(desk, turn, at.sight, sent);
  if (read.kind === 'wrong') return read;
  const result = await turn.store.write(await recapOperations(desk, turn, at.sight, read.typed));
  if (result.kind === 'ok') return { kind: 'done' };
  return tries > 1 ? keepRecap(desk, turn, recapping, tries - 1) : { kind: 'stale' };
}

export interface Closing extends Seen {
  readonly sessionId: string;
}

/** Without a recap: there is nothing to tell. */
export async function closeSession(desk: TalkDesk, turn: Turn, closing: Closing, tries = 4): Promise<Closed> {
  const { sessionId, version } = closing;
  const at = await before(desk, turn, sessionId, version);
  if (at.kind !== 'open') return at;
  const result = await turn.store.write(await closingOperations(turn, at.sight.session, 'nothingToRecord'));
  if (result.kind === 'ok') return { kind: 'done' };
  return tries > 1 ? closeSession(desk, turn, closing, tries - 1) : { kind: 'stale' };
}

async function before(
  desk: TalkDesk,
  turn: Turn,
  sessionId: string,
  version: string | undefined,
): Promise<Closed | { kind: 'open'; sight: Sight }> {
  const sight = await sightOf(desk, turn, sessionId);
  if (!sight) return { kind: 'missing' };
  if (!sight.isHost) return { kind: 'forbidden' };
  const { body } = sight.session;
  if (mayRecap(body, turn.now))
    return version === undefined || version === editionOf(body) ? { kind: 'open', sight } : { kind: 'stale' };
  const isOwn = body.state === 'recapped' && body.updatedBy === turn.who.personId;
  return { kind: isOwn ? 'again' : 'already_done' };
}

async function recapOperations(
  desk: TalkDesk,
  turn: Turn,
  { session: loaded, community }: Sight,
  { becoming, lines, notes, attendance }: Typed,
): Promise<WriteOperation[]> {
  const { now, who } = turn;
  const topics = await topicsOf(turn.store, loaded.id);
  const recapped = recapOf({ sessionId: loaded.id, topics, becoming, lines, by: who.personId, now });
  const body = session.parse({
    ...endedBy(turn, loaded.body, 'recapped', recapped),
    ...{ recapAt: now.toISOString(), outcomeIds: recapped.outcomes.map(({ id }) => id) },
    ...(notes === '' ? {} : { notes }),
    ...(attendance === undefined ? {} : { attendance }),
  });
  const posts = community.addresses.flatMap((address) =>
    postOperations({ now, words: desk.wordsFor(community.language) }, recapPost, loaded.id, address),
  );
  return [
    replaced('session', loaded, body),
    ...recapped.outcomes.map(({ id, body: made }) => ({ op: 'create', kind: 'outcome', id, body: made }) as const),
    ...recapped.discussed.map((each) => discussed(turn, each)),
    ...(await carriedOver(turn, loaded.body, recapped.left)),
    auditOf(turn, { ...stateEvent(loaded, 'recap'), changes: stateChange(loaded.body, body) }),
    noticeOperation(now, { kind: recapNotice, subject: loaded.id, audience: 'absent', occurrence: 'recap' }),
    // One plan brings all of them up.
    ...posts.filter(({ kind }) => kind === 'post'),
    ...(posts.length > 0 ? [repostOperation(now, recapPost, loaded.id)] : []),
    repostOperation(now, sessionPost, loaded.id),
  ];
}

/** A session that ends without anything to tell: its topics go on. */
export async function closingOperations(
  turn: Turn,
  loaded: Loaded<Session>,
  event: 'nothingToRecord' | 'noNotes',
): Promise<WriteOperation[]> {
  const topics = await topicsOf(turn.store, loaded.id);
  const facts = { sessionId: loaded.id, topics, becoming: new Map(), lines: [], by: turn.who.personId, now: turn.now };
  const recapped = recapOf(facts);
  const state = event === 'noNotes' ? 'closedWithoutNotes' : 'recapped';
  const ended = endedBy(turn, loaded.body, state, recapped);
  const body = session.parse(event === 'noNotes' ? ended : { ...ended, recapAt: turn.now.toISOString() });
  return [
    replaced('session', loaded, body),
    ...(await carriedOver(turn, loaded.body, recapped.left)),
    auditOf(turn, { ...stateEvent(loaded, event), changes: stateChange(loaded.body, body) }),
    repostOperation(turn.now, sessionPost, loaded.id),
  ];
}

const stateEvent = ({ id }: Loaded<Session>, event: string) =>
  ({ entityType: 'session', entityId: id, event }) as const;
const stateChange = (before: Session, after: Session) => ({ state: { before: before.state, after: after.state } });

const endedBy = (
  { who, now }: Turn,
  before: Session,
  state: Session['state'],
  { discussed: talked, left }: Recapped,
): Session => ({
  ...before,
  state,
  topicIds: [...talked, ...left].map(({ id }) => id),
  ...{ updatedAt: now.toISOString(), updatedBy: who.personId },
});

const stampOf = ({ who, now }: Turn) => ({ updatedAt: now.toISOString(), updatedBy: who.personId });

const discussed = (turn: Turn, each: Loaded<Topic>): WriteOperation =>
  replaced(topicKind, each, topic.parse({ ...each.body, ...stampOf(turn), state: 'discussed' }));
