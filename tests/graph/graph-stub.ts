/** Microsoft Graph on loopback: the calendar of one mailbox, weekly series alone, which misbehaves as a test asks. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isDeepStrictEqual } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import { findIana } from 'windows-iana';
import { z } from 'zod';

const moment = z.object({ dateTime: z.string(), timeZone: z.string() });
const range = z.looseObject({ type: z.string(), startDate: z.string(), endDate: z.string().optional() });
const posted = z.looseObject({
  subject: z.string(),
  start: moment,
  end: moment,
  recurrence: z.looseObject({ pattern: z.looseObject({ interval: z.number() }), range }),
  isOnlineMeeting: z.boolean(),
  transactionId: z.string(),
  singleValueExtendedProperties: z.array(z.object({ id: z.string(), value: z.string() })),
});
const patched = posted.partial();

interface Single {
  readonly start: number;
  readonly end: number;
  readonly subject?: string;
}

interface Stored {
  readonly id: string;
  body: z.infer<typeof posted>;
  readonly moved: Map<string, Single>;
  readonly deleted: Set<string>;
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly prefer: string;
  readonly authorization: string;
  readonly body: unknown;
}

/** `lost`: done, but the answer never arrives. */
export type Behaviour = 'hang' | 'reset' | 'lost' | { status: number; text?: string; headers?: Record<string, string> };

export interface GraphStub {
  readonly baseUrl: string;
  readonly asked: Asked[];
  readonly events: Stored[];
  /** What the next requests meet instead of an answer; undefined lets one through. */
  readonly plan: (Behaviour | undefined)[];
  pageSize: number;
  /** Instead of our own address in the links to next pages. */
  nextHost: string | undefined;
  /** Methods since the last call of this, writes with their path. */
  lately(): string[];
  /** Moves, renames or deletes one date of the newest event, as somebody does by hand. */
  byHand(date: string, how: Single | 'delete'): void;
  /** Instants and titles of the newest event's dates. */
  shown(): string[];
  close(): Promise<void>;
}

/** The same dates of the same few zones are asked for again and again, and each takes a while to work out. */
function once<T>(work: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const value = known.get(key) ?? work(key);
    known.set(key, value);
    return value;
  };
}

const ianaOf = once((windows) => (windows === 'UTC' ? 'UTC' : (findIana(windows)[0] ?? 'unknown')));
const epochAt = once((at) => {
  const [dateTime = '', timeZone = ''] = at.split(' in ');
  return Temporal.PlainDateTime.from(dateTime).toZonedDateTime(ianaOf(timeZone)).epochMilliseconds;
});
const epochOf = ({ dateTime, timeZone }: z.infer<typeof moment>): number => epochAt(`${dateTime} in ${timeZone}`);
const momentIn = (at: number, timeZone: string) => {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(ianaOf(timeZone)).toPlainDateTime();
  return { dateTime: `${local.toString({ smallestUnit: 'second' })}.0000000`, timeZone };
};

/** The dates of a weekly event, at most a year of them. */
function datesOf({ body }: Stored): string[] {
  const { range: span, pattern } = body.recurrence;
  const count = Number(span.numberOfOccurrences ?? 53);
  const first = Temporal.PlainDate.from(span.startDate);
  const dates = Array.from({ length: count }, (_, at) => first.add({ weeks: at * pattern.interval }).toString());
  return dates.filter((date) => span.endDate === undefined || date <= span.endDate);
}

const bySeries = (stored: Stored, date: string): Single => {
  const on = ({ dateTime, timeZone }: z.infer<typeof moment>) =>
    epochOf({ dateTime: `${date}T${dateTime.slice(11)}`, timeZone });
  return { start: on(stored.body.start), end: on(stored.body.end) };
};

const singlesOf = (stored: Stored) =>
  datesOf(stored)
    .filter((date) => !stored.deleted.has(date))
    .map((date) => ({ date, by: bySeries(stored, date), now: stored.moved.get(date) ?? bySeries(stored, date) }));

/** As the service answers: what a rule does not use is filled in. */
const masterIn = ({ id, body }: Stored, zone: string) => ({
  ...{ id, subject: body.subject, type: 'seriesMaster', isCancelled: false },
  ...{ start: momentIn(epochOf(body.start), zone), end: momentIn(epochOf(body.end), zone) },
  isOnlineMeeting: body.isOnlineMeeting,
  onlineMeeting: body.isOnlineMeeting ? { joinUrl: `https://teams.microsoft.com/l/meetup-join/${id}` } : null,
  recurrence: {
    pattern: { month: 0, dayOfMonth: 0, index: 'first', ...body.recurrence.pattern },
    range: {
      ...{ endDate: '0001-01-01', numberOfOccurrences: 0, recurrenceTimeZone: body.start.timeZone },
      ...body.recurrence.range,
    },
  },
});

interface Reply {
  readonly status: number;
  readonly body?: object;
}
const error = (status: number, code: string): Reply => ({
  status,
  body: { error: { code, message: 'words of Graph' } },
});
const gone = error(404, 'ErrorItemNotFound');

