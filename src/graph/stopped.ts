/** Why a request to Graph did not do what it should: thrown inside this folder, a value for everybody else. */
import type { CalendarLater, CalendarRefused } from '../core/calendar.ts';

export class Stopped extends Error {
  readonly outcome: CalendarLater | CalendarRefused;
  readonly status: number;
  /** A word of ours or of Graph for the log, never a text. */
  readonly code: string;
  constructor(outcome: CalendarLater | CalendarRefused, { status, code }: { status: number; code: string }) {
    super(`graph: ${outcome.kind}, ${status} ${code}`);
    this.name = 'Stopped';
    this.outcome = outcome;
    this.status = status;
    this.code = code;
  }
}

/** Where nobody said how long. */
const usualWaitMs = 60_000;
const leastWaitMs = 1_000;
const mostWaitMs = 3_600_000;

export function later(code: string, { status = 0, waitMs = usualWaitMs } = {}): Stopped {
  const bounded = Math.min(mostWaitMs, Math.max(leastWaitMs, waitMs));
  return new Stopped({ kind: 'later', waitMs: bounded }, { status, code });
}

export const refused = (status: number, code: string): Stopped =>
  new Stopped({ kind: 'refused', status, code }, { status, code });

/** Undefined where Graph refused for a reason that `isMet` knows how to live with. */
export async function unless<T>(asked: Promise<T>, isMet: (stopped: Stopped) => boolean): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Stopped && error.outcome.kind === 'refused' && isMet(error)) return undefined;
    throw error;
  }
}

/** Undefined for what is not there (any more). */
export const orGone = <T>(asked: Promise<T>): Promise<T | undefined> => unless(asked, ({ status }) => status === 404);
