/** Requests about one mailbox: each with a limit of its own, all of one piece of work with a deadline together. */
import { z } from 'zod';
import type { Clock } from '../core/clock.ts';
import { later, refused, type Stopped } from './stopped.ts';
import type { Tokens } from './token.ts';

export interface LineOptions {
  /** Address or object id. */
  readonly mailbox: string;
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly tokens: Tokens;
  readonly clock: Clock;
  /** Milliseconds: for all requests of one piece of work together, and for each. */
  readonly pace: { readonly totalMs: number; readonly attemptMs: number };
}

export interface Question<T> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the mailbox, or the whole address of a next page. */
  readonly path: string;
  /** Name of the zone for the times in the answer; UTC where none is named. */
  readonly zone?: string;
  readonly body?: object;
  readonly answer: z.ZodType<T>;
}

/** The answer to a deletion. */
export const nothing = z.unknown();

export interface Line {
  /** Ends with the answer, or throws `Stopped`. Nothing is asked twice: whoever called waits and calls again. */
  ask<T>(question: Question<T>): Promise<T>;
  counts(): { readonly requests: number; readonly writes: number };
}

/** A line for one piece of work, whose deadline begins now. */
export function lineOf(options: LineOptions): Line {
  const deadline = AbortSignal.timeout(options.pace.totalMs);
  let requests = 0;
  let writes = 0;
  return {
    async ask(question) {
      // A first token may take its time: a request's limit is for the request.
      const token = await options.tokens.get(deadline);
      const signal = AbortSignal.any([deadline, AbortSignal.timeout(options.pace.attemptMs)]);
      requests += 1;
      if (question.method !== 'GET') writes += 1;
      const heard = await hear(question, options, { token, signal });
      if (heard.status === 401) options.tokens.forget();
      return answerIn(heard, question.answer, options.clock);
    },
    counts: () => ({ requests, writes }),
  };
}

interface Heard {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly text: string;
}

async function hear<T>(
  { method, path, zone = 'UTC', body }: Question<T>,
  options: LineOptions,
  { token, signal }: { token: string; signal: AbortSignal },
): Promise<Heard> {
  const headers = {
    authorization: `Bearer ${token}`,
    accept: 'application/json',
    prefer: `outlook.timezone="${zone}"`,
    ...(body ? { 'content-type': 'application/json' } : {}),
  };
  const sent = body ? { body: JSON.stringify(body) } : {};
  try {
    // A redirect could carry the token to another host.
    const response = await fetch(addressOf(path, options), { method, headers, ...sent, signal, redirect: 'error' });
    const { status } = response;
    return { status, retryAfter: response.headers.get('retry-after'), text: await response.text() };
  } catch (error) {
    throw later(signal.aborted ? 'timeout' : lineFault(error));
  }
}

/** A next page comes as a whole address. It is followed only where the first one was. */
function addressOf(path: string, { baseUrl, mailbox }: LineOptions): string {
  const own = `${baseUrl}/users/${encodeURIComponent(mailbox)}`;
  if (path.startsWith('/')) return `${own}${path}`;
  if (path.startsWith(`${baseUrl}/`) && new URL(path).origin === new URL(baseUrl).origin) return path;
  throw later('foreignPage');
}

/** The system's code, such as `ECONNREFUSED`: a message could hold an address. */
const lineFault = (error: unknown): string =>
  z.object({ cause: z.object({ code: z.string().regex(/^[A-Z_]{1,40}$/) }) }).safeParse(error).data?.cause.code ??
  'noAnswer';

const errorBody = z.object({ error: z.object({ code: z.string().regex(/^[A-Za-z][\w.]{0,79}$/) }) });
/** Of the same request a moment later the answer may be another one. */
const passing = new Set([408, 409, 412, 423, 425, 429]);
/** Graph says it with different statuses. */
export const duplicateCode = 'ErrorDuplicateTransactionId';

function answerIn<T>(heard: Heard, schema: z.ZodType<T>, clock: Clock): T {
  const { status, text } = heard;
  if (status >= 200 && status < 300) {
    const read = schema.safeParse(jsonIn(text));
    if (read.success) return read.data;
    throw later('badAnswer', { status });
  }
  throw faultOf(heard, errorBody.safeParse(jsonIn(text)).data?.error.code ?? 'unknown', clock);
}

function faultOf({ status, retryAfter }: Heard, code: string, clock: Clock): Stopped {
  const isPassing = status >= 500 || passing.has(status);
  if (!isPassing || code === duplicateCode) return refused(status, code);
  const waitMs = waitIn(retryAfter, clock.now());
  return later(code, { status, ...(waitMs === undefined ? {} : { waitMs }) });
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Seconds, or a date. */
function waitIn(retryAfter: string | null, now: Date): number | undefined {
  if (retryAfter === null) return undefined;
  if (/^\d{1,9}$/.test(retryAfter)) return Number(retryAfter) * 1_000;
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? undefined : at - now.getTime();
}
