/** What a host sends by a little form: read, done, and the session or series as it is now. */
import { cleanText, isWithin } from '../../core/text.ts';
import { type Answer, refused, type Turn } from '../../core/turn.ts';
import type { Desk } from './desk.ts';
import { type Doing, hostForm, hostsOf, isOfSession, needsReason } from './host-form.ts';
import { openHostSeries, refusedSeries } from './host-series.ts';
import { openHostSession, refusedSession } from './host-session.ts';
import { pressSeries } from './series-press.ts';
import type { SeriesEvent } from './series-rules.ts';
import { readMove } from './session-move.ts';
import { type HostEvent, pressSession, type SessionSeen, seeSession } from './session-press.ts';
import { mayDo } from './session-rules.ts';

export const maxReason = 240;

export async function hostAct(desk: Desk, turn: Turn, data: Doing): Promise<Answer> {
  const asked = { ...data, reason: cleanText(data.reason) };
  const problems = reasonProblems(turn, asked);
  if (isOfSession(asked.what)) return actOnSession(desk, turn, asked, problems);
  if (problems.length > 0) return hostForm(desk, turn, asked, problems);
  const { seriesId, what, reason } = asked;
  const event: SeriesEvent = what === 'skip' ? { name: what, date: asked.date } : { name: seriesEvent(what) };
  const pressed = await pressSeries(desk, turn, { seriesId, event, ...(reason ? { reason } : {}) });
  if (pressed.kind !== 'done') return refusedSeries(desk, turn, pressed);
  return openHostSeries(desk, turn, seriesId, turn.words(`series.done.${what}`));
}

const seriesEvent = (what: Doing['what']) => (what === 'pause' || what === 'resume' ? what : 'end');

function reasonProblems({ words }: Turn, { what, reason }: Doing): string[] {
  const field = words('card.hostForm.reason');
  if (reason === '' && needsReason(what)) return [words('error.field_required', { field })];
  return isWithin(reason, maxReason) ? [] : [words('error.field_length', { field, min: 1, max: maxReason })];
}

async function actOnSession(desk: Desk, turn: Turn, asked: Doing, problems: readonly string[]): Promise<Answer> {
  const { sessionId, reason, what } = asked;
  const seen = await seeSession(desk, turn, sessionId);
  if (!seen) return refused(turn, 'not_found');
  // Who may not do it hears that, and nothing about fields.
  const isTheirs = isOfSession(what) && mayDo(what, seen.actor);
  if (!isTheirs) return refusedSession(desk, turn, { kind: 'refused', seen, why: 'forbidden' });
  const read = eventOf(turn, asked, seen);
  const all = [...problems, ...(read.kind === 'problems' ? read.problems : [])];
  if (read.kind === 'problems' || all.length > 0) return hostForm(desk, turn, asked, all);
  const pressed = await pressSession(desk, turn, { sessionId, event: read.event, ...(reason ? { reason } : {}) });
  if (pressed.kind !== 'done') return refusedSession(desk, turn, pressed);
  return openHostSession(desk, turn, sessionId, turn.words(`session.done.${what}`));
}

type ReadEvent = { kind: 'event'; event: HostEvent } | { kind: 'problems'; problems: readonly string[] };

function eventOf(turn: Turn, asked: Doing, seen: SessionSeen): ReadEvent {
  const { words } = turn;
  switch (asked.what) {
    case 'rehost':
      return hostsOf(seen).includes(asked.hostId)
        ? { kind: 'event', event: { name: 'rehost', hostId: asked.hostId } }
        : { kind: 'problems', problems: [words('error.field_choice', { field: words('card.hostForm.host') })] };
    case 'move':
      return moveOf(turn, asked, seen);
    default:
      return { kind: 'event', event: { name: 'cancel', reason: asked.reason } };
  }
}

function moveOf(turn: Turn, { day: date, time: startsAt }: Doing, seen: SessionSeen): ReadEvent {
  const read = readMove(turn, seen, { date, startsAt });
  if (read.kind === 'event') return read;
  return { kind: 'problems', problems: read.problems.map(({ message }) => message) };
}
