/** A session's recap: written once by a host, with what came of each topic; the rest of the agenda goes to the next session. */
import type { WriteOperation } from '../../core/documents.ts';
import { noticeOperation } from '../../core/notice.ts';
import { postOperations, repostOperation } from '../../core/post.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { auditOf, type Loaded, replaced, topicsOf } from './documents.ts';
import { type Session, session, type Topic, topic } from './model.ts';
import { openOutcomes } from './outcome-view.ts';
import { type RecapSent, readRecap, recapForm, recapSent, type Typed } from './recap-form.ts';
import { mayRecap, type Recapped, recapOf } from './recap-rules.ts';
import { openRecapCard, recapNotice, recapPost } from './recap-view.ts';
import { sessionPost } from './rsvp-promote.ts';
import type { TalkDesk } from './talk-desk.ts';
import { type Sight, sightOf } from './talk-sight.ts';
import { carriedOver } from './topic-carry.ts';
import { topicKind } from './topic-documents.ts';

/** The form while it is still to be written; afterwards what came of it. */
export async function openRecap(desk: TalkDesk, turn: Turn, sessionId: string): Promise<Answer> {
  const sight = await sightOf(desk, turn, sessionId);
  if (!sight) return refused(turn, 'not_found');
  if (sight.session.body.state !== 'recapped') return recapForm(desk, turn, recapSent.parse({ sessionId }));
  return sight.isHost ? openOutcomes(desk, turn, sessionId) : openRecapCard(desk, turn, sessionId);
}

export async function sendRecap(desk: TalkDesk, turn: Turn, sent: RecapSent, tries = 4): Promise<Answer> {
  const sight = await sightOf(desk, turn, sent.sessionId);
  if (!sight) return refused(turn, 'not_found');
  if (!sight.isHost) return refused(turn, 'forbidden');
  const again = doneBefore(desk, turn, sight, 'recap.sent');
  if (again) return again;
  const read = await readRecap(desk, turn, sight, sent);
  if (read.kind === 'wrong') return recapForm(desk, turn, sent, read.problems);
  const result = await turn.store.write(await recapOperations(desk, turn, sight, read.typed));
  if (result.kind === 'ok') return openOutcomes(desk, turn, sent.sessionId, turn.words('recap.sent'));
  return tries > 1 ? sendRecap(desk, turn, sent, tries - 1) : refused(turn, 'stale');
}

export async function nothingToRecord(desk: TalkDesk, turn: Turn, sessionId: string, tries = 4): Promise<Answer> {
  const sight = await sightOf(desk, turn, sessionId);
  if (!sight) return refused(turn, 'not_found');
  if (!sight.isHost) return refused(turn, 'forbidden');
  const again = doneBefore(desk, turn, sight, 'recap.nothing');
  if (again) return again;
  const result = await turn.store.write(await closingOperations(turn, sight.session, 'nothingToRecord'));
  if (result.kind === 'ok') return openOutcomes(desk, turn, sessionId, turn.words('recap.nothing'));
  return tries > 1 ? nothingToRecord(desk, turn, sessionId, tries - 1) : refused(turn, 'stale');
}

/** Whoever sent it reads the same when it is delivered again; another host, that it is done. */
function doneBefore(
  desk: TalkDesk,
  turn: Turn,
  { session: { id, body } }: Sight,
  note: 'recap.sent' | 'recap.nothing',
): Promise<Answer> | undefined {
  if (mayRecap(body, turn.now)) return undefined;
  if (body.state !== 'recapped' || body.updatedBy !== turn.who.personId)
    return Promise.resolve(refused(turn, 'already_done'));
  return openOutcomes(desk, turn, id, turn.words(note));
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
