/** "Did it help?": once for each person, by a mark that says neither who nor what; the session keeps the counts (product 4.5). */
import { setTimeout as pause } from 'node:timers/promises';
import type { WriteOperation } from '../../core/documents.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import { type Loaded, loadSession, replaced, sessionOf } from './documents.ts';
import { markId, markKind } from './helped-mark.ts';
import { helpedMark, type Session, session } from './model.ts';
import { openRecapCard } from './recap-view.ts';
import { lineOf } from './rsvp.ts';
import type { TalkDesk } from './talk-desk.ts';
import { type Place, writtenOf } from './talk-line.ts';
import { sightOf } from './talk-sight.ts';

const keptSeconds = 400 * 86_400;

export type Told = 'missing' | 'counted' | 'again' | 'stale';

export async function tellHelped(
  desk: TalkDesk,
  turn: Turn,
  sessionId: string,
  answer: keyof Session['helped'],
): Promise<Answer> {
  const told = await sayHelped(desk, turn, sessionId, answer);
  if (told === 'missing') return refused(turn, 'not_found');
  if (told === 'stale') return refused(turn, 'stale');
  return openRecapCard(desk, turn, sessionId, turn.words(`helped.${told}`));
}

export async function sayHelped(
  desk: TalkDesk,
  turn: Turn,
  sessionId: string,
  answer: keyof Session['helped'],
): Promise<Told> {
  const sight = await sightOf(desk, turn, sessionId);
  if (sight?.session.body.state !== 'recapped') return 'missing';
  return desk.sessionLine(lineOf(turn, sessionId), (place) =>
    count({ desk, turn, answer, place }, place.latest ?? sight.session),
  );
}

interface Pressing {
  readonly desk: TalkDesk;
  readonly turn: Turn;
  readonly answer: keyof Session['helped'];
  readonly place: Place<Session>;
}

/** No audit entry: it would say who answered, and when. */
async function count(pressing: Pressing, loaded: Loaded<Session>, tries = 8, waitMs = 8): Promise<Told> {
  const { desk, turn, answer, place } = pressing;
  const { helped } = loaded.body;
  const body = session.parse({ ...loaded.body, helped: { ...helped, [answer]: helped[answer] + 1 } });
  const id = markId(desk, loaded.id, turn.who.personId);
  const operations: WriteOperation[] = [
    { op: 'create', kind: markKind, id, body: helpedMark.parse({ sessionId: loaded.id }), ttlSeconds: keptSeconds },
    replaced('session', loaded, body),
  ];
  const result = await turn.store.write(operations);
  if (result.kind === 'ok') {
    const after = writtenOf(result.documents, 'session');
    place.wrote(loaded, after && sessionOf(after), operations);
    return 'counted';
  }
  if (result.kind === 'conflict' && result.index === 0) return 'again';
  if (tries <= 1) return 'stale';
  await pause(Math.random() * waitMs);
  const again = await loadSession(turn.store, loaded.id);
  return again ? count(pressing, again, tries - 1, waitMs * 2) : 'stale';
}