export async function graphStub(): Promise<GraphStub> {
  const asked: Asked[] = [];
  const events: Stored[] = [];
  const transactions = new Set<string>();
  let seen = 0;
  let made = 0;

  function create(body: z.infer<typeof posted>, zone: string): Reply {
    if (transactions.has(body.transactionId)) return error(409, 'ErrorDuplicateTransactionId');
    transactions.add(body.transactionId);
    made += 1;
    const stored = { id: `event/${made}=`, body, moved: new Map(), deleted: new Set<string>() };
    events.push(stored);
    return { status: 201, body: masterIn(stored, zone) };
  }

  function instances(stored: Stored, url: URL): Reply {
    const [from, to] = ['startDateTime', 'endDateTime'].map((name) => Date.parse(url.searchParams.get(name) ?? ''));
    const all = singlesOf(stored).filter(({ now }) => now.end > (from ?? 0) && now.start < (to ?? 0));
    const skip = Number(url.searchParams.get('$skip') ?? 0);
    const next = new URL(url);
    next.searchParams.set('$skip', String(skip + stub.pageSize));
    const link = `${stub.nextHost ?? stub.baseUrl.replace('/v1.0', '')}${next.pathname}${next.search}`;
    const value = all.slice(skip, skip + stub.pageSize).map(({ date, by, now }) => ({
      ...{ id: `${stored.id}.${date}`, subject: now.subject ?? stored.body.subject, isCancelled: false },
      ...{ start: momentIn(now.start, 'UTC'), end: momentIn(now.end, 'UTC') },
      originalStart: new Date(by.start).toISOString().replace('.000', ''),
    }));
    const isMore = skip + stub.pageSize < all.length;
    return { status: 200, body: { value, ...(isMore ? { '@odata.nextLink': link } : {}) } };
  }

  function move(stored: Stored, date: string, body: z.infer<typeof patched>): Reply {
    const now = stored.moved.get(date) ?? bySeries(stored, date);
    const start = body.start ? epochOf(body.start) : now.start;
    const neighbours = singlesOf(stored).filter((other) => other.date !== date);
    const isCrossing = neighbours.some((other) => other.date < date !== other.now.start < start);
    if (isCrossing) return error(400, 'ErrorOccurrenceCrossingBoundary');
    const end = body.end ? epochOf(body.end) : now.end;
    stored.moved.set(date, { start, end, ...(body.subject ? { subject: body.subject } : {}) });
    return { status: 200, body: { id: `${stored.id}.${date}` } };
  }

  function change(stored: Stored, body: z.infer<typeof patched>, zone: string): Reply {
    stored.body = posted.parse({ ...stored.body, ...body });
    // A new rule forgets what was moved; what was deleted stays deleted.
    if (body.recurrence) stored.moved.clear();
    return { status: 200, body: masterIn(stored, zone) };
  }

  function find(url: URL, zone: string): Reply {
    const [, id, mark] =
      /ep\/id eq '(.+)' and ep\/value eq '(.+)'\)$/.exec(url.searchParams.get('$filter') ?? '') ?? [];
    if (/(?<!')'(?:'')*(?!')/.test(mark ?? '')) return error(400, 'BadRequest');
    const wanted = { id, value: mark?.replaceAll("''", "'") };
    const value = events.filter(({ body }) => isDeepStrictEqual(body.singleValueExtendedProperties, [wanted]));
    return { status: 200, body: { value: value.map((stored) => masterIn(stored, zone)) } };
  }

  function answer({ method, body, prefer }: Asked, url: URL): Reply {
    const zone = /^outlook\.timezone="(.+)"$/.exec(prefer)?.[1] ?? 'UTC';
    const [, , , mailbox, , itemId, sub] = url.pathname.split('/').map(decodeURIComponent);
    if (mailbox !== 'office hours+1@example.com') return error(404, 'ErrorInvalidUser');
    if (itemId === undefined) return method === 'POST' ? create(posted.parse(body), zone) : find(url, zone);
    const stored = events.find(({ id }) => itemId.startsWith(id));
    const date = itemId.slice(stored?.id.length).slice(1);
    if (!stored || (date && stored.deleted.has(date))) return gone;
    if (sub === 'instances') return instances(stored, url);
    if (method === 'GET') return { status: 200, body: masterIn(stored, zone) };
    if (method === 'PATCH')
      return date ? move(stored, date, patched.parse(body)) : change(stored, patched.parse(body), zone);
    if (date) stored.deleted.add(date);
    else events.splice(events.indexOf(stored), 1);
    return { status: 204 };
  }

  const server = createServer(async (request, response) => {
    const heard = await hear(request);
    asked.push(heard);
    const planned = stub.plan.shift();
    if (planned === 'hang') return;
    if (planned === 'reset') return void response.destroy();
    if (typeof planned === 'object') return void response.writeHead(planned.status, planned.headers).end(planned.text);
    const reply = answer(heard, new URL(heard.path, stub.baseUrl));
    if (planned === 'lost') return void response.destroy();
    send(response, reply);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stub: GraphStub = {
    ...{ baseUrl: `http://127.0.0.1:${port}/v1.0`, asked, events, plan: [], pageSize: 100, nextHost: undefined },
    lately() {
      const since = asked.slice(seen);
      seen = asked.length;
      return since.map(({ method }) => method);
    },
    byHand(date, how) {
      const stored = events.at(-1);
      if (how === 'delete') stored?.deleted.add(date);
      else stored?.moved.set(date, how);
    },
    shown: () =>
      events
        .slice(-1)
        .flatMap((stored) =>
          singlesOf(stored).map(({ now }) =>
            `${new Date(now.start).toISOString().slice(0, 16)} ${now.subject ?? ''}`.trim(),
          ),
        ),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return stub;
}

async function hear(request: IncomingMessage): Promise<Asked> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString('utf8');
  const { method = '', url: path = '', headers } = request;
  return {
    ...{ method, path, prefer: String(headers.prefer), authorization: String(headers.authorization) },
    body: text ? JSON.parse(text) : undefined,
  };
}

const send = (response: ServerResponse, { status, body }: Reply): void =>
  void response.writeHead(status, { 'content-type': 'application/json' }).end(body ? JSON.stringify(body) : undefined);
