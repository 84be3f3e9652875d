/** Connector clients for what we send: one attempt, one deadline, kept per service URL, never to a host off the list. */
import { createRequire } from 'node:module';
import type { ConnectorClient, ConnectorFactory } from 'botframework-connector';
import { before, realDeadline } from '../core/deadline.ts';

interface Pipeline {
  getOrderedPolicies(): { name: string }[];
  removePolicy(policy: { name: string }): void;
  addPolicy(policy: object): void;
}
interface PipelineRequest {
  url: string;
  timeout: number;
}
interface Credentials {
  signRequest(request: unknown): Promise<unknown>;
  getToken?(forceRefresh: boolean): Promise<unknown>;
}
/** What of the client is not in the SDK's types; a wire test holds it in place. */
interface Inside {
  readonly client: { readonly pipeline: Pipeline };
  credentials: Credentials;
}

export interface OutboundRules {
  /** May we send to this address now; asked before every request. */
  mayReach(url: string): boolean;
  sendMs: number;
}

/** Thrown before anything left. */
export class NotSent extends Error {
  /** True when the same may leave later; else our own rules forbid it. */
  readonly mayLeaveLater: boolean;
  constructor(message: string, mayLeaveLater: boolean, cause?: unknown) {
    super(`teams: ${message}`, { cause });
    this.name = 'NotSent';
    this.mayLeaveLater = mayLeaveLater;
  }
}

const maxClients = 200;

/** Wraps a factory so that its clients are built once per address and audience, without the SDK's hidden retries. */
export function keptClients(rules: OutboundRules): (factory: ConnectorFactory) => ConnectorFactory {
  const kept = new Map<string, Promise<ConnectorClient>>();
  return (factory) => {
    const create = factory.create.bind(factory);
    factory.create = (url, audience) => {
      const key = `${url}\n${audience}`;
      const known = kept.get(key);
      if (known) return known;
      if (kept.size >= maxClients) kept.clear();
      const made = create(url, audience).then((client) => once(client, rules));
      kept.set(key, made);
      made.catch(() => kept.delete(key));
      return made;
    };
    return factory;
  };
}

/** One attempt, one deadline: the SDK would repeat a POST four times, and wait for ever on a hung server. */
function once(client: ConnectorClient, rules: OutboundRules): ConnectorClient {
  const inside = client as unknown as Inside;
  const { pipeline } = inside.client;
  // A redirect would lead past our list of hosts.
  for (const { name } of pipeline.getOrderedPolicies())
    if (/retry|redirect/i.test(name)) pipeline.removePolicy({ name });
  const token = freshToken(inside.credentials, rules);
  inside.credentials = token.credentials;
  pipeline.addPolicy({
    name: 'fieldbookDeadline',
    async sendRequest(request: PipelineRequest, next: (request: PipelineRequest) => Promise<unknown>) {
      if (!rules.mayReach(request.url)) throw new NotSent('the address is not on SERVICE_URL_HOSTS', false);
      request.timeout = rules.sendMs;
      try {
        return await next(request);
      } catch (error) {
        if (Object(error).statusCode === 401) token.refused();
        throw error;
      }
    },
  });
  return client;
}

/** A token within the same deadline, a new one after a 401; that there is none is never taken for an answer of the connector. */
function freshToken(own: Credentials, { sendMs }: OutboundRules): { credentials: Credentials; refused: () => void } {
  let isRefused = false;
  async function sign(request: unknown): Promise<unknown> {
    if (isRefused) await own.getToken?.(true);
    isRefused = false;
    return own.signRequest(request);
  }
  const signRequest = (request: unknown) =>
    before(realDeadline(sendMs), sign(request)).catch((cause: unknown) => {
      throw new NotSent('no token to send with', true, cause);
    });
  return {
    // A child of its own: credentials may be shared between clients.
    credentials: Object.assign(Object.create(own), { signRequest }),
    refused: () => {
      isRefused = true;
    },
  };
}

/** botbuilder 4.23.3 drops AI labels and citations on the wire; its own mapper lets them through once told to. */
export function keepEntityFields(): void {
  const mappers = createRequire(import.meta.url)('botframework-connector/lib/connectorApi/models/mappers');
  mappers.Entity.type.additionalProperties = { type: { name: 'Object' } };
}
