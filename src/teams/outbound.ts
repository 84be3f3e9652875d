/** Connector clients for what we send: one attempt, one deadline, kept per service URL, never to a host off the list. */
import { createRequire } from 'node:module';
import type { ConnectorClient, ConnectorFactory } from 'botframework-connector';

interface Pipeline {
  getOrderedPolicies(): { name: string }[];
  removePolicy(policy: { name: string }): void;
  addPolicy(policy: object): void;
}
interface PipelineRequest {
  url: string;
  timeout: number;
}

export interface OutboundRules {
  /** May we send to this address now; asked before every request. */
  mayReach(url: string): boolean;
  sendMs: number;
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
  // The pipeline is not in the SDK's types; a wire test holds this in place.
  const { pipeline } = (client as unknown as { client: { pipeline: Pipeline } }).client;
  for (const { name } of pipeline.getOrderedPolicies()) if (/retry/i.test(name)) pipeline.removePolicy({ name });
  pipeline.addPolicy({
    name: 'fieldbookDeadline',
    sendRequest(request: PipelineRequest, next: (request: PipelineRequest) => Promise<unknown>) {
      if (!rules.mayReach(request.url)) throw new Error('teams: not sent, the address is not on SERVICE_URL_HOSTS');
      request.timeout = rules.sendMs;
      return next(request);
    },
  });
  return client;
}

/** botbuilder 4.23.3 drops AI labels and citations on the wire; its own mapper lets them through once told to. */
export function keepEntityFields(): void {
  const mappers = createRequire(import.meta.url)('botframework-connector/lib/connectorApi/models/mappers');
  mappers.Entity.type.additionalProperties = { type: { name: 'Object' } };
}
