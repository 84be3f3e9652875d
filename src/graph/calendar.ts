/** The calendar port over Microsoft Graph: one mailbox, one event for each series. */
import type { CalendarPort, CalendarPut, CalendarSeries } from '../core/calendar.ts';
import type { Clock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';
import { type Line, type LineOptions, lineOf } from './line.ts';
import { putEvent, removeEvent } from './put.ts';
import { Stopped } from './stopped.ts';
import { azureIdentity, type Credential, tokensOf } from './token.ts';

export interface GraphOptions {
  /** Address or object id. */
  readonly mailbox: string;
  /** Which of several identities of the machine is ours. */
  readonly identityId?: string | undefined;
  readonly clock: Clock;
  readonly log: Log;
  /** For a stand-in on loopback in tests. */
  readonly baseUrl?: string;
  readonly credential?: () => Promise<Credential>;
  readonly pace?: LineOptions['pace'];
}

const graphUrl = 'https://graph.microsoft.com/v1.0';
/** A job's (reliability.md 7); no turn waits for a calendar. */
const usualPace = { totalMs: 10_000, attemptMs: 4_000 };

export function graphCalendar(options: GraphOptions): CalendarPort {
  const { mailbox, identityId, clock, log, baseUrl = graphUrl, pace = usualPace } = options;
  const tokens = tokensOf(options.credential ?? (() => azureIdentity(identityId)), clock);
  /** Outages and refusals are values for everybody else; the log hears of them here, once. */
  async function piece<T>(seriesId: string, work: (line: Line) => Promise<T>): Promise<T | Stopped['outcome']> {
    const line = lineOf({ mailbox, baseUrl, tokens, clock, pace });
    try {
      const done = await work(line);
      const { requests, writes } = line.counts();
      if (writes > 0) log.info('calendar.written', { objectId: seriesId, requests });
      return done;
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      const { outcome, status, code } = error;
      const facts = { objectId: seriesId, status, code, requests: line.counts().requests };
      if (outcome.kind === 'later') log.warn('calendar.later', facts);
      else log.error('calendar.refused', facts);
      return outcome;
    }
  }
  return {
    put: (series: CalendarSeries, known): Promise<CalendarPut> =>
      piece(series.seriesId, (line) => putEvent({ line, series, known, now: clock.now() })),
    remove: (seriesId, known) => piece(seriesId, (line) => removeEvent(line, seriesId, known)),
  };
}
