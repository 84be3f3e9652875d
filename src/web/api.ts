/** The tab's API: signs the person in, parses, lets the route decide, answers by its contract. Every refusal has a code and a sentence. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Express, Request, Response } from 'express';
import { type ProblemCode, problemOfFault, StoreError, statusOf } from '../core/errors.ts';
import type { Seal } from '../core/ids.ts';
import { isLocale, isZone } from '../core/locale.ts';
import type { Log } from '../core/log.ts';
import type { FieldProblem, Reply, Route } from '../core/route.ts';
import { tagOf } from '../core/tag.ts';
import type { Turn } from '../core/turn.ts';
import type { Words, WordsFor } from '../core/words.ts';
import { askedOf, inputOf } from './api-input.ts';
import { readBody } from './body.ts';
import type { Closing } from './closing.ts';
import { type Cursors, cursors } from './cursor.ts';
import { sendFile } from './file-answer.ts';
import { type KeptAnswers, keptAnswers, keyOf } from './kept-answers.ts';
import type { SignedIn, SignIn } from './sign-in.ts';

export interface ApiDeps {
  readonly routes: readonly Route[];
  readonly signIn: SignIn;
  /** Who acts, from the store; rejects with a `StoreError` when it cannot be reached. */
  readonly turnOf: (person: SignedIn, asked: Introduced) => Promise<Turn>;
  /** False when this person asked too often. */
  readonly mayAsk: (tenantId: string, personId: string) => Promise<boolean>;
  readonly seal: Seal;
  readonly wordsFor: WordsFor;
  readonly log: Log;
  /** What may not be seen and what does not exist are answered after the same time, not before this (reliability R5). */
  readonly notFoundMs: number;
  /** Open mode only: whom a person at this machine may be. */
  readonly openPeople?: (words: Words) => Promise<readonly OpenPerson[]>;
}

export interface OpenPerson {
  readonly id: string;
  readonly name: string;
  readonly about: string;
}

/** What the request says of its reader; their own settings win. */
export interface Introduced {
  readonly requestId: string;
  readonly locale: string;
  readonly zone: string;
  readonly signal: AbortSignal;
}

const maxBody = 256 * 1024;
const limitMs = 10_000;

export function mountApi(app: Express, deps: ApiDeps, end: Closing): void {
  const sealed = cursors(deps.seal);
  const kept = keptAnswers();
  const { openPeople } = deps;
  if (openPeople)
    app.get('/api/open/people', async (request, response) =>
      json(response, 200, { items: await openPeople(deps.wordsFor(localeOf(request))) }),
    );
  for (const route of deps.routes)
    app[verbs[route.method]](route.path, (request, response) =>
      serve({ route, request, response, deps, end, sealed, kept }),
    );
  for (const path of new Set(deps.routes.map((route) => route.path)))
    app.all(path, (request, response) => {
      const allowed = deps.routes.filter((route) => route.path === path).map((route) => route.method);
      response.setHeader('Allow', allowed.join(', '));
      refuse(response, { code: 'method_not_allowed', words: deps.wordsFor(localeOf(request)) });
    });
}

const verbs = { GET: 'get', POST: 'post', PATCH: 'patch', DELETE: 'delete' } as const;

interface Serving {
  readonly route: Route;
  readonly request: Request;
  readonly response: Response;
  readonly deps: ApiDeps;
  readonly end: Closing;
  readonly sealed: Cursors;
  readonly kept: KeptAnswers;
}

async function serve(serving: Serving): Promise<void> {
  const { route, request, response, deps, end } = serving;
  const requestId = randomUUID();
  const begunAt = performance.now();
  const words = deps.wordsFor(localeOf(request));
  const leave = end.enter();
  if (!leave) return refuse(response, { code: 'busy', words, requestId });
  try {
    await answered(serving, requestId, words, begunAt);
  } catch (error) {
    const code = error instanceof StoreError ? problemOfFault(error.fault) : 'internal';
    deps.log.error('api.failed', { requestId, code, error });
    refuse(response, { code, words, requestId });
  } finally {
    leave();
    const durationMs = Math.round(performance.now() - begunAt);
    deps.log.info('http.api', {
      requestId,
      status: response.statusCode,
      durationMs,
      route: `${route.method} ${route.path}`,
    });
  }
}

