/** Builds the whole server from a configuration and starts it; `main.ts` calls it, and so do the tests. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import packageFacts from '../package.json' with { type: 'json' };
import { features } from './app.ts';
import type { Config } from './config.ts';
import { loadStarter } from './content/load.ts';
import { type Clock, systemClock } from './core/clock.ts';
import type { Store, TenantStore } from './core/documents.ts';
import type { Feature } from './core/feature.ts';
import { keyedHash, sealUnder } from './core/ids.ts';
import { type Log, silentLog } from './core/log.ts';
import { begin } from './core/recurring.ts';
import { readStamp } from './core/stamp.ts';
import { hasLeft, identify, isActive } from './features/people/documents.ts';
import { openPeople } from './features/people/open-people.ts';
import { ensureOwner } from './features/people/owners.ts';
import { ownersByRole } from './features/people/owners-by-role.ts';
import { writers } from './files/writers.ts';
import { openCalendar } from './graph/open.ts';
import { createTicker, type Ticker } from './jobs/ticker.ts';
import { createSearch } from './search/search.ts';
import { signingKey } from './signing-key.ts';
import { openStore } from './stores/open.ts';
import type { SqliteStore } from './stores/sqlite.ts';
import { createTeams, type Teams, type TeamsOptions } from './teams/index.ts';
import { channelKeys } from './teams/keys.ts';
import { languages, wordsFor } from './text/words.ts';
import { apiRates } from './web/api-rates.ts';
import { calendarFiles } from './web/calendar-files.ts';
import { createWeb } from './web/server.ts';
import { entraSignIn, openSignIn, type SignIn } from './web/sign-in.ts';
import { tabTurns } from './web/turns.ts';

export interface Overrides {
  readonly clock?: Clock;
  readonly log?: Log;
  readonly store?: Store;
  readonly teams?: Pick<
    TeamsOptions,
    'keysUrl' | 'credentials' | 'rates' | 'busyAfterMs' | 'typingAfterMs' | 'sendMs' | 'notFoundMs' | 'ring'
  >;
  readonly web?: {
    /** OpenID metadata of Entra. */
    readonly entraUrl?: string;
    readonly mayAsk?: (tenantId: string, personId: string) => Promise<boolean>;
    readonly notFoundMs?: number;
    /** Folder of the built tab. */
    readonly tabFolder?: string;
  };
  /** Features on top of our own. */
  readonly features?: readonly Feature[];
  /** Left out, ticks come by the minute and after each write that plans something; `byHand` leaves them to the caller. */
  readonly ticks?: 'byHand';
}

export interface Running {
  readonly url: string;
  readonly port: number;
  readonly store: Store;
  readonly teams: Teams;
  readonly ticker: Ticker;
  readonly firstLoad: 'none' | 'starter' | 'demo';
  /** `/readyz` red, no new requests, running turns finished within the limit, store closed. */
  close(): Promise<void>;
}

/** Where `npm run build` puts the tab. */
const builtTab = fileURLToPath(new URL('../.build/tab/', import.meta.url));

const inFile = 'a database file on the server of your organisation';
const inAzure = "a Cosmos DB account in your organisation's own Azure subscription";

const entraUrl = 'https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration';

const finishMs = 10_000;
const hourMs = 3_600_000;

export async function startServer(config: Config, overrides: Overrides = {}): Promise<Running> {
  const { clock = systemClock, log = silentLog } = overrides;
  const identityId = identityOf(config);
  const store = overrides.store ?? (await openStore({ ...config, identityId, clock, log }));
  const tenants = config.allowedTenants.length > 0 ? config.allowedTenants : [config.localTenant];
  const firstLoad = await prepare(store, config, tenants, clock);
  const key = signingKey(config);
  const hash = keyedHash(key);
  const own = features({
    calendar: await openCalendar(config.calendarMailbox, { identityId, clock, log }),
    search: createSearch({ log }),
    ...{ hash, ...writers, seal: sealUnder(key), wordsFor, languages },
    isExample: firstLoad === 'demo',
    countryChecks: ['US', 'GB', 'ES'],
    publicUrl: config.publicUrl,
    installation: {
      version: packageFacts.version,
      isInAzure: config.cosmos !== undefined,
      isOpen: config.bot === undefined,
      reach: () => store.check(),
      ...(keepsCopies(store) ? { lastBackup: () => store.lastBackup() } : {}),
    },
  });
  for (const tenantId of tenants) await warmUp(own, store.forTenant(tenantId), clock.now());
  const all = [...own, ...(overrides.features ?? [])];
  const shared = { features: all, store, wordsFor, clock, log, hash };
  let ticker: Ticker | undefined;
  const known = identify();
  const planned = (tenantId: string) => ticker?.nudge(tenantId);
  const teams = createTeams({ ...config, ...overrides.teams, ...shared, identify: known, languages, planned });
  const clockwork = createTicker({ ...shared, tenants, courier: teams.courier });
  ticker = clockwork;

  const web = createWeb({
    messages: teams.door,
    ready: async () => void (await Promise.all([store.check(), teams.check()])),
    about: {
      storedIn: config.cosmos ? inAzure : inFile,
      isExample: firstLoad === 'demo',
      hasCalendar: config.calendarMailbox !== undefined,
    },
    api: {
      routes: all.flatMap((feature) => feature.routes ?? []),
      signIn: signInOf(config, store, clock, overrides),
      turnOf: tabTurns({ store, clock, wordsFor, identify: known, planned, takeRoles: takeRolesOf(config, log) }),
      mayAsk: overrides.web?.mayAsk ?? apiRates(),
      seal: sealUnder(key),
      wordsFor,
      log,
      notFoundMs: overrides.web?.notFoundMs ?? 250,
      ...(config.bot ? {} : { openPeople: (words) => openPeople(store.forTenant(tenants[0] ?? ''), words) }),
    },
    calendar: { file: calendarFiles({ store, tenants, features: all, identify: known, hasLeft, clock, wordsFor }) },
    tab: { folder: overrides.web?.tabFolder ?? builtTab },
    log,
  });
  await listen(web.server, config).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  const stopUpkeep = upkeep(store, clock, log);
  if (overrides.ticks !== 'byHand') clockwork.start();
  const { port } = web.server.address() as AddressInfo;
  let closing: Promise<void> | undefined;
  return {
    url: config.bot ? config.publicUrl : `http://${config.host}:${port}`,
    port,
    store,
    teams,
    ticker: clockwork,
    firstLoad,
    close() {
      stopUpkeep();
      closing ??= Promise.all([web.close(finishMs), clockwork.stop()]).then(() => store.close());
      return closing;
    },
  };
}

