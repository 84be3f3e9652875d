/** Calendars by secret link (reliability E4): whoever has the link may read it, and nothing says whether another one exists. */
import { createHash } from 'node:crypto';
import type { Express, Request, Response } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { hashOfToken } from '../core/feed.ts';
import type { Log } from '../core/log.ts';

export interface CalendarDeps {
  /** The file behind the hash of a token, wherever it stands; undefined for none. */
  readonly file: (hash: string) => Promise<string | undefined>;
  readonly log: Log;
}

/** 256 bits as base64url. */
const address = /^\/calendar\/([A-Za-z0-9_-]{43})\.ics$/;
const perHour = { points: 60, duration: 3_600 };
const loggedLetters = 6;

export function calendarFeeds(app: Express, { file, log }: CalendarDeps, rates = perHour): void {
  const limiter = new RateLimiterMemory(rates);
  app.get(address, async (request, response, next) => {
    const hash = hashOfToken(request.params[0] ?? '');
    const note = { objectId: hash.slice(0, loggedLetters) };
    const waitSeconds = await waitOf(limiter, hash);
    if (waitSeconds > 0) {
      log.info('calendar.often', note);
      return void response.status(429).set('Retry-After', String(waitSeconds)).end();
    }
    const text = await file(hash);
    if (text === undefined) return next();
    log.info('calendar.read', note);
    send(request, response, text);
  });
}

/** Seconds until this link may be asked again; 0 for now. */
async function waitOf(limiter: RateLimiterMemory, hash: string): Promise<number> {
  try {
    await limiter.consume(hash);
    return 0;
  } catch (over) {
    if (!(over instanceof RateLimiterRes)) throw over;
    return Math.max(1, Math.ceil(over.msBeforeNext / 1_000));
  }
}

function send(request: Request, response: Response, text: string): void {
  const tag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  response.set({
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': 'attachment; filename="fieldbook.ics"',
    'Cache-Control': 'private, max-age=300',
    'Referrer-Policy': 'no-referrer',
    'X-Robots-Tag': 'noindex',
    ETag: tag,
  });
  if (request.get('if-none-match') === tag) return void response.status(304).end();
  response.end(request.method === 'HEAD' ? undefined : text);
}
