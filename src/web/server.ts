/** The HTTP server: the bot's door, health, the public pages, item links; every refusal by code and reference. */
import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import helmet from 'helmet';
import { type ProblemCode, statusOf } from '../core/errors.ts';
import type { Log } from '../core/log.ts';
import { type AboutFacts, aboutPages } from './about.ts';
import { type ApiDeps, mountApi, refuse as refuseApi } from './api.ts';
import { readBody } from './body.ts';
import { type CalendarDeps, calendarFeeds } from './calendar.ts';
import { type Closing, closing } from './closing.ts';
import { itemLinks } from './links.ts';
import { mountTab, type TabOptions } from './tab.ts';

/** The bot's door, as the web sees it. */
export interface Messages {
  admitHeader(authorization: string | undefined, requestId: string): Reply | undefined;
  receive(delivery: { authorization?: string | undefined; text: string; requestId: string }): Promise<Reply>;
}

export interface Reply {
  readonly status: number;
  readonly json: string;
}

export interface WebDeps {
  readonly messages: Messages;
  /** Rejects when a part that we need cannot serve; why stays in the log. */
  readonly ready: () => Promise<void>;
  readonly about: AboutFacts;
  readonly api: ApiDeps;
  readonly calendar: Pick<CalendarDeps, 'file'>;
  readonly tab: TabOptions;
  readonly log: Log;
}

const maxBody = 256 * 1024;
const maxUrl = 8 * 1024;

export interface Web {
  readonly server: Server;
  /** `/readyz` red first, no new turns, running ones finished within the limit. */
  close(limitMs: number): Promise<void>;
}

export function createWeb(deps: WebDeps): Web {
  const app = express();
  const server = hardened(app);
  const end = closing(server);
  app.disable('x-powered-by');
  app.disable('etag');
  app.enable('strict routing');
  app.enable('case sensitive routing');
  if (deps.api.openPeople) app.use('/api', loopbackOnly);
  app.post('/api/messages', messagesRoute(deps, end));
  app.use(longUrls);
  app.all('/api/messages', refuseMethod('POST'));
  app.use(
    helmet({
      xFrameOptions: false,
      contentSecurityPolicy: {
        directives: { defaultSrc: ["'self'"], objectSrc: ["'none'"], baseUri: ["'none'"], frameAncestors: ["'none'"] },
      },
    }),
  );
  app.get('/healthz', (_request, response) => void response.type('text/plain').send('ok'));
  app.get('/readyz', readyRoute(deps, end));
  aboutPages(app, deps.about, deps.api.wordsFor('en'));
  itemLinks(app);
  calendarFeeds(app, { ...deps.calendar, log: deps.log });
  app.use('/api', foreignOrigin(deps.log));
  mountApi(app, deps.api, end);
  app.use('/api', (_request, response) => refuseApi(response, { code: 'not_found', words: deps.api.wordsFor('en') }));
  mountTab(app, deps.tab);
  app.use((_request, response) => refuse(response, 'not_found'));
  app.use(lastResort(deps.log));
  return { server, close: (limitMs) => end.close(limitMs) };
}

/** Slow senders are cut off, so that they cannot hold the places of others. */
function hardened(app: Express): Server {
  const server = createServer({ maxHeaderSize: 16 * 1024, headersTimeout: 15_000, requestTimeout: 30_000 }, app);
  server.keepAliveTimeout = 65_000;
  return server;
}

function messagesRoute({ messages, log }: WebDeps, end: Closing): RequestHandler {
  return async (request, response) => {
    const requestId = randomUUID();
    const started = performance.now();
    const leave = end.enter();
    if (!leave) return refuse(response, 'busy', requestId);
    const reply = await replyTo(request, messages, requestId).catch((error: unknown) => {
      log.error('http.failed', { requestId, error });
      return refusal('internal', requestId);
    });
    answer(response, reply);
    leave();
    log.info('http.messages', { requestId, status: reply.status, durationMs: Math.round(performance.now() - started) });
  };
}

async function replyTo(request: Request, messages: Messages, requestId: string): Promise<Reply> {
  const { authorization } = request.headers;
  const early = messages.admitHeader(authorization, requestId);
  if (early) return early;
  const body = await readBody(request, maxBody);
  if (body.kind === 'refused') return refusal(body.code, requestId);
  return messages.receive({ authorization, text: body.text, requestId });
}

function answer(response: Response, { status, json }: Reply): void {
  response.statusCode = status;
  if (json !== '') response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(json);
}

const refusal = (code: ProblemCode, requestId: string): Reply => ({
  status: statusOf(code),
  json: JSON.stringify({ error: code, requestId }),
});

function refuse(response: Response, code: ProblemCode, requestId: string = randomUUID()): void {
  if (response.headersSent) return void response.end();
  answer(response, refusal(code, requestId));
}

const refuseMethod =
  (allowed: string): RequestHandler =>
  (_request, response) => {
    response.setHeader('Allow', allowed);
    refuse(response, 'method_not_allowed');
  };

const longUrls: RequestHandler = (request, response, next) => {
  if (request.url.length > maxUrl) refuse(response, 'uri_too_long');
  else next();
};

/** A page of somebody else gets no permission to read; it is answered like everybody, which tells it nothing. */
const foreignOrigin =
  (log: Log): RequestHandler =>
  (request, _response, next) => {
    const { origin, host } = request.headers;
    if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`)
      log.warn('api.foreignOrigin', { code: 'origin_refused' });
    next();
  };

/** Open mode: a name of somebody else's that leads here, as a page in a browser may arrange it, is no name of ours. */
const loopbackOnly: RequestHandler = (request, response, next) => {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  if (['127.0.0.1', 'localhost', '[::1]'].includes(host)) next();
  else refuse(response, 'forbidden');
};

/** Which part and why stays in the log: this page is open to everyone. */
function readyRoute({ ready, log }: WebDeps, end: Closing): RequestHandler {
  return async (_request: Request, response: Response) => {
    try {
      if (end.stopping()) throw new Error('web: the server is stopping');
      await ready();
      response.type('text/plain').send('ready');
    } catch (error) {
      log.warn('ready.not', { error });
      response.status(503).type('text/plain').send('not ready');
    }
  };
}

const lastResort =
  (log: Log): ErrorRequestHandler =>
  (error, _request, response, _next) => {
    const requestId = randomUUID();
    log.error('http.failed', { requestId, error });
    refuse(response, 'internal', requestId);
  };
