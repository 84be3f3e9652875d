/**
 * The real server in this process, with time, the log and everything outside replaced by what a test sees and steers:
 *
 *   const world = await startWorld();
 *   const reply = await world.post(message('find job description'));
 *   expect(reply.replies[0]).toMatchObject({ type: 'message' });
 *   await world.close();
 *
 * The store is in memory. With `bot: true` the checks of a real deployment run: tokens are signed by a local key, the
 * roster knows everybody as a member, and what goes to Teams lands in `world.connector`. Activities come from activities.ts.
 */
import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import type { Config } from '../../src/config.ts';
import type { Log, LogFields } from '../../src/core/log.ts';
import { type Overrides, type Running, startServer } from '../../src/server.ts';
import type { Rates } from '../../src/teams/rates.ts';
import { botId, type RawActivity, tenantId } from './activities.ts';
import { type ConnectorStub, connectorStub } from './connector-stub.ts';
import { type MovingClock, movingClock } from './moving-clock.ts';
import { openIdStub, type SigningKey, signingKey } from './openid-stub.ts';
import { type Heard, send } from './sent.ts';
import { bearer, type TokenWorld } from './token-rows.ts';

export interface LogLine extends LogFields {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
}

export interface Reply {
  readonly status: number;
  readonly text: string;
  /** The parsed body; undefined when there is none. */
  readonly body: unknown;
  /** What the bot said in answer to an activity with `expectReplies`. */
  readonly replies: readonly Record<string, unknown>[];
}

export interface World {
  readonly url: string;
  readonly running: Running;
  readonly clock: MovingClock;
  readonly connector: ConnectorStub;
  readonly log: LogLine[];
  /** Signs and makes tokens; only with `bot: true`. */
  readonly tokens: TokenWorld | undefined;
  /** Sends an activity as Teams does. A string is sent as it is; `authorization: ''` sends none. */
  post(body: RawActivity | string, headers?: Record<string, string>): Promise<Reply>;
  /** One tick: what is due is done, what is planned is sent. */
  tick(): Promise<void>;
  close(): Promise<void>;
}

export interface WorldOptions {
  /** The checks of a real deployment instead of the open mode. */
  readonly bot?: boolean;
  /** Ticks by the minute and after writes, instead of by `tick()` alone. */
  readonly realTicks?: boolean;
  readonly config?: Partial<Config>;
  readonly teams?: Overrides['teams'];
  readonly overrides?: Omit<Overrides, 'teams' | 'clock' | 'log'>;
}

/** Nobody is ever too fast; tests of the rates pass their own. */
const unlimited: Rates = { take: async () => 'ok', enter: () => () => undefined };
export const listedServiceUrl = 'https://smba.trafficmanager.net/emea/';

export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const { bot = false, realTicks = false, config, teams, overrides } = options;
  const clock = movingClock();
  const log: LogLine[] = [];
  const connector = await connectorStub();
  const identity = bot ? await botIdentity(clock) : undefined;
  const running = await startServer(
    { ...baseConfig, ...identity?.config, ...config },
    {
      ...(realTicks ? {} : { ticks: 'byHand' }),
      ...overrides,
      web: { mayAsk: async () => true, notFoundMs: 0, ...overrides?.web },
      clock,
      log: logInto(log),
      teams: {
        rates: unlimited,
        notFoundMs: 0,
        ...(realTicks ? {} : { ring: () => undefined }),
        ...identity?.teams,
        ...teams,
      },
    },
  );
  if (bot) await divert(running, connector.url);
  const { port } = running;
  const url = `http://127.0.0.1:${port}`;
  const serviceUrl = bot ? listedServiceUrl : connector.url;
  const authorization = identity ? freshTokens(identity.tokens, clock) : async () => '';
  return {
    url,
    running,
    clock,
    connector,
    log,
    tokens: identity?.tokens,
    async post(body, headers = {}) {
      const sent = { 'content-type': 'application/json', authorization: await authorization(), ...headers };
      const kept = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== ''));
      const text = typeof body === 'string' ? body : JSON.stringify(addressed(body, serviceUrl));
      return replyOf(await send(`${url}/api/messages`, { method: 'POST', headers: kept, body: text }));
    },
    tick: () => running.ticker.tick(),
    async close() {
      await running.close();
      await connector.close();
      await identity?.close();
    },
  };
}