async function answered(serving: Serving, requestId: string, spoken: Words, begunAt: number): Promise<void> {
  const { route, request, response, deps, sealed, kept } = serving;
  const signedIn = await deps.signIn(request.headers.authorization);
  if (signedIn.kind === 'refused') {
    deps.log.info('api.refused', { requestId, code: signedIn.code, detail: signedIn.why });
    return refuse(response, { code: signedIn.code, words: spoken, requestId });
  }
  const { person } = signedIn;
  if (!(await deps.mayAsk(person.tenantId, person.personId))) {
    response.setHeader('Retry-After', '10');
    return refuse(response, { code: 'rate_limited', words: spoken, requestId });
  }
  const text = await textOf(request, route);
  if (text.kind === 'refused') return refuse(response, { code: text.code, words: spoken, requestId });
  const turn = await deps.turnOf(person, {
    requestId,
    locale: localeOf(request),
    zone: zoneOf(request),
    signal: AbortSignal.timeout(limitMs),
  });
  const { words } = turn;
  // Before anything is read: what is written meanwhile makes the answer one of another state.
  const key = route.madeOf && keyOf(turn, route.madeOf, request.url);
  const known = key && kept.get(key);
  if (known) return write(response, 200, known);
  const { pathname, search } = new URL(request.url, 'http://loopback');
  const raw = { params: paramsOf(request), path: pathname, search, ifMatch: request.get('if-match'), text: text.text };
  const input = inputOf(route, raw, turn, sealed);
  const reply = input.kind === 'call' ? await route.run(input.call) : input;
  if (reply.kind === 'refused') {
    if (reply.code === 'not_found') await pause(Math.max(0, deps.notFoundMs - (performance.now() - begunAt)));
    return refuse(response, { ...reply, words, requestId });
  }
  if (reply.kind === 'file') return sendFile(response, reply.file);
  const asked = askedOf([...new URLSearchParams(search)], pathname, turn);
  const given = send(response, route, reply, (position) => sealed.seal(position, asked));
  if (key) kept.put(key, given);
}

/** Only what the contract names leaves. */
function send(
  response: Response,
  route: Route,
  { body, version, status = 200, next }: Extract<Reply, { kind: 'ok' }>,
  seal: (position: string) => string,
): Buffer {
  const shown = route.reply.parse(body) as object;
  if (version !== undefined) response.setHeader('ETag', `"${tagOf(version)}"`);
  const more = next === undefined ? {} : { next: seal(next) };
  const tagged = 'items' in shown && Array.isArray(shown.items) ? { ...shown, items: shown.items.map(withTag) } : shown;
  return json(response, status, { ...tagged, ...(version === undefined ? {} : { version: tagOf(version) }), ...more });
}

/** A line of a list names the version that its bulk events act on. */
function withTag(line: unknown): unknown {
  if (typeof line !== 'object' || line === null || !('version' in line) || typeof line.version !== 'string')
    return line;
  return { ...line, version: tagOf(line.version) };
}

interface Refusal {
  readonly code: ProblemCode;
  readonly words: Words;
  readonly requestId?: string;
  readonly message?: string;
  readonly fields?: readonly FieldProblem[];
}

export function refuse(response: Response, refusal: Refusal): void {
  const { code, words, requestId = randomUUID(), fields } = refusal;
  const message = refusal.message ?? words(`error.${code}`, { requestId });
  if (response.headersSent) return void response.end();
  json(response, statusOf(code), { error: code, message, requestId, ...(fields ? { fields } : {}) });
}

function json(response: Response, status: number, body: object): Buffer {
  const answer = Buffer.from(JSON.stringify(body));
  write(response, status, answer);
  return answer;
}

function write(response: Response, status: number, answer: Buffer): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.setHeader('cache-control', 'no-store');
  response.end(answer);
}

const paramsOf = (request: Request): Record<string, string> =>
  Object.fromEntries(Object.entries(request.params).map(([name, value]) => [name, String(value)]));

async function textOf(request: Request, { longest }: Route) {
  const isEmpty = request.headers['content-length'] === undefined && request.headers['transfer-encoding'] === undefined;
  if (request.method === 'GET' || isEmpty || request.headers['content-length'] === '0')
    return { kind: 'text', text: '' } as const;
  const read = await readBody(request, longest?.bytes ?? maxBody);
  return longest && read.kind === 'refused' && read.code === 'too_large' ? { ...read, code: longest.code } : read;
}

/** The first language that the reader names. */
function localeOf(request: Request): string {
  const tag = request.get('accept-language')?.split(',')[0]?.split(';')[0]?.trim();
  return isLocale(tag) ? tag : 'en';
}

function zoneOf(request: Request): string {
  const zone = request.get('time-zone');
  return isZone(zone) ? zone : 'UTC';
}
