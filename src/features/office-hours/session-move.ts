/** Another time for a session, as a host types it: by the clocks of its series, as long as before where nothing else is said. */
import { fieldProblems } from '../../core/field-problems.ts';
import { atLocal } from '../../core/local-time.ts';
import type { FieldProblem } from '../../core/route.ts';
import { sessionProblems, typedSession } from '../../core/schedule-problems.ts';
import type { Turn } from '../../core/turn.ts';
import type { SessionSeen } from './session-press.ts';
import type { SessionEvent } from './session-rules.ts';
import { minutesOf } from './session-view.ts';

interface TypedMove {
  readonly date: string;
  readonly startsAt: string;
  readonly durationMinutes?: unknown;
}

export type ReadMove =
  | { kind: 'event'; event: Extract<SessionEvent, { name: 'move' }> }
  | { kind: 'problems'; problems: readonly FieldProblem[] };

export function readMove(
  { now, words }: Pick<Turn, 'now' | 'words'>,
  { session, series }: Pick<SessionSeen, 'session' | 'series'>,
  { durationMinutes = minutesOf(session.body), ...when }: TypedMove,
): ReadMove {
  const { zone } = series.body;
  const raw = { ...when, zone, durationMinutes };
  const typed = typedSession.safeParse(raw);
  const problems = typed.success ? sessionProblems(typed.data, { now, words }) : fieldProblems(typed.error, raw, words);
  if (!typed.success || problems.length > 0) return { kind: 'problems', problems };
  const { at } = atLocal(when.date, when.startsAt, zone);
  const endsAt = new Date(at.getTime() + typed.data.durationMinutes * 60_000);
  return { kind: 'event', event: { name: 'move', startsAt: at.toISOString(), endsAt: endsAt.toISOString() } };
}