/** Builders know no port: their stand-in address becomes the connector's. */
const addressed = (body: RawActivity, serviceUrl: string): RawActivity =>
  body.serviceUrl === 'http://127.0.0.1:3979/' ? { ...body, serviceUrl } : body;

function replyOf({ status, bytes }: Heard): Reply {
  const text = new TextDecoder().decode(bytes);
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  return { status, text, body, replies: repliesIn(body) };
}

function repliesIn(body: unknown): Record<string, unknown>[] {
  if (typeof body !== 'object' || body === null || !('activities' in body)) return [];
  return Array.isArray(body.activities) ? body.activities : [];
}

const baseConfig: Config = {
  port: 0,
  host: '127.0.0.1',
  publicUrl: 'https://fieldbook.example.com',
  dataDir: ':memory:',
  allowedTenants: [],
  localTenant: tenantId,
  owners: [],
  serviceUrlHosts: ['smba.trafficmanager.net'],
  instances: 1,
  firstLoad: 'demo',
};

const logInto = (lines: LogLine[]): Log => ({
  info: (event, fields) => void lines.push({ level: 'info', event, ...fields }),
  warn: (event, fields) => void lines.push({ level: 'warn', event, ...fields }),
  error: (event, fields) => void lines.push({ level: 'error', event, ...fields }),
});

async function botIdentity(clock: MovingClock) {
  const keys = await tokenKeys();
  const openId = await openIdStub([keys.trusted, keys.unendorsed]);
  const tokens: TokenWorld = { appId: botId, tenantId, serviceUrl: listedServiceUrl, now: clock.now(), keys };
  const bot = {
    id: botId,
    type: 'SingleTenant',
    tenantId,
    password: 'not-a-real-password',
    tabAppId: tenantId,
  } as const;
  return {
    tokens,
    config: { bot, allowedTenants: [tenantId] },
    teams: { keysUrl: openId.metadataUrl, credentials: signedByStub() },
    close: openId.close,
  };
}

/** A token that is valid now, whatever time the test has let pass; one for each moment. */
function freshTokens(tokens: TokenWorld, clock: MovingClock): () => Promise<string> {
  let made = { at: Number.NaN, header: Promise.resolve('') };
  return () => {
    const now = clock.now();
    if (made.at !== now.getTime()) made = { at: now.getTime(), header: bearer({ ...tokens, now }) };
    return made.header;
  };
}

async function tokenKeys(): Promise<TokenWorld['keys']> {
  const [trusted, unendorsed, foreign]: SigningKey[] = await Promise.all([
    signingKey('k1'),
    signingKey('k2', ['webchat']),
    signingKey('k3'),
  ]);
  if (!trusted || !unendorsed || !foreign) throw new Error('world: no keys');
  return { trusted, unendorsed, foreign };
}

/** Signs what goes out without asking anybody. */
function signedByStub(): ConfigurationServiceClientCredentialFactory {
  const factory = new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: botId,
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppTenantId: tenantId,
    MicrosoftAppPassword: 'not-a-real-password',
  });
  const signRequest = async (request: { headers?: { set(name: string, value: string): void } }) => {
    request.headers?.set('authorization', 'Bearer stub');
    return request;
  };
  factory.createCredentials = async () => ({ signRequest }) as never;
  return factory;
}

interface Rerouted {
  url: string;
  allowInsecureConnection: boolean;
}

/** The kept client of the listed address sends to the stub instead, after our own rules have judged the real address. */
async function divert({ teams }: Running, stubUrl: string): Promise<void> {
  for (const adapter of [teams.adapter, teams.sender]) await rerouted(adapter, stubUrl);
}

async function rerouted(adapter: Running['teams']['adapter'], stubUrl: string): Promise<void> {
  const client = await adapter.connectorFor(listedServiceUrl);
  const { pipeline } = (client as unknown as { client: { pipeline: { addPolicy(policy: object): void } } }).client;
  pipeline.addPolicy({
    name: 'toTheStub',
    sendRequest(request: Rerouted, next: (request: Rerouted) => Promise<unknown>) {
      request.url = request.url.replace(listedServiceUrl, stubUrl);
      request.allowInsecureConnection = true;
      return next(request);
    },
  });
}