function signInOf(config: Config, store: Store, clock: Clock, { web }: Overrides): SignIn {
  const { bot, allowedTenants, publicUrl } = config;
  if (!bot) return openSignIn(allowedTenants[0] ?? config.localTenant, clock);
  const metadataUrl = web?.entraUrl ?? entraUrl;
  return entraSignIn({
    tabAppId: bot.tabAppId,
    appIdUri: `api://${new URL(publicUrl).host}/${bot.tabAppId}`,
    allowedTenants,
    keys: channelKeys({ metadataUrl, clock, plainHttp: web?.entraUrl !== undefined }),
    clock,
    isKnownMember: (tenantId, personId) => isActive(store.forTenant(tenantId), personId),
  });
}

/** Without sign-in no token says anything of anybody. */
function takeRolesOf({ bot }: Config, log: Log): Parameters<typeof tabTurns>[0]['takeRoles'] {
  if (!bot) return async () => false;
  const take = ownersByRole();
  return async (store, person, who, occasion) => {
    const outcome = await take(store, person, who, occasion);
    if (outcome === 'last') log.warn('owner.lastByRole', { requestId: occasion.requestId });
    return outcome === 'changed';
  };
}

const identityOf = ({ bot }: Config): string | undefined => (bot?.type === 'UserAssignedMSI' ? bot.id : undefined);

/** An empty store gets its first playbook; the first owners get their grants. Both are safe at every start. */
async function prepare(
  store: Store,
  config: Config,
  tenants: readonly string[],
  clock: Clock,
): Promise<Running['firstLoad']> {
  let loaded: Running['firstLoad'] = config.firstLoad;
  for (const tenantId of tenants) {
    const bound = store.forTenant(tenantId);
    const owners = config.owners.filter((o) => o.tenantId === tenantId);
    for (const { personId } of owners) await ensureOwner(bound, personId, clock);
    const ownerId = owners[0]?.personId;
    if (config.firstLoad === 'none') continue;
    loaded = (
      await loadStarter(bound, { which: config.firstLoad, tenantId, now: clock.now(), ...(ownerId ? { ownerId } : {}) })
    ).which;
  }
  return loaded;
}

async function warmUp(own: readonly Feature[], store: TenantStore, now: Date): Promise<void> {
  const stamp = await readStamp(store);
  await Promise.all(own.map((feature) => feature.warmUp?.({ store, stamp, now })));
  for (const { recurring = [] } of own) await begin(store, recurring, now);
}

function listen(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(
        new Error(
          taken
            ? `port ${port} is taken: stop what uses it, or set PORT to another number`
            : `cannot listen on ${host}:${port}`,
          { cause: error },
        ),
      );
    });
    server.listen(port, host, resolve);
  });
}

const keepsCopies = (store: Store): store is SqliteStore => 'backupNow' in store && Object(store).file !== ':memory:';

/** Every hour what has expired goes, every day a copy is kept. */
function upkeep(store: Store, clock: Clock, log: Log): () => void {
  if (!keepsCopies(store)) return () => undefined;
  // A server that starts anew each day would otherwise never come to its first copy.
  let lastBackup = store.lastBackup()?.getTime() ?? 0;
  const timer = setInterval(() => {
    store.sweep();
    if (clock.now().getTime() - lastBackup < 24 * hourMs) return;
    lastBackup = clock.now().getTime();
    store.backupNow().then(
      () => log.info('backup.made'),
      (error: unknown) => log.error('backup.failed', { error }),
    );
  }, hourMs).unref();
  return () => clearInterval(timer);
}
