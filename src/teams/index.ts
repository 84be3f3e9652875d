/** The Teams side as one piece: guard, bot and door, built from the configuration and our own ports. */
import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import type { Clock } from '../core/clock.ts';
import type { Courier } from '../core/courier.ts';
import type { Store } from '../core/documents.ts';
import type { Feature } from '../core/feature.ts';
import type { KeyedHash } from '../core/ids.ts';
import type { Log } from '../core/log.ts';
import type { WordsFor } from '../core/words.ts';
import { FieldbookAdapter } from './adapter.ts';
import { teamsCourier } from './courier.ts';
import { createDoor, type Door } from './door.ts';
import { createGuard } from './guard.ts';
import { type ChannelKeys, channelKeys } from './keys.ts';
import { type LateReplies, lateReplies } from './late-replies.ts';
import { rosterMembers } from './members.ts';
import { type Bot, createBot } from './mount.ts';
import { memoryRates, type Rates } from './rates.ts';
import { teamsRoster } from './roster.ts';
import { sendTo } from './send.ts';
import { sendBuckets } from './send-buckets.ts';
import { serviceUrlAllowed } from './service-url.ts';
import type { Identify } from './turns.ts';

export interface TeamsOptions {
  /** Left out in the open mode. */
  readonly bot?: {
    readonly id: string;
    readonly type: 'SingleTenant' | 'UserAssignedMSI';
    readonly tenantId: string;
    readonly password?: string;
  };
  readonly allowedTenants: readonly string[];
  readonly localTenant: string;
  readonly serviceUrlHosts: readonly string[];
  readonly publicUrl: string;
  readonly instances: number;
  readonly features: readonly Feature[];
  readonly store: Store;
  readonly identify: Identify;
  readonly wordsFor: WordsFor;
  readonly languages: readonly string[];
  readonly clock: Clock;
  readonly log: Log;
  readonly hash: KeyedHash;
  /** A write planned something to be done or sent. */
  readonly planned: (tenantId: string) => void;
  /** For tests: another source of keys, other credentials, other limits and times. */
  readonly keysUrl?: string;
  readonly credentials?: ConfigurationServiceClientCredentialFactory;
  readonly rates?: Rates;
  readonly busyAfterMs?: number;
  readonly typingAfterMs?: number;
  readonly sendMs?: number;
  readonly notFoundMs?: number;
  /** Rings when a late reply may leave. */
  readonly ring?: (work: () => void, ms: number) => void;
}

export interface Teams {
  readonly door: Door;
  readonly bot: Bot;
  readonly adapter: FieldbookAdapter;
  /** Sends what nobody waits for, with more patience. */
  readonly sender: FieldbookAdapter;
  readonly lateReplies: LateReplies;
  /** Sends later, what the outbox holds. */
  readonly courier: Courier;
  /** Rejects while the keys that tokens are checked with cannot be had. */
  check(): Promise<void>;
}

const channelMetadata = 'https://login.botframework.com/v1/.well-known/openidconfiguration';
const sendMs = { inTurn: 3_000, later: 10_000 };
const busyAfterMs = 4_000;
const typingAfterMs = 1_500;
const notFoundMs = 250;

export function createTeams(options: TeamsOptions): Teams {
  const { bot: identity, clock, log, serviceUrlHosts, allowedTenants, localTenant } = options;
  const open = identity === undefined;
  const appId = identity?.id ?? '';
  const adapterFor = (ms: number) =>
    new FieldbookAdapter({
      appId,
      credentials: options.credentials ?? credentialsOf(identity),
      // In the open mode nothing is ever sent but to this machine.
      mayReach: (url) => serviceUrlAllowed(url, open ? [] : serviceUrlHosts, open),
      sendMs: options.sendMs ?? ms,
    });
  const adapter = adapterFor(sendMs.inTurn);
  const sender = adapterFor(sendMs.later);
  const buckets = sendBuckets(clock, options.instances);
  const late = lateReplies({
    ring: options.ring ?? ((work, ms) => void setTimeout(work, ms).unref()),
    send: (address, activity) => sendTo(sender, appId, address, activity),
    ...{ buckets, clock, log },
  });
  const bot = createBot({
    ...options,
    adapter,
    buckets,
    lateReplies: late,
    appId,
    ownHost: new URL(options.publicUrl).host,
    busyAfterMs: options.busyAfterMs ?? busyAfterMs,
    typingAfterMs: options.typingAfterMs ?? typingAfterMs,
    notFoundMs: options.notFoundMs ?? notFoundMs,
  });
  const keys =
    identity &&
    channelKeys({ metadataUrl: options.keysUrl ?? channelMetadata, clock, plainHttp: options.keysUrl !== undefined });
  const guard = createGuard({
    ...(identity && keys
      ? { bot: { appId, keys, members: rosterMembers({ lookup: teamsRoster(adapter, appId), clock }) } }
      : {}),
    allowedTenants,
    localTenant,
    serviceUrlHosts,
    rates: options.rates ?? memoryRates(),
    clock,
    log,
  });
  return {
    door: createDoor(guard, bot, options.wordsFor),
    bot,
    adapter,
    sender,
    lateReplies: late,
    courier: teamsCourier(sender, appId, buckets),
    check: () => checkKeys(keys),
  };
}

const checkKeys = async (keys: ChannelKeys | undefined): Promise<void> => {
  await keys?.check();
};

function credentialsOf(bot: TeamsOptions['bot']): ConfigurationServiceClientCredentialFactory {
  if (!bot)
    return new ConfigurationServiceClientCredentialFactory({ MicrosoftAppId: '', MicrosoftAppType: 'MultiTenant' });
  return new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: bot.id,
    MicrosoftAppType: bot.type,
    MicrosoftAppTenantId: bot.tenantId,
    ...(bot.password ? { MicrosoftAppPassword: bot.password } : {}),
  });
}
