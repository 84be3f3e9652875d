/** "I'm coming": one answer for each person and session, however many press at once; the seats change in the same write. */
import { setTimeout as pause } from 'node:timers/promises';
import type { WriteOperation } from '../../core/documents.ts';
import { repostSoon } from '../../core/post.ts';
import type { Turn } from '../../core/turn.ts';
import { auditOf, type Loaded, loadRsvp, loadSeries, loadSession, replaced, rsvpId, sessionOf } from './documents.ts';
import { type Rsvp, rsvp, type Session, session } from './model.ts';
import { promotion, sessionPost } from './rsvp-promote.ts';
import { type Asked, decide, type RsvpOutcome } from './rsvp-rules.ts';
import type { TalkDesk } from './talk-desk.ts';
import { type Place, writtenOf } from './talk-line.ts';
import { dailyNews } from './talk-news.ts';
import { type Sight, sightOf } from './talk-sight.ts';

export type Answered =
  | { kind: 'missing' | 'past' | 'cancelled' | 'stale' }
  | { kind: 'answered'; sight: Sight; rsvp: Rsvp };

export async function answerRsvp(desk: TalkDesk, turn: Turn, sessionId: string, asked: Asked): Promise<Answered> {
  const sight = await sightOf(desk, turn, sessionId);
  if (!sight) return { kind: 'missing' };
  const { session: loaded, series, own } = sight;
  const written = await desk.sessionLine(lineOf(turn, sessionId), (place) => {
    const before = { session: place.latest ?? loaded, own, capacity: series.body.capacity };
    return answered({ desk, turn, asked, place }, before);
  });
  return 'rsvp' in written ? { kind: 'answered', sight, rsvp: written.rsvp } : written;
}

export const lineOf = ({ store }: Turn, id: string): string => `${store.tenantId}/${id}`;

type Written = { kind: 'missing' | 'past' | 'cancelled' | 'stale' } | { kind: 'written'; rsvp: Rsvp };

interface Pressing {
  readonly desk: TalkDesk;
  readonly turn: Turn;
  readonly asked: Asked;
  readonly place: Place<Session>;
}

interface Before {
  readonly session: Loaded<Session>;
  readonly own: Loaded<Rsvp> | undefined;
  readonly capacity: number | undefined;
}

/** In this process nobody comes in between; another instance may, then all of it is read again. */
async function answered(pressing: Pressing, before: Before, tries = 8, waitMs = 8): Promise<Written> {
  const { desk, turn, asked, place } = pressing;
  const { session: loaded, own, capacity } = before;
  const { personId } = turn.who;
  const facts = { sessionId: loaded.id, personId, asked, capacity, now: turn.now };
  const outcome = decide({ ...facts, session: loaded.body, own: own?.body });
  if (outcome.kind === 'past' || outcome.kind === 'cancelled') return outcome;
  if (outcome.kind === 'same') return { kind: 'written', rsvp: outcome.rsvp };
  const operations = await operationsOf(pressing, before, outcome);
  const result = await turn.store.write(operations);
  if (result.kind === 'ok') {
    const after = writtenOf(result.documents, 'session');
    if (after) place.wrote(loaded, sessionOf(after), operations);
    return { kind: 'written', rsvp: outcome.rsvp };
  }
  if (tries <= 1) return { kind: 'stale' };
  await pause(Math.random() * waitMs);
  const again = await readAgain(desk, turn, loaded.id);
  return again ? answered(pressing, again, tries - 1, waitMs * 2) : { kind: 'missing' };
}

async function readAgain({ hash }: TalkDesk, { store, who }: Turn, sessionId: string): Promise<Before | undefined> {
  const [found, own] = await Promise.all([
    loadSession(store, sessionId),
    loadRsvp(store, rsvpId(hash, sessionId, who.personId)),
  ]);
  const series = found && (await loadSeries(store, found.body.seriesId));
  return found && series && { session: found, own, capacity: series.body.capacity };
}

async function operationsOf(
  { desk, turn, place }: Pressing,
  { session: loaded, own, capacity }: Before,
  { rsvp: answer, session: after }: Extract<RsvpOutcome, { kind: 'changed' }>,
): Promise<WriteOperation[]> {
  const body = rsvp.parse(answer);
  const id = rsvpId(desk.hash, loaded.id, turn.who.personId);
  // What does not change the seats meets nobody else's change of them.
  const isCounted = after !== loaded.body;
  const isPlanned = (due: string) => place.isPlanned(turn.store, due);
  const seats = isCounted ? await promotion(turn, loaded.id, after, capacity) : undefined;
  return [
    ...(seats ? [replaced('session', loaded, session.parse(seats.session)), ...seats.operations] : []),
    own ? replaced('rsvp', own, body) : { op: 'create', kind: 'rsvp', id, body },
    auditOf(turn, {
      ...{ entityType: 'session', entityId: loaded.id, event: 'rsvp' },
      changes: { answer: { before: own?.body.answer ?? '', after: answer.answer } },
    }),
    ...(isCounted ? await repostSoon(turn.now, sessionPost, loaded.id, isPlanned) : []),
    ...(await dailyNews(turn.now, loaded.id, isPlanned)),
  ];
}

/** Reminders of this one session; the answer stays. False where there is none to be reminded of. */
export async function setReminder(
  desk: TalkDesk,
  turn: Turn,
  sessionId: string,
  reminder: Rsvp['reminder'],
  tries = 4,
): Promise<Rsvp | undefined> {
  const own = await loadRsvp(turn.store, rsvpId(desk.hash, sessionId, turn.who.personId));
  if (!own || own.body.reminder === reminder) return own?.body;
  const body = rsvp.parse({ ...own.body, reminder, updatedAt: turn.now.toISOString() });
  const result = await turn.store.write([replaced('rsvp', own, body)]);
  if (result.kind === 'ok') return body;
  return tries > 1 ? setReminder(desk, turn, sessionId, reminder, tries - 1) : undefined;
}
