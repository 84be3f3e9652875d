/** The client as we use it: no retries of its own, no query plans, every request counted. */
import { Agent } from 'node:https';
import { CosmosClient, type CosmosClientOptions, type PluginConfig } from '@azure/cosmos';
import { z } from 'zod';

export interface CosmosAccount {
  readonly endpoint: string;
  readonly database: string;
  /** For the emulator alone; in Azure the managed identity signs in. */
  readonly key?: string;
  /** Which of several identities of the machine is ours. */
  readonly identityId?: string;
}

/** What has been asked so far. Units are request units, what the service charges for. */
export interface Usage {
  readonly requests: number;
  readonly units: number;
}

export interface Wire {
  readonly client: CosmosClient;
  usage(): Usage;
}

export type WireOptions = Pick<CosmosClientOptions, 'httpClient'>;

const requestMs = 5_000;

export async function openWire(account: CosmosAccount, options: WireOptions = {}): Promise<Wire> {
  const meter = { requests: 0, units: 0 };
  const isLocal = ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(account.endpoint).hostname);
  // The hook is left out of the client's types; a test holds it in place.
  const hooked: CosmosClientOptions & { plugins: PluginConfig[] } = {
    ...options,
    endpoint: account.endpoint,
    ...(account.key ? { key: account.key } : { aadCredentials: await identity(account.identityId) }),
    ...(new URL(account.endpoint).protocol === 'https:' ? { agent: agent(isLocal) } : {}),
    connectionPolicy: {
      requestTimeout: requestMs,
      enableEndpointDiscovery: !isLocal,
      retryOptions: { maxRetryAttemptCount: 0, fixedRetryIntervalInMilliseconds: 0, maxWaitTimeInSeconds: 0 },
    },
    plugins: [{ on: 'request', plugin: counted(meter) }],
  };
  const client = new CosmosClient(hooked);
  return { client, usage: () => ({ ...meter }) };
}

/** The emulator signs its own certificate; it is reached over loopback only. */
const agent = (isLocal: boolean): Agent =>
  new Agent({ keepAlive: true, maxSockets: 100, minVersion: 'TLSv1.2', rejectUnauthorized: !isLocal });

async function identity(identityId: string | undefined) {
  const { DefaultAzureCredential } = await import('@azure/identity');
  return new DefaultAzureCredential(identityId ? { managedIdentityClientId: identityId } : {});
}

const headers = z.looseObject({ 'x-ms-request-charge': z.coerce.number().optional() }).catch({});
const failed = z.looseObject({ headers, code: z.unknown().optional() }).catch({ headers: {} });

/**
 * Around every request. A query plan is refused before it leaves: our queries stay in one partition and need none, and on
 * that path the client drops the partition key. A broken line gets another name, since the client repeats those it knows.
 */
function counted(meter: { requests: number; units: number }): PluginConfig['plugin'] {
  const charge = (found: z.infer<typeof headers>) => {
    meter.units += found['x-ms-request-charge'] ?? 0;
  };
  return async (context, _node, next) => {
    if (context.headers?.['x-ms-cosmos-is-query-plan-request']) throw new PlanRefused();
    meter.requests += 1;
    try {
      const response = await next(context);
      charge(headers.parse(response.headers));
      return response;
    } catch (error) {
      const { headers: found, code } = failed.parse(error);
      charge(found);
      if (typeof code !== 'string') throw error;
      throw Object.assign(new Error('cosmos: the line broke', { cause: error }), { code: `line ${code}` });
    }
  };
}

class PlanRefused extends Error {
  readonly code = 400;
  constructor() {
    super('cosmos: a query must not need a plan');
    this.name = 'PlanRefused';
  }
}
